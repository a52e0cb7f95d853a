import type { IssueGroup } from './issue-groups.ts';
import type { Mapping } from './mapping.ts';

/** `source` and `name` where the expression is a column and nothing else. */
export type Place = { expression: string; source: string | undefined; name: string; isTyped: boolean };

/** Where in a mapping the text comes from that is not what its column wants. */
export function findPlace(
  { table, column, first }: IssueGroup,
  { sources, tables }: Mapping,
): Place | undefined {
  if (column === null) return undefined;
  if (table !== null) {
    const expression = tables[table]?.columns[column];
    if (typeof expression !== 'string') return undefined;
    const [, source, name = ''] = /^(\w+)\.(\w+)$/.exec(expression) ?? [];
    return { expression, source, name, isTyped: false };
  }
  const found = Object.entries(sources).find(
    ([, { file, types }]) => [file].flat().includes(first[0]?.file ?? '') && column in types,
  );
  if (found === undefined) return undefined;
  const name = /^\w+$/.test(column) ? column : `"${column}"`;
  return { expression: `${found[0]}.${name}`, source: found[0], name, isTyped: true };
}
