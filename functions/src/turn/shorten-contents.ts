import { z } from 'zod';
import type { ModelContent, ModelPart } from '../model/model.ts';
import { withoutSignatures } from './signatures.ts';
import { cutRows } from './tool-response.ts';

/** Characters of rows kept of a result with figures: a glance at them. Whoever needs them reads again. */
const figureChars = 1_000;
/** Of a result without figures. What names were found is what later questions rest upon. */
const nameChars = 5_000;

/**
 * A turn with the first rows of each result alone. What it covers, how many rows there were, the calls and the answer stay as
 * they are, and every call keeps its response. Signatures are left out: they count as input, and only the running turn needs its own.
 */
export function shortenContents(contents: readonly ModelContent[]): ModelContent[] {
  return withoutSignatures(contents).map(({ role, parts }) => ({ role, parts: parts.map(shortenPart) }));
}

const responseSchema = z.looseObject({
  output: z.looseObject({
    columns: z.array(z.looseObject({ role: z.string() })),
    rows: z.array(z.unknown()),
  }),
});

function shortenPart(part: ModelPart): ModelPart {
  const { functionResponse } = part;
  const parsed = responseSchema.safeParse(functionResponse?.response);
  if (functionResponse === undefined || !parsed.success) return part;
  const { output } = parsed.data;
  const hasFigures = output.columns.some(({ role }) => role === 'measure');
  const rows = cutRows(output.rows, {
    maxRows: output.rows.length,
    maxChars: hasFigures ? figureChars : nameChars,
  });
  return { ...part, functionResponse: { ...functionResponse, response: { output: { ...output, rows } } } };
}
