import { formatFigure, formatPercent, plain } from './format-figure.ts';
import { lower } from './speak.ts';
import { groupRows, type Table, total } from './table-of.ts';

/** How many products each class has and what part of the value they make; null for other results. */
export function writeClasses(table: Table): string[] | null {
  const abc = table.result.columns.find(({ name }) => name === 'abc');
  const [value, share] = ['value', 'share'].map((name) =>
    table.measures.find((column) => column.name === name),
  );
  if (!abc || !value || !share || !table.complete) return null;
  const { currency } = table.result.scope;
  const all = total(table, value);
  const classes = [...groupRows(table, abc)].toSorted(([a], [b]) => a.localeCompare(b));
  const lines = classes.map(([name, rows]) => {
    const sum = total(table, value, rows);
    const of = all > 0 ? ` (${formatPercent(sum / all)})` : '';
    return `- Class ${plain(name)}: ${rows.length.toLocaleString('en-US')} products, ${lower(value.label)} ${formatFigure(sum, value.unit, currency)}${of}`;
  });
  const [best] = classes;
  const lead = best
    ? `**${best[1].length.toLocaleString('en-US')} of ${table.result.rows.length.toLocaleString('en-US')} products are in class ${plain(best[0])}.**`
    : '';
  return [lead, lines.join('\n')];
}
