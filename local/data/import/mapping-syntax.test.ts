import { join } from 'node:path';
import { expect, it } from 'vitest';
import { useImportFolder } from '../testing/import-folder.ts';
import { putMapping } from '../testing/mapping-file.ts';

const folder = useImportFolder();

const quoted = `a value that begins with a quote must end with it: "'sale' || no" has both in double quotes; and each [ and { must have its ] or }.`;
const closed =
  'keys that belong together must begin in one column, and each [ and { before them must be closed.';
const sign = 'a value that begins with such a sign must be in quotes.';

it.each([
  ['sources: [', 1, 'sources: [', closed],
  ['sources:\n  a: { file: a.csv\ntables: {}\n', 3, 'tables: {}', closed],
  ['sources:\n  - a\n b: 1\n', 3, 'b: 1', closed],
  ["columns:\n  name: 'a' || 'b'\n", 2, "name: 'a' || 'b'", quoted],
  ["a: 'it's'\n", 1, "a: 'it's'", quoted],
  ['a: { b: 1 }}\n', 1, 'a: { b: 1 }}', quoted],
  [
    'x: 1\na: "one\n\ntwo: 2\n',
    2,
    'a: "one',
    'a quote that is opened must be closed, and a key be followed by ": " and its value.',
  ],
  [
    'a: b: c\n',
    1,
    'a: b: c',
    'a key and its value are on one line, and a value with ": " in it must be in quotes.',
  ],
  [
    'a\nb: 1\n',
    1,
    'a',
    'a key and its value are on one line, and a value with ": " in it must be in quotes.',
  ],
  ['a: { b: 1 c: 2 }\n', 1, 'a: { b: 1 c: 2 }', 'keys in { } must be parted by commas.'],
  ['a:\n\tb: 1\n', 2, 'b: 1', 'lines must be indented by spaces, not by tabs.'],
  ['a: 1\nb: 2\na: 3\n', 3, 'a: 3', 'a key must be there once.'],
  ['a: @b\n', 1, 'a: @b', sign],
  ['a: %b\n', 1, 'a: %b', sign],
  ['b: 1\na: *b\n', 2, 'a: *b', sign],
  ['a: !b c\n', 1, 'a: !b c', sign],
  ['a: "\\d"\n', 1, 'a: "\\d"', 'a backslash in double quotes must be doubled.'],
  ['a: 1\n---\nb: 2\n', 2, '---', 'the file must be one document, without such a line.'],
])('a mapping of %j is told the line and what is right', async (text, line, shown, right) => {
  expect(await folder.refuse(await putMapping(folder, text))).toMatchObject({
    code: 'mapping_invalid',
    message: `${join(folder.path, 'mapping.yaml')}, line ${line} is no YAML (${shown}): ${right}`,
  });
});
