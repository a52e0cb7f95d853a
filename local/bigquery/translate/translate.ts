import type { TableDefinition } from '../catalog/table-definitions.ts';
import { PlacedError, QueryError, toQueryError } from '../query-error.ts';
import { parse } from '../syntax/parse.ts';
import type { GoogleType } from '../types/google-type.ts';
import type { Context } from './context.ts';
import { toCatalogMark } from './from.ts';
import { translateQuery } from './query.ts';
import type { TableRead } from './scope.ts';

export type Catalog = { projectId: string; dataset: string; tables: ReadonlyMap<string, TableDefinition> };

/** A query ready to run. */
export type Translation = {
  /** `catalogs[i]` is the quoted name of the attached version of `moments[i]`. */
  toSql: (catalogs: readonly string[]) => string;
  columns: { name: string; type: GoogleType }[];
  reads: TableRead[];
  /** Constant TIMESTAMPs in DuckDB's SQL; the first, null, is the present. */
  moments: (string | null)[];
  usedParameters: Set<string>;
  deterministic: boolean;
};

/**
 * Translates one GoogleSQL query to DuckDB's SQL. Only functions and forms whose answers are tested go through.
 * @throws QueryError as BigQuery would word it, or naming what this server does not support.
 */
export function translate(
  sql: string,
  catalog: Catalog,
  parameters: ReadonlyMap<string, GoogleType>,
  hasDefaultDataset: boolean,
): Translation {
  let names = 0;
  const context: Context = {
    ...catalog,
    hasDefaultDataset,
    parameters,
    usedParameters: new Set(),
    reads: [],
    moments: [null],
    deterministic: true,
    nextName: (prefix) => `${prefix}${++names}`,
  };
  try {
    const query = translateQuery(parse(sql), context, null, new Map());
    checkPartitionFilters(context);
    return {
      toSql: (catalogs) =>
        catalogs.reduce((text, name, moment) => text.replaceAll(toCatalogMark(moment), name), query.sql),
      columns: toOutputColumns(query.columns),
      reads: context.reads,
      moments: context.moments,
      usedParameters: context.usedParameters,
      deterministic: context.deterministic,
    };
  } catch (error) {
    if (error instanceof PlacedError) throw toQueryError(sql, error);
    // The only RangeError here is a call stack that brackets within brackets have filled.
    if (error instanceof RangeError) {
      throw new QueryError('resourcesExceeded', 'Query is too deeply nested', {
        cause: error,
        location: 'query',
      });
    }
    throw error;
  }
}

/** Columns without a name are `f0_`, `f1_`, …, as in BigQuery. */
function toOutputColumns(columns: { name: string | null; type: GoogleType }[]): Translation['columns'] {
  let unnamed = 0;
  const named = columns.map(({ name, type }) => ({ name: name ?? `f${unnamed++}_`, type }));
  const seen = new Set<string>();
  for (const { name } of named) {
    const key = name.toLowerCase();
    if (seen.has(key)) {
      const message = `Duplicate column names in the result are not supported. Found duplicate(s): ${name}`;
      throw new QueryError('invalidQuery', message, { location: 'query' });
    }
    seen.add(key);
  }
  return named;
}

function checkPartitionFilters(context: Context): void {
  const unfiltered = context.reads.find((read) => read.table.requirePartitionFilter && read.filter === null);
  const column = unfiltered?.table.partition?.column;
  if (unfiltered === undefined || column === undefined) return;
  const table = `${context.projectId}.${context.dataset}.${unfiltered.table.name}`;
  const message = `Cannot query over table '${table}' without a filter over column(s) '${column}' that can be used for partition elimination`;
  throw new QueryError('invalidQuery', message, { location: 'query' });
}
