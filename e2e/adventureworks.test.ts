import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { root } from '../scripts/root.ts';
import { readTable, toNumber } from './figures.ts';
import { ask } from './person.ts';
import { useOwnSystem } from './signed-in.ts';
import { type StartedStack, startWithData } from './start-stack.ts';

const csvFolder = join(root, '..', 'shared', 'data', 'adventureworks');
const present = existsSync(csvFolder);
if (!present) console.log(`The AdventureWorks tests are skipped: there is no folder ${csvFolder}.`);

describe.skipIf(!present)('with the imported AdventureWorks data', () => {
  let stack: StartedStack;
  let page: Page;
  const mappingFile = join(root, 'bigquery', 'mappings', 'adventureworks.yaml');
  useOwnSystem(
    () => startWithData({ folder: csvFolder, mappingFile }),
    (opened, { system }) => {
      page = opened;
      stack = system;
    },
  );

  it('answers the reseller sales by month of 2013 as SQL over the CSV file does', async () => {
    const expected = await queryCsv(
      `SELECT strftime(order_date, '%Y-%m') AS month, sum(line_total::DECIMAL(18,6))::DOUBLE AS sales
       FROM read_csv('${csvFolder}/SalesLines.csv')
       WHERE channel = 'reseller' AND year(order_date) = 2013 GROUP BY 1 ORDER BY 1`,
    );
    expect(expected).toHaveLength(12);
    await ask(page, 'Show reseller sales by month in 2013');
    const [, ...rows] = await readTable(page, /./);
    const shown = rows.slice(0, 12).map((row) => toNumber(row.at(1) ?? ''));
    expect(shown.map(Math.round)).toEqual(expected.map((row) => Math.round(Number(row.sales))));
  });

  it('recommends exactly the products whose stock is below their recorded reorder point', async () => {
    const expected = await queryCsv(
      `SELECT p.Name AS name, sum(i.Quantity) AS stock
       FROM read_csv('${csvFolder}/Product.csv') p JOIN read_csv('${csvFolder}/ProductInventory.csv') i USING (ProductID)
       GROUP BY p.ProductID, p.Name, p.ReorderPoint HAVING sum(i.Quantity) < p.ReorderPoint ORDER BY 1`,
    );
    expect(expected).toHaveLength(7);
    await page.goto(stack.url);
    await ask(page, 'Show inventory reorder recommendations');
    const [header = [], ...rows] = await readTable(page, /reorder/i);
    const product = header.findIndex((label) => /^product/i.test(label));
    const names = rows.map((row) => row[product] ?? '').filter((name) => name && !/^total/i.test(name));
    expect(names.sort()).toEqual(expected.map((row) => row.name));
  });
});

async function queryCsv(sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  return (await connection.runAndReadAll(sql)).getRowObjectsJson();
}
