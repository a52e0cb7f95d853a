import type { Figure } from '@tallyboard/contract';
import { findBound } from './bounds.ts';
import type { PreparedResult } from './candidates.ts';
import type { NumericColumn } from './grounded-result.ts';
import type { Mention } from './mentions.ts';
import { canTell, type Shown } from './shown.ts';

/** Words that tell of each row. */
export const every = /\b(?:all|every|each)\b/i;
const except = /\b(?:except|(?:all|every\w*) but|apart from|other than|besides|excluding)\b/i;
/** More rows are not told one by one. */
const maxTold = 24;

/**
 * A bound of the question that the answer states ("revenue was above $900,000") is proved where it holds for each row that the
 * passage names, or for all rows, however far off they are. Of several columns the passage must name the one that is meant.
 * Undefined where nothing is said of each row, so that the bound may be one of something else, such as a sum.
 */
export function proveAskedBound(
  shown: Shown,
  text: string,
  prepared: readonly PreparedResult[],
  mentions: readonly Mention[],
): Figure['proof'] | undefined {
  const { start, end, value } = shown.numeral;
  const bound = findBound(text, start, end);
  if (bound === undefined) return undefined;
  const columns = prepared.flatMap(({ result, numeric }, index) =>
    numeric
      .filter(({ column }) => canTell(shown.numeral, column.unit))
      .map((each) => ({ result, each, mention: mentions[index] })),
  );
  const called = columns.filter(({ each, mention }) =>
    mention?.passage.toLowerCase().includes(each.column.label.toLowerCase()),
  );
  for (const { result, each, mention } of columns.length === 1 ? columns : called) {
    const named = mention?.rows ?? [];
    const isOfSome = named.length > 0 && !every.test(mention?.passage ?? '');
    if (!isOfSome && (result.limited || result.rowsCut > 0)) continue;
    const left = except.test(mention?.passage ?? '') ? named : [];
    const rows = isOfSome ? named : [...each.values.keys()].filter((row) => !left.includes(row));
    const at = each.column.unit === 'fraction' ? value / 100 : value;
    const holds = (row: number) => {
      const over = ((each.values[row] ?? Number.NaN) - at) * (bound.side === 'above' ? 1 : -1);
      return bound.inclusive ? over >= 0 : over > 0;
    };
    if (rows.length === 0 || !rows.every(holds)) continue;
    return { resultId: result.resultId, formula: 'cell', cells: describe(each, rows) };
  }
  return mentions.some(({ passage }) => every.test(passage)) ? null : undefined;
}

function describe({ column, values }: NumericColumn, rows: readonly number[]): string {
  if (rows.length === values.length && rows.length > 1) return `${column.name}, all ${rows.length} rows`;
  if (rows.length > maxTold) return `${column.name}, ${rows.length} of ${values.length} rows`;
  return `${column.name}, ${rows.length === 1 ? 'row' : 'rows'} ${rows.map((row) => row + 1).join(', ')}`;
}
