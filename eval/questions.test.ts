import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readQuestions } from './questions.ts';

test.each([
  ['a key that there is not', 'groups: { a: [{ ask: x, glod: y }] }', 'Unrecognized key: "glod"'],
  ['no YAML', 'groups: [', 'Flow sequence'],
])('a file with %s is named with what is wrong', async (_, groups, problem) => {
  const folder = await mkdtemp(join(tmpdir(), 'tallyboard-questions-'));
  const file = join(folder, 'mine.yaml');
  try {
    await writeFile(file, `periods: {}\ntexts: {}\n${groups}\n`);
    const message = await readQuestions(file).catch((error: Error) => error.message);
    expect(message).toContain(`The questions of ${file} cannot be read: `);
    expect(message).toContain(problem);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a file that is not there is named', async () => {
  await expect(readQuestions('/no/such.yaml')).rejects.toThrow(
    'The questions of /no/such.yaml cannot be read',
  );
});
