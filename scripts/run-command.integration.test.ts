import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { root } from './root.ts';

/** What a command prints and how it ends. */
async function run(name: string, ...args: string[]) {
  const script = join(root, 'scripts', `${name}.ts`);
  return promisify(execFile)(process.execPath, [script, ...args]).then(
    ({ stdout }) => ({ code: 0, printed: stdout }),
    ({ code, stderr }) => ({ code, printed: String(stderr) }),
  );
}

describe.each(['attacks', 'bundle', 'check', 'generate'])('%s', (name) => {
  it.each([
    ['--everything', 'There is no option --everything; there is only "--help"\n'],
    ['functions', 'It takes no "functions", only the options --help.\n'],
  ])('does nothing with %s, and says what it takes', async (word, printed) => {
    expect(await run(name, word)).toEqual({ code: 1, printed });
  });

  it('says what it does with --help', async () => {
    const { code, printed } = await run(name, '--help');
    expect({ code, printed }).toMatchObject({
      code: 0,
      printed: expect.stringContaining(`npm run ${name}\n`),
    });
  });
});
