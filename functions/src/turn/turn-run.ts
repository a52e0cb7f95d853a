import type { Turn } from '@tallyboard/contract';
import type { Logger } from 'pino';
import type { Caller } from '../caller.ts';
import type { ModelContent } from '../model/model.ts';
import type { ToolResult } from '../tools/tool.ts';
import type { BackgroundWrites } from './background-writes.ts';
import type { ProgressHolder } from './turn-progress.ts';
import type { TurnDeps } from './turn-runner.ts';
import type { TurnKey, TurnRecord } from './turn-store.ts';

/** One running turn: what its parts share. Made by `run-turn.ts`, gone when the turn has ended. */
export type TurnRun = {
  deps: TurnDeps;
  caller: Caller;
  key: TurnKey;
  turn: Turn;
  record: TurnRecord;
  progress: ProgressHolder;
  /** Aborted with the reason for which the turn ends early. */
  signal: AbortSignal;
  logger: Logger;
  /** Calls and writes that the end of the turn waits for. */
  writes: BackgroundWrites;
  /** Writes about other turns: the reply waits for them, the end of this turn does not. */
  otherWrites: BackgroundWrites;
  systemInstruction: string;
  /** Earlier turns of the conversation. */
  history: ModelContent[];
  /** The names with digits in them that the history holds. */
  earlierNames: Set<string>;
  /** The question and what followed, verbatim. */
  contents: ModelContent[];
  /** The results of this turn by id, in order, and when each is stored. */
  results: Map<string, { result: ToolResult; saved: Promise<void> }>;
  /** True from the first part that the model sent. */
  answered: boolean;
  /** When the first text of the answer came from the model. */
  firstTextAt: Date | null;
  /** Text of the round that is being read: shown, but in no content yet. */
  roundText: string;
  /** Model rounds begun; tries of one round count once. */
  rounds: number;
  toolCalls: number;
  /** Bytes that are set aside for reads and not yet spent; below zero while more is being set aside. */
  bytesLeft: number;
  /** Characters of rows that may still go to the model in this turn. */
  responseCharsLeft: number;
};
