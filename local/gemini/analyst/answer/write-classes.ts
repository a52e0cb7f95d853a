import type { Cell, ResultColumn } from '../conversation/read-steps.ts';
import type { Filter, ReportQuestion } from '../question/question.ts';
import { formatFigure, formatPercent, joinNames, plain } from './format-figure.ts';
import { inBrackets, lower, speakFilters } from './speak.ts';
import { groupRows, type Table, total } from './table-of.ts';

/** How many products each class has and what part of the value they make; null for other results. */
export function writeClasses(
  table: Table,
  products: Filter[],
  asked: ReportQuestion['classes'],
): string[] | null {
  const abc = table.result.columns.find(({ name }) => name === asked.by);
  const [value, share] = ['value', 'share'].map((name) =>
    table.measures.find((column) => column.name === name),
  );
  if (!abc || !value || !share || !table.complete) return null;
  const { currency } = table.result.scope;
  const all = total(table, value);
  if (products.length > 0) return writeProducts(table, products, abc, value, share);
  const classes = [...groupRows(table, abc)].toSorted(([a], [b]) => a.localeCompare(b));
  const lines = classes.map(([name, rows]) => {
    const sum = total(table, value, rows);
    const of = all > 0 ? ` (${formatPercent(sum / all)})` : '';
    return `- ${name === '' ? 'In no class' : `Class ${plain(name)}`}: ${rows.length.toLocaleString('en-US')} products, ${lower(value.label)} ${formatFigure(sum, value.unit, currency)}${of}`;
  });
  const within = speakFilters(table.result).map(plain);
  const [best] = classes.filter(([name]) => name !== '');
  const only = classes.length === 1 && best;
  if (only)
    return [
      `**Class ${plain(only[0])} has ${only[1].length.toLocaleString('en-US')} products**, ${lower(value.label)} ${formatFigure(total(table, value), value.unit, currency)} (${[`${formatPercent(total(table, share))} of all`, table.result.scope.period?.label ?? '', ...within].join('; ')}).`,
    ];
  const lead = best
    ? `**${best[1].length.toLocaleString('en-US')} of ${table.result.rows.length.toLocaleString('en-US')} products are in class ${plain(best[0])}**${inBrackets(within)}.`
    : '';
  return [...(asked.defines ? explain(table, asked.by) : []), lead, lines.join('\n')];
}

/** What the tool says that the classes mean. */
function explain({ result }: Table, by: 'abc' | 'xyz'): string[] {
  const own = by === 'abc' ? /^A products make/ : /^X, Y and Z:/;
  const note = result.notes.find((one) => own.test(one));
  if (note === undefined) return [];
  const what =
    by === 'abc'
      ? 'ABC classes rank products by what they bring in'
      : 'XYZ classes tell how steady the demand for a product is';
  return [`**${what}.** ${plain(note)}`];
}

/** "City Helmet is a C product": its class among all of them. */
function writeProducts(
  table: Table,
  products: Filter[],
  abc: ResultColumn,
  value: ResultColumn,
  share: ResultColumn,
): string[] {
  const product = table.dimensions.find(({ name }) => name === 'product');
  const text = (row: Cell[], column: ResultColumn) => String(table.cell(row, column) ?? '');
  const rows = table.result.rows.filter((row) =>
    products.every(
      ({ op, values }) =>
        product !== undefined &&
        values.some((wanted) =>
          op === 'contains'
            ? text(row, product).toLowerCase().includes(wanted.toLowerCase())
            : text(row, product).toLowerCase() === wanted.toLowerCase(),
        ),
    ),
  );
  const names = joinNames(products.flatMap(({ values }) => values.map(plain)));
  if (rows.length === 0 || product === undefined)
    return [`**${names} is in no class**: nothing of it was sold in that time.`];
  const lines = rows.slice(0, 12).map((row) => {
    const { currency } = table.result.scope;
    const figure = formatFigure(table.number(row, value), value.unit, currency);
    return `**${plain(text(row, product))} is ${/^A/.test(text(row, abc)) ? 'an' : 'a'} ${plain(text(row, abc))} product**: ${lower(value.label)} ${figure}, ${formatPercent(table.number(row, share))} of all products.`;
  });
  return [lines.join('\n')];
}
