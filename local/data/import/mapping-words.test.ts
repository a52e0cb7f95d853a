import { join } from 'node:path';
import { expect, it } from 'vitest';
import { useImportFolder } from '../testing/import-folder.ts';
import { putMapping } from '../testing/mapping-file.ts';

const folder = useImportFolder();

const good =
  'sources: { a: { file: a.csv } }\ntables: { products: { from: a, columns: { product_id: a.no } } }\n';
const source = (more: string) => good.replace('file: a.csv', more);
const table = (more: string) => good.replace('from: a', `from: a, ${more}`);

it.each([
  ['sources: {}\n', 'tables is missing'],
  ['sources:\ntables: {}\n', 'sources must be names, each with what it stands for'],
  [source(''), 'sources.a.file is missing'],
  [
    good.replace('{ file: a.csv }', ''),
    'sources.a must have keys: file, delimiter, encoding, skip, dateFormat, decimal, types',
  ],
  [source('file: 7'), 'sources.a.file must be the name of a file, or a list of such'],
  [source('file: []'), 'sources.a.file must not be empty'],
  [source('file: a.csv, skip: -1'), 'sources.a.skip must be 0 or more'],
  [source('file: a.csv, skip: 1.5'), 'sources.a.skip must be a whole number'],
  [source('file: a.csv, delimiter: "#"'), 'sources.a.delimiter must be one of "," ";" "\\t" "|"'],
  [
    source('file: a.csv, dateFormat: 7'),
    'sources.a.dateFormat must be a format such as "%d.%m.%Y", or a list of such',
  ],
  [
    source('file: a.csv, types: { no: MONEY }'),
    'sources.a.types.no must be one of STRING INT64 NUMERIC FLOAT64 BOOL DATE TIMESTAMP',
  ],
  [source('file: a.csv, types: no'), 'sources.a.types must be names, each with what it stands for'],
  [good.replace('{ a:', '{ "a b":'), 'sources.a b must be a plain name: letters, digits and _'],
  [good.replace('from: a, ', ''), 'tables.products.from is missing'],
  [good.replace('from: a', 'from: 7'), 'tables.products.from must be a text'],
  [table('joins: { source: a }'), 'tables.products.joins must be a list'],
  [table('joins: [{ source: a }]'), 'tables.products.joins.a.on is missing'],
  [table('joins: [{ source: a, on: x }, { on: y }]'), 'tables.products.joins.2.source is missing'],
  [table('joins: [{ source: a, on: x, many: some }]'), 'tables.products.joins.a.many must be true or false'],
  [table('where: ""'), 'tables.products.where must not be empty'],
  [table('oneRowPer: no'), 'tables.products.oneRowPer must be a list'],
  [table('oneRowPer: []'), 'tables.products.oneRowPer must not be empty'],
  [
    table('dateShift: { years: 1.5 }'),
    'tables.products.dateShift.years must be a whole number from -10000 to 10000',
  ],
  [
    good.replace('a.no', '[a.no]'),
    'tables.products.columns.product_id must be an expression, a number, true, false or null',
  ],
  [`${good}more: 1\n`, 'the file has no "more"; there are sources, tables'],
])('a mapping of %j is told that %s', async (text, message) => {
  expect(await folder.refuse(await putMapping(folder, text))).toMatchObject({
    code: 'mapping_invalid',
    message: `${join(folder.path, 'mapping.yaml')}: ${message}`,
  });
});

it.each([
  ['', 'is empty: it must have sources and tables, as docs/data-model.md shows.'],
  ['# nothing\n', 'is empty: it must have sources and tables, as docs/data-model.md shows.'],
  ['- a\n', 'must have sources and tables, as docs/data-model.md shows.'],
  ['a', 'must have sources and tables, as docs/data-model.md shows.'],
])('a file of %j %s', async (text, message) => {
  const { message: told } = await folder.refuse(await putMapping(folder, text));
  expect(told).toBe(`${join(folder.path, 'mapping.yaml')} ${message}`);
});
