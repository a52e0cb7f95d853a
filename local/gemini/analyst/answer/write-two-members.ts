import type { View } from '../reads/view.ts';
import { describeMove, toChange } from './describe-move.ts';
import { formatFigure } from './format-figure.ts';
import { memberOf, type Table } from './table-of.ts';
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
      table.result.rows.map((row) => [memberOf(table, row), table.number(row, table.measures[0] ?? measure)]),
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
  // "Which categories fell in which region?" is about those, whatever all of them did.
  const asked = members.filter(({ now, earlier }) => !view.falls || now < earlier);
  if (view.falls && ![after, before].every(isWhole))
    return ['**Which of them fell cannot be told**: they are more than can be read at once. Ask for fewer.'];
  if (asked.length === 0) return [...lines, 'None of them fell.'];
  const moved = asked
    .toSorted((a, b) => Math.abs(b.now - b.earlier) - Math.abs(a.now - a.earlier))
    .slice(0, 6)
    .map(
      (member) =>
        `- ${member.name}: ${then.has(member.name) ? figure(member.earlier) : 'none'} to ${now.has(member.name) ? figure(member.now) : 'none'}${now.has(member.name) ? toChange(member.earlier, member.now, measure) : ''}`,
    );
  return [...lines, ...(view.falls ? ['Of those that fell, these fell most:'] : []), moved.join('\n')];
}

function isWhole({ complete, result }: Table): boolean {
  return complete && !result.notes.some((note) => /rows were asked for/.test(note));
}
