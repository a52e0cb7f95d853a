import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './root.ts';

const run = (script: string, ...args: string[]) => runWith(process.env, script, ...args);

function runWith(env: NodeJS.ProcessEnv, script: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts', `${script}.ts`), ...args],
    {
      encoding: 'utf8',
      timeout: 30_000,
      env,
    },
  );
  return { status, stdout, stderr };
}

it('npm test says at --help how it is used, and does nothing else', () => {
  const { status, stdout } = run('test', '--help');
  expect([status, stdout.trimEnd().split('\n').length]).toEqual([0, 3]);
  expect(stdout).toContain('npm test');
});

it('npm run eval refuses words that no question has, before it starts anything', () => {
  expect(run('eval', 'no', 'such', 'question')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'No group and no question has "no such question" in it.\n',
  });
});

it.each([
  [['--data', 'constructor'], 'There is no company "constructor". There is: demo | '],
  [['--generated', '0'], '--generated is "0": it must be a whole number from 1 on'],
  [['--seed', 'x'], '--seed is "x": it must be a whole number from 1 on'],
])('npm run eval %j says what is wrong and how it is used', (args, problem) => {
  const { status, stdout, stderr } = run('eval', ...args);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain(problem);
  expect(stderr).toContain('npm run eval');
});

it('npm run eval leaves no folder behind when it does not start', async () => {
  const temporary = await mkdtemp(join(tmpdir(), 'eval-start-'));
  const environment = { ...process.env, TMPDIR: temporary, EVAL_DATA: '', DEMO_SCALE: 'much' };
  const { status, stderr } = runWith(environment, 'eval');
  expect([status, await readdir(temporary)]).toEqual([1, []]);
  expect(stderr).toContain('DEMO_SCALE');
  await rm(temporary, { recursive: true });
});

describe.each(['start', 'import', 'eval', 'attacks', 'audit'])('npm run %s', (script) => {
  it('says at --help how it is used, and does nothing else', () => {
    const { status, stdout } = run(script, '--help');
    expect(status).toBe(0);
    expect(stdout).toContain(script === 'start' ? 'npm start' : `npm run ${script}`);
  });

  it('refuses an option that it does not have, by its name', () => {
    const { status, stderr } = run(script, '--no-such-option');
    expect(status).toBe(1);
    expect(stderr).toContain('--no-such-option');
    expect(stderr).not.toContain('    at ');
  });
});

it('npm run import says at --help where an import goes, and which option is meant by one that it does not have', () => {
  expect(run('import', '--help').stdout).toContain('TALLYBOARD_DATA');
  expect(run('import', '.', '--maping', 'a.yaml').stderr).toBe(
    'There is no option --maping; did you mean "--mapping"?\n',
  );
});
