import type { ResultColumn } from '../conversation/read-steps.ts';
import type { Level } from '../question/question.ts';
import { capital, formatCell, plain } from './format-figure.ts';
import { inBrackets, lower, speakFilters } from './speak.ts';
import type { Table } from './table-of.ts';

/** Reorder points, safety stocks and order-up-to levels of the lines that were asked for, whether or not they need an order. */
export function writeLevels(table: Table, asked: Level): string[] {
  const { result, cell } = table;
  const column = (name: string) => result.columns.find((candidate) => candidate.name === name);
  const level = column(asked);
  const [first] = result.rows;
  if (!level || first === undefined)
    return [`**No reorder point is recorded or can be computed**${inBrackets(speakFilters(result))}.`];
  const told = (row: typeof first, names: string[]) =>
    names.flatMap((name) => {
      const found = column(name);
      return found && name !== asked ? [tell(row, found)] : [];
    });
  const tell = (row: typeof first, found: ResultColumn) =>
    `${lower(found.label)} ${formatCell(cell(row, found), found, result.scope.currency)}`;
  const nameOf = (row: typeof first) => {
    const [product, warehouse] = ['product', 'warehouse'].map((name) => {
      const found = column(name);
      return found ? plain(String(cell(row, found) ?? '')) : '';
    });
    return `${product} (${warehouse})`;
  };
  const policy = column('policy');
  const source = policy ? `, ${plain(String(cell(first, policy)))}` : '';
  if (result.rows.length === 1) {
    const value = formatCell(cell(first, level), level, result.scope.currency);
    const others = told(first, [
      'reorder_point',
      'safety_stock',
      'order_up_to',
      'position',
      'daily_demand',
      'lead_time_days',
    ]);
    return [
      `**${level.label}: ${value}** for ${nameOf(first)}${source}.`,
      others.map((other) => `- ${capital(other)}`).join('\n'),
    ];
  }
  const most = 10;
  const count = result.rowCount + result.rowsCut;
  const rows = result.rows
    .slice(0, most)
    .map(
      (row) =>
        `- ${nameOf(row)}: ${[tell(row, level), ...told(row, ['reorder_point', 'safety_stock', 'position'])].join(', ')}`,
    );
  const lead = `**${level.label}s of ${count.toLocaleString('en-US')} lines**${inBrackets(speakFilters(result))}`;
  return [
    `${lead}${count > most ? `; the first ${most}${result.rowsCut === 0 ? ', and all in the table' : ''}:` : ':'}`,
    rows.join('\n'),
  ];
}
