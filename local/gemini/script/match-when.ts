import { toLastTurn } from '../wire/last-turn.ts';
import type { ParsedRequest } from '../wire/request-schema.ts';
import type { When } from './script-schema.ts';

/** Whether a request is the one that a reply waits for. */
export function matchesWhen(when: When | undefined, request: ParsedRequest): boolean {
  if (!when) return true;
  const turn = toLastTurn(request.contents);
  const responses = request.contents.at(-1)?.parts?.flatMap((part) => part.functionResponse ?? []) ?? [];
  const after = responses.length > 0 ? 'tools' : 'user';
  return (
    (when.userText === undefined || holdsText(turn.question, when.userText)) &&
    (when.after === undefined || when.after === after) &&
    (when.tool === undefined || responses.some((response) => response.name === when.tool)) &&
    (when.round === undefined || when.round === turn.rounds)
  );
}

function holdsText(text: string, wanted: string): boolean {
  const expression = /^\/(.*)\/$/s.exec(wanted)?.[1];
  if (expression !== undefined) return new RegExp(expression, 'i').test(text);
  return text.toLowerCase().includes(wanted.toLowerCase());
}
