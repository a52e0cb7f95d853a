import { quoteName } from '../../bigquery/catalog/quote.ts';
import { toSourceTable } from './load-sources.ts';
import type { TableMapping } from './mapping.ts';

/** The rows of a table's sources, as `FROM … JOIN … WHERE`. */
export function toJoinedRows({ from, joins, where }: Pick<TableMapping, 'from' | 'joins' | 'where'>): string {
  const joined = joins.map(({ source, on, required }) => {
    return ` ${required ? '' : 'LEFT '}JOIN ${toSourceTable(source)} AS ${quoteName(source)} ON (${on}\n)`;
  });
  const filter = where === undefined ? '' : ` WHERE (${where}\n)`;
  return `FROM ${toSourceTable(from)} AS ${quoteName(from)}${joined.join('')}${filter}`;
}
