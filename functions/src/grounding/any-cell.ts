import type { Figure } from '@tallyboard/contract';
import type { PreparedResult } from './candidates.ts';
import { findNumerals } from './find-numerals.ts';
import { type Candidate, toMaker } from './formulas.ts';
import {
  fewRows,
  findRow,
  type GroundedResult,
  type NumericColumn,
  significantDigits,
} from './grounded-result.ts';
import type { Mention } from './mentions.ts';
import { fits, type Shown, toShown } from './shown.ts';

/** A number copied from a row that the passage does not name. */
export function proveByAnyCell(
  shown: Shown,
  prepared: readonly PreparedResult[],
  mentions: readonly Mention[],
): Figure['proof'] {
  for (const [index, { result, numeric }] of prepared.entries()) {
    if (result.rows.length > fewRows && shown.digits < significantDigits) continue;
    for (const each of numeric) {
      const kind = each.column.unit === 'fraction' ? 'ratio' : 'amount';
      for (const { low, high } of shown.asRanges(kind)) {
        const row = findRow(each, low, high);
        if (row === undefined) continue;
        const candidate = toCell(result, each, row);
        if (!fits(shown, candidate) || !mayTellOthers(result, each, mentions[index])) continue;
        return { resultId: candidate.resultId, formula: candidate.formula, cells: candidate.cells };
      }
    }
  }
  return null;
}

function toCell(result: GroundedResult, { column, values }: NumericColumn, row: number): Candidate {
  return toMaker(result, column)(values[row] ?? Number.NaN, 'cell', `${column.name}, row ${row + 1}`);
}

/** Words that tell of a row beside the one that is named. */
const others =
  /\b(?:next|second|third|runner-up|leader|followed|others?|rest|than|from|against|versus|vs|compared|ahead|behind|before|after|earlier|previous|prior|ago|previously)\b/i;

/**
 * Whether a passage may state the value of a row that it does not name: where it names none, tells of another one, or has the named
 * one's value too. "West made $1.1M" states that of the East as the West's.
 */
function mayTellOthers(result: GroundedResult, column: NumericColumn, mention: Mention | undefined): boolean {
  if (mention === undefined || mention.named === null || others.test(mention.passage)) return true;
  const own = mention.rows.map((row) => toCell(result, column, row));
  return findNumerals(mention.passage).some((numeral) => {
    const shown = toShown(numeral, mention.passage);
    return own.some((cell) => fits(shown, cell));
  });
}
