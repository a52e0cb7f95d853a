import { quoteName } from '../../bigquery/catalog/quote.ts';
import { ImportError } from './import-error.ts';

/** The in-memory table that a file is read into, as it stands there: its columns, and `_row`. */
export const staged = 'memory.main.staged';

/** Spaces around a text say nothing, and a text without anything else is not given. */
export function toTrimmed(name: string): string {
  return `nullif(trim(${quoteName(name)}), '') AS ${quoteName(name)}`;
}

/** In DuckDB's words, without its drawing of our SQL. */
export function toUnreadable(file: string, cause: unknown): ImportError {
  const message = cause instanceof Error ? cause.message : String(cause);
  const [problem = ''] = message.split(/\n+LINE \d+:/);
  return new ImportError('file_unreadable', `${file} cannot be read: ${problem}`, { cause });
}
