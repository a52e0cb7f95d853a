import type { TableDefinition } from '../catalog/table-definitions.ts';
import { PlacedError } from '../query-error.ts';
import type { Call, Expression, Query } from '../syntax/tree.ts';
import type { GoogleType } from '../types/google-type.ts';
import type { Scope, TableRead } from './scope.ts';
import type { Typed } from './typed.ts';

/** A translated query. A column is `<alias>.<id>` outside; `name` is what GoogleSQL calls it, null if it has none. */
export type TranslatedQuery = {
  sql: string;
  columns: { id: string; name: string | null; type: GoogleType }[];
  /** Of SELECT AS STRUCT: the only column is the row, and in FROM its fields are the columns. */
  asStruct: boolean;
};

export type Ctes = ReadonlyMap<string, Pick<TranslatedQuery, 'columns' | 'asStruct'> & { sqlName: string }>;

/** What one translation gathers and needs, whole query over. */
export type Context = {
  projectId: string;
  dataset: string;
  hasDefaultDataset: boolean;
  tables: ReadonlyMap<string, TableDefinition>;
  parameters: ReadonlyMap<string, GoogleType>;
  usedParameters: Set<string>;
  reads: TableRead[];
  /** DuckDB SQL of the moments of FOR SYSTEM_TIME AS OF; index 0 stands for the present. */
  moments: (string | null)[];
  /** False once the answer depends on the time of asking. */
  deterministic: boolean;
  /** A name that nothing else in the translated query has. */
  nextName: (prefix: string) => string;
};

/** What an expression is translated in. `translate` and `query` are the recursion. */
export type Place = {
  context: Context;
  scope: Scope;
  ctes: Ctes;
  translate: (expression: Expression) => Typed;
  query: (query: Query) => TranslatedQuery;
};

/** One function of the allow-list. */
export type FunctionTranslator = (call: Call, place: Place) => Typed;

/** The translated arguments of a call. @throws PlacedError in BigQuery's words when there are too few or too many. */
export function toArguments(call: Call, place: Place, least: number, most = least): Typed[] {
  checkCount(call, least, most);
  return call.arguments.map(place.translate);
}

export function checkCount(call: Call, least: number, most = least): void {
  const count = call.arguments.length;
  if (count < least || count > most) {
    const wanted =
      least === most
        ? `${least}`
        : most === Number.POSITIVE_INFINITY
          ? `at least ${least}`
          : `${least} to ${most}`;
    throw new PlacedError(
      `Number of arguments does not match for function ${call.name}: ${count} given, ${wanted} wanted`,
      call.at,
    );
  }
}

/** An item that the caller knows is there. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`No item ${index} of ${items.length}`);
  return item;
}
