import { beforeEach, expect, it } from 'vitest';
import { queryVersion, useImportFolder } from '../testing/import-folder.ts';
import { putMapping } from '../testing/mapping-file.ts';
import { findNearest } from './nearest.ts';

it.each([
  ['bottle', ['style', 'Bottle Name', 'grower'], 'Bottle Name'],
  ['name', ['nam', 'Bottle Name'], 'nam'],
  ['quantty', ['quantity', 'price'], 'quantity'],
  ['colour', ['style', 'price'], undefined],
])('the nearest name to %s of %j is %s', (name, names, nearest) => {
  expect(findNearest(name, names)).toBe(nearest);
});

const folder = useImportFolder();
beforeEach(() => folder.put({ 'places.csv': 'code,Site Name,Area (km2)\nN,North,7\n' }));
const toMapping = (expression: string) =>
  putMapping(
    folder,
    `
sources: { place: { file: places.csv, types: { Area (km2): NUMERIC } } }
tables: { warehouses: { from: place, columns: { warehouse_id: place.code, name: ${JSON.stringify(expression)}, region: '2 * place."Area (km2)"' } } }
`,
  );

it('a column whose name is not one word is read in double quotes', async () => {
  const { file } = await folder.run(await toMapping('place."Site Name"'));
  expect(await queryVersion(file, 'SELECT name, region FROM warehouses')).toEqual([['North', '14.000000']]);
});

it.each([
  ['place.Site Name', 'A column whose name is not one word stands in double quotes: place."Site Name"'],
  ['place.site', '"place" has no column "site"; did you mean "Site Name"? It is written place."Site Name".'],
])('%s is told how the column is written', async (expression, hint) => {
  expect((await folder.refuse(await toMapping(expression))).message).toContain(hint);
});
