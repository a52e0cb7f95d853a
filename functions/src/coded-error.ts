import { type ErrorBody, type ErrorCode, errorStatus } from '@tallyboard/contract';

/**
 * A request that was refused or could not be served, with a sentence for the person. `cause` is for the operator's log
 * alone. Everything else that is thrown is a fault of ours (`internal`).
 */
export class CodedError extends Error {
  readonly code: ErrorCode;
  /** Milliseconds until the same request can succeed, where that is known. */
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, message: string, options: { retryAfterMs?: number; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'CodedError';
    this.code = code;
    this.retryAfterMs = options.retryAfterMs;
  }

  /** The HTTP status that carries the code. */
  get status(): number {
    return errorStatus[this.code];
  }

  toBody(): ErrorBody {
    const body = { code: this.code, message: this.message };
    return this.retryAfterMs === undefined ? body : { ...body, retryAfterMs: this.retryAfterMs };
  }
}
