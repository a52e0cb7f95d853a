import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BigQuery } from '@google-cloud/bigquery';
import { pino } from 'pino';
import { toQueryParameters } from '../../functions/src/warehouse/bigquery-wire.ts';
import type { Statement } from '../../functions/src/warehouse/warehouse.ts';
import { createBigqueryServer } from '../../local/bigquery/bigquery-server.ts';
import { newVersionFile } from '../../local/bigquery/catalog/warehouse-versions.ts';
import { generateDemo } from '../../local/data/generate-demo.ts';
import { dataset, projectId } from '../../local/project.ts';
import { growSales } from './grow-sales.ts';
import { openBigquery } from './open-bigquery.ts';
import { percentile } from './percentile.ts';
import { collectStatements } from './tool-statements.ts';

const tablesFolder = fileURLToPath(new URL('../../bigquery/tables', import.meta.url));
const runs = 10;
const manyLines = 10_000_000;

/**
 * Time of each statement that the tools run, over the wire, without the query cache: on the demo company at full size,
 * and with its sales lines repeated to ten million.
 */
export async function benchWarehouse(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tallyboard-bench-'));
  try {
    const today = new Date().toISOString().slice(0, 10);
    const made = await generateDemo({
      folder,
      tablesFolder,
      dataset,
      today,
      seed: 1,
      onProgress: console.log,
    });
    await measure(folder, made.counts.sales_lines ?? 0);

    console.log('\nRepeating the sales lines…');
    const grownFolder = join(folder, 'grown');
    await mkdir(grownFolder);
    const { writing, complete } = newVersionFile(grownFolder, new Date());
    await rename(made.file, writing);
    const lines = await growSales(writing, dataset, manyLines);
    await rename(writing, complete);
    await measure(grownFolder, lines);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(warehouseFolder: string, lines: number): Promise<void> {
  const logger = pino({ level: 'error' });
  const server = await createBigqueryServer({
    port: 0,
    projectId,
    dataset,
    warehouseFolder,
    tablesFolder,
    logger,
  });
  try {
    const bigquery = openBigquery(server.origin, projectId);
    const statements = await collectStatements(bigquery, dataset);
    console.log(
      `\n${lines.toLocaleString('en')} sales lines, ${statements.length} statements, ${runs} runs each; milliseconds.\n`,
    );
    console.log('    p50     p90  cpu p50 cpu p90  statement');
    const all: Sample[] = [];
    for (const { label, statement } of statements) {
      const times: Sample[] = [];
      for (let run = 0; run < runs; run += 1) times.push(await time(bigquery, statement));
      all.push(...times);
      print(times, label);
    }
    print(all, 'all queries');
  } finally {
    await server.close();
  }
}

/** Milliseconds of one query: by the clock, and of the processors, which other work on the machine lengthens less. */
type Sample = { wallMs: number; cpuMs: number };

/** From the request to the last row of the first page, as the product asks; client and server together. */
async function time(bigquery: BigQuery, { sql, parameters }: Statement): Promise<Sample> {
  const startedAt = performance.now();
  const startedCpu = process.cpuUsage();
  await new Promise<void>((resolve, reject) => {
    const json = {
      query: sql,
      useLegacySql: false,
      useQueryCache: false,
      defaultDataset: { datasetId: dataset, projectId },
      parameterMode: 'NAMED',
      queryParameters: toQueryParameters(parameters),
      timeoutMs: 120_000,
      maxResults: 10_000,
      formatOptions: { useInt64Timestamp: true },
    };
    bigquery.request({ method: 'POST', uri: '/queries', json }, (error) =>
      error ? reject(error) : resolve(),
    );
  });
  const { user, system } = process.cpuUsage(startedCpu);
  return { wallMs: performance.now() - startedAt, cpuMs: (user + system) / 1_000 };
}

function print(samples: readonly Sample[], label: string): void {
  const of = (values: number[], p: number) => percentile(values, p).toFixed(0).padStart(7);
  const walls = samples.map(({ wallMs }) => wallMs);
  const cpus = samples.map(({ cpuMs }) => cpuMs);
  console.log(`${of(walls, 0.5)} ${of(walls, 0.9)}  ${of(cpus, 0.5)} ${of(cpus, 0.9)}  ${label}`);
}
