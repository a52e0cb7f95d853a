import { z } from 'zod';
import type { ModelContent } from '../model/model.ts';

const responseSchema = z.object({
  output: z.object({
    columns: z.array(z.object({ type: z.string() })),
    rows: z.array(z.array(z.unknown())),
  }),
});

/**
 * The names with digits in them that the model was told in earlier turns: "Hedge Trimmer 55 cm". An answer may name them without
 * reading them again, and states no figure by it. A name without a letter would excuse every figure that is equal to it.
 */
export function listEarlierNames(history: readonly ModelContent[]): Set<string> {
  const names = new Set<string>();
  for (const part of history.flatMap(({ parts }) => parts)) {
    const parsed = responseSchema.safeParse(part.functionResponse?.response);
    if (!parsed.success) continue;
    const { columns, rows } = parsed.data.output;
    for (const cell of rows.flatMap((row) => row.filter((_, index) => columns[index]?.type === 'string'))) {
      if (typeof cell === 'string' && cell.length <= 120 && /\d/.test(cell) && /\p{L}/u.test(cell))
        names.add(cell);
    }
  }
  return names;
}
