import type { Firestore } from '@google-cloud/firestore';
import type { Logger } from 'pino';
import { type Models, readModels } from './analytics/read-models.ts';
import { createGeminiModel } from './model/gemini-model.ts';
import { toSystemPrompt } from './model/system-prompt.ts';
import type { Settings } from './settings.ts';
import { createAuditLog } from './store/audit.ts';
import { createTurnStore } from './store/create-turn-store.ts';
import { createTools } from './tools/all-tools.ts';
import { toGeminiTools } from './tools/declarations.ts';
import { runTool } from './tools/run-tool.ts';
import { systemClock } from './turn/clock.ts';
import { createTurnRunner } from './turn/create-turn-runner.ts';
import type { TurnRunner } from './turn/turn-runner.ts';
import { createBigqueryWarehouse } from './warehouse/bigquery-warehouse.ts';
import type { Warehouse } from './warehouse/warehouse.ts';

/** The semantic model, where the repository has it; a deployment keeps the same folders. */
const modelsFolder = new URL('../../bigquery/models/', import.meta.url);

/** On-demand list price: https://cloud.google.com/bigquery/pricing */
const pricePerTiBUsd = 6.25;

/** The turn loop on Gemini, BigQuery and Firestore, as the settings name them. */
export async function openTurns(settings: Settings, db: Firestore, logger: Logger): Promise<TurnRunner> {
  const models = await readModels(modelsFolder);
  const tools = createTools({ models });
  const company = {
    timeZone: settings.COMPANY_TIME_ZONE,
    currency: settings.COMPANY_CURRENCY,
    fiscalYearStartMonth: settings.FISCAL_YEAR_START_MONTH,
  };
  const measures = listMeasures(models);
  return createTurnRunner({
    model: createGeminiModel({
      apiKey: settings.GEMINI_API_KEY,
      model: settings.GEMINI_MODEL,
      baseUrl: settings.GEMINI_BASE_URL,
    }),
    systemPrompt: ({ today, access }) => toSystemPrompt({ company, today, access, measures }),
    tools,
    declarations: toGeminiTools(tools),
    runTool,
    warehouse: openWarehouse(settings),
    store: createTurnStore(db, {
      queriesPerHour: settings.QUERIES_PER_HOUR,
      conversationDays: settings.CONVERSATION_DAYS,
    }),
    audit: createAuditLog(db),
    company,
    limits: {
      turnTimeoutMs: settings.TURN_TIMEOUT_MS,
      modelRounds: settings.MODEL_ROUNDS,
      toolCalls: settings.TOOL_CALLS,
      bytesPerDay: settings.BYTES_PER_USER_DAY,
      resultRows: settings.RESULT_ROWS,
      modelRows: settings.MODEL_ROWS,
    },
    clock: systemClock,
    random: Math.random,
    logger,
  });
}

/** BigQuery's client is loaded by the first read: the model thinks meanwhile. */
function openWarehouse(settings: Settings): Warehouse {
  let opened: Promise<Warehouse> | undefined;
  const open = async () => {
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
    });
  };
  return {
    read: async (statement, options) => {
      opened ??= open();
      return (await opened).read(statement, options);
    },
  };
}

function listMeasures(models: Models): { name: string; label: string }[] {
  const all = Object.values(models).flatMap((model) => Object.entries(model.measures));
  return all.map(([name, { label }]) => ({ name, label }));
}
