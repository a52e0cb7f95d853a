import type { ResultColumn } from '../conversation/read-steps.ts';
import { formatFigure, plain } from './format-figure.ts';
import { lower } from './speak.ts';
import { groupRows, type Table, total } from './table-of.ts';

/**
 * The rows of a list by one of its columns: how many each group has, and what adds up in it, the largest first.
 * @param ranked what the group that has the most of it is asked for: a figure, or the number of rows
 */
export function writeGroups(
  table: Table,
  by: ResultColumn,
  figures: ResultColumn[],
  ranked: 'figure' | 'number' | null = null,
): string {
  const { currency } = table.result.scope;
  const [first] = ranked === 'number' ? [] : figures;
  const groups = [...groupRows(table, by)]
    .map(([name, rows]) => ({ name, rows, size: first ? total(table, first, rows) : rows.length }))
    .toSorted((a, b) => b.size - a.size);
  const listed = groups.slice(0, mostGroups).map(({ name, rows }) => {
    const sums = figures.map(
      (column) => `${lower(column.label)} ${formatFigure(total(table, column, rows), column.unit, currency)}`,
    );
    return `- ${plain(name) || 'none'}: ${[rows.length.toLocaleString('en-US'), ...sums].join(', ')}`;
  });
  const isCut = groups.length > listed.length;
  const title = `By ${by.label.toLowerCase()}${isCut ? `, the ${mostGroups} largest of ${groups.length}` : ''}:`;
  const [most, next] = groups;
  const isKnown = ranked === 'number' || (ranked === 'figure' && first !== undefined);
  const leads = isKnown && most && most.size > (next?.size ?? 0);
  const what = first ? `the highest ${lower(first.label)}` : 'the most of them';
  return `${leads ? `**${plain(most.name)} has ${what}.** ` : ''}${title}\n${listed.join('\n')}`;
}

const mostGroups = 12;
