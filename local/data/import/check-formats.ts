import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteText } from '../../bigquery/catalog/quote.ts';
import { ImportError } from './import-error.ts';
import type { SourceMapping } from './mapping.ts';
import { isNumber } from './sql-text.ts';

/** @throws ImportError `mapping_invalid` where a source has a dateFormat that is none, or a format that nothing is read by */
export async function checkFormats(
  connection: DuckDBConnection,
  alias: string,
  { dateFormat, decimal, types }: SourceMapping,
): Promise<void> {
  if (decimal !== undefined && !Object.values(types).some(isNumber)) {
    const problem = `sources.${alias}.decimal is for columns of type NUMERIC, FLOAT64 or INT64, and sources.${alias}.types has none.`;
    throw new ImportError('mapping_invalid', problem);
  }
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
