import { resultSchema } from '@tallyboard/contract';
import type { LocalStack } from '../../local/main.ts';
import { dataset, projectId } from '../../local/project.ts';
import type { LoopOptions } from './loop.ts';
import type { Session } from './session.ts';

/**
 * What another loop needs to read what the product reads: the statement comes from the result of an answer, and asking
 * for it warms the product up.
 */
export async function readStatement(
  stack: LocalStack,
  session: Session,
  question: string,
): Promise<LoopOptions> {
  const { turnPath } = await session.ask(question);
  const stored = await session.readDocument(`${turnPath}/results/r1`);
  const { sql, parameters } = resultSchema.pick({ sql: true, parameters: true }).parse(stored);
  const entries = Object.entries(parameters);
  return {
    geminiOrigin: stack.origins.gemini,
    bigqueryOrigin: stack.origins.bigquery,
    projectId,
    dataset,
    sql,
    params: Object.fromEntries(entries.map(([name, { value }]) => [name, value])),
    types: Object.fromEntries(entries.map(([name, { type }]) => [name, toClientType(type)])),
  };
}

/** `ARRAY<STRING>` is `['STRING']` for Google's client. */
function toClientType(type: string): string | string[] {
  const item = /^ARRAY<(.*)>$/.exec(type)?.[1];
  return item === undefined ? type : [item];
}
