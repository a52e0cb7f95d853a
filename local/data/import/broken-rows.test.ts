import { describe, expect, it } from 'vitest';
import {
  goodLine,
  products,
  queryVersion,
  salesHeader,
  useImportFolder,
  warehouses,
} from '../testing/import-folder.ts';

const folder = useImportFolder();

describe('a broken row', () => {
  const broken: [string, string, { column: string | null; value?: string; expected?: string }][] = [
    [
      'text for a number',
      '2,O2,sale,2026-03-31,W1,P1,store,two,12.5,0,25,10',
      { column: 'quantity', value: 'two', expected: 'a whole number such as 12' },
    ],
    [
      'a fraction for a whole number',
      '2,O2,sale,2026-03-31,W1,P1,store,1.5,12.5,0,18.75,10',
      { column: 'quantity', value: '1.5' },
    ],
    [
      'thousands separators',
      '2,O2,sale,2026-03-31,W1,P1,store,1,"1,200.50",0,1200.5,10',
      { column: 'unit_price', value: '1,200.50' },
    ],
    [
      'a day that does not exist',
      '2,O2,sale,2026-02-30,W1,P1,store,2,12.5,0,25,10',
      { column: 'order_date', value: '2026-02-30' },
    ],
    [
      'a day to come',
      '2,O2,sale,2027-02-01,W1,P1,store,2,12.5,0,25,10',
      { column: 'order_date', value: '2027-02-01' },
    ],
    ['a day long ago', '2,O2,sale,0202-02-01,W1,P1,store,2,12.5,0,25,10', { column: 'order_date' }],
    [
      'a negative sale',
      '2,O2,sale,2026-03-31,W1,P1,store,-2,12.5,0,-25,10',
      { column: 'quantity', value: '-2', expected: 'above 0 for a sale and below 0 for a return' },
    ],
    [
      'an unknown line type',
      '2,O2,gift,2026-03-31,W1,P1,store,2,12.5,0,25,10',
      { column: 'line_type', value: 'gift', expected: 'one of sale, return' },
    ],
    [
      'a total that does not add up',
      '2,O2,sale,2026-03-31,W1,P1,store,2,12.5,0,24,10',
      { column: 'net_amount', value: '24.000000' },
    ],
    [
      'a return that costs',
      '2,O2,return,2026-03-31,W1,P1,store,-2,12.5,0,-25,10',
      {
        column: 'cost_amount',
        value: '10.000000',
        expected: '0 or more for a sale and 0 or less for a return',
      },
    ],
    [
      'a sale of negative cost',
      '2,O2,sale,2026-03-31,W1,P1,store,2,12.5,0,25,-10',
      { column: 'cost_amount', value: '-10.000000' },
    ],
    [
      'a missing value',
      '2,O2,sale,2026-03-31,W1,P1,,2,12.5,0,25,10',
      { column: 'channel', expected: 'given' },
    ],
    [
      'an orphan',
      '2,O2,sale,2026-03-31,W1,P9,store,2,12.5,0,25,10',
      { column: 'product_id', value: 'P9', expected: 'a product_id of products' },
    ],
    [
      'a duplicate',
      '1,O2,sale,2026-03-31,W1,P1,store,2,12.5,0,25,10',
      { column: 'line_id', value: '1', expected: 'unique' },
    ],
    [
      'a value too few',
      '2,O2,sale,2026-03-31,W1,P1,store,2,12.5,0,25',
      { column: null, expected: 'the row must have 12 values, it has fewer' },
    ],
    [
      'a value too many',
      '2,O2,sale,2026-03-31,W1,P1,store,2,12.5,0,25,10,9',
      { column: null, expected: 'the row must have 12 values, it has more' },
    ],
    ['an open quote', '2,"O2,sale,2026-03-31,W1,P1,store,2,12.5,0,25,10', { column: null }],
  ];

  it.each(broken)('%s stops the import with its place', async (_, line, issue) => {
    await folder.put({
      'products.csv': products,
      'warehouses.csv': warehouses,
      'sales_lines.csv': `${salesHeader}${goodLine}${line}\n`,
    });
    const error = await folder.refuse();
    expect(error.code).toBe('rows_invalid');
    expect(error.message).toMatch(
      /^One row cannot be taken, so nothing was imported:\n {2}sales_lines.csv, row 3/,
    );
    expect(error.issues[0]).toMatchObject({ file: 'sales_lines.csv', row: 3, ...issue });
  });

  it('is left out and reported when bad rows may be skipped', async () => {
    await folder.put({
      'products.csv': `${products}P1,A-3,Again,1\nP3,,Without SKU,1\n`,
      'warehouses.csv': warehouses,
      'sales_lines.csv': `${salesHeader}broken\n${goodLine}3,O3,sale,2026-03-31,W1,P3,store,2,12.5,0,25,10\nworse,,,\n4,O4,sale,2026-04-01,W1,P2,store,x,12.5,0,25,10\n`,
    });
    const { file, badRows, issues, counts } = await folder.run({ skipBadRows: true });
    expect(counts).toMatchObject({ products: 2, sales_lines: 1 });
    expect(issues.map((issue) => [issue.file, issue.row, issue.column])).toEqual([
      ['products.csv', 4, 'product_id'],
      ['products.csv', 5, 'sku'],
      ['sales_lines.csv', 2, null],
      ['sales_lines.csv', 4, 'product_id'],
      ['sales_lines.csv', 5, null],
      ['sales_lines.csv', 6, 'quantity'],
    ]);
    expect(badRows).toBe(6);
    expect(await queryVersion(file, 'SELECT line_id FROM sales_lines')).toEqual([['1']]);
  });

  it.each([
    ['never', 'P8,A8,Bolt,1\n'],
    ['by a later quote', 'P8,A8,"Bolt",1\n'],
  ])('whose quote is closed %s stops the import, also when bad rows may be skipped', async (_, after) => {
    const rows = Array.from({ length: 500 }, (_, index) => `Q${index},B${index},Saw,1\n`).join('');
    await folder.put({ 'products.csv': `${products}P7,A7,"Nail,1\n${rows}${after}${rows}` });
    for (const skipBadRows of [false, true]) {
      const { code, message, issues } = await folder.refuse({ skipBadRows });
      expect(code).toBe('rows_invalid');
      expect(message).toContain('products.csv, row 4: a quote that is opened must be closed');
      expect(message).toContain('--skip-bad-rows');
      expect(issues).toMatchObject([{ file: 'products.csv', row: 4, column: null, value: 'P7,A7,"Nail,1' }]);
    }
  });

  it('is told once where several have the same mistake in what must be unique', async () => {
    await folder.put({
      'products.csv': `${products}P3,,Bolt,1\nP4,,Nut,1\n`,
      'warehouses.csv': warehouses,
      'sales_lines.csv': salesHeader + goodLine + goodLine.replace(/^1/, 'x') + goodLine.replace(/^1/, 'y'),
    });
    const { issues } = await folder.refuse();
    expect(issues.map(({ row, column, expected }) => [row, column, expected])).toEqual([
      [4, 'sku', 'given'],
      [5, 'sku', 'given'],
      [3, 'line_id', 'a whole number such as 12'],
      [4, 'line_id', 'a whole number such as 12'],
    ]);
  });

  it('costs no more time where it is one of thousands', async () => {
    const lines = Array.from({ length: 150_000 }, (_, index) =>
      index % 10 === 0 ? 'broken' : `P${index},S${index},Saw,1`,
    );
    await folder.put({
      'products.csv': `product_id,sku,name,list_price\n${lines.join('\n')}\n`,
      'warehouses.csv': warehouses,
    });
    const { counts, badRows, issues } = await folder.run({ skipBadRows: true });
    expect(counts.products).toBe(135_000);
    expect(badRows).toBe(15_000);
    expect(issues.at(-1)).toMatchObject({ row: 99_992, value: 'broken' });
  }, 10_000);
});
