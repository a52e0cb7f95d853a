import { describe, expect, it } from 'vitest';
import { queryVersion, useImportFolder } from '../testing/import-folder.ts';
import { putMapping, toSalesMapping } from '../testing/mapping-file.ts';

const folder = useImportFolder();
const put = (...prices: string[]) =>
  folder.put({
    'articles.csv': 'no,title\nA,Lamp\n',
    'sold.csv': `article;pieces;price\n${prices.map((price) => `A;1;${price}\n`).join('')}`,
  });
const toMapping = (source: string, changes = {}) =>
  putMapping(folder, toSalesMapping({ sold: `{ file: sold.csv, ${source} }`, changes }));
const types = 'types: { pieces: INT64, price: NUMERIC }';

describe('numbers with a comma', () => {
  it('are read by decimal', async () => {
    await put('25,25', '1.234,50', '1.000', '7', ',5');
    const { file } = await folder.run(await toMapping(`decimal: ",", ${types}`));
    expect(await queryVersion(file, 'SELECT unit_price FROM sales_lines ORDER BY line_id')).toEqual([
      ['25.250000'],
      ['1234.500000'],
      ['1000.000000'],
      ['7.000000'],
      ['0.500000'],
    ]);
  });

  it('are refused where points are in other places, and where it is a sign', async () => {
    await put('25.25', '1.23,5', ',');
    const { message } = await folder.refuse(await toMapping(`decimal: ",", ${types}`));
    expect(message).toContain('sold.csv, price must be a number such as 1234,5: 3 rows');
  });

  it('need a column of numbers', async () => {
    await put('25,25');
    const { message } = await folder.refuse(await toMapping('decimal: ","'));
    expect(message).toBe(
      'sources.sold.decimal is for columns of type NUMERIC, FLOAT64 or INT64, and sources.sold.types has none.',
    );
  });
});

describe('a number as people write it', () => {
  const untyped = 'types: { pieces: INT64 }';
  const changes = { unit_price: 'sold.price', net_amount: '0' };
  const once = 'are read by an expression once price is without a type in sources.sold.types';
  it.each([
    ['25,25', types, 'are read by decimal: "," in sources.sold.'],
    ['25,25', untyped, 'are read by decimal: "," in sources.sold beside the type NUMERIC of price.'],
    ['£62.25', types, `${once}: replace(sold.price, '£', '')::NUMERIC(18,6).`],
    ['1,234.50', types, `${once}: replace(sold.price, ',', '')::NUMERIC(18,6).`],
    ['£62.25', untyped, `are read by an expression: replace(sold.price, '£', '')::NUMERIC(18,6).`],
    [
      '1.234,50 €',
      untyped,
      `are read by an expression: replace(replace(replace(sold.price, '€', ''), '.', ''), ',', '.')::NUMERIC(18,6).`,
    ],
  ])('is told how it is read: %s', async (price, source, hint) => {
    await put(price);
    const { message } = await folder.refuse(await toMapping(source, changes));
    expect(message).toContain(`Numbers such as ${JSON.stringify(price)} ${hint}`);
  });

  it.each([
    [
      '5,560',
      types,
      `are read, if the comma is the decimal sign, by decimal: "," in sources.sold; if it separates thousands, by an expression once price is without a type in sources.sold.types: replace(sold.price, ',', '')::NUMERIC(18,6).`,
    ],
    [
      '£5,560',
      untyped,
      `are read, if the comma is the decimal sign, by an expression: replace(replace(sold.price, '£', ''), ',', '.')::NUMERIC(18,6); if it separates thousands, by an expression: replace(replace(sold.price, '£', ''), ',', '')::NUMERIC(18,6).`,
    ],
  ])('may be meant in two ways: %s', async (price, source, hint) => {
    await put('12', price);
    const { message } = await folder.refuse(await toMapping(source, changes));
    expect(message).toContain(`Numbers such as ${JSON.stringify(price)} ${hint}`);
  });

  it.each([
    ['0,043', 'are read by decimal: "," in sources.sold.'],
    ['19,50', 'are read by decimal: "," in sources.sold.'],
    ['1.234,500', 'are read by decimal: "," in sources.sold.'],
    ['1,234.50', `${once}: replace(sold.price, ',', '')::NUMERIC(18,6).`],
    ['1,234,500', `${once}: replace(sold.price, ',', '')::NUMERIC(18,6).`],
  ])('is meant as another row of the column tells: %s', async (price, hint) => {
    await put('1,230', '5,560', price, '2,000');
    const { message } = await folder.refuse(await toMapping(types, changes));
    expect(message).toContain(`Numbers such as ${JSON.stringify(price)} ${hint}`);
  });

  it.each(['few', 'GRAND TOTAL 12', '12-13', '1.2.3'])('is something else: %s', async (price) => {
    await put(price);
    const { message } = await folder.refuse(await toMapping(types, changes));
    expect(message).not.toContain('Numbers such as');
  });

  it('is read by the expression that is told', async () => {
    await put('£1,062.25');
    const price = "replace(replace(sold.price, '£', ''), ',', '')::NUMERIC(18,6)";
    const net_amount = `sold.pieces * ${price}`;
    const { file } = await folder.run(await toMapping(untyped, { unit_price: price, net_amount }));
    expect(await queryVersion(file, 'SELECT net_amount FROM sales_lines')).toEqual([['1062.250000']]);
  });
});
