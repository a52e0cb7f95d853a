import type { Conversation, Result, Rows, Turn } from '@tallyboard/contract';

/** A result with its rows parsed and joined. */
export type ResultRecord = Omit<Result, 'rowsJson' | 'partCount' | 'expiresAt'> & { rows: Rows };

/** A whole conversation as it is kept: turns in the order they were asked, results in the order the tools gave them. */
export type ConversationRecord = {
  conversation: Conversation;
  turns: { turn: Turn; results: ResultRecord[] }[];
};
