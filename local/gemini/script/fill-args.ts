import { toLastTurn } from '../wire/last-turn.ts';
import type { Content, FunctionCall } from '../wire/request-schema.ts';

/** Puts ids of results and the question where a call's arguments stand for them. */
export function fillArgs(call: FunctionCall, contents: Content[]): FunctionCall {
  const resultIds = contents
    .flatMap((content) => content.parts ?? [])
    .flatMap((part) => part.functionResponse ?? [])
    .flatMap(({ response }) => toResultId(response));
  const fill = (value: unknown): unknown => {
    if (value === '$lastResultId') return resultIds.at(-1) ?? value;
    if (value === '$userText') return toLastTurn(contents).question;
    const position = typeof value === 'string' ? /^\$resultId:(\d+)$/.exec(value)?.[1] : undefined;
    if (position !== undefined) return resultIds[Number(position) - 1] ?? value;
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fill(entry)]));
    return value;
  };
  const args = Object.entries(call.args ?? {}).map(([key, value]) => [key, fill(value)]);
  return { name: call.name, args: Object.fromEntries(args) };
}

function toResultId(response: Record<string, unknown>): string[] {
  const { output } = response;
  if (typeof output !== 'object' || output === null || !('resultId' in output)) return [];
  return typeof output.resultId === 'string' ? [output.resultId] : [];
}
