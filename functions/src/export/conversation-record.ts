import type { Conversation, Result, Rows, Turn } from '@tallyboard/contract';

/** A result with its rows parsed and joined. */
export type ResultRecord = Omit<Result, 'rowsJson' | 'partCount' | 'expiresAt'> & { rows: Rows };

/** A turn and its results in the order the tools gave them. */
export type TurnResults = { turn: Turn; results: ResultRecord[] };

/**
 * A whole conversation as it is kept: turns in the order they were asked. They may come one after the other, because all of them
 * with all their rows can be more than the memory of a function.
 */
export type ConversationRecord = {
  conversation: Conversation;
  turns: Iterable<TurnResults> | AsyncIterable<TurnResults>;
};
