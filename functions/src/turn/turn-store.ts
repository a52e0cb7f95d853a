import type { AuditEntry, ErrorBody, Scope, Turn, TurnStatus } from '@tallyboard/contract';
import type { ModelContent } from '../model/model.ts';
import type { ToolResult } from '../tools/tool.ts';

export type ConversationKey = { uid: string; conversationId: string };
export type TurnKey = ConversationKey & { turnId: string };

export type StartTurnInput = {
  key: TurnKey;
  /** True when the turn begins its conversation: then `conversationId` is `turnId`, and nothing has to exist. */
  begins: boolean;
  question: string;
  /** The title of a conversation that begins. */
  title: string;
  now: Date;
  timeoutMs: number;
};

/** `started`: the turn is this caller's to run. `existing`: the same request came before. */
export type StartTurnOutcome =
  | { kind: 'started'; turn: Turn; record: TurnRecord; turnsBefore: number }
  | { kind: 'existing'; turn: Turn };

/** An ended turn of the conversation, as the model is told it again. */
export type PastTurn = {
  turnId: string;
  status: TurnStatus;
  question: string;
  text: string;
  askedAt: Date;
  expiresAt: Date;
  /** What its results cover. */
  scopes: Scope[];
  /** The raw contents and the model they came from; null where they were not read back, or the turn's function died. */
  raw: { model: string; contents: ModelContent[] } | null;
};

/** Bounds of what is read back: turns with their raw contents, and turns at all. */
export type HistoryBounds = { maxDetailed: number; maxTurns: number };

/** The newest of a conversation's turns, oldest first. */
export type History = {
  turns: PastTurn[];
  /** Whether one of them was still running when it was read. */
  running: boolean;
};

/** What grows while a turn runs. */
export type TurnProgress = Pick<Turn, 'steps' | 'text' | 'visualizations' | 'figures' | 'scopes' | 'usage'>;

/** How a turn ends. Written once, together with all that hangs on it. */
export type TurnEnd = {
  status: Exclude<TurnStatus, 'running'>;
  progress: TurnProgress;
  error: ErrorBody | null;
  finishedAt: Date;
  /** The turn's raw contents, fit to be replayed before the next question. */
  contents: ModelContent[];
  model: string;
  /** True where the query is given back to the caller's hour: the turn failed before the model answered. */
  givesBack: boolean;
};

/**
 * The document of one running turn, written by the one function that runs it. Every write carries the update time of the
 * last one as its precondition, so a function that was given up for dead cannot write into a turn that was ended for it.
 */
export type TurnRecord = {
  /**
   * Writes what has changed since the last write.
   * @throws TurnEndedError when the turn was ended by someone else
   */
  write(progress: TurnProgress): Promise<void>;
  /** @throws TurnEndedError as above; a second call with the same end succeeds. */
  end(end: TurnEnd): Promise<void>;
  /** Reads whether a cancel was requested. @throws TurnEndedError as above. */
  readCancelRequested(): Promise<boolean>;
  /** True as soon as a write or read has seen that a cancel was requested. */
  cancelSeen(): boolean;
  /** Sets more of the caller's bytes of the day aside for this turn. False where the day's limit does not leave so much. */
  reserveBytes(bytes: number): Promise<boolean>;
  /** Milliseconds since the last write, which would have seen a cancel; 0 while one is on its way. */
  quietMs(): number;
  /** Puts the entry into the next commit of the document: no step shows how its call ended without it. The end's commit is the last. */
  audit(id: string, entry: AuditEntry): void;
  /** Entries that no commit took, as where the turn was ended by someone else. */
  unwrittenEntries(): [id: string, entry: AuditEntry][];
  /** Stores a result under the turn, split where it is too large for one document. */
  saveResult(resultId: string, call: { name: string; args: unknown }, result: ToolResult): Promise<void>;
};

/** Conversations and turns, as the turn loop needs them. */
export type TurnStore = {
  /**
   * Accepts a question, atomically: one running turn per conversation, the hour's limit, and an id that was used before
   * are decided together with the writes. Nothing is written when refused.
   * @throws CodedError turn_conflict, conversation_not_found, conversation_busy, limit_reached
   */
  startTurn(input: StartTurnInput): Promise<StartTurnOutcome>;
  /** The conversation's turns but `exceptTurnId`: as many of the newest as the bounds take, oldest first. */
  readHistory(key: ConversationKey, exceptTurnId: string, bounds: HistoryBounds): Promise<History>;
  /** Lets earlier turns live as long as their conversation. */
  extendLife(key: ConversationKey, turnIds: readonly string[], expiresAt: Date): Promise<void>;
  /** The turn as it stands, or undefined where there is none. */
  readTurn(key: TurnKey): Promise<Turn | undefined>;
  /**
   * Asks the function that runs the turn to end it; ends it as `interrupted` when that function is past its time.
   * @returns the status now
   * @throws CodedError turn_not_found
   */
  requestCancel(key: TurnKey, now: Date): Promise<TurnStatus>;
};

/** The append-only record of tool calls. Appending the same id again changes nothing. */
export type AuditLog = { append(id: string, entry: AuditEntry): Promise<void> };

/** The turn's document says that it has ended, and this function did not end it. */
export class TurnEndedError extends Error {
  constructor(message = 'the turn was ended by someone else', options?: ErrorOptions) {
    super(message, options);
    this.name = 'TurnEndedError';
  }
}
