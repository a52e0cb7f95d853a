import { DuckDBInstance } from '@duckdb/node-api';
import type { Page } from 'playwright-core';
import { listVersions } from '../local/bigquery/catalog/warehouse-versions.ts';

/** Runs SQL of the test's own on the newest warehouse file, apart from everything that the product does. */
export async function queryWarehouse(folder: string, sql: string): Promise<Record<string, unknown>[]> {
  const file = (await listVersions(folder)).at(-1)?.file;
  if (!file) throw new Error(`No warehouse file in ${folder}`);
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The cells of a visualization as a person reads them in its table, header first. A chart is shown as a table for it. */
export async function readTable(page: Page, caption: RegExp): Promise<string[][]> {
  const figure = page
    .getByRole('region', { name: 'Visualizations' })
    .getByRole('figure')
    .filter({ has: page.locator('figcaption').filter({ hasText: caption }) })
    .last();
  const table = figure.getByRole('table');
  const showAsTable = figure.getByRole('button', { name: 'Show as table' });
  await table.or(showAsTable).first().waitFor();
  if ((await table.count()) === 0) await showAsTable.click();
  return table
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th,td')].map((cell) => cell.textContent?.trim() ?? '')),
    );
}

/** "$1,234.50" or "−12.3 %" as a number. */
export function toNumber(text: string): number {
  const digits = text.replace(/[−–]/g, '-').replace(/[^0-9.-]/g, '');
  return Number(digits);
}
