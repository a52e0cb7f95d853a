import type { Problem } from '../analytics/outcome.ts';
import type { ToolOutcome } from './tool.ts';

/** What the model is told of a request that cannot be answered. */
export function toFailure({ code, message, hint }: Problem): ToolOutcome {
  return { kind: 'failure', code, message, hint };
}
