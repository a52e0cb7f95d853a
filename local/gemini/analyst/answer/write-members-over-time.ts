import type { View } from '../reads/view.ts';
import { describeMove, toChange } from './describe-move.ts';
import { formatFigure, nameBucket } from './format-figure.ts';
import { endsPartial, startsPartial } from './speak.ts';
import { groupMembers, groupRows, type Table } from './table-of.ts';

/** Members over time: who leads, and how each moved between the compared periods. */
export function writeMembersOverTime(table: Table, view: View): string[] {
  const { time, measures } = table;
  const [measure] = measures;
  if (!time?.grain || !measure) return [];
  const currency = table.result.scope.currency;
  const days = [...groupRows(table, time).keys()].sort();
  const partial = endsPartial(table.result) && days.length > 2 && view.pair === null;
  const last = view.pair?.after ?? (partial ? days.at(-2) : days.at(-1)) ?? '';
  const begins = startsPartial(table.result) && days.length > 3 && view.pair === null ? 1 : 0;
  const first = view.pair?.before ?? days[begins] ?? '';
  const members = [...groupMembers(table)].map(([name, rows]) => {
    const at = (day: string) => rows.find((row) => String(table.cell(row, time)) === day);
    const valueAt = (day: string) => {
      const row = at(day);
      return row ? table.number(row, measure) : 0;
    };
    // There is no row of what was not sold.
    const isThere = [first, last].map((day) => at(day) !== undefined);
    return { name, before: valueAt(first), after: valueAt(last), isThere };
  });
  const when = nameBucket(last, time.grain);
  const since = nameBucket(first, time.grain);
  const figure = (value: number) => formatFigure(value, measure.unit, currency);
  const said = (value: number, isThere = true) => (isThere ? figure(value) : 'nothing');
  const lines: string[] = [];
  const byLast = members.toSorted((a, b) => b.after - a.after);
  const leader = byLast[0];
  if (!leader) return [];
  if (measure.summable && table.complete) {
    const before = members.reduce((sum, member) => sum + member.before, 0);
    const after = members.reduce((sum, member) => sum + member.after, 0);
    const movement = describeMove(before, after, measure);
    // "Why did sales drop" may take for granted what did not happen.
    if (view.falls && after > before) lines.push(`${measure.label} did not fall.`);
    lines.push(
      `**${measure.label} ${movement} from ${since} to ${when}**, from ${figure(before)} to ${figure(after)}; ${leader.name} leads with ${figure(leader.after)}.`,
    );
    const moved = members.toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
    const driver = moved[0];
    if (driver && driver.after !== driver.before && members.length > 1) {
      const more = driver.after > driver.before ? 'more' : 'less';
      lines.push(
        `The largest move is ${driver.name}: ${figure(Math.abs(driver.after - driver.before))} ${more} in ${when} than in ${since}.`,
      );
    }
  } else lines.push(`**${leader.name} leads in ${when} with ${figure(leader.after)}.**`);
  // A few periods are plain from the lead; of many, each line says which two it is about.
  const isPlain = lines[0]?.includes(since) === true && days.length <= 12;
  const [from, to] = isPlain ? ['', ''] : [` in ${since}`, ` in ${when}`];
  const listed = byLast
    .slice(0, 6)
    .map(
      ({ name, before, after, isThere }) =>
        `- ${name}: ${isPlain ? '' : 'from '}${said(before, isThere[0])}${from} to ${said(after, isThere[1])}${to}${isThere.every(Boolean) ? toChange(before, after, measure) : ''}`,
    );
  lines.push(listed.join('\n'));
  return lines;
}
