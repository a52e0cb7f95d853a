import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteText } from '../../bigquery/catalog/quote.ts';
import { ImportError } from './import-error.ts';
import type { SourceMapping } from './mapping.ts';

/** @throws ImportError `mapping_invalid` where a source has a dateFormat that is none, or that nothing is read by */
export async function checkDateFormat(
  connection: DuckDBConnection,
  alias: string,
  { dateFormat, types }: SourceMapping,
): Promise<void> {
  if (dateFormat === undefined) return;
  const place = `sources.${alias}.dateFormat`;
  if (!Object.values(types).some((type) => type === 'DATE' || type === 'TIMESTAMP')) {
    const problem = `${place} is for columns of type DATE or TIMESTAMP, and sources.${alias}.types has none.`;
    throw new ImportError('mapping_invalid', problem);
  }
  for (const format of [dateFormat].flat()) {
    await connection.run(`SELECT try_strptime('', ${quoteText(format)})`).catch((cause) => {
      const message = cause instanceof Error ? cause.message : String(cause);
      const problem = message.replace(/^.*format specifier [^:]*: /, '');
      throw new ImportError('mapping_invalid', `${place}: "${format}" is no format of strptime: ${problem}`, {
        cause,
      });
    });
  }
}
