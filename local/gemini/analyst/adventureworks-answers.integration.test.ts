import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../scripts/root.ts';
import { importFolder } from '../../data/import-folder.ts';
import { formatFigure } from './answer/format-figure.ts';
import { openAnalyst, tablesFolder } from './test-warehouse.ts';

const csvFolder = join(root, '..', 'shared', 'data', 'adventureworks');
const present = existsSync(csvFolder);
if (!present) console.log(`The AdventureWorks answers are not tested: there is no folder ${csvFolder}.`);

/** Another company: names with sizes and colours, no segments in regions, sales that end in 2014, no stock movements. */
describe.skipIf(!present)('on the imported AdventureWorks data', () => {
  let folder = '';
  let analyst: Awaited<ReturnType<typeof openAnalyst>>;
  let query: (sql: string) => Promise<unknown>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'analyst-aw-'));
    const { file } = await importFolder({
      ...{ folder: csvFolder, warehouseFolder: folder, tablesFolder, dataset: 'tallyboard' },
      mappingFile: join(root, 'bigquery', 'mappings', 'adventureworks.yaml'),
    });
    analyst = await openAnalyst(folder);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`ATTACH '${file}' AS company (READ_ONLY); USE company.tallyboard`);
    query = async (sql) => (await connection.runAndReadAll(sql)).getRows()[0]?.[0];
  }, 60_000);
  afterAll(async () => {
    await analyst?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const named = (name: string) => `product_id IN (SELECT product_id FROM products WHERE ${name})`;
  const sold = (where: string) => `SELECT sum(net_amount)::DOUBLE FROM sales_lines WHERE ${where}`;
  const held = (where: string) => `SELECT sum(on_hand)::DOUBLE FROM stock_snapshots WHERE ${where}`;
  /** Sales are of one location, stock is kept in others: what was sold without a stock record there is demand as well. */
  const covered = (where: string) => `SELECT
    (SELECT sum(on_hand - reserved) FROM stock_snapshots WHERE ${where})::DOUBLE
    / (SELECT sum(quantity) / 91 FROM sales_lines WHERE ${where} AND line_type = 'sale'
      AND order_date BETWEEN '2014-04-01' AND '2014-06-30' AND product_id IN (SELECT product_id FROM stock_snapshots))`;
  const in2013 = 'year(order_date) = 2013';

  test.each([
    [
      'sales of Road-150 Red, 62 in 2012',
      'currency',
      sold(`year(order_date) = 2012 AND ${named("sku = 'BK-R93R-62'")}`),
    ],
    [
      'mountain 200 black 38 revenue in 2013',
      'currency',
      sold(`${in2013} AND ${named("sku = 'BK-M68B-38'")}`),
    ],
    [
      'sales of mountain-200 black, size 38, in 2013',
      'currency',
      sold(`${in2013} AND ${named("sku = 'BK-M68B-38'")}`),
    ],
    [
      'revenue of HL mountain frame black 38 in 2013',
      'currency',
      sold(`${in2013} AND ${named("sku = 'FR-M94B-38'")}`),
    ],
    [
      "sales of Women's Mountain Shorts, S in 2013",
      'currency',
      sold(`${in2013} AND ${named("sku = 'SH-W890-S'")}`),
    ],
    [
      'racing socks L revenue in 2013',
      'currency',
      sold(`${in2013} AND ${named("name = 'Racing Socks, L'")}`),
    ],
    [
      'revenue of racing socks in 2013',
      'currency',
      sold(`${in2013} AND ${named("name LIKE 'Racing Socks%'")}`),
    ],
    ['days of cover of Mountain-200 Black, 38', 'days', covered(named("sku = 'BK-M68B-38'"))],
    ['days of cover of bikes', 'days', covered(named("category = 'Bikes'"))],
    ['days of cover in total', 'days', covered('true')],
    ['stock of Half-Finger Gloves, L', 'units', held(named("name = 'Half-Finger Gloves, L'"))],
    ['stock of Lower Head Race', 'units', held(named("name = 'Lower Head Race'"))],
    ['stock of thin-jam hex nut 3', 'units', held(named("name = 'Thin-Jam Hex Nut 3'"))],
    ['product 771 sales in 2012', 'currency', sold("year(order_date) = 2012 AND product_id = '771'")],
    ['revenue in Territory 4 in 2013', 'currency', sold(`${in2013} AND region = 'Territory 4'`)],
    [
      'sales of territories 4 and 9 in 2013',
      'currency',
      sold(`${in2013} AND region IN ('Territory 4', 'Territory 9')`),
    ],
    ['region 4 revenue in 2013', 'currency', sold(`${in2013} AND region = 'Territory 4'`)],
    [
      'sales of red bikes in 2013',
      'currency',
      sold(`${in2013} AND ${named("category = 'Bikes' AND name LIKE '% Red%'")}`),
    ],
  ] as const)('"%s" is answered with what SQL over the tables says', async (question, unit, sql) => {
    const { text, unproved } = await analyst.ask(question);
    expect(text).toContain(formatFigure(Number(await query(sql)), unit, 'USD'));
    expect(unproved).toEqual([]);
  });

  test.each([
    ['revenue last month', '2014-06-01', '2014-06-30'],
    ['revenue this month', '2014-06-01', '2014-06-30'],
    ['sales today', '2014-06-30', '2014-06-30'],
    ['sales last week', '2014-06-23', '2014-06-29'],
    ['revenue this year', '2014-01-01', '2014-06-30'],
    ['revenue last year', '2013-01-01', '2013-12-31'],
    ['sales since March', '2014-03-01', '2014-06-30'],
  ])('"%s" is counted from the last day with data', async (question, start, end) => {
    const { text, unproved } = await analyst.ask(question);
    const expected = await query(sold(`order_date BETWEEN '${start}' AND '${end}'`));
    expect(text).toContain(formatFigure(Number(expected), 'currency', 'USD'));
    expect(text).toContain('The data ends on 30 June 2014');
    expect(unproved).toEqual([]);
  });

  test('years that are cut are listed, but not compared', async () => {
    const { text } = await analyst.ask('revenue by year');
    expect(text).toMatch(/^\*\*Revenue rose 25\.9% from 2012 to 2013\*\*/);
    expect(text).toContain('2014: $20,870,549\n');
  });

  test.each([
    ['sales by brand', 'Nothing in these records has a brand'],
    ['return rate of helmets in 2013', 'Return rate is zero in all of these records'],
    ['sales in Australia', 'I do not know "Australia"'],
    ['sales of Territory 11 in 2013', 'I do not know "Territory 11"'],
    ['what should I reorder in the Tool Crib?', 'recorded for all warehouses together'],
  ])('"%s" is refused, as these records cannot tell', async (question, said) => {
    const { text, drawn } = await analyst.ask(question);
    expect(text).toContain(said);
    expect(drawn).toBe(0);
  });

  test.each([
    ['revenue of Road-150 Red, 62', 'Over all the time on record it was $1,171,526'],
    ['revenue by region in 2013', '**Territory 9 leads with $2,887,687**'],
    ['lead time by supplier', '**Several are highest with 9 days**'],
    ['which resellers bought most in 2013?', '**Customer 651 leads with $418,802**'],
    ['which territory buys the most accessories online in 2014', 'I took "online" for internet'],
    [
      'what part of clothing revenue came from gloves in 2013',
      '**Gloves made 10.9% of revenue with Category is Clothing',
    ],
    ['how much of our 2013 business was internet, in percent?', '**Internet made 22.1% of revenue in 2013**'],
    ['growth of internet sales 2013 over 2012', '**Revenue rose 45.6% from 2012 to 2013**'],
    ['which category grew fastest from 2012 to 2013?', '**Accessories grew fastest, by $619,018 (+604.3%)**'],
    ['compare Mountain-200 Black with Mountain-200 Silver in 2013', '(Product contains Mountain-200 Silver)'],
    ['how many Seat Lug do we have and where', '**Miscellaneous Storage leads with 924**'],
    ['which locations hold the most units', '**Subassembly leads with 95,477**'],
    ['what will we sell next month?', '**Units for July 2014 are expected to be'],
    ['sales in July', '**Revenue was $4,864,572** in July 2013'],
    ['internet customers by territory in 2014', '**Territory 4 leads with 2,359**'],
    ['did any bikes lose us money in 2013?', '**Yes, 28 products have gross margin below zero**'],
    ['how many Mountain-200 Black, 38 went out in Q4 2013', '**Units: 330** in Q4 2013'],
    ['purchase orders in 2013 per month', 'All ten months together: 1,287'],
    [
      'revenue of everything but black products in 2013',
      '**Revenue was $28,453,515** in 2013 (Product does not contain black).',
    ],
    ['hitch rack sales in 2013', 'Product is Hitch Rack - 4-Bike'],
  ])('"%s" is answered with "%s"', async (question, said) => {
    const { text, unproved } = await analyst.ask(question);
    expect(text).toContain(said);
    expect(unproved).toEqual([]);
  });

  test('what the company has no records of is said to be missing', async () => {
    const { text, figures } = await analyst.ask('shrinkage last month');
    expect(text).toBe('Nothing is recorded about stock movements.');
    expect(figures).toBe(0);
  });
});
