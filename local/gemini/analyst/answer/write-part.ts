import type { DataQuestion, Filter } from '../question/question.ts';
import { nameFilters } from '../question/sides.ts';
import type { View } from '../reads/view.ts';
import { formatCell, formatPercent, joinNames, plain } from './format-figure.ts';
import { lower, speakFilters, speakTime } from './speak.ts';
import type { Table } from './table-of.ts';

/** "Garden and East made 7.8% of revenue": a part that several names say, of a whole that was read beside it. */
export function writePart(
  part: Table,
  all: Table | undefined,
  view: View,
  { filters, whole = [] }: DataQuestion,
): string[] {
  const share = toPart(part, all);
  const [measure] = part.measures;
  const [row] = part.result.rows;
  const [wholeRow] = all?.result.rows ?? [];
  if (share === null || !measure || !row || !all || !wholeRow) return [];
  const { currency } = part.result.scope;
  const isOfWhole = (filter: Filter) => whole.some(({ dimension }) => dimension === filter.dimension);
  const name = plain(nameFilters(filters.filter((filter) => !isOfWhole(filter))));
  const base = speakFilters(all.result).map(plain);
  const of = `${lower(measure.label)}${base.length > 0 ? ` with ${joinNames(base)}` : ''}`;
  const [a, b] = [
    formatCell(part.cell(row, measure), measure, currency),
    formatCell(all.cell(wholeRow, measure), measure, currency),
  ];
  return [`**${name}: ${formatPercent(share)} of ${of}** ${speakTime(part.result, view)}: ${a} of ${b}.`];
}

/** The part as a fraction of its whole; null where there is no whole. */
export function toPart(part: Table, all: Table | undefined): number | null {
  const [[row], [measure]] = [part.result.rows, part.measures];
  const [wholeRow] = all?.result.rows ?? [];
  if (!row || !measure || !all || !wholeRow) return null;
  const whole = all.number(wholeRow, measure);
  return whole === 0 ? null : part.number(row, measure) / whole;
}
