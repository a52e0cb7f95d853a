import type { TableDefinition } from '../../bigquery/catalog/table-definitions.ts';
import { ImportError } from './import-error.ts';
import { findNearest, toAdvice } from './nearest.ts';

/**
 * Whether a table has the columns that are named for it, and is given those that it needs.
 * @param place where they are named: a file, or a key of the mapping
 * @throws ImportError `column_missing`, which names all of them at once
 */
export function checkColumns(
  place: string,
  { named, given }: { named: readonly string[]; given: readonly string[] },
  { columns }: TableDefinition,
): void {
  const known = columns.map(({ name }) => name);
  const unknown = named.filter((name, index) => !known.includes(name) && named.indexOf(name) === index);
  if (unknown.length > 0) throw new ImportError('column_missing', `${place}: ${toUnknown(unknown, known)}`);
  const missing = columns.filter(({ name, required }) => required && !given.includes(name));
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(', ');
  throw new ImportError('column_missing', `${place}: the table needs ${names}, and nothing is given for it.`);
}

function toUnknown(unknown: readonly string[], known: readonly string[]): string {
  const [one = '', ...more] = unknown;
  if (more.length === 0) return `the table has no column "${one}"${toAdvice(one, known)}`;
  const near = unknown.map((name) => findNearest(name, known));
  const lines = unknown.map((name, index) => {
    return `  "${name}"${near[index] === undefined ? '' : `; did you mean "${near[index]}"?`}`;
  });
  const all = near.includes(undefined) ? [`There are ${known.join(', ')}.`] : [];
  return ['the table has no columns', ...lines.slice(0, 20), ...all].join('\n');
}
