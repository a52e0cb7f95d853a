import { z } from 'zod';
import { isNameWithDigits } from '../grounding/names.ts';
import type { ModelContent } from '../model/model.ts';

const responseSchema = z.object({
  output: z.object({
    columns: z.array(z.object({ name: z.string(), type: z.string(), role: z.string() })),
    rows: z.array(z.array(z.unknown())),
  }),
});

/**
 * The names with digits in them that the model was told in earlier turns: "Hedge Trimmer 55 cm". An answer may name them without
 * reading them again, and states no figure by it. So it may quote an earlier question.
 */
export function listEarlierNames(history: readonly ModelContent[]): Set<string> {
  const questions = history.flatMap(({ role, parts }) =>
    role === 'user' ? parts.flatMap(({ text }) => text?.trim() ?? []) : [],
  );
  const names = new Set(questions.filter(isNameWithDigits));
  for (const part of history.flatMap(({ parts }) => parts)) {
    const parsed = responseSchema.safeParse(part.functionResponse?.response);
    if (!parsed.success) continue;
    const { columns, rows } = parsed.data.output;
    // A reason in a cell states figures.
    const isName = columns.map(
      ({ name, type, role }) => type === 'string' && (role === 'dimension' || name === 'sku'),
    );
    for (const cell of rows.flatMap((row) => row.filter((_, index) => isName[index]))) {
      if (typeof cell === 'string' && isNameWithDigits(cell)) names.add(cell);
    }
  }
  return names;
}
