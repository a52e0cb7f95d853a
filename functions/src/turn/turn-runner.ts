import type { ChatReply, ChatRequest, TurnStatus, WarehouseAccess } from '@tallyboard/contract';
import type { Logger } from 'pino';
import type { Caller } from '../caller.ts';
import type { Model, ToolDeclaration } from '../model/model.ts';
import type { Tool, ToolContext, ToolOutcome } from '../tools/tool.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import type { Clock } from './clock.ts';
import type { AuditLog, TurnStore } from './turn-store.ts';

export type TurnLimits = {
  /** A turn is ended this long after it was asked, whatever its state. */
  turnTimeoutMs: number;
  /** Model rounds at most; the last of them must answer in text. */
  modelRounds: number;
  toolCalls: number;
  /** Rows kept in a result. */
  resultRows: number;
  /** Rows of a result that the model is shown. */
  modelRows: number;
};

export type Company = ToolContext['company'];

/** Parses the arguments, runs the tool, and turns every expected failure into a value. */
export type RunTool = (
  tools: readonly Tool[],
  name: string,
  args: unknown,
  context: ToolContext,
) => Promise<ToolOutcome>;

export type TurnDeps = {
  model: Model;
  /** The system instruction for this caller today (`YYYY-MM-DD` in the company's time zone). */
  systemPrompt: (input: { today: string; access: WarehouseAccess }) => string;
  tools: readonly Tool[];
  /** The same tools, as the model is told them. */
  declarations: ToolDeclaration[];
  runTool: RunTool;
  warehouse: Warehouse;
  store: TurnStore;
  audit: AuditLog;
  company: Company;
  limits: TurnLimits;
  clock: Clock;
  /** From 0 up to 1, as `Math.random`. */
  random: () => number;
  logger: Logger;
};

export type TurnRunner = {
  /**
   * Accepts the question, runs the turn to its end and says how it ended. The answer itself goes to the turn's document.
   * The same request again joins the turn that is running here, or says how it stands.
   * @throws CodedError when refused: message_empty, message_too_long, turn_conflict, conversation_not_found,
   *   conversation_busy, limit_reached. Nothing was written then.
   */
  run(input: { caller: Caller; request: ChatRequest }): Promise<ChatReply>;
  /**
   * Ends a running turn from anywhere, within a second. An ended turn stays as it is.
   * @throws CodedError turn_not_found
   */
  cancel(input: { uid: string; conversationId: string; turnId: string }): Promise<{
    turnId: string;
    status: TurnStatus;
  }>;
};
