import { describe, expect, it } from 'vitest';
import { goodLine, products, salesHeader, useImportFolder, warehouses } from '../testing/import-folder.ts';
import { putMapping, toSalesMapping } from '../testing/mapping-file.ts';

const folder = useImportFolder();

describe('rows with the same mistake', () => {
  const bad = Array.from({ length: 1_200 }, (_, row) =>
    goodLine
      .replace(/^1,/, `${row + 2},`)
      .replace('store,2', 'store,-2')
      .replace(',25,', ',-25,'),
  );

  it('are told once, with how many they are and the first two', async () => {
    await folder.put({
      'products.csv': `${products}P3,,Bolt,1\n`,
      'warehouses.csv': warehouses,
      'sales_lines.csv': salesHeader + goodLine + bad.join(''),
    });
    const { message, issues } = await folder.refuse();
    expect(message).toBe(
      [
        '1,201 rows cannot be taken, so nothing was imported:',
        '  sales_lines.quantity must be above 0 for a sale and below 0 for a return: 1,200 rows, such as',
        '    sales_lines.csv, row 3: "-2"',
        '    sales_lines.csv, row 4: "-2"',
        '  products.csv, row 4, sku is empty: it must be given',
        'Mend them, or add --skip-bad-rows. --report file.json writes each row.',
      ].join('\n'),
    );
    expect(issues).toHaveLength(1_201);
    const { badRows, problems } = await folder.run({ skipBadRows: true });
    expect([badRows, problems]).toEqual([1_201, message.split('\n').slice(1, -1)]);
  });

  it('are told by file where they are broken before a table is filled', async () => {
    await folder.put({
      'products.csv': `${products}P3\nP4\nP5\n`,
      'warehouses.csv': `${warehouses}W2\nW3\n`,
    });
    expect((await folder.refuse()).message.split('\n').slice(1, -1)).toEqual([
      '  products.csv: the row must have 4 values, it has fewer: 3 rows, such as',
      '    row 4: "P3"',
      '    row 5: "P4"',
      '  warehouses.csv: the row must have 2 values, it has fewer: 2 rows, such as',
      '    row 3: "W2"',
      '    row 4: "W3"',
    ]);
  });

  it('are as many as in the file where each became several rows of a table', async () => {
    await folder.put({
      'places.csv': 'code,name,area\nN,,1\nS,South,2\n',
      'areas.csv': 'no,title\n1,Up\n1,Upper\n2,Down\n',
    });
    const text = `
sources: { place: { file: places.csv }, area: { file: areas.csv } }
tables:
  warehouses:
    from: place
    joins: [{ source: area, on: area.no = place.area, many: true }]
    columns: { warehouse_id: code || area.title, name: place.name }
`;
    const { message } = await folder.refuse(await putMapping(folder, text));
    expect(message).toBe(
      [
        'One row cannot be taken, so nothing was imported:',
        '  places.csv, row 2, name is empty: it must be given',
        'Mend them, or add --skip-bad-rows.',
      ].join('\n'),
    );
  });

  it('are ten kinds at most', async () => {
    const lines = Array.from({ length: 12 }, (_, at) => {
      const names = salesHeader.trim().split(',');
      return goodLine
        .trim()
        .split(',')
        .map((value, index) => (index === at ? '' : names[index] === 'line_id' ? `${at}` : value))
        .join(',');
    });
    await folder.put({
      'products.csv': products,
      'warehouses.csv': warehouses,
      'sales_lines.csv': `${salesHeader}${lines.join('\n')}\n`,
    });
    const told = (await folder.refuse()).message.split('\n');
    expect(told.slice(-2)).toEqual([
      '  … and 2 other problems',
      'Mend them, or add --skip-bad-rows. --report file.json writes each row.',
    ]);
    expect(told).toHaveLength(13);
  });
});

describe('rows whose id refers to nothing', () => {
  const sold = '{ file: sold.csv, types: { pieces: INT64, price: NUMERIC } }';
  const refuse = async (...articles: string[]) => {
    await folder.put({
      'articles.csv': 'no,title\nA,Lamp\n',
      'sold.csv': `article,pieces,price\nA,1,10\n${articles.map((article) => `${article},1,10\n`).join('')}`,
    });
    return (await folder.refuse(await putMapping(folder, toSalesMapping({ sold })))).message
      .split('\n')
      .at(-1);
  };
  const start =
    'Mend them, or add --skip-bad-rows. Rows of "sold" that are no rows of sales_lines are left out by where: in tables.sales_lines of the mapping';

  it.each([
    [
      'of one value',
      ['VOUCHER', 'VOUCHER'],
      `${start}, such as where: sold.article IS DISTINCT FROM 'VOUCHER'.`,
    ],
    ['of none', ['', ''], `${start}, such as where: sold.article IS NOT NULL.`],
    ['of several values', ['VOUCHER', 'CARD'], `${start}.`],
  ])('may be no rows of the table, where they are several %s', async (_, articles, message) => {
    expect(await refuse(...articles)).toBe(message);
  });

  it('are most likely no rows of the table where all have one value', async () => {
    const changes = { customer_id: 'sold.article' };
    await folder.put({
      'articles.csv': 'no,title\nA,Lamp\nB,Desk\n',
      'people.csv': 'no,name\nX,Ann\n',
      'sold.csv': 'article,pieces,price\nA,1,10\nB,1,10\nVOUCHER,1,10\nVOUCHER,1,10\n',
    });
    const mapping = toSalesMapping({ sold, more: 'people: { file: people.csv }', changes });
    const text = `${mapping}  customers: { from: people, columns: { customer_id: no, name: name, region: name, segment: name } }\n`;
    const { message } = await folder.refuse(await putMapping(folder, text));
    expect(message).toContain('sales_lines.customer_id must be a customer_id of customers: 4 rows');
    expect(message.split('\n').at(-1)).toContain(`, such as where: sold.article IS DISTINCT FROM 'VOUCHER'.`);
  });

  it.each([
    [['CASH', 'CASH'], `, such as where: sold.person IS DISTINCT FROM 'CASH'.`],
    [['CASH', 'COD'], '.'],
  ])('may have none where the column may be empty: %s', async (people, end) => {
    const changes = { customer_id: 'sold.person' };
    await folder.put({
      'articles.csv': 'no,title\nA,Lamp\n',
      'people.csv': 'no,name\nX,Ann\n',
      'sold.csv': `article,pieces,price,person\nA,1,10,X\n${people.map((person) => `A,1,10,${person}\n`).join('')}`,
    });
    const mapping = toSalesMapping({ sold, more: 'people: { file: people.csv }', changes });
    const customers = '  customers: { from: people, columns: { customer_id: no, name: name } }\n';
    const { message } = await folder.refuse(await putMapping(folder, mapping + customers));
    const where = start.replace('Mend them, or add --skip-bad-rows. ', '');
    expect(message.split('\n').at(-1)).toBe(
      `Mend them, or add --skip-bad-rows. customer_id may be empty: nullif(sold.person, 'CASH') in tables.sales_lines.columns takes the rows of "CASH" without one. ${where}${end}`,
    );
    const text = mapping.replace('"sold.person"', `"nullif(sold.person, 'CASH')"`) + customers;
    const { counts } = await folder.run({ ...(await putMapping(folder, text)), skipBadRows: true });
    expect(counts.sales_lines).toBe(people.includes('COD') ? 2 : 3);
  });

  it('are wrong where it is one', async () => {
    expect(await refuse('VOUCHER')).toBe('Mend them, or add --skip-bad-rows.');
  });

  it('are wrong where there is no mapping', async () => {
    const lines = ['V', 'V'].map((product, at) => goodLine.replace(/^1/, `${at}`).replace('P1', product));
    await folder.put({
      'products.csv': products,
      'warehouses.csv': warehouses,
      'sales_lines.csv': salesHeader + lines.join(''),
    });
    expect((await folder.refuse()).message.split('\n').at(-1)).toBe('Mend them, or add --skip-bad-rows.');
  });
});
