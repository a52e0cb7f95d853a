import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { quoteName } from '../../bigquery/catalog/quote.ts';
import type { TableDefinition } from '../../bigquery/catalog/table-definitions.ts';

/** Texts that answers are split by. */
const splits = ['channel', 'region', 'segment', 'category', 'subcategory', 'brand'];

const spellingsSchema = z.array(
  z.object({ list: z.array(z.object({ value: z.string(), rows: z.coerce.number() })) }),
);

/**
 * Which values of a table are written in several ways, so that an answer has a row for each. It may be meant so: this is told and not refused.
 * @param from the table that was filled
 */
export async function compareSpellings(
  connection: DuckDBConnection,
  { name, columns }: TableDefinition,
  from: string,
): Promise<string[]> {
  const notes: string[] = [];
  for (const column of columns.filter((each) => splits.includes(each.name))) {
    const reader = await connection.runAndReadAll(`
      SELECT list({value: value, rows: rows} ORDER BY rows DESC, value) AS list
      FROM (SELECT ${quoteName(column.name)} AS value, count(*) AS rows FROM ${from} WHERE value IS NOT NULL GROUP BY 1)
      GROUP BY lower(value) HAVING count(*) > 1 ORDER BY sum(rows) DESC, lower(value)`);
    const found = spellingsSchema.parse(reader.getRowObjectsJson());
    const [first] = found;
    if (first === undefined) continue;
    const spellings = first.list.map(({ value, rows }) => `"${value}" (${toRows(rows)})`);
    const told = `${spellings.slice(0, -1).join(', ')} and ${spellings.at(-1)}`;
    const more = found.length > 1 ? `, and ${toOthers(found.length - 1)}` : '';
    notes.push(
      `${name}: ${column.name} has values that differ in capitals alone, which answers keep apart: ${told}${more}.`,
    );
  }
  return notes;
}

function toRows(rows: number): string {
  return rows === 1 ? '1 row' : `${rows.toLocaleString('en')} rows`;
}

function toOthers(others: number): string {
  return others === 1 ? 'another value' : `${others.toLocaleString('en')} others`;
}
