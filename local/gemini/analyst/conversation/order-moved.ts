import type { Table } from '../answer/table-of.ts';
import type { Question } from '../question/question.ts';
import type { ResultColumn } from './read-steps.ts';

/** The members of a comparison that moved the way that was asked for, the most first: "which region fell most?" has none where all rose. */
export function orderMoved(
  names: string[],
  table: Table,
  kind: ResultColumn,
  question: Question | null,
): string[] {
  if (question?.kind !== 'data' || !question.changes || question.order === null || question.moves)
    return names;
  const { byRate, falls, order } = question;
  const moved = table.measures.find(({ name }) => name.endsWith(byRate ? '_change_rate' : '_change'));
  if (moved === undefined) return names;
  const way = falls ? -1 : 1;
  const least = order === 'asc' ? -1 : 1;
  const byName = new Map(
    table.result.rows.map((row) => [String(table.cell(row, kind) ?? ''), way * table.number(row, moved)]),
  );
  const moveOf = (name: string) => byName.get(name) ?? 0;
  return names.filter((name) => moveOf(name) > 0).toSorted((a, b) => least * (moveOf(b) - moveOf(a)));
}
