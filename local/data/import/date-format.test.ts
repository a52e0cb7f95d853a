import { beforeEach, describe, expect, it } from 'vitest';
import { queryVersion, useImportFolder } from '../testing/import-folder.ts';
import { putMapping, toSalesMapping } from '../testing/mapping-file.ts';

const folder = useImportFolder();
beforeEach(async () => {
  await folder.put({ 'articles.csv': 'no,title\nA,Lamp\n' });
});

/** What becomes of days of sale: their rows, written as in a file. */
async function toMapping(format: string, type: string, ...days: string[]) {
  await folder.put({
    'sold.csv': `article,pieces,price,day\n${days.map((day) => `A,1,10,${day}\n`).join('')}`,
  });
  const sold = `{ file: sold.csv, ${format}types: { pieces: INT64, price: NUMERIC, day: ${type} } }`;
  return await putMapping(folder, toSalesMapping({ sold, changes: { order_date: 'sold.day' } }));
}

describe('the dateFormat of a source', () => {
  it.each([
    ['DATE', 'dateFormat: "%d/%m/%Y", ', ['31/03/2026']],
    ['DATE', 'dateFormat: "%d/%m/%Y %H:%M", ', ['31/03/2026 23:30']],
    ['TIMESTAMP', 'dateFormat: "%d/%m/%Y %H:%M", ', ['31/03/2026 23:30']],
    ['TIMESTAMP', 'dateFormat: "%d/%m/%Y %H:%M %z", ', ['01/04/2026 03:30 +0000']],
    ['TIMESTAMP', '', ['2026-03-31 23:30']],
    ['DATE', 'dateFormat: ["%d/%m/%Y %H:%M", "%d.%m.%Y"], ', ['31/03/2026 23:30', '31.03.2026']],
  ])('reads a %s with %s%j', async (type, format, days) => {
    const mapping = await toMapping(format, type, ...days);
    const { file } = await folder.run({ ...mapping, timeZone: 'America/New_York' });
    const rows = await queryVersion(file, 'SELECT order_date FROM sales_lines');
    expect(rows).toEqual(days.map(() => ['2026-03-31']));
  });

  it.each([
    [
      'DATE',
      'dateFormat: "%d/%m/%Y", ',
      '31/03/2026 17:45',
      'a date as %d/%m/%Y; dateFormat: "%d/%m/%Y %H:%M" reads it with its time',
    ],
    [
      'DATE',
      'dateFormat: "%d/%m/%Y", ',
      '31/03/2026 17:45:10',
      'a date as %d/%m/%Y; dateFormat: "%d/%m/%Y %H:%M:%S" reads it with its time',
    ],
    [
      'DATE',
      'dateFormat: "%d/%m/%Y", ',
      '31/03/2026 05:45 PM',
      'a date as %d/%m/%Y; dateFormat: "%d/%m/%Y %I:%M %p" reads it with its time',
    ],
    ['DATE', 'dateFormat: "%d/%m/%Y", ', '2026-03-31', 'a date as %d/%m/%Y'],
    ['TIMESTAMP', 'dateFormat: "%d/%m/%Y %H:%M", ', '2026-03-31 17:45', 'a time as %d/%m/%Y %H:%M'],
    [
      'DATE',
      'dateFormat: ["%d/%m/%Y", "%d.%m.%Y"], ',
      '31.03.2026 17:45',
      'a date as %d/%m/%Y or %d.%m.%Y; dateFormat: "%d.%m.%Y %H:%M" reads it with its time',
    ],
  ])('of a %s, %s%s is told %s', async (type, format, day, expected) => {
    const { issues } = await folder.refuse(await toMapping(format, type, day));
    expect(issues).toMatchObject([{ column: 'day', value: day, expected }]);
  });

  it('that is none is named', async () => {
    expect(await folder.refuse(await toMapping('dateFormat: "%d.%Q", ', 'DATE', '31.03.2026'))).toMatchObject(
      {
        code: 'mapping_invalid',
        message:
          'sources.sold.dateFormat: "%d.%Q" is no format of strptime: Unrecognized format for strftime/strptime: %Q',
      },
    );
  });

  it('that no column has is named', async () => {
    expect(
      await folder.refuse(await toMapping('dateFormat: "%d.%m.%Y", ', 'STRING', '31.03.2026')),
    ).toMatchObject({
      code: 'mapping_invalid',
      message:
        'sources.sold.dateFormat is for columns of type DATE or TIMESTAMP, and sources.sold.types has none.',
    });
  });
});
