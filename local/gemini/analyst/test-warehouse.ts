import { fileURLToPath } from 'node:url';
import { BigQuery } from '@google-cloud/bigquery';
import { OAuth2Client } from 'google-auth-library';
import { pino } from 'pino';
import type { ReadResult, Answer as ScoredAnswer } from '../../../eval/session.ts';
import { readModels } from '../../../functions/src/analytics/read-models.ts';
import type { GroundedResult } from '../../../functions/src/grounding/grounded-result.ts';
import { proveFigures } from '../../../functions/src/grounding/prove-figures.ts';
import { createTools } from '../../../functions/src/tools/all-tools.ts';
import { runTool } from '../../../functions/src/tools/run-tool.ts';
import type { ToolContext } from '../../../functions/src/tools/tool.ts';
import { createBigqueryWarehouse } from '../../../functions/src/warehouse/bigquery-warehouse.ts';
import { createBigqueryServer } from '../../bigquery/bigquery-server.ts';
import { askAnalyst, now } from './test-analyst.ts';

const root = new URL('../../../', import.meta.url);
export const tablesFolder = fileURLToPath(new URL('bigquery/tables', root));
const tools = createTools({ models: await readModels(new URL('bigquery/models/', root)) });

export type Answer = {
  text: string;
  /** The calls of tools, in order. */
  calls: { name: string; args: Record<string, unknown> }[];
  /** Calls that failed, as `tool: message`. */
  failures: string[];
  /** Figures of the text that the product's own check does not prove. */
  unproved: string[];
  figures: number;
  drawn: number;
  /** What the evaluation scores. */
  turn: ScoredAnswer;
};

/** The analyst with the product's own tools on a warehouse folder: what it writes is held to the product's own check. */
export async function openAnalyst(warehouseFolder: string) {
  const server = await createBigqueryServer({
    ...{ port: 0, projectId: 'demo-tallyboard', dataset: 'tallyboard', warehouseFolder, tablesFolder },
    logger: pino({ level: 'silent' }),
  });
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: 'owner' });
  const warehouse = createBigqueryWarehouse({
    bigquery: new BigQuery({
      projectId: 'demo-tallyboard',
      location: 'EU',
      apiEndpoint: server.origin,
      authClient,
    }),
    ...{ dataset: 'tallyboard', maxBytesBilled: 1_000_000_000, pricePerTiBUsd: 6.25 },
    ...{ readTimeoutMs: 20_000, random: Math.random },
  });
  return {
    /** Answers the last of a conversation's questions. */
    ask: (...questions: string[]) => ask(questions, warehouse),
    close: () => server.close(),
  };
}

async function ask(questions: string[], warehouse: ToolContext['warehouse']): Promise<Answer> {
  const results = new Map<string, GroundedResult>();
  let drawn = 0;
  /** What each call came to, in order. */
  const made: (ReadResult | ScoredAnswer['visualizations'][number] | null)[] = [];
  const failures: string[] = [];
  const calls: Answer['calls'] = [];
  const run = async (name: string, args: Record<string, unknown>, resultId: string) => {
    calls.push({ name, args });
    const outcome = await runTool(tools, name, args, {
      ...{ warehouse, access: 'all', now: now(), maxRows: 10_000, labels: {} },
      signal: new AbortController().signal,
      findResult: (id) => results.get(id),
      nextVisualizationId: () => `v${++drawn}`,
      company: { timeZone: 'UTC', currency: 'USD', fiscalYearStartMonth: 1 },
    });
    if (outcome.kind === 'failure') {
      made.push(null);
      failures.push(`${name}: ${outcome.message}`);
      return { error: { code: outcome.code, message: outcome.message, hint: outcome.hint } };
    }
    if (outcome.kind === 'visualization') {
      made.push(outcome.visualization);
      return { output: { shown: outcome.visualization.id } };
    }
    const { title, columns, rows, rowsCut, scope, notes } = outcome.result;
    const limited = typeof args.limit === 'number' && rows.length >= args.limit;
    const result = { ...outcome.result, resultId, limited, tool: name, rowCount: rows.length };
    results.set(resultId, result);
    made.push(result);
    const shown = rows.slice(0, 500);
    return {
      output: { resultId, title, columns, rows: shown, rowCount: rows.length, rowsCut, scope, notes },
    };
  };
  const turns = await askAnalyst(questions, run);
  const text = turns.at(-1)?.text ?? '';
  const figures = proveFigures({ text, question: questions.at(-1) ?? '', results: [...results.values()] });
  const unproved = figures.filter(({ proved }) => !proved).map(({ start, end }) => text.slice(start, end));
  const last = made.slice(made.length - (turns.at(-1)?.calls.length ?? 0));
  const read = last.flatMap((one) => (one && 'rows' in one ? [one] : []));
  const visualizations = last.flatMap((one) => (one && !('rows' in one) ? [one] : []));
  return {
    ...{ text, calls, failures, unproved, figures: figures.length, drawn },
    turn: {
      ...{ turnId: '', conversationId: '', elapsedMs: 0, status: 'completed', usage: null, text, figures },
      ...{ visualizations, scopes: read.map(({ scope }) => scope), results: read },
      steps: calls.map(({ name }) => ({ tool: name })),
    },
  };
}
