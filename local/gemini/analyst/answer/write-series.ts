import type { Cell, ResultColumn } from '../conversation/read-steps.ts';
import { ranksManyDays, type View } from '../reads/view.ts';
import { addMonths, type Grain } from '../time/calendar.ts';
import { spellNumber, spellOrdinal } from '../vocabulary/numbers.ts';
import { describeMove, toChange } from './describe-move.ts';
import { capital, formatCell, formatFigure, nameBucket } from './format-figure.ts';
import { endsPartial, lower, startsPartial } from './speak.ts';
import { hasFigure, type Table, total } from './table-of.ts';
import { writeMembersOverTime } from './write-members-over-time.ts';
import { writeBothEnds, writeStretch } from './write-places.ts';
import { writeYearOnYear } from './write-year-on-year.ts';

/** Sentences about figures over time: how they moved from the first to the last, then each of a few. */
export function writeSeries(table: Table, view: View): string[] {
  const { time, dimensions, measures } = table;
  const [measure] = measures;
  if (!time?.grain || !measure) return [];
  // "Our best day ever": those that come next are no course.
  if (ranksManyDays(view)) return [writeLead(table, table.result.rows, measure, view)];
  if (!table.complete) return [writeTooLong(table)];
  if (dimensions.length > 0) return writeMembersOverTime(table, view);
  const rows = table.result.rows.toSorted((a, b) => compareText(table.cell(a, time), table.cell(b, time)));
  const pairs = view.yearOnYear ? writeYearOnYear(table, rows, measure, view) : [];
  if (pairs.length > 0) return pairs;
  const lines = [writeLead(table, rows, measure, view)];
  if (rows.length <= 8) lines.push(writeList(table, rows, measures));
  lines.push(...writeExtremes(table, rows, measure, view));
  for (const other of rows.length > 8 ? measures.slice(1, 4) : [])
    if (view.ranked === null) lines.push(writeOther(table, rows, other));
  return lines;
}

/** A course whose last rows are not here would be told up to some day in the middle. */
function writeTooLong({ result, measures, dimensions, time }: Table): string {
  const by = [time, ...dimensions].flatMap((column) => (column ? [lower(column.label)] : []));
  return `**${measures[0]?.label ?? 'This'} by ${by.join(' and ')} has ${(result.rowCount + result.rowsCut).toLocaleString('en-US')} rows**, more than can be told in words. Ask for a shorter time, for longer steps, or for one name.`;
}

/** "**Revenue rose 8.4% from September 2026 to October 2026**, …"; a long series is told from its first period to its last. */
function writeLead(table: Table, rows: Cell[][], measure: ResultColumn, view: View): string {
  const { time } = table;
  const grain = time?.grain ?? 'month';
  const whole = view.pair === null ? toWhole(table, rows, measure) : rows;
  const day = (row: Cell[] | undefined) => String(row && time ? table.cell(row, time) : '');
  const figure = (row: Cell[]) => formatCell(table.cell(row, measure), measure, table.result.scope.currency);
  const isKnown = (row: Cell[]) => hasFigure(table, row, measure);
  const name = (row: Cell[]) => nameBucket(day(row), grain);
  if (view.ranked !== null) {
    // A year that is not over may be the highest already, but not yet the lowest.
    const ranked = view.ranked === 'desc' && measure.summable ? rows : whole.filter(isKnown);
    const sorted = ranked.toSorted(
      (a, b) => (table.number(b, measure) - table.number(a, measure)) * (view.ranked === 'asc' ? -1 : 1),
    );
    const told = {
      rows: whole.toSorted((a, b) => table.number(b, measure) - table.number(a, measure)),
      name,
      figure,
    };
    const of = `${lower(measure.label)} by ${grain}`;
    if (view.place === 'ends')
      return writeBothEnds({ ...told, of }, view.limit ?? 1, table.complete).join('\n\n');
    if (view.place !== null && view.place.to > view.place.from)
      return writeStretch({ rows: sorted, name, figure, of }, view.place, view.ranked).join('\n\n');
    const place = view.place?.from ?? 1;
    const best = sorted[place - 1];
    const rank = `${place > 1 ? `${spellOrdinal(place)} ` : ''}${view.ranked === 'asc' ? 'lowest' : 'highest'}`;
    const next = sorted
      .slice(place, Math.min(view.limit ?? 1, 12))
      .map((row) => `- ${name(row)}: ${figure(row)}`);
    if (!best) return '';
    const lead = `**${capital(name(best))} was the ${grain} with the ${rank} ${lower(measure.label)}: ${figure(best)}.**`;
    return next.length > 0 ? `${lead} Then come:\n\n${next.join('\n')}` : lead;
  }
  if (view.averages && measure.unit !== 'fraction' && table.complete && whole.length > 1) {
    const mean = total(table, measure, whole) / whole.length;
    const unit = measure.unit === 'currency' ? 'currency' : 'none';
    return `**${measure.label} averaged ${formatFigure(mean, unit, table.result.scope.currency)} a ${grain}** over ${spellNumber(whole.length)} ${grain}s.`;
  }
  // Days go up and down: their sum says more than the last step.
  if (grain === 'day' && view.pair === null && measure.summable && table.complete && rows.length > 3) {
    const [peak] = rows.toSorted((a, b) => table.number(b, measure) - table.number(a, measure));
    const sum = formatFigure(total(table, measure), measure.unit, table.result.scope.currency);
    return peak
      ? `**${measure.label} came to ${sum}** over ${spellNumber(rows.length)} days, with a peak of ${figure(peak)} on ${name(peak)}.`
      : '';
  }
  const { before, after } = findEnds(table, rows, view);
  if (!after) return '';
  if (!before) return `**${measure.label} was ${figure(after)} in ${name(after)}.**`;
  const movement = describeMove(table.number(before, measure), table.number(after, measure), measure);
  const lead = `**${measure.label} ${movement} from ${name(before)} to ${name(after)}**, from ${figure(before)} to ${figure(after)}`;
  // Of a few rows the last step is told as well.
  const step = view.pair === null && whole.length > 2 && whole.length <= few ? whole.at(-2) : undefined;
  if (!step) return `${lead}.`;
  return `${lead}; since ${name(step)} it ${describeMove(table.number(step, measure), table.number(after, measure), measure)}.`;
}

/** Rows of a series that can be followed one by one. */
const few = 6;

/** The two periods of a series that tell how it moved: those that are compared, else its first whole one and its last. */
export function findEnds(
  table: Table,
  rows: Cell[][],
  view: View,
): { before: Cell[] | undefined; after: Cell[] | undefined } {
  const { time } = table;
  const grain = time?.grain ?? 'month';
  const whole = view.pair === null ? toWhole(table, rows, table.measures[0]) : rows;
  const day = (row: Cell[]) => String(time ? table.cell(row, time) : '');
  const at = (wanted: string | undefined) => rows.find((row) => day(row) === wanted);
  const isLong = whole.length > few && view.pair === null;
  const after = at(view.pair?.after) ?? whole.at(-1);
  // From a long series' first month to its last the season would speak: the year before is the fair comparison.
  const yearBefore = isLong && after && isSeasonal(grain) ? at(addMonths(day(after), -12)) : undefined;
  const before = at(view.pair?.before) ?? yearBefore ?? (whole.length > 1 ? whole[0] : undefined);
  return { before, after };
}

function isSeasonal(grain: Grain): boolean {
  return grain === 'month' || grain === 'quarter';
}

/** Rows of whole periods: one that is cut at either end is no fair comparison, and a rate of nothing is none. */
function toWhole(table: Table, rows: Cell[][], measure: ResultColumn | undefined): Cell[][] {
  const from = startsPartial(table.result) && rows.length > 2 ? 1 : 0;
  const to = endsPartial(table.result) && rows.length - from > 1 ? -1 : undefined;
  const whole = rows.slice(from, to);
  return measure === undefined ? whole : whole.filter((row) => hasFigure(table, row, measure));
}

function writeList(table: Table, rows: Cell[][], measures: ResultColumn[]): string {
  const { time } = table;
  if (!time?.grain) return '';
  const currency = table.result.scope.currency;
  return rows
    .map((row, index) => {
      const figures = measures.map((column, place) => {
        const text = formatCell(table.cell(row, column), column, currency);
        const isCut =
          (index === 1 && startsPartial(table.result)) ||
          (index === rows.length - 1 && endsPartial(table.result));
        const previous = isCut ? undefined : rows[index - 1];
        const change =
          place === 0 && previous
            ? toChange(table.number(previous, column), table.number(row, column), column)
            : '';
        return measures.length === 1 ? `${text}${change}` : `${lower(column.label)} ${text}${change}`;
      });
      return `- ${nameBucket(table.cell(row, time), time.grain ?? 'month')}: ${figures.join(', ')}`;
    })
    .join('\n');
}

function writeExtremes(table: Table, rows: Cell[][], measure: ResultColumn, view: View): string[] {
  const { time } = table;
  if (!time?.grain || rows.length < 3) return [];
  const currency = table.result.scope.currency;
  const whole = toWhole(table, rows, measure);
  const sorted = whole.toSorted((a, b) => table.number(b, measure) - table.number(a, measure));
  const [best] = sorted;
  const worst = sorted.at(-1);
  const lines: string[] = [];
  const name = (row: Cell[]) => nameBucket(table.cell(row, time), time.grain ?? 'month');
  const figure = (row: Cell[]) => formatCell(table.cell(row, measure), measure, currency);
  if (best && worst && best !== worst && view.ranked === null)
    lines.push(
      `${whole.length < rows.length ? `Of the whole ${time.grain}s the highest` : `The highest ${time.grain}`} was ${name(best)} with ${figure(best)}, the lowest ${name(worst)} with ${figure(worst)}.`,
    );
  if (measure.summable && table.complete && view.pair === null && time.grain !== 'day') {
    const sum = formatFigure(total(table, measure), measure.unit, currency);
    lines.push(`All ${spellNumber(rows.length)} ${time.grain}s together: ${sum}.`);
  }
  return lines;
}

function writeOther(table: Table, rows: Cell[][], column: ResultColumn): string {
  const { time } = table;
  const first = rows.at(-2);
  const last = rows.at(-1);
  if (!time?.grain || !first || !last) return '';
  const currency = table.result.scope.currency;
  const [from, to] = [first, last].map((row) => formatCell(table.cell(row, column), column, currency));
  return `${column.label} went from ${from} to ${to} in the last two ${time.grain}s.`;
}

function compareText(a: Cell | undefined, b: Cell | undefined): number {
  return String(a).localeCompare(String(b));
}
