import { isOfOtherTime } from '../conversation/in-full/say-of-other-time.ts';
import type { Cell, ResultColumn } from '../conversation/read-steps.ts';
import type { View } from '../reads/view.ts';
import { type Claim, holdsIf, isFirstMore, speaksOfEarlier, type Verdict } from './claim.ts';
import type { Claimed } from './read-whether.ts';
import { type Table, total } from './table-of.ts';
import { isWithin } from './write-bounded.ts';
import { findEnds } from './write-series.ts';

/** "Is wholesale more than 40 % of sales?" */
export function judgePart(table: Table, measure: ResultColumn, { question, view }: Claim): Verdict | null {
  const share = toShare(table, measure, view.highlight);
  return share === null ? null : holdsIf(question.partBounds.every((bound) => isWithin(share, bound)));
}

function toShare(table: Table, { name }: ResultColumn, members: string[]): number | null {
  const [dimension, other] = table.dimensions;
  const column = table.measures.find((measure) => measure.name === name);
  if (!dimension || other) return null;
  const own = table.result.rows.filter((row) => members.includes(String(table.cell(row, dimension))));
  const share = table.measures.find((measure) => measure.name.endsWith('_share'));
  if (share) return own.length > 0 ? total(table, share, own) : null;
  const isLimited = table.result.notes.some((note) => /rows were asked for/.test(note));
  if (!column?.summable || !table.complete || isLimited) return null;
  return total(table, column, own) / total(table, column);
}

/** "Has the share of online grown?" */
export function judgeShare(
  after: Table,
  before: Table,
  measure: ResultColumn,
  claimed: Claimed,
  { view }: Claim,
): Verdict | null {
  const [now, then] = [after, before].map((table) => toShare(table, measure, view.highlight));
  return typeof now === 'number' && typeof then === 'number' ? isFirstMore([now, then], claimed) : null;
}

/** How a figure moved: between two times, or over a series. */
export function judgeMove(
  table: Table,
  before: Table | null,
  claimed: Claimed,
  claim: Claim,
): Verdict | null {
  const { question, view } = claim;
  // "Did Garden and Kitchen grow?" is one of each.
  const isOfSeveral = question.filters.some(({ op, values }) => op === 'is' && values.length > 1);
  const moves = question.measures.length > 1 && view.spans === null ? [] : table.measures;
  const all = moves
    .filter(({ name }) => name !== question.per)
    .map((one) => findMove(table, before, one, view, question.per));
  const [ends] = all;
  if (!ends || isOfSeveral) return null;
  // "Did revenue and margin grow?" is one of both.
  const isSame = all.every((move) => move !== null && move.after > move.before === ends.after > ends.before);
  if (question.measures.length > 1 && !isSame) return null;
  // "Was it better last year?" speaks of the other one, whichever is later.
  if (isOfOtherTime(claim.asked)) {
    const [one, other] = question.periods;
    const isLater = other !== undefined && question.against === null && (one?.start ?? '') < other.start;
    return isFirstMore(isLater ? [ends.after, ends.before] : [ends.before, ends.after], claimed);
  }
  const isEarlier = speaksOfEarlier(claim);
  if (isEarlier === null) return null;
  return isFirstMore(isEarlier ? [ends.before, ends.after] : [ends.after, ends.before], claimed);
}

function findMove(
  table: Table,
  before: Table | null,
  measure: ResultColumn,
  view: View,
  per: string | null,
): { before: number; after: number } | null {
  const { rows, columns } = table.result;
  if (per !== null && view.sideBySide) return null;
  if (view.sideBySide) {
    const column = columns.find(({ name }) => name === `${measure.name}_before`);
    if (!column || !measure.summable || !table.complete || view.ranked !== null) return null;
    return { before: total(table, column), after: total(table, measure) };
  }
  if (table.dimensions.length > 0) return null;
  if (view.spans !== null) {
    const [[after], [earlier]] = [rows, before?.result.rows ?? []];
    const column = before?.measures.find(({ name }) => name === measure.name);
    return after && earlier && before && column
      ? { before: toFigure(before, earlier, column, per), after: toFigure(table, after, measure, per) }
      : null;
  }
  const { time } = table;
  if (time === null || view.yearOnYear || view.ranked !== null || view.averages || time.grain === 'day')
    return null;
  const sorted = rows.toSorted((a, b) =>
    String(table.cell(a, time)).localeCompare(String(table.cell(b, time))),
  );
  const ends = findEnds(table, sorted, view);
  return ends.before && ends.after
    ? {
        before: toFigure(table, ends.before, measure, per),
        after: toFigure(table, ends.after, measure, per),
      }
    : null;
}

/** "Did revenue per customer rise?": of a quotient, and not of what is divided. What comes after its tenth digit is no move. */
function toFigure(table: Table, row: Cell[], measure: ResultColumn, per: string | null): number {
  const divisor = table.measures.find(({ name }) => name === per);
  const figure = table.number(row, measure);
  if (!divisor) return figure;
  const by = table.number(row, divisor);
  return by === 0 ? 0 : Number((figure / by).toPrecision(10));
}
