import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { parseExpression, resolveColumn } from './expressions.ts';
import { ImportError } from './import-error.ts';
import { sourceTableName } from './load-sources.ts';
import type { Mapping } from './mapping.ts';

/**
 * Text has another order than the numbers that it writes: what is compared needs a type. `ORDER BY` does not, because it often stands for
 * any order that stays the same.
 * @param place where the expression stands in the mapping, for messages
 * @param columns by source
 * @param untyped names of columns without a type, by source
 * @throws ImportError `mapping_invalid`
 */
export async function checkComparisons(
  connection: DuckDBConnection,
  place: string,
  expression: string,
  columns: Map<string, string[]>,
  untyped: Map<string, string[]>,
): Promise<void> {
  const toUntyped = (operand: unknown) => {
    const column = resolveColumn(operand, columns);
    const name = untyped.get(column?.source ?? '')?.find((each) => sameName(each, column?.name));
    return name === undefined ? [] : [{ source: column?.source, name }];
  };
  const texts = findCompared(await parseExpression(connection, expression))
    .map((operands) => ({ operands, found: operands.flatMap(toUntyped) }))
    .find(({ operands, found }) => operands.length > 0 && found.length === operands.length)?.found;
  if (texts === undefined) return;
  const names = [...new Set(texts.map(({ source, name }) => `${source}.${name}`))].join(' and ');
  const types = [...new Set(texts.map(({ source }) => `sources.${source}.types`))].join(' and ');
  throw new ImportError(
    'mapping_invalid',
    `${place}: "${expression}" compares ${names} as text, in which "9" is more than "10": give them a type in ${types}, STRING where text is meant.`,
  );
}

/** The columns that are text because the mapping gives them no type, by source. */
export async function listUntyped(
  connection: DuckDBConnection,
  sources: Mapping['sources'],
): Promise<Map<string, string[]>> {
  const reader = await connection.runAndReadAll(
    `SELECT table_name, column_name FROM duckdb_columns() WHERE data_type = 'VARCHAR' AND column_name <> '_file'`,
  );
  const texts = reader.getRowsJson();
  return new Map(
    Object.entries(sources).map(([alias, { types }]) => {
      const own = texts.filter(([table]) => table === sourceTableName(alias)).map(([, name]) => String(name));
      return [alias, own.filter((name) => !(name in types))];
    }),
  );
}

const comparisonSchema = z
  .object({
    type: z.literal([
      'COMPARE_LESSTHAN',
      'COMPARE_GREATERTHAN',
      'COMPARE_LESSTHANOREQUALTO',
      'COMPARE_GREATERTHANOREQUALTO',
    ]),
    left: z.unknown(),
    right: z.unknown(),
  })
  .transform(({ left, right }) => [[left, right]]);
const betweenSchema = z
  .object({
    type: z.literal('COMPARE_BETWEEN'),
    input: z.unknown(),
    lower: z.unknown(),
    upper: z.unknown(),
  })
  .transform(({ input, lower, upper }) => [
    [input, lower],
    [input, upper],
  ]);
const functionSchema = z
  .object({
    function_name: z.literal(['greatest', 'least', 'max', 'min']),
    children: z.array(z.unknown()),
  })
  .transform(({ children }) => [children]);
const comparedSchema = z.union([comparisonSchema, betweenSchema, functionSchema]);

/** What is compared with each other by its order, in DuckDB's serialized syntax tree. */
function findCompared(tree: unknown): unknown[][] {
  if (typeof tree !== 'object' || tree === null) return [];
  const compared = comparedSchema.safeParse(tree);
  return [...(compared.success ? compared.data : []), ...Object.values(tree).flatMap(findCompared)];
}

function sameName(one: string, other: string | undefined): boolean {
  return one.toLowerCase() === other?.toLowerCase();
}
