import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { queryVersion, useImportFolder } from '../testing/import-folder.ts';
import { putMapping } from '../testing/mapping-file.ts';

const folder = useImportFolder();
beforeEach(async () => {
  await folder.put({
    'places.csv': 'code,name,area,since\nN,North,1,2020\nS,South,2,2020\n',
    'areas.csv': 'no,title,from\n1,Up,1\n1,Upper,2\n2,Down,1\n2,Downer,1\n2,Downest,1\n',
  });
});

const toMapping = (join: string, more = '', region = 'area.title') => `
sources:
  place: { file: places.csv }
  area: { file: areas.csv, types: { from: INT64 } }
  other: { file: areas.csv }
tables:
  warehouses:
    from: place
    joins:
      - ${join}
    ${more}
    columns: { warehouse_id: place.code, name: place.name, region: ${JSON.stringify(region)} }
`;

describe('a join that finds several partners for a row', () => {
  it('is refused with the values that have them', async () => {
    const text = toMapping('{ source: area, on: area.no = place.area }');
    expect(await folder.refuse(await putMapping(folder, text))).toMatchObject({
      code: 'several_partners',
      message: [
        'tables.warehouses.joins.area: 2 rows of "place" find several partners in "area", and each would become as many rows:',
        '  place.area is "1": areas.csv, rows 2, 3 (1 row of "place")',
        '  place.area is "2": areas.csv, rows 4, 5, … (1 row of "place")',
        'Make the condition find one, take the others out of the file, or write many: true in the join where several rows are meant, or added up (docs/data-model.md).',
      ].join('\n'),
    });
    expect((await folder.refuse({ ...(await putMapping(folder, text)), skipBadRows: true })).code).toBe(
      'several_partners',
    );
  });

  it.each([
    ['by where', '{ source: area, on: area.no = place.area }', "where: area.from = 1 AND place.code = 'N'"],
    ['by its condition', '{ source: area, on: area.no = place.area AND area.from = 2, required: true }', ''],
  ])('is taken where one is left %s', async (_, join, more) => {
    const { counts } = await folder.run(await putMapping(folder, toMapping(join, more)));
    expect(counts.warehouses).toBe(1);
  });

  it('is refused, too, where oneRowPer would take one of them', async () => {
    const text = toMapping('{ source: area, on: area.no = place.area }', 'oneRowPer: [warehouse_id]');
    expect((await folder.refuse(await putMapping(folder, text))).code).toBe('several_partners');
  });

  it('is refused, too, where another row finds none and the numbers of rows agree', async () => {
    await folder.put({ 'areas.csv': 'no,title,from\n1,Up,1\n1,Upper,2\n' });
    const text = toMapping('{ source: area, on: area.no = place.area, required: true }');
    const { message } = await folder.refuse(await putMapping(folder, text));
    expect(message).toContain(
      '1 row of "place" finds several partners in "area", and it would become as many rows:',
    );
  });

  it('without a column of the row names the row', async () => {
    const text = toMapping('{ source: area, on: area.from = 2 OR area.from = 1 }');
    const { message } = await folder.refuse(await putMapping(folder, text));
    expect(message).toContain('2 rows of "place" find several partners in "area"');
    expect(message).toContain('\n  areas.csv, rows 2, 3, … (2 rows of "place")\n');
  });

  it('is the one that is named, and not the one after it', async () => {
    const text = toMapping(
      '{ source: other, on: other.title = place.name }\n      - { source: area, on: area.no = place.area }',
    );
    const { message } = await folder.refuse(await putMapping(folder, text));
    expect(message).toContain(
      'tables.warehouses.joins.area: 2 rows of "place" find several partners in "area"',
    );
  });

  it('names five values at most', async () => {
    const rows = (row: (no: number) => string) => Array.from({ length: 9 }, (_, no) => row(no)).join('\n');
    await folder.put({
      'places.csv': `code,name,area,since\n${rows((no) => `P${no},Place,${no},2020`)}\n`,
      'areas.csv': `no,title,from\n${rows((no) => `${no},A,1\n${no},B,2`)}\n`,
    });
    const text = toMapping('{ source: area, on: area.no = place.area }');
    const { message } = await folder.refuse(await putMapping(folder, text));
    expect(message.match(/place\.area is/g)).toHaveLength(5);
    expect(message).toContain('\n  … and 4 more\n');
  });

  it('makes as many rows where that is said', async () => {
    const text = toMapping('{ source: area, on: area.no = place.area, many: true }').replace(
      'warehouse_id: place.code',
      `warehouse_id: "place.code || area._row"`,
    );
    const { file, counts } = await folder.run(await putMapping(folder, text));
    expect(counts.warehouses).toBe(5);
    expect(await queryVersion(file, 'SELECT warehouse_id FROM warehouses ORDER BY 1')).toEqual([
      ['N2'],
      ['N3'],
      ['S4'],
      ['S5'],
      ['S6'],
    ]);
  });

  it('gives the first partner in its file to oneRowPer', async () => {
    const text = toMapping(
      '{ source: area, on: area.no = place.area, many: true }',
      'oneRowPer: [warehouse_id]',
    );
    const { file } = await folder.run(await putMapping(folder, text));
    expect(await queryVersion(file, 'SELECT warehouse_id, region FROM warehouses ORDER BY 1')).toEqual([
      ['N', 'Up'],
      ['S', 'Down'],
    ]);
  });

  it('of several joins that are meant, one that is not is still refused', async () => {
    const text = toMapping(
      '{ source: other, on: other.no = place.area, many: true }\n      - { source: area, on: area.no = place.area }',
    );
    const { message } = await folder.refuse(await putMapping(folder, text));
    expect(message).toContain(
      'tables.warehouses.joins.area: 2 rows of "place" find several partners in "area"',
    );
  });
});

it('several rows of a source are added up into one, as docs/data-model.md shows', async () => {
  await folder.put({
    'articles.csv': 'no,title\nA,Lamp\n',
    'sites.csv': 'code,name\nN,North\n',
    'purchases.csv':
      'po,line,vendor,site,article,placed,promised,pieces,price,state\nO1,1,V,N,A,2026-01-05,2026-01-12,10,2.5,received\nO1,2,V,N,A,2026-01-05,2026-01-12,7,2.5,open\n',
    'deliveries.csv': 'po,line,arrived,pieces,damaged\nO1,1,2026-01-10,6,1\nO1,1,2026-01-14,4,0\n',
  });
  const page = await readFile(join(import.meta.dirname, '../../../docs/data-model.md'), 'utf8');
  const [, block = ''] = /```yaml\n([^`]*deliveries\.csv[^`]*)```/.exec(page) ?? [];
  const example = parse(block);
  const others = parse(`
sources: { article: { file: articles.csv }, site: { file: sites.csv } }
tables:
  products: { from: article, columns: { product_id: no, sku: no, name: title } }
  warehouses: { from: site, columns: { warehouse_id: code, name: name } }
  purchase_order_lines:
    columns:
      { supplier_id: purchase.vendor, warehouse_id: purchase.site, product_id: purchase.article, ordered_on: purchase.placed,
        expected_on: purchase.promised, ordered_quantity: purchase.pieces, unit_cost: purchase.price, status: purchase.state }
`);
  const lines = example.tables.purchase_order_lines;
  const columns = { ...others.tables.purchase_order_lines.columns, ...lines.columns };
  const mapping = {
    sources: { ...others.sources, ...example.sources },
    tables: { ...others.tables, purchase_order_lines: { ...lines, columns } },
  };
  const { file, counts } = await folder.run(await putMapping(folder, JSON.stringify(mapping)));
  expect(counts.purchase_order_lines).toBe(2);
  const figures = 'line_number, received_on, received_quantity, rejected_quantity';
  expect(await queryVersion(file, `SELECT ${figures} FROM purchase_order_lines ORDER BY 1`)).toEqual([
    ['1', '2026-01-14', '10', '1'],
    ['2', null, '0', '0'],
  ]);
});
