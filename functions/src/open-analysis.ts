import { type Models, readModels } from './analytics/read-models.ts';
import { once } from './once.ts';
import type { Settings } from './settings.ts';
import { createTools } from './tools/all-tools.ts';
import { readCoverage } from './tools/read-coverage.ts';
import type { Tool, ToolContext } from './tools/tool.ts';
import { createBigqueryWarehouse } from './warehouse/bigquery-warehouse.ts';
import type { Warehouse } from './warehouse/warehouse.ts';

/** What reads the data, whoever asks: a turn or the start screen. */
export type Analysis = {
  models: Models;
  tools: Tool[];
  /** The same tools, which remember nothing of the tables: they may be asked about the past. */
  createRerunTools: () => Tool[];
  warehouse: Warehouse;
  company: ToolContext['company'];
};

/** The semantic model, where the repository has it; a deployment keeps the same folders. */
const modelsFolder = new URL('../../bigquery/models/', import.meta.url);

/** On-demand list price: https://cloud.google.com/bigquery/pricing */
const pricePerTiBUsd = 6.25;

/** @throws Error that names the model file and what is wrong in it */
export async function openAnalysis(settings: Settings): Promise<Analysis> {
  const models = await readModels(modelsFolder);
  const reorder = {
    serviceLevels: {
      A: settings.SERVICE_LEVEL_A,
      B: settings.SERVICE_LEVEL_B,
      C: settings.SERVICE_LEVEL_C,
    },
    reviewDays: settings.REVIEW_DAYS,
  };
  return {
    models,
    tools: createTools({ models, reorder }),
    createRerunTools: () => createTools({ models, reorder, readCoverage }),
    warehouse: openWarehouse(settings),
    company: {
      timeZone: settings.COMPANY_TIME_ZONE,
      currency: settings.COMPANY_CURRENCY,
      fiscalYearStartMonth: settings.FISCAL_YEAR_START_MONTH,
    },
  };
}

/** BigQuery's client is loaded by the first read: the model thinks meanwhile. */
function openWarehouse(settings: Settings): Warehouse {
  const open = once(async () => {
    const { BigQuery } = await import('@google-cloud/bigquery');
    return createBigqueryWarehouse({
      bigquery: new BigQuery({
        projectId: settings.GOOGLE_CLOUD_PROJECT,
        location: settings.BIGQUERY_LOCATION,
      }),
      dataset: settings.BIGQUERY_DATASET,
      maxBytesBilled: settings.MAX_BYTES_BILLED,
      pricePerTiBUsd,
      readTimeoutMs: settings.TURN_TIMEOUT_MS,
      random: Math.random,
    });
  });
  return { read: async (statement, options) => (await open()).read(statement, options) };
}
