import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sizeBudget } from './size-budget.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'size-budget-'));
  const files = {
    'index.html': '<script type="module" src="/main.js"></script>',
    'main.js': "import('./one.js'); import('./two.js');",
    'one.js': "import { shared } from './shared.js'; console.log('one', shared);",
    'two.js': "import { shared } from './shared.js'; console.log('two', shared);",
    'shared.js': "export const shared = document.title.split('');",
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text);
});
afterEach(() => rm(root, { recursive: true }));

const buildWithin = (all: number) =>
  build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [sizeBudget({ firstPaint: 1_000_000, all })],
  });

test('what is counted is what is written, the lists of files to preload included', async () => {
  await buildWithin(1_000_000);
  const assets = join(root, 'dist', 'assets');
  const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
  const codes = await Promise.all(scripts.map((name) => readFile(join(assets, name))));
  expect(codes.join('')).toContain('__vite__mapDeps=');
  const written = codes.reduce((total, code) => total + gzipSync(code, { level: 9 }).length, 0);
  await buildWithin(written);
  await expect(buildWithin(written - 1)).rejects.toThrow(
    `is ${written} bytes gzipped; ${written - 1} are allowed`,
  );
});
