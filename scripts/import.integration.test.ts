import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from './root.ts';

let folder: string;
let data: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-files-'));
  data = await mkdtemp(join(tmpdir(), 'import-data-'));
  await writeFile(join(folder, 'suppliers.csv'), 'supplier_id,name\nS1,Aldous\nS2,\n');
});
afterEach(() => Promise.all([folder, data].map((each) => rm(each, { recursive: true }))));

/** What the command prints and how it ends. */
async function run(args: string[]) {
  const script = join(root, 'scripts', 'import.ts');
  const env = { PATH: process.env.PATH, INIT_CWD: data, TALLYBOARD_DATA: data, NO_COLOR: '1' };
  return promisify(execFile)(process.execPath, [script, folder, ...args], { env }).then(
    ({ stdout }) => ({ code: 0, printed: stdout }),
    ({ code, stderr }) => ({ code, printed: String(stderr) }),
  );
}

test('a report that cannot be written stops the import before anything is replaced', async () => {
  const report = join(folder, 'none', 'report.json');
  const { code, printed } = await run(['--skip-bad-rows', '--report', report]);
  expect(code).toBe(1);
  expect(printed).toContain(`The report cannot be written to ${report}, so nothing was imported: ENOENT`);
  expect(await readdir(data)).toEqual([]);
});

test('the report of an import takes the place of the one before, whether or not it was refused', async () => {
  const report = join(folder, 'report.json');
  await writeFile(
    report,
    'the report of another import, and longer than the one that takes its place'.repeat(20),
  );
  const issue = {
    table: 'suppliers',
    file: 'suppliers.csv',
    row: 3,
    column: 'name',
    value: null,
    expected: 'given',
  };
  expect((await run(['--report', report])).code).toBe(1);
  expect(JSON.parse(await readFile(report, 'utf8'))).toEqual([issue]);
  expect((await run(['--report', report, '--skip-bad-rows'])).code).toBe(0);
  expect(JSON.parse(await readFile(report, 'utf8'))).toEqual([issue]);
});

test('the imported file is named from where the person stands, below the rows and what is worth a look', async () => {
  const mapping = join(folder, 'mapping.yaml');
  await writeFile(
    mapping,
    `sources: { list: { file: suppliers.csv } }
tables: { suppliers: { from: list, where: list.name IS NOT NULL, columns: { supplier_id: supplier_id, name: name } } }
`,
  );
  const { printed } = await run(['--mapping', mapping]);
  const told = printed.slice(printed.indexOf('suppliers  ')).replace(/\d{13}/, '1');
  expect(told).toContain('suppliers                         1 rows');
  expect(told).toContain('Worth a look:\n  suppliers: 1 row of "list" does not meet where.\n');
  expect(told).toContain('\nImported as warehouse/1.duckdb. ');
});
