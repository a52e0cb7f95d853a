import type { View } from '../reads/view.ts';
import { describeMove, toChange } from './describe-move.ts';
import { formatFigure, plain } from './format-figure.ts';
import type { Table } from './table-of.ts';
import { toPhrase } from './write-total.ts';

/** Two reads of two periods by member: the whole, then who moved most. */
export function writeTwoMembers(after: Table, before: Table, view: View): string[] {
  const [measure] = after.measures;
  const [dimension] = after.dimensions;
  if (!measure || !dimension || !view.spans) return [];
  const currency = after.result.scope.currency;
  const figure = (value: number) => formatFigure(value, measure.unit, currency);
  const read = (table: Table) =>
    new Map(
      table.result.rows.map((row) => [
        table.dimensions.map((column) => String(table.cell(row, column))).join(', '),
        table.number(row, table.measures[0] ?? measure),
      ]),
    );
  const [now, then] = [read(after), read(before)];
  const members = [...new Set([...now.keys(), ...then.keys()])].map((name) => ({
    name,
    now: now.get(name) ?? 0,
    earlier: then.get(name) ?? 0,
  }));
  const lines: string[] = [];
  if (measure.summable && after.complete && before.complete) {
    const [sumNow, sumThen] = [
      members.reduce((sum, m) => sum + m.now, 0),
      members.reduce((sum, m) => sum + m.earlier, 0),
    ];
    lines.push(
      `**${measure.label} ${describeMove(sumThen, sumNow, measure)}**: ${figure(sumNow)} ${toPhrase(view.spans.after.spoken)}, ${figure(sumThen)} ${toPhrase(view.spans.before.spoken)}.`,
    );
  }
  const moved = members
    .toSorted((a, b) => Math.abs(b.now - b.earlier) - Math.abs(a.now - a.earlier))
    .slice(0, 6);
  lines.push(
    moved
      .map(
        (member) =>
          `- ${plain(member.name)}: ${then.has(member.name) ? figure(member.earlier) : 'none'} to ${now.has(member.name) ? figure(member.now) : 'none'}${now.has(member.name) ? toChange(member.earlier, member.now, measure) : ''}`,
      )
      .join('\n'),
  );
  return lines;
}
