import type { Firestore } from '@google-cloud/firestore';
import type { Logger } from 'pino';
import type { Models } from './analytics/read-models.ts';
import { createGeminiModel } from './model/gemini-model.ts';
import { toSystemPrompt } from './model/system-prompt.ts';
import { toDeclarations } from './model/to-declarations.ts';
import type { Analysis } from './open-analysis.ts';
import type { Settings } from './settings.ts';
import { createAuditLog } from './store/audit.ts';
import { createTurnStore } from './store/create-turn-store.ts';
import { runTool } from './tools/run-tool.ts';
import { systemClock } from './turn/clock.ts';
import { createTurnRunner } from './turn/create-turn-runner.ts';
import type { TurnRunner } from './turn/turn-runner.ts';

/** The turn loop on Gemini, BigQuery and Firestore, as the settings name them. */
export function openTurns(settings: Settings, db: Firestore, analysis: Analysis, logger: Logger): TurnRunner {
  const { models, tools, company, warehouse } = analysis;
  const measures = listMeasures(models);
  return createTurnRunner({
    model: createGeminiModel({
      apiKey: settings.GEMINI_API_KEY,
      model: settings.GEMINI_MODEL,
      baseUrl: settings.GEMINI_BASE_URL,
    }),
    systemPrompt: ({ today, access }) => toSystemPrompt({ company, today, access, measures }),
    tools,
    declarations: toDeclarations(tools),
    runTool,
    warehouse,
    store: createTurnStore(db, {
      queriesPerHour: settings.QUERIES_PER_HOUR,
      conversationDays: settings.CONVERSATION_DAYS,
      bytesPerDay: settings.BYTES_PER_USER_DAY,
      random: Math.random,
    }),
    audit: createAuditLog(db),
    company,
    limits: {
      turnTimeoutMs: settings.TURN_TIMEOUT_MS,
      modelRounds: settings.MODEL_ROUNDS,
      toolCalls: settings.TOOL_CALLS,
      resultRows: settings.RESULT_ROWS,
      modelRows: settings.MODEL_ROWS,
    },
    clock: systemClock,
    random: Math.random,
    logger,
  });
}

function listMeasures(models: Models): { name: string; label: string }[] {
  const all = Object.values(models).flatMap((model) => Object.entries(model.measures));
  return all.map(([name, { label }]) => ({ name, label }));
}
