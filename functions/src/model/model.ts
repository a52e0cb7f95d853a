import type { ErrorCode } from '@tallyboard/contract';

/**
 * One part of a message as the model sent or takes it. Replayed verbatim, thought signatures included: never rebuilt or
 * merged. What the loop reads of it is named; the rest passes through.
 */
export type ModelPart = {
  text?: string;
  thought?: boolean;
  thoughtSignature?: string;
  functionCall?: { id?: string; name: string; args: Record<string, unknown> };
  functionResponse?: { id?: string; name: string; response: Record<string, unknown> };
};
export type ModelContent = { role: 'user' | 'model'; parts: ModelPart[] };

/** A function that the model may call, as its requests carry it. */
export type ToolDeclaration = {
  name: string;
  description: string;
  parametersJsonSchema: Record<string, unknown>;
};

export type ModelRequest = {
  systemInstruction: string;
  contents: ModelContent[];
  tools: ToolDeclaration[];
  /** `none`: the model must answer in text. */
  toolMode: 'auto' | 'none';
  signal: AbortSignal;
};

export type ModelTokens = { input: number; output: number; thought: number; cached: number };

/**
 * What one model round yields, in order. `end` comes at most once, after every part. A reply that finished badly (blocked,
 * truncated, malformed, empty) throws after its `end`, so that its tokens are counted.
 */
export type ModelEvent =
  | { type: 'part'; part: ModelPart }
  | { type: 'end'; finishReason: string | null; model: string; tokens: ModelTokens };

/** Gemini behind one function. */
export type Model = {
  /** The model's name as configured. */
  name: string;
  /** @throws ModelError, or the signal's reason when aborted. */
  stream(request: ModelRequest): AsyncIterable<ModelEvent>;
};

/** A round that failed: the code says how; `retryable` whether the same request may succeed. */
export class ModelError extends Error {
  readonly code: Extract<ErrorCode, `model_${string}`>;
  readonly retryable: boolean;
  /** How long the service asks to wait before the next try, where it said so. */
  readonly retryAfterMs: number | undefined;
  constructor(
    code: Extract<ErrorCode, `model_${string}`>,
    message: string,
    retryable: boolean,
    options: ErrorOptions & { retryAfterMs?: number } = {},
  ) {
    super(message, options);
    this.name = 'ModelError';
    this.code = code;
    this.retryable = retryable;
    this.retryAfterMs = options.retryAfterMs;
  }
}
