import type { Cell, ResultColumn } from '../conversation/read-steps.ts';
import { spellTwoDigits } from '../vocabulary/numbers.ts';
import { type Claim, holdsIf, speaksOfEarlier, type Verdict } from './claim.ts';
import { formatCell, joinNames, plain } from './format-figure.ts';
import type { Claimed } from './read-whether.ts';
import { lower } from './speak.ts';
import type { Table } from './table-of.ts';
import { toPhrase } from './write-total.ts';

/** "Did all regions grow?": yes where each of them did; else those that did not, with their figures. */
export function judgeAll(
  table: Table,
  measure: ResultColumn,
  claimed: Claimed,
  claim: Claim,
): Verdict | null {
  const { view } = claim;
  const [dimension, other] = table.dimensions;
  const before = table.result.columns.find(({ name }) => name === `${measure.name}_before`);
  if (!view.sideBySide || !before || !dimension || other || view.spans === null || !table.complete)
    return null;
  const isEarlier = speaksOfEarlier(claim);
  if (isEarlier === null) return null;
  const sign = (claimed === 'more') === isEarlier ? -1 : 1;
  const move = (row: Cell[]) => sign * (table.number(row, measure) - table.number(row, before));
  const rows = table.result.rows;
  if (rows.length < 2 || rows.some((row) => /^all others$/i.test(String(table.cell(row, dimension)))))
    return null;
  const against = rows.filter((row) => move(row) <= 0).toSorted((a, b) => move(a) - move(b));
  const { currency } = table.result.scope;
  const when = `${lower(measure.label)} ${toPhrase(view.spans.after.spoken)} compared with ${view.spans.before.spoken}`;
  if (against.length === 0) return { ...holdsIf(true), lead: `all ${spell(rows.length)} did** (${when}).` };
  const told = against.slice(0, mostTold).map((row) => {
    const [from, to] = [before, measure].map((column) =>
      formatCell(table.cell(row, column), column, currency),
    );
    return `${plain(String(table.cell(row, dimension)))} went from ${from} to ${to}`;
  });
  const count = `${against.length > 12 ? 'many' : spell(against.length)} of the ${spell(rows.length)} did not`;
  const some = against.length > mostTold ? ', among them' : ':';
  return { ...holdsIf(false), lead: `${count}${some} ${joinNames(told)}** (${when}).` };
}

const mostTold = 3;

function spell(count: number): string {
  return count < 100 ? spellTwoDigits(count) : 'more than ninety-nine';
}
