import { type Outcome, succeed } from '../analytics/outcome.ts';
import type { Read, Statement } from '../warehouse/warehouse.ts';
import { checkFilterValues, type FilterCheck } from './check-filter-values.ts';
import type { ToolContext, ToolResult } from './tool.ts';

/** `source` is what a result keeps of how it was read. */
export type StatementRead = Pick<Read, 'columns' | 'rows' | 'rowsCut'> & {
  source: Pick<ToolResult, 'sql' | 'parameters' | 'jobId' | 'bytesProcessed' | 'priceUsd' | 'asOf'>;
};

/** Reads under the caller's labels until the call is aborted. */
export async function runStatement(
  statement: Statement,
  maxRows: number,
  { warehouse, signal, labels }: ToolContext,
): Promise<StatementRead> {
  const read = await warehouse.read(statement, { signal, labels, maxRows });
  const { columns, rows, rowsCut, jobId, bytesProcessed, priceUsd, asOf } = read;
  const { sql, parameters } = statement;
  return { columns, rows, rowsCut, source: { sql, parameters, jobId, bytesProcessed, priceUsd, asOf } };
}

/** Reads while the filter values are checked; a value that names nothing is the outcome, not an empty result. */
export async function runFiltered(
  statement: Statement,
  maxRows: number,
  check: FilterCheck,
): Promise<Outcome<StatementRead>> {
  const [read, problem] = await Promise.all([
    runStatement(statement, maxRows, check.context),
    checkFilterValues(check),
  ]);
  return problem === undefined ? succeed(read) : { ok: false, problem };
}
