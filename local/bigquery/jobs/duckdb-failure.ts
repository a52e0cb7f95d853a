import { QueryError } from '../query-error.ts';

/** What DuckDB threw, in BigQuery's words where it has some. What is not about the query stays as it is. */
export function toQueryFailure(error: unknown): unknown {
  if (error instanceof QueryError || !(error instanceof Error)) return error;
  const [kind = '', text = ''] = split(error.message);
  const options = { location: 'query', cause: error };
  if (kind === 'Out of Memory Error') {
    const message =
      'Resources exceeded during query execution: The query could not be executed in the allotted memory.';
    return new QueryError('resourcesExceeded', message, options);
  }
  if (kind === 'Binder Error') {
    const [, column] = /column "?([^"]+)"? must appear in the GROUP BY/.exec(text) ?? [];
    const message =
      column === undefined
        ? text
        : `SELECT list expression references column ${column} which is neither grouped nor aggregated`;
    return new QueryError('invalidQuery', message, options);
  }
  if (['Invalid Input Error', 'Conversion Error', 'Out of Range Error', 'Invalid Error'].includes(kind)) {
    return new QueryError('invalidQuery', text, options);
  }
  return error;
}

/** `Kind Error: text`, without DuckDB's drawing of its own SQL. */
function split(message: string): string[] {
  const [, kind, text] = /^([A-Z][A-Za-z- ]*Error): ([\s\S]*)$/.exec(message) ?? [];
  return kind === undefined || text === undefined ? [] : [kind, text.split(/\n\nLINE \d+:/)[0]?.trim() ?? ''];
}
