import { CodedError } from '../coded-error.ts';
import type { ToolResult } from '../tools/tool.ts';
import { retry } from './retry.ts';
import type { FunctionCall } from './tool-response.ts';
import { toBody } from './turn-error.ts';
import type { TurnRun } from './turn-run.ts';

/** Stores a result while the turn goes on, trying again until the turn's time is up. @throws CodedError unavailable */
export async function saveResult(run: TurnRun, resultId: string, call: FunctionCall, result: ToolResult) {
  const { clock, random } = run.deps;
  try {
    await retry(() => run.record.saveResult(resultId, call, result), {
      clock,
      random,
      until: run.turn.deadlineAt,
      isFinal: () => run.signal.aborted,
      onRetry: (err) => run.logger.warn({ err, resultId }, 'result write is tried again'),
    });
  } catch (cause) {
    throw new CodedError('unavailable', toBody('unavailable').message, { cause });
  }
}
