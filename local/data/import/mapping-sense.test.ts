import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { useImportFolder } from '../testing/import-folder.ts';
import { putMapping } from '../testing/mapping-file.ts';

const folder = useImportFolder();
beforeEach(() => folder.put({ 'places.csv': 'no,title\nA,Main\nB,Other\n' }));

const toMapping = (name: string, more = '', sources = '') => `
sources: { place: { file: places.csv, types: { title: STRING } }${sources} }
tables:
  warehouses: { from: place, ${more} columns: { warehouse_id: place.no, name: "${name}" } }
`;

describe('a mapping that DuckDB would refuse in its own words', () => {
  it.each([
    [
      toMapping('place.title', '', ', Place: { file: places.csv }'),
      'sources.Place differs from sources.place in capitals alone: give it another name',
    ],
    [
      toMapping('place.title', 'dateShift: { years: 999999999999 },'),
      'tables.warehouses.dateShift.years must be a whole number from -10000 to 10000',
    ],
    [
      toMapping('place.title', 'joins: [{ source: place, on: place.no = place.no }],'),
      'tables.warehouses.joins.place.source is read already: give its file to a second source, and join that',
    ],
    [
      toMapping(
        'place.title',
        'joins: [{ source: x, on: x.no = place.no }, { source: x, on: x.no = place.no }],',
        ', x: { file: places.csv }',
      ),
      'tables.warehouses.joins.x.source is read already: give its file to a second source, and join that',
    ],
  ])('is told in ours, with its file: %s', async (text, message) => {
    const error = await folder.refuse(await putMapping(folder, text));
    expect(error).toMatchObject({
      code: 'mapping_invalid',
      message: `${join(folder.path, 'mapping.yaml')}: ${message}`,
    });
  });

  it.each([
    ['*', 'is no DuckDB expression: it is more than one value'],
    ["COLUMNS('t.*')", 'is no DuckDB expression: it is more than one value'],
    [
      'max(place.title)',
      'cannot be calculated: it makes one row of several. Write OVER (), or OVER (PARTITION BY …), after the function.',
    ],
    [
      'max(place.title) || place.no',
      'cannot be calculated: it makes one row of several. Write OVER (), or OVER (PARTITION BY …), after the function.',
    ],
  ])('is told in ours, with its expression: %s', async (expression, problem) => {
    const error = await folder.refuse(await putMapping(folder, toMapping(expression)));
    expect(error).toMatchObject({
      code: 'mapping_invalid',
      message: `tables.warehouses.columns.name: "${expression}" ${problem}`,
    });
  });

  it('is taken where it counts over a window', async () => {
    const { counts } = await folder.run(
      await putMapping(folder, toMapping('place.title || count(*) OVER ()')),
    );
    expect(counts).toMatchObject({ warehouses: 2 });
  });
});
