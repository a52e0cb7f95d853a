import { beforeEach, expect, it } from 'vitest';
import { useImportFolder } from '../testing/import-folder.ts';
import { putMapping } from '../testing/mapping-file.ts';

const folder = useImportFolder();
beforeEach(async () => {
  await folder.put({
    'places.csv':
      'code,name,area,more\nN,North,1,1\nN,Northern,1,1\nS,South,2,1\nE,East,3,1\nW,West,4,9\nC,Central,4,1\n',
    'areas.csv': 'no,title\n1,Up\n1,Upper\n2,Down\n4,Side\n',
    'extras.csv': 'no\n1\n',
  });
});

const area = '{ source: area, on: area.no = place.area, many: true';

it.each([
  [
    'a join that is required',
    `joins: [${area}, required: true }]\n    where: place.code <> 'N'`,
    ['1 row of "place" finds none of "area" (required: true)', '2 rows of "place" do not meet where'],
  ],
  [
    'a join behind another',
    `joins: [${area}, required: true }, { source: extra, on: extra.no = place.more, required: true }]\n    oneRowPer: [warehouse_id]`,
    [
      '1 row of "place" finds none of "area" (required: true)',
      '1 row of "place" finds none of "extra" (required: true)',
      '1 row of "place" follows another one of the same warehouse_id (oneRowPer)',
    ],
  ],
  [
    'where and oneRowPer',
    `where: place.area <> '2'\n    oneRowPer: [warehouse_id]`,
    [
      '1 row of "place" does not meet where',
      '1 row of "place" follows another one of the same warehouse_id (oneRowPer)',
    ],
  ],
  [
    'where alone, as its partners are not other rows,',
    `joins: [${area} }]\n    where: place.name <> 'Northern'\n    oneRowPer: [warehouse_id]`,
    ['1 row of "place" does not meet where'],
  ],
])('rows that are left out by %s are told', async (_, more, lines) => {
  const text = `
sources:
  place: { file: places.csv }
  area: { file: areas.csv }
  extra: { file: extras.csv }
tables:
  warehouses:
    from: place
    ${more}
    columns: { warehouse_id: place.code, name: place.name }
`;
  const { notes } = await folder.run(await putMapping(folder, text));
  expect(notes).toEqual(lines.map((line) => `warehouses: ${line}.`));
});

it('nothing is told where all rows are taken', async () => {
  const text = `
sources: { place: { file: places.csv } }
tables:
  warehouses: { from: place, where: place.code IS NOT NULL, columns: { warehouse_id: place.name, name: place.name } }
`;
  const { notes } = await folder.run(await putMapping(folder, text));
  expect(notes).toEqual([]);
});
