import { describe, expect, it } from 'vitest';
import { queryVersion, useImportFolder } from '../testing/import-folder.ts';
import { putMapping } from '../testing/mapping-file.ts';

const folder = useImportFolder();
const toMapping = (source: string) => `
sources: { place: { file: places.csv, ${source} } }
tables: { warehouses: { from: place, columns: { warehouse_id: place.code, name: place.name, region: place._row } } }
`;

describe('rows above the header', () => {
  it.each([
    ['a title', 'Our places,,\n', 1],
    ['the line by which Excel tells its delimiter', 'sep=,\n', 1],
    ['a title and a blank row', 'Our places\n\n', 2],
    ['a byte order mark', '\uFEFFOur places\n', 1],
  ])('are passed over by skip where they are %s', async (_, above, skip) => {
    await folder.put({ 'places.csv': `${above}code,name,area\nN,North,1\n\nS,South,2\n` });
    const { file } = await folder.run(await putMapping(folder, toMapping(`skip: ${skip}`)));
    expect(await queryVersion(file, 'SELECT warehouse_id, region FROM warehouses ORDER BY 1')).toEqual([
      ['N', `${skip + 2}`],
      ['S', `${skip + 4}`],
    ]);
  });

  it('count in the rows that a report names', async () => {
    await folder.put({ 'places.csv': 'Our places\n\n\ncode,name,area\nN,North,1\nbroken\n\nS,,2\n' });
    const mapping = await putMapping(folder, toMapping('skip: 3'));
    const { issues } = await folder.run({ ...mapping, skipBadRows: true });
    expect(issues.map(({ row, column }) => [row, column])).toEqual([
      [6, null],
      [8, 'name'],
    ]);
  });

  it.each([
    ['Our places,,', 'a column without a name: "Our places,,"'],
    ['sep=,', 'a column without a name: "sep=,"'],
  ])('are shown where skip is not given: %s', async (above, problem) => {
    await folder.put({ 'places.csv': `${above}\ncode,name,area\nN,North,1\n` });
    const { message } = await folder.refuse(await putMapping(folder, toMapping('skip: 0')));
    expect(message).toContain(
      `its first row must name the columns, and it has ${problem}. Rows above the header are passed over by skip: in the source`,
    );
  });

  it.each([
    ['of a mapping with types', 'types: { area: INT64 }'],
    ['of a mapping without any', 'skip: 0'],
  ])('are shown where every row below has more values: %s', async (_, source) => {
    await folder.put({ 'places.csv': 'Our places, printed 31/10/2026\ncode,name,area\nN,North,1\n' });
    const { message, code } = await folder.refuse(await putMapping(folder, toMapping(source)));
    expect([code, message]).toEqual([
      'file_unreadable',
      'places.csv: its first row must name the columns, and every row below has more values than it: "Our places", "printed 31/10/2026". Rows above the header are passed over by skip: in the source of a mapping.',
    ]);
  });

  it('are shown where they name no column of a table', async () => {
    await folder.put({ 'warehouses.csv': 'Warehouses\nwarehouse_id,name\nN,North\n' });
    expect((await folder.refuse()).message).toBe(
      'warehouses.csv: its first row must name the columns, and warehouses has no column "Warehouses". Rows above the header are passed over by skip: in the source of a mapping.',
    );
  });

  it('are none where one row has more values than the header', async () => {
    await folder.put({ 'places.csv': 'code,name,area\nN,North,1,2\nS,South,2\n' });
    const { message } = await folder.refuse(await putMapping(folder, toMapping('skip: 0')));
    expect(message).toContain('places.csv, row 2: the row must have 3 values, it has more');
  });

  it('are shown where they are taken for the only column', async () => {
    await folder.put({ 'places.csv': 'Our places\ncode;name;area\nN;North;1\n' });
    const there =
      'there is only "Our places". Rows above the header are passed over by skip: in the source of a mapping.';
    const byExpression = await folder.refuse(await putMapping(folder, toMapping('skip: 0')));
    expect(byExpression.message).toContain(`"place" has no column "code"; ${there}`);
    const byType = await folder.refuse(await putMapping(folder, toMapping('types: { code: STRING }')));
    expect(byType.message).toContain(`places.csv has no column "code"; ${there}`);
  });

  it('must end as the others do', async () => {
    await folder.put({ 'places.csv': 'sep=,\r\ncode,name,area\nN,North,1\n' });
    const { message } = await folder.refuse(await putMapping(folder, toMapping('skip: 1')));
    expect(message).toContain(
      'places.csv: the rows above the header and those below it must have the same line ends',
    );
  });

  it('cannot be more than the file has', async () => {
    await folder.put({ 'places.csv': 'code,name,area\n' });
    const { message } = await folder.refuse(await putMapping(folder, toMapping('skip: 4')));
    expect(message).toContain('places.csv has 1 row: its row 5 must name the columns.');
  });
});
