import type { ResultColumn, ToolResult } from '../conversation/read-steps.ts';
import type { Question } from '../question/question.ts';
import { noView } from '../reads/view.ts';
import { formatCell, formatFigure, plain } from './format-figure.ts';
import { inBrackets, lower, speakFilters } from './speak.ts';
import { groupRows, type Table, tableOf, total } from './table-of.ts';
import { isWithin, speakBound } from './write-bounded.ts';
import { writeGroups } from './write-groups.ts';
import { writeTotal } from './write-total.ts';

type Reorder = Pick<Extract<Question, { kind: 'reorder' }>, 'by' | 'atPoint' | 'sort' | 'bounds'>;

/** Sentences about what to reorder: how much, what first, from whom. */
export function writeReorder(table: Table, { by, atPoint, sort, bounds }: Reorder): string[] {
  const { result, complete } = table;
  if (bounds.length > 0) return writeBoundedLines(table, bounds, sort);
  const count = result.rowCount + result.rowsCut;
  // A part of the company cannot be held to what is recorded for all of it.
  const unused = /\((\d+) products\) were left out, as this is a part/.exec(result.notes.join(' '))?.[1];
  const limits =
    unused === undefined
      ? []
      : [
          `For ${unused} products here the reorder point is recorded for all warehouses together, so a part of them cannot be held to it.`,
        ];
  const where = inBrackets(speakFilters(result));
  const below = atPoint ? 'at or below' : 'below';
  if (count === 0)
    return limits.length > 0
      ? [`**Nothing here is ${below} a reorder point that can be computed from its own sales.**`, ...limits]
      : [`**Nothing is ${below} its reorder point**${where}, so nothing needs to be ordered now.`];
  const column = (name: string) => result.columns.find((candidate) => candidate.name === name);
  const cost = column('cost');
  const currency = result.scope.currency;
  const costs = cost && complete ? formatFigure(total(table, cost), 'currency', currency) : null;
  const quantity = column('suggested_quantity');
  const units = quantity ? `${formatFigure(total(table, quantity), 'units', currency)} units` : 'quantities';
  const noun = count === 1 ? `line is ${below} its reorder point` : `lines are ${below} their reorder points`;
  const lines = [
    `**${count.toLocaleString('en-US')} ${noun}**${where}${costs ? `; ordering the suggested ${units} costs ${costs}` : ''}.`,
  ];
  const urgency = column('urgency');
  if (urgency && complete) {
    const groups = [...groupRows(table, urgency)].map(
      ([name, rows]) => `${rows.length.toLocaleString('en-US')} ${toVerb(plain(name), rows.length)}`,
    );
    if (groups.length > 1) lines.push(`By urgency: ${groups.join(', ')}.`);
  }
  const product = column('product');
  const products = product && complete ? groupRows(table, product).size : count;
  // A line is a product in one warehouse.
  if (products < count)
    lines.push(
      products === 1
        ? 'They are of one product.'
        : `They are of ${products.toLocaleString('en-US')} products.`,
    );
  const asked = by === null ? undefined : column(by);
  // "The reorder list by warehouse": all groups, before single lines.
  if (asked && cost && complete) lines.push(writeGroups(table, asked, quantity ? [cost, quantity] : [cost]));
  lines.push(writeFirst(table, sort, column));
  const supplier = column('supplier');
  if (!asked && supplier && cost && complete && count > 1) lines.push(...writeDearest(table, supplier, cost));
  return [...lines, ...limits];
}

/** "Which of them cost more than $300?": the lines within the bounds, one by one: what they add up to no tool has told. */
function writeBoundedLines(table: Table, bounds: Reorder['bounds'], sort: Reorder['sort']): string[] {
  const { result } = table;
  const held = bounds.flatMap((bound) => {
    const column = result.columns.find(({ name }) => name === bound.column);
    return column ? [{ ...bound, column }] : [];
  });
  if (held.length < bounds.length)
    return ['**That bound is on no figure of this list**, so I cannot tell the lines apart by it.'];
  const rows = result.rows.filter((row) =>
    held.every(
      (bound) =>
        typeof table.cell(row, bound.column) === 'number' && isWithin(table.number(row, bound.column), bound),
    ),
  );
  const bound = held.map((one) => speakBound(one, result.scope.currency)).join(' and ');
  const all = result.rowCount + result.rowsCut;
  const of = `of the ${all.toLocaleString('en-US')} ${all === 1 ? 'line' : 'lines'} below their reorder points`;
  const filters = speakFilters(result);
  const where = filters.length > 0 ? [`Only lines with ${filters.join('; ')} were looked at.`] : [];
  if (rows.length === 0) return [`**None ${of}** has ${bound}.`, ...where];
  const count = `${result.rowsCut > 0 ? 'At least ' : ''}${rows.length.toLocaleString('en-US')}`;
  const shown = { ...table, result: { ...result, rows } };
  const column = (name: string) => result.columns.find((one) => one.name === name);
  const beside = held.map((one) => one.column);
  return [
    `**${count} ${of}** ${rows.length === 1 ? 'has' : 'have'} ${bound}.`,
    writeFirst(shown, sort, column, beside),
    ...(rows.length > mostBounded ? [`The first ${mostBounded} stand here.`] : []),
    ...where,
  ];
}

/** There is no table of the lines within a bound. */
const mostBounded = 20;

/** "One runs out before delivery", "five run out". */
function toVerb(urgency: string, count: number): string {
  return count === 1 ? urgency : urgency.replace(/^runs /, 'run ');
}

const firstOf = { cost: 'Highest cost', suggested_quantity: 'Largest quantities', urgency: 'Most urgent' };

function writeFirst(
  table: Table,
  sort: Reorder['sort'],
  column: (name: string) => ResultColumn | undefined,
  beside: ResultColumn[] = [],
): string {
  const currency = table.result.scope.currency;
  const rows = table.result.rows.slice(0, beside.length > 0 ? mostBounded : 5).map((row) => {
    const text = (name: string) => {
      const found = column(name);
      const value = found && table.cell(row, found);
      return value === null || value === undefined ? null : String(value);
    };
    const number = (name: string) => {
      const found = column(name);
      const value = found && table.cell(row, found);
      return value === null || value === undefined || !found
        ? null
        : formatFigure(Number(value), found.unit, currency);
    };
    const quantity = number('suggested_quantity');
    const supplier = text('supplier');
    const isOpen = supplier === null || /^No supplier$/.test(supplier);
    const details = [
      quantity === null ? null : `order ${quantity}`,
      // Without a supplier the cost is that of the catalog, where it has one.
      number('cost') === null || (isOpen && /^\$?0(\.00)?$/.test(number('cost') ?? ''))
        ? null
        : `for ${number('cost')}`,
      isOpen ? '(no supplier on record)' : `from ${plain(supplier)}`,
    ].filter((part) => part !== null);
    const until = number('days_until_stock_out');
    const isOut = text('urgency') === 'stocked out';
    const left = isOut ? '; out of stock now' : until === null ? '' : `; ${until} until stock-out`;
    const others = beside
      .filter(({ name }) => !/^(?:cost|suggested_quantity|days_until_stock_out)$/.test(name))
      .map((one) => `; ${lower(one.label)} ${formatCell(table.cell(row, one), one, currency)}`);
    const where = text('warehouse') === null ? '' : ` (${plain(text('warehouse') ?? '')})`;
    return `- ${plain(text('product') ?? '')}${where}: ${details.join(' ')}${left}${others.join('')}`;
  });
  return `${firstOf[sort]}:\n${rows.join('\n')}`;
}

function writeDearest(table: Table, grouped: ResultColumn, cost: ResultColumn): string[] {
  const currency = table.result.scope.currency;
  const groups = [...groupRows(table, grouped)]
    .map(([name, rows]) => ({ name, sum: total(table, cost, rows) }))
    .toSorted((a, b) => b.sum - a.sum);
  if (groups.length < 2) return [];
  const listed = groups
    .slice(0, 3)
    .map(({ name, sum }) => `${plain(name)} ${formatFigure(sum, 'currency', currency)}`);
  return [`Highest cost by ${grouped.label.toLowerCase()}: ${listed.join(', ')}.`];
}

/** The stock beside what is to be reordered, read where products were asked about by name. */
export function writeStock(stock: ToolResult | undefined): string[] {
  if (!stock) return [];
  const table = tableOf(stock);
  const [product] = table.dimensions;
  if (!product) return writeTotal(table, noView);
  const most = 10;
  const rows = stock.rows.slice(0, most).map((row) => {
    const figures = table.measures.map(
      (column) =>
        `${lower(column.label)} ${formatCell(table.cell(row, column), column, stock.scope.currency)}`,
    );
    return `- ${plain(String(table.cell(row, product)))}: ${figures.join(', ')}`;
  });
  const which =
    stock.rows.length > most ? `Stock now, the ${most} with the fewest days of cover:` : 'Stock now:';
  return [which, rows.join('\n')];
}
