import { lower } from '../../answer/speak.ts';
import type { Table } from '../../answer/table-of.ts';
import type { DataQuestion, Question } from '../../question/question.ts';
import type { ResultColumn } from '../read-steps.ts';

/** The members that are told, the first one first. Those of a comparison come by how they moved; what has no region is none. */
export function orderTold(
  all: string[],
  table: Table,
  kind: ResultColumn,
  question: Question | null,
): string[] {
  if (question?.kind !== 'data' || question.order === null) return all;
  const named = all.filter((name) => name !== `No ${lower(kind.label)}`);
  const names = named.length > 1 ? named : all;
  if (question.per !== null) return orderByQuotient(names, table, kind, question);
  if (!question.changes || question.moves) return names;
  const { byRate, falls, order, limit } = question;
  const moved = table.measures.find(({ name }) => name.endsWith(byRate ? '_change_rate' : '_change'));
  if (moved === undefined) return names;
  const way = falls ? -1 : 1;
  const least = order === 'asc' && !falls ? -1 : 1;
  const byName = new Map(
    table.result.rows.map((row) => [String(table.cell(row, kind) ?? ''), way * table.number(row, moved)]),
  );
  const moveOf = (name: string) => byName.get(name) ?? 0;
  return names.toSorted((a, b) => least * (moveOf(b) - moveOf(a))).slice(0, limit ?? names.length);
}

/** "Which region has the lowest revenue per customer?": the rows have both figures. */
function orderByQuotient(
  names: string[],
  table: Table,
  kind: ResultColumn,
  { measures, per, order }: DataQuestion,
): string[] {
  const columnOf = (name: string | null | undefined) => table.measures.find((column) => column.name === name);
  const [figure, divisor] = [columnOf(measures[0]), columnOf(per)];
  if (figure === undefined || divisor === undefined) return names;
  const way = order === 'asc' ? 1 : -1;
  const byName = new Map(
    table.result.rows.map((row) => [
      String(table.cell(row, kind) ?? ''),
      table.number(row, figure) / table.number(row, divisor),
    ]),
  );
  const quotientOf = (name: string) => byName.get(name) ?? Number.NaN;
  return names.toSorted((a, b) => way * (quotientOf(a) - quotientOf(b)));
}
