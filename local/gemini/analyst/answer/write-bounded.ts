import type { Cell, ResultColumn } from '../conversation/read-steps.ts';
import type { Condition, DataQuestion } from '../question/question.ts';
import type { View } from '../reads/view.ts';
import { addDays, nameUnit } from '../time/calendar.ts';
import { formatCell, formatFigure, joinNames, nameBucket } from './format-figure.ts';
import { lower, speakTime } from './speak.ts';
import { memberOf, type Table } from './table-of.ts';
import { toPlural } from './write-names.ts';
import { writeTotal } from './write-total.ts';

/** The members or periods whose figures lie within the bounds: how many, and the first of them. */
export function writeBounded(table: Table, view: View, { conditions }: DataQuestion): string[] {
  const { dimensions, measures, result, time } = table;
  const currency = result.scope.currency;
  const bounds = conditions.flatMap((condition) => {
    const column = measures.find(({ name }) => name === condition.measure);
    return column ? [{ ...condition, column }] : [];
  });
  const [first] = bounds;
  if (!first) return [];
  const holds = (row: Cell[]) => bounds.every((bound) => isWithin(table.number(row, bound.column), bound));
  if (dimensions.length === 0 && !time) return writeWhole(table, view, bounds);
  const rows = result.rows.filter(holds);
  const isOut = first.measure === 'out_of_stock' && first.value === 0;
  // A product may be out of stock in several of them.
  const isByPlace = isOut && dimensions.some(({ name }) => name === 'warehouse') && dimensions.length > 1;
  const [label, labels] = nameRows(isByPlace ? dimensions.slice(0, 1) : dimensions, time);
  // "Below 40 and above zero" is said of one figure.
  const isTwice = new Set(bounds.map(({ column }) => column.name)).size < bounds.length;
  const said = joinNames(
    bounds.map((bound) => (isTwice ? speakInFull(bound, currency) : speakBound(bound, currency))),
  );
  const when = speakTime(result, view);
  const others =
    isOut && bounds.length > 1 ? joinNames(bounds.slice(1).map((one) => speakBound(one, currency))) : '';
  const besides = others === '' ? '' : ` with ${others}`;
  if (rows.length === 0)
    return [
      isOut ? `**No ${label} is out of stock${besides}** ${when}.` : `**No ${label} has ${said}** ${when}.`,
    ];
  const isOpen =
    rows.length === result.rows.length && result.notes.some((note) => /rows were asked for/.test(note));
  const all = rows.length === result.rows.length ? result.rowCount + result.rowsCut : rows.length;
  const count = `${isOpen ? 'At least ' : ''}${all.toLocaleString('en-US')} ${all === 1 ? label : labels}`;
  const lead = isOut
    ? `**${count} ${all === 1 ? 'is' : 'are'} out of stock${besides}** ${when}${isByPlace ? ', counted in each warehouse' : ''}.`
    : `**${count} ${all === 1 ? 'has' : 'have'} ${said}** ${when}.`;
  const shown = [...new Set([...measures.slice(0, 1), ...bounds.map(({ column }) => column)])];
  const listed = rows.slice(0, mostListed).map((row) => {
    const name = [
      memberOf(table, row),
      ...(time?.grain ? [nameBucket(table.cell(row, time), time.grain)] : []),
    ].filter(Boolean);
    const figures = shown.map(
      (column) =>
        `${shown.length > 1 ? `${lower(column.label)} ` : ''}${formatCell(table.cell(row, column), column, currency)}`,
    );
    if (isByPlace) return `- ${name.join(', ')}`;
    const out = [`in ${countPlaces(table.number(row, first.column))}`, ...figures.slice(1)].join(', ');
    return `- ${name.join(', ')}: ${isOut ? out : figures.join(', ')}`;
  });
  const rest = all > mostListed ? ['The first ten stand here; the table has the rest.'] : [];
  return [lead, listed.join('\n'), ...rest];
}

/** What one row is, and many: a product, or a pair of product and warehouse, of which a product may have several. */
function nameRows(dimensions: ResultColumn[], time: ResultColumn | null): [string, string] {
  const nouns = [
    ...dimensions.map(({ name, label }) => (name === 'expected_date' ? 'day' : lower(label))),
    ...(time?.grain ? [time.grain] : []),
  ];
  const [noun = 'row', other] = nouns;
  if (other === undefined) return [noun, toPlural(noun, 2)];
  const kind = nouns.length > 2 ? 'combination' : 'pair';
  return [`${kind} of ${joinNames(nouns)}`, `${kind}s of ${joinNames(nouns)}`];
}

const mostListed = 10;

/** What is out of stock is counted by warehouse. */
function countPlaces(count: number): string {
  return `${count.toLocaleString('en-US')} ${toPlural('warehouse', count)}`;
}

type Bound = Condition & { column: ResultColumn };

/** A bound on one figure is a question of yes or no. */
function writeWhole(table: Table, view: View, bounds: Bound[]): string[] {
  const [row] = table.result.rows;
  if (!row) return [];
  const { currency, period } = table.result.scope;
  const verdicts = bounds.map((bound) => {
    const value = table.number(row, bound.column);
    const isTo = bound.op === 'at_least' && bound.column.name === 'days_of_cover' && period !== null;
    if (isTo)
      return `At the recent pace of sales that lasts to ${nameUnit(addDays(period.end, Math.floor(value)), 'day')}.`;
    return `That is ${speakVerdict(bound, isWithin(value, bound), currency)}.`;
  });
  return [...writeTotal(table, view), verdicts.join(' ')];
}

/** "At least 40", and where it is not, "less than 40". */
function speakVerdict(bound: Bound, holds: boolean, currency: string): string {
  if (!/^at_/.test(bound.op)) return `${holds ? '' : 'not '}${speakOp(bound, currency)}`;
  const isLeast = bound.op === 'at_least';
  const word = holds ? (isLeast ? 'at least' : 'at most') : isLeast ? 'less than' : 'more than';
  return speakOp(bound, currency).replace(/^of at (?:least|most)/, word);
}

/** "revenue above $10,000" */
export function speakBound(bound: Bound, currency: string): string {
  if (bound.op === 'above' && bound.value === 0) return lower(bound.column.label);
  return speakInFull(bound, currency);
}

function speakInFull(bound: Bound, currency: string): string {
  return `${lower(bound.column.label)} ${speakOp(bound, currency)}`;
}

function speakOp({ op, value, column }: Bound, currency: string): string {
  const figure = value === 0 ? 'zero' : formatFigure(value, column.unit, currency);
  return `${op === 'at_least' ? 'of at least' : op === 'at_most' ? 'of at most' : op} ${figure}`;
}

export function isWithin(value: number, { op, value: bound }: Condition): boolean {
  if (op === 'below') return value < bound;
  if (op === 'above') return value > bound;
  return op === 'at_least' ? value >= bound : value <= bound;
}
