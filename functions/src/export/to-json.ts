import type { ConversationRecord } from './conversation-record.ts';

/**
 * Everything that was kept of a conversation: questions, answers, steps, scopes, and each result with its rows, statement
 * and parameters, so that someone else can check it. Dates are ISO 8601 in UTC. `format` and `version` say how to read it.
 */
export function toJson({ conversation, turns }: ConversationRecord, now: Date): string {
  const { activeTurnId, ...kept } = conversation;
  const file = {
    format: 'tallyboard-conversation',
    version: 1,
    exportedAt: now,
    conversation: kept,
    turns: turns.map(({ turn, results }) => {
      const { conversationId, deadlineAt, cancelRequestedAt, bytesReserved, ...told } = turn;
      return { ...told, results };
    }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
