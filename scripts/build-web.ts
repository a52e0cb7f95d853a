import { createHash } from 'node:crypto';
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

/** Builds the page into web/dist, unless the sources are those of the last build. */
export async function buildWeb(root: string, onProgress: (sentence: string) => void): Promise<void> {
  const stamp = join(root, 'web', 'dist', '.built-from');
  const sources = await hashSources(root);
  if ((await readFile(stamp, 'utf8').catch(() => '')) === sources) return;
  onProgress('Building the page…');
  // A test runner sets NODE_ENV, which would make this a development build of React.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  await build({ root: join(root, 'web'), logLevel: 'warn' }).finally(() => {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  });
  await mkdir(join(root, 'web', 'dist'), { recursive: true });
  await writeFile(stamp, sources);
}

/** A hash over everything that the page is made of; the domain key of the hosted ChatKit is built in, so it counts. */
async function hashSources(root: string): Promise<string> {
  const hash = createHash('sha256').update(process.env.VITE_CHATKIT_DOMAIN_KEY ?? '');
  const files: string[] = ['package-lock.json'];
  const patterns = [
    'web/src/**/*.*',
    'web/public/**/*.*',
    'web/index.html',
    'web/vite.config.ts',
    'web/build/*.ts',
    'contract/src/*.ts',
  ];
  for await (const file of glob(patterns, { cwd: root })) files.push(file);
  for (const file of files.sort()) {
    hash.update(file).update(await readFile(join(root, file)));
  }
  return hash.digest('hex');
}
