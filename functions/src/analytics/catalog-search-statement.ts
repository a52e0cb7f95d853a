import type { WarehouseAccess } from '@tallyboard/contract';
import type { Parameter, Statement } from '../warehouse/warehouse.ts';
import type { SearchKind } from './catalog-search.ts';
import { toScope } from './compile.ts';
import { toJoinLines } from './joins.ts';
import type { SemanticModel } from './model-schema.ts';
import type { Period } from './period.ts';

export type CatalogSearch = {
  query: string;
  kinds: SearchKind[];
  period: Period;
  access: WarehouseAccess;
  /** Ids of the warehouses that the caller may see. */
  warehouses: string[];
};

/** Candidates read for each search: enough that the best match is among them. */
const maxCandidates = 500;

/**
 * Reads the entries that share most three-letter pieces with the query: kind, id, name, code, shared pieces. Pieces are
 * found with STRPOS, so nothing in the query is a wildcard. Customers, regions and channels are read through the sales of
 * the caller's warehouses. Ranking is `rankMatches`'s.
 */
export function compileCatalogSearch(search: CatalogSearch, sales: SemanticModel): Statement {
  const parameters: Record<string, Parameter> = {};
  const pieces = toPieces(search.query);
  pieces.forEach((piece, index) => {
    parameters[`piece_${index + 1}`] = { type: 'STRING', value: piece };
  });
  const score = pieces.map((_, index) => `IF(STRPOS(spelling, @piece_${index + 1}) > 0, 1, 0)`).join(' + ');
  const entries = search.kinds.map((kind) => toEntries(kind, search, sales, parameters));
  const sql = [
    'WITH entries AS (',
    entries.map((entry) => `  ${entry}`).join('\n  UNION ALL\n'),
    '),',
    'spelled AS (',
    "  SELECT kind, id, name, code, LOWER(CONCAT(name, ' ', COALESCE(code, ''), ' ', id)) AS spelling FROM entries",
    '),',
    'scored AS (',
    `  SELECT kind, id, name, code, ${score} AS score FROM spelled`,
    ')',
    'SELECT kind, id, name, code, score',
    'FROM scored',
    'WHERE score > 0',
    'ORDER BY score DESC, kind, name, id',
    `LIMIT ${maxCandidates}`,
  ].join('\n');
  return { sql, parameters };
}

function toEntries(
  kind: SearchKind,
  search: CatalogSearch,
  sales: SemanticModel,
  parameters: Record<string, Parameter>,
): string {
  const dimension = sales.dimensions[kind];
  if (dimension === undefined) throw new Error(`The sales model has no dimension ${kind}`);
  if (kind === 'warehouse') {
    parameters.allowed_warehouses = { type: 'ARRAY<STRING>', value: search.warehouses };
    return "SELECT 'warehouse' AS kind, warehouse_id AS id, name, CAST(NULL AS STRING) AS code FROM warehouses WHERE warehouse_id IN UNNEST(@allowed_warehouses)";
  }
  const code = kind === 'product' ? 'products.sku' : 'CAST(NULL AS STRING)';
  const columns = `'${kind}' AS kind, ${dimension.key ?? dimension.name} AS id, ${dimension.name} AS name, ${code} AS code`;
  if (dimension.catalog && dimension.join !== undefined) {
    return `SELECT DISTINCT ${columns} FROM ${dimension.join} WHERE ${dimension.name} IS NOT NULL`;
  }
  const own: Record<string, Parameter> = {};
  const scope = toScope(search, sales, own);
  Object.assign(parameters, own);
  const joins = dimension.join === undefined ? [] : toJoinLines([dimension.join], sales);
  const conditions = [...scope, `${dimension.name} IS NOT NULL`];
  return `SELECT DISTINCT ${[columns, `FROM ${sales.fact}`, ...joins].join(' ')} WHERE ${conditions.join(' AND ')}`;
}

/** The query's words and their three-letter pieces, in lower case: what survives a typo of the rest. */
function toPieces(query: string): string[] {
  const words = query.trim().toLowerCase().split(/\s+/);
  const pieces = words.flatMap((word) =>
    word.length <= 3
      ? [word]
      : Array.from({ length: word.length - 2 }, (_, index) => word.slice(index, index + 3)),
  );
  return [...new Set([...words, ...pieces])].slice(0, 40);
}
