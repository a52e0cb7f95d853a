import type { Cell, ResultColumn } from '../conversation/read-steps.ts';
import type { View } from '../reads/view.ts';
import { spellNumber } from '../vocabulary/numbers.ts';
import { formatCell, formatFigure, nameBucket } from './format-figure.ts';
import { endsPartial, inBrackets, lower, speakFilters, speakTime } from './speak.ts';
import { memberOf, type Table } from './table-of.ts';
import { toPhrase } from './write-total.ts';

/**
 * "Revenue per customer": one measure divided by another, row by row; null where there is no divisor among the columns.
 * @param before the other side of a comparison, where there is one
 */
export function writeRatio(
  table: Table,
  before: Table | null,
  per: string | null,
  view: View,
): string[] | null {
  const [measure] = table.measures;
  const divisor = table.measures.find(({ name }) => name === per);
  const [first] = table.result.rows;
  if (!measure || !divisor || measure === divisor || !first) return null;
  // Money of money is a part of it; money of orders is money, and orders of customers are a number.
  const isPart = measure.unit === divisor.unit && measure.unit !== 'count';
  const ratio: Ratio = {
    measure,
    divisor,
    isPart,
    name: isPart ? measure.label : `${measure.label} per ${toSingular(lower(divisor.label))}`,
  };
  const [old] = before?.result.rows ?? [];
  if (view.spans && before && old && table.dimensions.length === 0) {
    const [now, then] = [write(table, first, ratio), write(before, old, ratio)];
    const isUp = quotient(table, first, ratio) >= quotient(before, old, ratio);
    return [
      `**${ratio.name} ${speakMove(then.figure, now.figure, isUp)}**: ${now.of} ${toPhrase(view.spans.after.spoken)}, ${then.of} ${toPhrase(view.spans.before.spoken)}.`,
    ];
  }
  if (view.spans) return null;
  if (table.result.rows.length === 1) {
    const { figure, of } = write(table, first, ratio);
    const where = inBrackets(speakFilters(table.result));
    const verb = /[^s]s$/.test(ratio.name) ? 'were' : 'was';
    // "Which supplier makes the Duo, and what do we pay for it?"
    const whose = table.dimensions.length > 0 ? ` of ${memberOf(table, first)}` : '';
    return [`**${ratio.name}${whose} ${verb} ${figure}** ${speakTime(table.result, view)}: ${of}${where}.`];
  }
  return writeRows(table, ratio, view);
}

/** "Units sold" is one unit sold. */
function toSingular(label: string): string {
  return label.replace(/s(?= |$)/, '');
}

type Ratio = { measure: ResultColumn; divisor: ResultColumn; name: string; isPart: boolean };

function writeRows(table: Table, ratio: Ratio, view: View): string[] {
  const { time } = table;
  const name = (row: Cell[]) =>
    [memberOf(table, row), ...(time?.grain ? [nameBucket(table.cell(row, time), time.grain)] : [])]
      .filter(Boolean)
      .join(', ');
  const direction = view.ranked === 'asc' ? 1 : -1;
  const rows = table.result.rows.filter((row) => table.number(row, ratio.divisor) > 0);
  const sorted = time
    ? rows
    : rows.toSorted((a, b) => direction * (quotient(table, a, ratio) - quotient(table, b, ratio)));
  // A member's course is not told from another's figure, and a period that is not over is no end.
  const own = time ? sorted.filter((row) => isSameMember(table, row, sorted.at(-1))) : sorted;
  const whole = time && endsPartial(table.result) && own.length > 2 ? own.slice(0, -1) : own;
  const [first] = whole;
  const last = whole.at(-1);
  if (!first || !last)
    return [`**${ratio.name} cannot be said**: there are no ${lower(ratio.divisor.label)}.`];
  const of = time && table.dimensions.length > 0 ? ` of ${memberOf(table, last)}` : '';
  const bucket = (row: Cell[]) => nameBucket(time && table.cell(row, time), time?.grain ?? 'month');
  const isUp = quotient(table, last, ratio) >= quotient(table, first, ratio);
  const [from, to] = [first, last].map((row) => write(table, row, ratio).figure);
  const move = speakMove(from ?? '', to ?? '', isUp, [` (${bucket(first)})`, ` (${bucket(last)})`]);
  const lead = time
    ? `**${ratio.name}${of} ${move}.**`
    : // Of the members that another figure ranks first, none leads all.
      isFirstOnly(table)
      ? `**Of the ${spellNumber(rows.length)} with the ${direction > 0 ? 'lowest' : 'highest'} ${lower(ratio.measure.label)}, ${name(first)} has the ${direction > 0 ? 'lowest' : 'highest'} ${ratio.isPart ? 'share' : lower(ratio.name)}: ${write(table, first, ratio).figure}** ${speakTime(table.result, view)}. Others may have ${direction > 0 ? 'less' : 'more'}.`
      : `**${ratio.name}: ${name(first)} ${direction > 0 ? 'is lowest' : 'leads'} with ${write(table, first, ratio).figure}** ${speakTime(table.result, view)}.`;
  const lines = (time ? sorted.slice(-mostLines) : sorted.slice(0, mostLines)).map((row) => {
    const { figure, of } = write(table, row, ratio);
    return `- ${name(row)}: ${figure} (${of})`;
  });
  return [lead, lines.join('\n')];
}

/** Whether there are other members than those that were read. */
function isFirstOnly({ complete, result }: Table): boolean {
  return !complete || result.notes.some((note) => /rows were asked for/.test(note));
}

const mostLines = 13;

/** Of figures that read alike nothing rose, whatever comes after the last digit. */
function speakMove(from: string, to: string, isUp: boolean, [start = '', end = '']: string[] = []): string {
  if (from === to) return start === '' ? `stayed at ${to}` : `was ${from}${start} and ${to}${end}`;
  return `${isUp ? 'rose' : 'fell'} from ${from}${start} to ${to}${end}`;
}

function isSameMember(table: Table, row: Cell[], other: Cell[] | undefined): boolean {
  return other !== undefined && memberOf(table, row) === memberOf(table, other);
}

function quotient(table: Table, row: Cell[], { measure, divisor }: Ratio): number {
  const by = table.number(row, divisor);
  return by === 0 ? 0 : table.number(row, measure) / by;
}

function write(table: Table, row: Cell[], ratio: Ratio): { figure: string; of: string } {
  const currency = table.result.scope.currency;
  const { measure, divisor } = ratio;
  const unit = ratio.isPart ? 'fraction' : measure.unit === 'currency' ? 'currency' : 'none';
  const [part, whole] = [measure, divisor].map((column) =>
    formatCell(table.cell(row, column), column, currency),
  );
  const figure = formatFigure(quotient(table, row, ratio), unit, currency);
  const name = lower(divisor.label);
  return ratio.isPart
    ? { figure: `${figure} of ${name}`, of: `${part} over ${whole}` }
    : { figure, of: `${part} over ${whole} ${name}` };
}
