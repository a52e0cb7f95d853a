import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BigQuery } from '@google-cloud/bigquery';
import { OAuth2Client } from 'google-auth-library';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readModels } from '../../../functions/src/analytics/read-models.ts';
import type { GroundedResult } from '../../../functions/src/grounding/grounded-result.ts';
import { proveFigures } from '../../../functions/src/grounding/prove-figures.ts';
import { createTools } from '../../../functions/src/tools/all-tools.ts';
import { runTool } from '../../../functions/src/tools/run-tool.ts';
import type { ToolContext } from '../../../functions/src/tools/tool.ts';
import { createBigqueryWarehouse } from '../../../functions/src/warehouse/bigquery-warehouse.ts';
import { createBigqueryServer } from '../../bigquery/bigquery-server.ts';
import { generateDemo } from '../../data/generate-demo.ts';
import type { LocalServer } from '../../listen.ts';
import { askAnalyst, now } from './test-analyst.ts';

/** The product's own tools on the demo company: what the analyst writes must be proved by the product's own check. */
const root = new URL('../../../', import.meta.url);
const tools = createTools({ models: await readModels(new URL('bigquery/models/', root)) });
let folder = '';
let server: LocalServer | undefined;
let warehouse: ToolContext['warehouse'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'analyst-'));
  const tablesFolder = fileURLToPath(new URL('bigquery/tables', root));
  const options = { folder, tablesFolder, dataset: 'tallyboard', today: '2026-11-23', seed: 7, scale: 0.02 };
  await generateDemo(options);
  server = await createBigqueryServer({
    ...{
      port: 0,
      projectId: 'demo-tallyboard',
      dataset: 'tallyboard',
      warehouseFolder: folder,
      tablesFolder,
    },
    logger: pino({ level: 'silent' }),
  });
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: 'owner' });
  warehouse = createBigqueryWarehouse({
    bigquery: new BigQuery({
      projectId: 'demo-tallyboard',
      location: 'EU',
      apiEndpoint: server.origin,
      authClient,
    }),
    ...{ dataset: 'tallyboard', maxBytesBilled: 1_000_000_000, pricePerTiBUsd: 6.25, readTimeoutMs: 20_000 },
  });
}, 60_000);
afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

async function ask(question: string) {
  const results = new Map<string, GroundedResult>();
  let drawn = 0;
  const failures: string[] = [];
  const run = async (name: string, args: Record<string, unknown>, resultId: string) => {
    const outcome = await runTool(tools, name, args, {
      ...{
        warehouse,
        access: 'all',
        now: now(),
        signal: new AbortController().signal,
        maxRows: 10_000,
        labels: {},
      },
      findResult: (id) => results.get(id),
      nextVisualizationId: () => `v${++drawn}`,
      company: { timeZone: 'UTC', currency: 'USD', fiscalYearStartMonth: 1 },
      onEstimate: () => undefined,
    });
    if (outcome.kind === 'failure') {
      failures.push(`${name}: ${outcome.message}`);
      return { error: { code: outcome.code, message: outcome.message, hint: outcome.hint } };
    }
    if (outcome.kind === 'visualization') return { output: { shown: outcome.visualization.id } };
    const { title, columns, rows, rowsCut, scope, notes } = outcome.result;
    const limited = typeof args.limit === 'number' && rows.length >= args.limit;
    results.set(resultId, { ...outcome.result, resultId, limited });
    return {
      output: {
        resultId,
        title,
        columns,
        rows: rows.slice(0, 500),
        rowCount: rows.length,
        rowsCut,
        scope,
        notes,
      },
    };
  };
  const [turn] = await askAnalyst([question], run);
  const text = turn?.text ?? '';
  const figures = proveFigures({ text, question, results: [...results.values()] });
  const unproved = figures.filter(({ proved }) => !proved).map(({ start, end }) => text.slice(start, end));
  return { text, failures, unproved, figures: figures.length, drawn };
}

test.each([
  "Compare the last three months' sales",
  'compare the last three months sales, by region',
  'Show inventory reorder recommendations',
  'top 10 products by gross margin this year',
  'How did revenue develop over the last two years?',
  'compare this year to last year by category',
  'Which category grew most last month?',
  'What share of sales is online?',
  'stock value by warehouse and category',
  'products with stock below 100',
  'year over year revenue growth by month',
  'Why did kitchen sales change in September?',
  'how are we doing?',
  'margin rate by brand, lowest first',
  'profit per order last quarter',
  'sales per day last week',
  'how did stock develop since June?',
  'returns and return rate by subcategory last quarter',
  'days of cover by category',
  'How many products does each supplier have?',
])('"%s" is answered with a drawing, without a failed call, and every figure is proved', async (question) => {
  const { failures, unproved, figures, drawn } = await ask(question);
  expect(failures).toEqual([]);
  expect(unproved).toEqual([]);
  expect(figures).toBeGreaterThan(0);
  expect(drawn).toBeGreaterThan(0);
});
