import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { quoteText } from '../../bigquery/catalog/quote.ts';
import type { TableDefinition } from '../../bigquery/catalog/table-definitions.ts';
import { toHints } from './issue-hints.ts';
import type { Mapping } from './mapping.ts';
import { issueTable, toSentence, toValue } from './row-issues.ts';

const groupsShown = 10;
const rowsShown = 2;
/** A comma behind a zero or a point, before other than three digits, or before a point or another comma. */
const tellingComma =
  /^[^\d.,]*(0,\d+|\d+,(\d{1,2}|\d{4,})|[\d.]+[.]\d{3},\d+|\d{1,3}(,\d{3})*,\d{3}[.,]\d+)[^\d.,]*$/.source;

const tellingDay = /^((1[3-9]|2\d|3[01])[./-]\d{1,2}|\d{1,2}[./-](1[3-9]|2\d|3[01]))[./-]\d{2}/.source;

const groupsSchema = z.array(
  z.object({
    table: z.string().nullable(),
    column: z.string().nullable(),
    expected: z.string(),
    rows: z.coerce.number(),
    /** Whether all rows have the value of the first. */
    isOneValue: z.boolean(),
    /**
     * The first value that shows how it is written: of numbers with a comma what that is for (`0,25` or `1,234.5`, and not `1,234`), of
     * dates which part is the day (`31/03/2026`, and not `03/04/2026`).
     */
    telling: z.string().nullable(),
    first: z.array(z.object({ file: z.string(), row: z.coerce.number(), value: z.string().nullable() })),
  }),
);
/** Rows with the same mistake in the same column. */
export type IssueGroup = z.infer<typeof groupsSchema>[number];

/** What is wrong, most rows first. */
export async function readIssueGroups(connection: DuckDBConnection): Promise<IssueGroup[]> {
  const reader = await connection.runAndReadAll(`
    WITH numbered AS (
      SELECT *, CASE WHEN "table" IS NULL THEN file END AS source,
        row_number() OVER (PARTITION BY "table", source, "column", expected ORDER BY file, "row") AS nth
      -- A row of a file that is several rows of a table is one row.
      FROM (SELECT DISTINCT ON ("table", file, "row", "column", expected) * FROM ${issueTable}))
    SELECT "table", "column", expected, count(*) AS rows,
      count(DISTINCT value) + CASE WHEN count(value) < count(*) THEN 1 ELSE 0 END = 1 AS "isOneValue",
      left(min_by(value, nth) FILTER (regexp_matches(value, ${quoteText(`${tellingComma}|${tellingDay}`)})), 200) AS telling,
      list({file: file, "row": "row", value: left(value, 200)} ORDER BY nth) FILTER (nth <= ${rowsShown}) AS first
    FROM numbered GROUP BY "table", source, "column", expected
    ORDER BY rows DESC, min(file), min("row"), "table", "column", expected`);
  return groupsSchema.parse(reader.getRowObjectsJson());
}

/** A line or some for each of the first groups. */
export function toLines(groups: readonly IssueGroup[]): string[] {
  const lines = groups.slice(0, groupsShown).flatMap(toGroupLines);
  const more = groups.length - groupsShown;
  return more > 0 ? [...lines, `  … and ${more.toLocaleString('en')} other problems`] : lines;
}

function toGroupLines({ table, column, expected, rows, first }: IssueGroup): string[] {
  const [one] = first;
  if (one === undefined) return [];
  if (rows === 1) return [`  ${toSentence({ ...one, table, column, expected })}`];
  const count = `${rows.toLocaleString('en')} rows, such as`;
  const what =
    column === null ? `: ${expected}` : `${table === null ? ', ' : '.'}${column} must be ${expected}`;
  return [
    `  ${table ?? one.file}${what}: ${count}`,
    ...first.map(
      ({ file, row, value }) => `    ${table === null ? '' : `${file}, `}row ${row}: ${toValue(value)}`,
    ),
  ];
}

/**
 * What is to be done.
 * @param read `isGiven` where the mapping is a file's, and not the one of files that are called like the tables
 */
export function toClosing(
  groups: readonly IssueGroup[],
  read: { mapping: Mapping; isGiven: boolean },
  definitions: readonly TableDefinition[],
): string {
  const { mapping, isGiven } = read;
  const hints = toHints(groups, mapping, isGiven ? definitions : null);
  const hasMore = groups.length > groupsShown || groups.some(({ rows }) => rows > rowsShown);
  return [
    isGiven || hints.length === 0
      ? 'Mend them, or add --skip-bad-rows.'
      : 'Mend them, add --skip-bad-rows, or give a --mapping file (docs/data-model.md).',
    ...hints,
    ...(hasMore ? ['--report file.json writes each row.'] : []),
  ].join(' ');
}
