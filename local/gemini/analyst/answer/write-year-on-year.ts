import type { Cell, ResultColumn } from '../conversation/read-steps.ts';
import type { View } from '../reads/view.ts';
import { addMonths } from '../time/calendar.ts';
import { describeMove, toChange } from './describe-move.ts';
import { capital, formatCell, formatFigure, nameBucket } from './format-figure.ts';
import { endsPartial, lower } from './speak.ts';
import { hasFigure, type Table } from './table-of.ts';

type Pair = { name: string; nameBefore: string; before: number; after: number; from: string; to: string };

/** Each period beside the same one a year before; the last leads, or the one that moved as was asked. */
export function writeYearOnYear(table: Table, rows: Cell[][], measure: ResultColumn, view: View): string[] {
  const pairs = toPairs(table, rows, measure);
  const last = pairs.at(-1);
  if (!last) return [];
  const list = pairs
    .slice(-12)
    .map(
      ({ name, before, after, from, to }) =>
        `- ${name}: ${to}, a year before ${from}${toChange(before, after, measure)}`,
    );
  const lead =
    view.ranked === null
      ? `**${measure.label} ${describeMove(last.before, last.after, measure)} from ${last.nameBefore} to ${last.name}**, from ${last.from} to ${last.to}.`
      : writeMostMoved(table, pairs, measure, view);
  return [lead, list.join('\n')];
}

function toPairs(table: Table, rows: Cell[][], measure: ResultColumn): Pair[] {
  const { time } = table;
  if (!time?.grain) return [];
  const grain = time.grain;
  const byDay = new Map(rows.map((row) => [String(table.cell(row, time)), row]));
  const figure = (row: Cell[]) => formatCell(table.cell(row, measure), measure, table.result.scope.currency);
  const name = (row: Cell[]) => nameBucket(table.cell(row, time), grain);
  const whole = endsPartial(table.result) ? rows.slice(0, -1) : rows;
  const isDay = (row: Cell[]) => /^\d{4}-\d{2}-\d{2}/.test(String(table.cell(row, time)));
  return whole.filter(isDay).flatMap((row) => {
    const before = byDay.get(addMonths(String(table.cell(row, time)), -12));
    if (!before || ![row, before].every((one) => hasFigure(table, one, measure))) return [];
    const [from, to] = [figure(before), figure(row)];
    const numbers = { before: table.number(before, measure), after: table.number(row, measure) };
    return [{ name: name(row), nameBefore: name(before), ...numbers, from, to }];
  });
}

/** "In which month was the difference largest?", "which month grew most?" */
function writeMostMoved({ time, result }: Table, pairs: Pair[], measure: ResultColumn, view: View): string {
  const way = view.falls ? -1 : 1;
  const isRate = view.byRate && pairs.every(({ before }) => before > 0);
  const toMove = ({ before, after }: Pair) => (after - before) / (isRate ? before : 1);
  const toRank = (pair: Pair) => (view.moves === 'any' ? Math.abs(toMove(pair)) : toMove(pair) * way);
  const isLeast = view.ranked === 'asc';
  const [first] = pairs.toSorted((a, b) => (toRank(b) - toRank(a)) * (isLeast ? -1 : 1));
  const verb = view.moves === 'any' ? 'moved' : view.falls ? 'fell' : 'rose';
  if (first === undefined || (!isLeast && toRank(first) <= 0))
    return `**${measure.label} ${verb} in no ${time?.grain ?? 'month'}** from the year before.`;
  const { name, before, after, from, to } = first;
  const amount = formatFigure(Math.abs(after - before), measure.unit, result.scope.currency);
  const by = measure.unit === 'fraction' ? '' : `, by ${amount}${toChange(before, after, measure)}`;
  const isOther = isLeast && toRank(first) <= 0 && view.moves !== 'any';
  const moved = isOther ? (view.falls ? 'rose most' : 'fell most') : `${verb} ${isLeast ? 'least' : 'most'}`;
  return `**${capital(name)} ${moved}${by}**, in ${lower(measure.label)} from the year before: from ${from} to ${to}.`;
}
