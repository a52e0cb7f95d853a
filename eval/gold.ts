import { readFile } from 'node:fs/promises';
import { DuckDBInstance, type JS } from '@duckdb/node-api';
import type { QuestionSet } from './questions.ts';

export type Days = { start: string; end: string };
export type GoldCell = string | number | null;

/** The truth about the demo data, worked out apart from the tools. */
export type Gold = {
  /** A question with `{{name}}` filled in. */
  toText: (ask: string) => string;
  toPeriod: (name: string) => Days;
  /** @param shown the period that the answer states; null where it states none */
  run: (sql: string, shown: Days | null) => Promise<GoldCell[][]>;
  /** Throws where the database would not take the statement: a wrong word, table, column, type or period. It is not run. */
  check: (sql: string) => Promise<void>;
  close: () => void;
};

/** @param file a warehouse version; its last day of sales is "today" of every period */
export async function openGold(file: string, dataset: string, questions: QuestionSet): Promise<Gold> {
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY', threads: '2' });
  const connection = await instance.connect();
  await connection.run(`USE "${dataset}"`);
  await connection.run(await readFile(new URL('gold-tables.sql', import.meta.url), 'utf8'));
  const read = async (sql: string) =>
    (await connection.runAndReadAll(sql)).getRowsJS().map((row) => row.map(toCell));

  const expand = async (expression: string): Promise<string> => {
    const sql = `SELECT (${expression}) FROM (SELECT max(order_date) AS today FROM sales_lines)`;
    return String((await read(sql))[0]?.[0]).slice(0, 40);
  };
  const periods = new Map<string, Days>();
  for (const [name, [start, end]] of Object.entries(questions.periods)) {
    periods.set(name, { start: await expand(`(${start})::DATE`), end: await expand(`(${end})::DATE`) });
  }
  const texts = new Map<string, string>();
  for (const [name, expression] of Object.entries(questions.texts)) texts.set(name, await expand(expression));

  const toPeriod = (name: string): Days => {
    const days = periods.get(name);
    if (!days) throw new Error(`questions.yaml has no period "${name}".`);
    return days;
  };
  const fill = (sql: string, shown: Days | null): string => {
    const find = (name: string) => (name === 'shown' ? (shown ?? toPeriod('all_time')) : toPeriod(name));
    return sql
      .replaceAll(/\{(start|end):(\w+)\}/g, (_, side: string, name: string) => {
        const { start, end } = find(name);
        return `DATE '${side === 'start' ? start : end}'`;
      })
      .replaceAll(/\{(\w+)\}/g, (_, name: string) => {
        const { start, end } = find(name);
        return `BETWEEN DATE '${start}' AND DATE '${end}'`;
      });
  };
  return {
    toPeriod,
    toText: (ask) =>
      ask.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
        const text = texts.get(name);
        if (text === undefined) throw new Error(`questions.yaml has no text "${name}".`);
        return text;
      }),
    run: (sql, shown) => named(fill(sql, shown), read),
    check: (sql) =>
      named(fill(sql, null), async (filled) => (await connection.prepare(filled)).destroySync()),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** An error of the database with the statement that it is about. */
async function named<T>(sql: string, use: (sql: string) => Promise<T>): Promise<T> {
  try {
    return await use(sql);
  } catch (error) {
    throw new Error(`This gold statement does not run: ${sql}`, { cause: error });
  }
}

function toCell(value: JS): GoldCell {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value);
}
