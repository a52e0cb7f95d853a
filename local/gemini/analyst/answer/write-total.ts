import type { ResultColumn } from '../conversation/read-steps.ts';
import type { View } from '../reads/view.ts';
import { countUnits } from '../time/calendar.ts';
import { describeMove, toChange } from './describe-move.ts';
import { formatCell, formatFigure } from './format-figure.ts';
import { inBrackets, isOfOneDay, lower, speakFilters, speakTime } from './speak.ts';
import { type Table, total } from './table-of.ts';

/** One row without time or members: the figures themselves. */
export function writeTotal(table: Table, view: View): string[] {
  const [row] = table.result.rows;
  const [measure, ...others] = table.measures;
  if (!row || !measure) return [];
  const currency = table.result.scope.currency;
  const where = inBrackets(speakFilters(table.result));
  const figure = formatCell(table.cell(row, measure), measure, currency);
  const isCounted = measure.unit === 'count' || measure.unit === 'units' || measure.unit === 'days';
  const when = speakTime(table.result, view);
  if (table.cell(row, measure) === null && others.length === 0 && lasts.test(measure.name))
    return [`**No stock is recorded ${when}**${where}: nothing was counted then.`];
  const lines = [
    isCounted
      ? `**${measure.label}: ${figure}** ${when}${where}${isOfPlaces(table, measure) ? ', counted in each warehouse' : ''}.`
      : `**${measure.label} ${toVerb(table, measure.label, when)} ${figure}** ${when}${where}.`,
  ];
  if (others.length > 0)
    lines.push(
      others
        .map((column) => `- ${column.label}: ${formatCell(table.cell(row, column), column, currency)}`)
        .join('\n'),
    );
  return lines;
}

/** A product that is out of stock at two sites counts twice. */
function isOfPlaces({ result }: Table, { name }: ResultColumn): boolean {
  const { filters, warehouses } = result.scope;
  const isOne =
    filters.some((filter) => /^Warehouse is (?!.* or )/.test(filter)) || warehouses?.ids.length === 1;
  return /^(?:out_of_stock|listed)$/.test(name) && !isOne;
}

function toVerb(table: Table, label: string, when: string): string {
  const many = /[^s]s$/.test(label) && !/(sales|days) rate$/.test(label);
  return isNow(table) || when === 'now' ? (many ? 'are' : 'is') : many ? 'were' : 'was';
}

function isNow(table: Table): boolean {
  return /^stock at the end/.test(table.result.scope.period?.label ?? '');
}

/** Two reads of two periods: each total, and how it moved. */
export function writeTwoTotals(after: Table, before: Table, view: View): string[] {
  const [measure] = after.measures;
  const [afterRow] = after.result.rows;
  const [beforeRow] = before.result.rows;
  if (!measure || !afterRow || !beforeRow || !view.spans) return [];
  if (after.time?.grain) return writeTwoMeans(after, before, measure, view.spans);
  const currency = after.result.scope.currency;
  const old = before.measures.find(({ name }) => name === measure.name) ?? measure;
  const movement = describeMove(before.number(beforeRow, old), after.number(afterRow, measure), measure);
  const [now, then] = [
    formatCell(after.cell(afterRow, measure), measure, currency),
    formatCell(before.cell(beforeRow, old), old, currency),
  ];
  const when = (table: Table, spoken: string) =>
    isOfOneDay(table.result) && !isDay.test(spoken) ? `at the end of ${spoken}` : toPhrase(spoken);
  const nothing = formatCell(null, measure, currency);
  const isMissing = lasts.test(measure.name) && [now, then].includes(nothing);
  // "Sales today and last month": a day has not fallen from a month.
  const isOfDay = [after, before].some(({ result }) => isOfOneDay(result));
  // The longer the time, the more of the stock is sold through.
  const isCounted = measure.summable || measure.name === 'sell_through';
  const isApart = isCounted && !isOfDay && !isAlike(view.spans);
  // Where nothing was counted, there may have been some.
  const speak = (figure: string) => (isMissing && figure === nothing ? 'no count' : figure);
  const both = `${speak(now)} ${when(after, view.spans.after.spoken)}, ${speak(then)} ${when(before, view.spans.before.spoken)}`;
  const lines = [
    isApart
      ? `**${measure.label}: ${both}**. The two times are not equally long, so they are not set against each other.`
      : `**${measure.label} ${isMissing ? 'cannot be compared' : movement}**: ${both}.`,
  ];
  for (const column of after.measures.slice(1, 4)) {
    const other = before.measures.find(({ name }) => name === column.name);
    if (!other) continue;
    const change = isApart
      ? ''
      : toChange(before.number(beforeRow, other), after.number(afterRow, column), column);
    lines.push(
      `- ${column.label}: ${formatCell(after.cell(afterRow, column), column, currency)}, before ${formatCell(before.cell(beforeRow, other), other, currency)}${change}`,
    );
  }
  return lines;
}

/** "Average sales per day this month vs last month": the mean of each. */
function writeTwoMeans(
  after: Table,
  before: Table,
  measure: ResultColumn,
  spans: NonNullable<View['spans']>,
): string[] {
  const isWhole = after.complete && before.complete && measure.summable;
  if (!isWhole || measure.unit === 'fraction') return [];
  const [now, then] = [after, before].map((table) => total(table, measure) / table.result.rows.length);
  const unit = measure.unit === 'currency' ? 'currency' : 'none';
  const figure = (value = 0) => formatFigure(value, unit, after.result.scope.currency);
  const way = (now ?? 0) === (then ?? 0) ? 'as' : (now ?? 0) > (then ?? 0) ? 'up from' : 'down from';
  return [
    `**${measure.label} averaged ${figure(now)} a ${after.time?.grain}** ${toPhrase(spans.after.spoken)}, ${way} ${figure(then)} ${toPhrase(spans.before.spoken)}.`,
  ];
}

/** Times of about as many days: months are, a day and a month are not. */
function isAlike({ after, before }: NonNullable<View['spans']>): boolean {
  const [own, other] = [after, before].map(({ start, end }) => countUnits(start, end, 'day') ?? 0);
  return own !== undefined && other !== undefined && Math.max(own, other) <= 1.5 * Math.min(own, other);
}

export function toPhrase(spoken: string): string {
  if (/^(this|today|yesterday|since|after|before)/.test(spoken)) return lower(spoken);
  if (/^the (last|same|\d+ days)/.test(spoken)) return `over ${spoken}`;
  if (isDay.test(spoken)) return `on ${spoken}`;
  return / to /.test(spoken) && !spoken.includes('(') ? `from ${spoken}` : `in ${spoken}`;
}

const isDay = /^(?:\d{1,2} \p{L}+(?: \d{4})?|today.*|yesterday|now)$/u;

/** Figures of what was there, which are missing where nothing was counted. */
const lasts =
  /^(?:on_hand|reserved|available|on_order|stock_value|retail_value|average_on_hand|average_stock_value)$/;
