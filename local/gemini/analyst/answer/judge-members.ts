import type { Cell, ResultColumn } from '../conversation/read-steps.ts';
import { aboveOne, spellOrdinal } from '../vocabulary/numbers.ts';
import { type Claim, holdsIf, isFirstMore, type Verdict } from './claim.ts';
import { describeMove } from './describe-move.ts';
import { formatCell, plain } from './format-figure.ts';
import { type Claimed, setsAgainst } from './read-whether.ts';
import { lower } from './speak.ts';
import type { Table } from './table-of.ts';
import { findWithinBounds } from './write-compared.ts';
import { toPhrase } from './write-total.ts';

/** "Is Tools our most profitable category?", "is Sunda among our top five brands?" */
export function judgeLead(
  table: Table,
  measure: ResultColumn,
  { asked, question, resolution }: Claim,
): Verdict | null {
  const [dimension, other] = table.dimensions;
  if (!dimension || other || table.time !== null || question.place !== null) return null;
  const named = resolution.found.filter(
    ({ filter }) => filter.dimension === dimension.name && filter.op === 'is' && filter.values.length === 1,
  );
  const name = named.length === 1 ? named[0]?.filter.values[0] : undefined;
  if (name === undefined || question.filters.some((filter) => filter.dimension === dimension.name))
    return null;
  const sign = question.order === 'asc' ? 1 : -1;
  const rows = table.result.rows
    .filter((row) => typeof table.cell(row, measure) === 'number')
    .toSorted((a, b) => sign * (table.number(a, measure) - table.number(b, measure)));
  const at = rows.findIndex((row) => String(table.cell(row, dimension)) === name);
  const most = firstFew.test(asked) ? (question.limit ?? 1) : 1;
  const last = rows[Math.min(most, rows.length) - 1];
  const own = rows[at];
  if (!last) return null;
  // Rows beyond those that were read come after them.
  if (!own) return rows.length >= most ? holdsIf(false) : null;
  const holds = at < most || table.number(own, measure) === table.number(last, measure);
  const figure = formatCell(table.cell(own, measure), measure, table.result.scope.currency);
  return { holds, proof: at === 0 ? '' : `${plain(name)} ${speakPlace(at)} ${figure}.` };
}

const firstFew = new RegExp(`\\b(?:top|bottom|first|best|worst) (?:\\w+ )?(?:\\d+|${aboveOne})\\b`, 'i');

function speakPlace(at: number): string {
  const ordinal = spellOrdinal(at + 1);
  return ordinal === 'next' ? 'has' : `is ${ordinal} with`;
}

/** "Was October our best month this year?" */
export function judgeTime(table: Table, measure: ResultColumn, { question }: Claim): Verdict | null {
  const { time } = table;
  const { claimed, order } = question;
  if (claimed === null || time?.grain !== claimed.grain || table.dimensions.length > 0 || !table.complete)
    return null;
  const sign = order === 'asc' ? 1 : -1;
  const rows = table.result.rows.toSorted(
    (a, b) => sign * (table.number(a, measure) - table.number(b, measure)),
  );
  const at = rows.findIndex((row) => String(table.cell(row, time)).slice(0, 10) === claimed.start);
  const own = rows[at];
  if (!own) return null;
  const figure = formatCell(table.cell(own, measure), measure, table.result.scope.currency);
  return { holds: at === 0, proof: at === 0 ? '' : `${claimed.spoken} ${speakPlace(at)} ${figure}.` };
}

export function judgeSides(
  tables: Table[],
  claimed: Claimed,
  { asked, question, resolution }: Claim,
): Verdict | null {
  const place = question.sides.map(({ name, filters, period }, index) => {
    // Sides with times of their own stand as they were asked.
    if (period !== undefined) return index;
    const days = filters.every(({ dimension }) => dimension === 'weekday')
      ? filters.some(({ op }) => op === 'is_not')
        ? /week ?days|monday|mon\b/i
        : new RegExp(`${name.length > 12 ? 'weekends?|' : ''}${name.split(' ')[0]}`, 'i')
      : null;
    const spoken = resolution.found.find(({ filter }) => filter.values[0] === name)?.mention.text ?? name;
    return days ? asked.search(days) : asked.toLowerCase().indexOf(spoken.toLowerCase());
  });
  const values = tables.map((table) => {
    const [[row], [measure]] = [table.result.rows, table.measures];
    return row && measure ? table.number(row, measure) : null;
  });
  const [one, other] = place;
  const [a, b] = values;
  if (one === undefined || other === undefined || one < 0 || other < 0 || one === other) return null;
  if (typeof a !== 'number' || typeof b !== 'number') return null;
  return isFirstMore(one < other ? [a, b] : [b, a], claimed);
}

/** "Do we sell more Garden than Kitchen?", "is the West growing faster than the South?" */
export function judgePair(
  table: Table,
  measure: ResultColumn,
  claimed: Claimed,
  { asked, question, resolution, view }: Claim,
): Verdict | null {
  const [dimension, other] = table.dimensions;
  if (!dimension || other || table.time !== null || !setsAgainst(asked)) return null;
  const names = [
    ...new Set(
      resolution.found
        .filter(({ filter }) => filter.dimension === dimension.name && filter.op === 'is')
        .flatMap(({ filter }) => filter.values),
    ),
  ];
  if (names.length !== 2 || question.asOne) return null;
  const [first, second] = names.map((name) =>
    table.result.rows.find((row) => String(table.cell(row, dimension)) === name),
  );
  if (!first || !second) return null;
  if (view.spans === null)
    return isFirstMore([table.number(first, measure), table.number(second, measure)], claimed);
  const column = table.result.columns.find(({ name }) => name === `${measure.name}_before`);
  if (!column) return null;
  const rate = (row: Cell[]) => table.number(row, measure) / table.number(row, column) - 1;
  const by = (row: Cell[]) => table.number(row, measure) - table.number(row, column);
  const [rates, amounts] = [
    isFirstMore([rate(first), rate(second)], claimed),
    isFirstMore([by(first), by(second)], claimed),
  ];
  // "Grew more" may be by amount or by rate.
  if (!question.byRate && rates.holds !== amounts.holds) return null;
  const moves = [first, second].map(
    (row) =>
      `${plain(String(table.cell(row, dimension)))} ${describeMove(table.number(row, column), table.number(row, measure), measure)}`,
  );
  const when = `${toPhrase(view.spans.after.spoken)} compared with ${view.spans.before.spoken}`;
  return { ...rates, lead: `${moves.join(' and ')}** (${lower(measure.label)} ${when}).` };
}

/** "Are there brands that fell by more than 10 %?" */
export function judgeBoundMoves(table: Table, { view }: Claim): Verdict | null {
  return view.sideBySide && view.spans !== null ? holdsIf(findWithinBounds(table, view).length > 0) : null;
}
