import type { Conversation, QueryUsage, Result, Rows, Turn, User } from '@tallyboard/contract';
import type { Live, Loaded } from '../live/live.ts';
import type { Older } from './pages.ts';

/** Where a result lies, under the signed-in person. */
export type ResultRef = { conversationId: string; turnId: string; resultId: string };
/** A result with the rows of all its parts. */
export type ResultData = { result: Result; rows: Rows };

/** What a signed-in person can read, live. Asking twice for the same thing gives the same value. */
export type Records = {
  /** False while the server is out of reach: what was read stays, and nothing new comes. */
  reached: Live<Loaded<boolean>>;
  /** Null until the first sign-in has been written. */
  user: Live<Loaded<User | null>>;
  /** Neither archived nor expired, latest activity first: the 50 latest, and older ones as they are asked for. */
  conversations: Live<Loaded<Conversation[]>>;
  olderConversations: Live<Older>;
  loadOlderConversations: () => void;
  /** Deleted so late that they can be restored, the latest first, 100 at most. */
  deletedConversations: Live<Loaded<Conversation[]>>;
  /** Null where it does not exist. */
  conversation: (conversationId: string) => Live<Loaded<Conversation | null>>;
  /** In the order they were asked. */
  turns: (conversationId: string) => Live<Loaded<Turn[]>>;
  /** Null until the first question. */
  usage: Live<Loaded<QueryUsage | null>>;
  /** Results never change: each is fetched once. */
  result: (ref: ResultRef) => Live<Loaded<ResultData>>;
};
