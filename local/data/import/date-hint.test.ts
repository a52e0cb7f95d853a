import { describe, expect, it } from 'vitest';
import { catalogFiles, goodLine, salesHeader, useImportFolder } from '../testing/import-folder.ts';
import { putMapping, toSalesMapping } from '../testing/mapping-file.ts';
import { toDateHint } from './date-hint.ts';
import { toExpectation } from './sql-text.ts';

const folder = useImportFolder();

it.each([
  ['31.03.2026', '%d.%m.%Y'],
  ['3.4.26', '%d.%m.%y'],
  ['31/03/2026', '%d/%m/%Y'],
  ['3/31/2026', '%m/%d/%Y'],
  ['3/31/2026 5:45 PM', '%m/%d/%Y %I:%M %p'],
  ['31-03-2026 17:45:10', '%d-%m-%Y %H:%M:%S'],
  ['31.03.2026T17:45', '%d.%m.%YT%H:%M'],
  ['20260331', '%Y%m%d'],
])('%s is read by one format', (value, format) => {
  const [hint] = toDateHint([toGroup(value)], mapping);
  expect(hint).toBe(
    `Dates such as "${value}" are read by dateFormat: "${format}" in sources.sold beside the type DATE of day.`,
  );
});

it.each(['2026-02-30', '0206-10-02', '31.13.2026', '12.50', 'soon', '32/01/2026', '1/2/3/2026', ''])(
  '"%s" is read by none',
  (value) => expect(toDateHint([toGroup(value)], mapping)).toEqual([]),
);

describe('dates of another format', () => {
  it('are told how a mapping reads them, where there is none', async () => {
    const line = goodLine.replace('2026-03-31', '31.03.2026');
    await folder.put({ 'sales_lines.csv': salesHeader + line, ...catalogFiles });
    expect((await folder.refuse()).message.split('\n').at(-1)).toBe(
      'Mend them, add --skip-bad-rows, or give a --mapping file (docs/data-model.md). Dates such as "31.03.2026" are read by dateFormat: "%d.%m.%Y" in sources.sales_lines beside the type DATE of order_date.',
    );
  });

  it.each([
    [
      'tell which part is the day by any row',
      ['03/04/2026', '05/04/2026', '04/13/2026'],
      'Dates such as "04/13/2026" are read by dateFormat: "%m/%d/%Y" in sources.sold.',
    ],
    [
      'are read in two ways where no row tells it',
      ['03/04/2026', '05/04/2026'],
      'Dates such as "03/04/2026" are read, if the day is first, by dateFormat: "%d/%m/%Y" in sources.sold; if the month is, by dateFormat: "%m/%d/%Y".',
    ],
  ])('%s', async (_, days, hint) => {
    await folder.put({
      'articles.csv': 'no,title\nA,Lamp\n',
      'sold.csv': `article,pieces,price,day\n${days.map((day) => `A,1,10,${day}\n`).join('')}`,
    });
    const sold = '{ file: sold.csv, types: { pieces: INT64, price: NUMERIC, day: DATE } }';
    const text = toSalesMapping({ sold, changes: { order_date: 'sold.day' } });
    const { message } = await folder.refuse(await putMapping(folder, text));
    expect(message).toContain(`Mend them, or add --skip-bad-rows. ${hint}`);
  });
});

function toGroup(value: string) {
  const first = [{ file: 'sold.csv', row: 2, value }];
  const expected = toExpectation('DATE');
  return {
    table: 'sales_lines',
    column: 'order_date',
    expected,
    rows: 1,
    isOneValue: true,
    telling: null,
    first,
  };
}

const mapping = {
  sources: { sold: { file: 'sold.csv', skip: 0, types: {} } },
  tables: { sales_lines: { from: 'sold', joins: [], columns: { order_date: 'sold.day' } } },
};
