import type { Conversation, QueryUsage, Result, Rows, Turn, User } from '@tallyboard/contract';
import type { Live, Loaded } from '../live/live.ts';

export type ResultRef = { conversationId: string; turnId: string; resultId: string };
/** A result with the rows of all its parts. */
export type ResultData = { result: Result; rows: Rows };

/** What a signed-in person can read, live. Asking twice for the same thing gives the same value. */
export type Records = {
  /** Null until the first sign-in has been written. */
  user: Live<Loaded<User | null>>;
  /** Neither archived nor expired, latest activity first, 50 at most. */
  conversations: Live<Loaded<Conversation[]>>;
  /** Null where it does not exist. */
  conversation: (conversationId: string) => Live<Loaded<Conversation | null>>;
  /** In the order they were asked. */
  turns: (conversationId: string) => Live<Loaded<Turn[]>>;
  /** Null until the first question. */
  usage: Live<Loaded<QueryUsage | null>>;
  /** Results never change: each is fetched once. */
  result: (ref: ResultRef) => Live<Loaded<ResultData>>;
};
