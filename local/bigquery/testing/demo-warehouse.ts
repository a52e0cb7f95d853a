import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BigQuery } from '@google-cloud/bigquery';
import { copyDemo } from '../../data/testing/copy-demo.ts';
import { createClient, startTestServer } from './bigquery-client.ts';

/** The last day of the small demo. */
export const demoToday = '2026-11-23';
export const demoWarehouses = ['WH-NORTH', 'WH-SOUTH', 'WH-EAST', 'WH-WEST'];

export type DemoWarehouse = { bigquery: BigQuery; origin: string; close: () => Promise<void> };

/** A local BigQuery server over a fiftieth of the demo company, three years to `demoToday`, and the official client on it. */
export async function startDemoWarehouse(): Promise<DemoWarehouse> {
  const folder = await mkdtemp(join(tmpdir(), 'demo-warehouse-'));
  await copyDemo(folder, { today: demoToday, seed: 7, scale: 0.02 });
  const { close, origin } = await startTestServer({ warehouseFolder: folder });
  return {
    bigquery: createClient(origin),
    origin,
    close: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
