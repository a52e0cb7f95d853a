import type { ModelPart } from '../model/model.ts';
import type { ToolOutcome } from '../tools/tool.ts';

export type FunctionCall = NonNullable<ModelPart['functionCall']>;

/** Bounds of what the model reads of one result. */
export type ResponseBounds = { maxRows: number; maxChars: number };

/** What the model gets back for one call. Rows past the bounds are left out; `rowCount` still counts them. */
export function toFunctionResponse(
  call: FunctionCall,
  outcome: ToolOutcome,
  resultId: string | null,
  bounds: ResponseBounds,
): ModelPart {
  const response = toResponse(outcome, resultId, bounds);
  const named = { name: call.name, response };
  return { functionResponse: call.id === undefined ? named : { id: call.id, ...named } };
}

function toResponse(outcome: ToolOutcome, resultId: string | null, bounds: ResponseBounds) {
  if (outcome.kind === 'failure') {
    const { code, message, hint } = outcome;
    return { error: { code, message, hint } };
  }
  if (outcome.kind === 'visualization') return { output: { shown: outcome.visualization.id } };
  const { title, columns, rows, rowsCut, scope, notes } = outcome.result;
  const shown = cutRows(rows, bounds);
  return { output: { resultId, title, columns, rows: shown, rowCount: rows.length, rowsCut, scope, notes } };
}

/** The first rows, as many as the bounds take. */
export function cutRows<Row>(rows: readonly Row[], { maxRows, maxChars }: ResponseBounds): Row[] {
  const shown: Row[] = [];
  let chars = 0;
  for (const row of rows.slice(0, maxRows)) {
    chars += JSON.stringify(row).length + 1;
    if (chars > maxChars) break;
    shown.push(row);
  }
  return shown;
}
