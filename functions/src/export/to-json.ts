import type { ConversationRecord, TurnResults } from './conversation-record.ts';

/**
 * Everything that was kept of a conversation: questions, answers, steps, scopes, and each result with its rows, statement
 * and parameters, so that someone else can check it. Dates are ISO 8601 in UTC. `format` and `version` say how to read it. Written turn
 * by turn.
 */
export async function* toJson(
  { conversation, turns }: ConversationRecord,
  now: Date,
): AsyncGenerator<string> {
  const { activeTurnId, ...kept } = conversation;
  const head = { format: 'tallyboard-conversation', version: 1, exportedAt: now, conversation: kept };
  yield `${JSON.stringify(head, null, 2).replace(/\n\}$/, '')},\n  "turns": [`;
  let separator = '';
  for await (const each of turns) {
    yield `${separator}\n${indent(JSON.stringify(toTold(each), null, 2))}`;
    separator = ',';
  }
  yield `${separator === '' ? '' : '\n  '}]\n}\n`;
}

function toTold({ turn, results }: TurnResults) {
  const { conversationId, deadlineAt, cancelRequestedAt, bytesReserved, startId, ...told } = turn;
  return { ...told, results };
}

/** Two levels deep. A string in JSON has no line feed of its own, but may have the line separators of Unicode, which `^` takes for line ends. */
function indent(json: string): string {
  return `    ${json.replaceAll('\n', '\n    ')}`;
}
