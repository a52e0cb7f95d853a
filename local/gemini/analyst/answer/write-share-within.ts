import type { View } from '../reads/view.ts';
import { formatFigure, formatPercent, nameBucket, plain } from './format-figure.ts';
import { endsPartial, lower, speakTime, startsPartial } from './speak.ts';
import { groupRows, type Table, total } from './table-of.ts';

/** "Share of wholesale by category", "by month": in each member or bucket of the first, the part that the named members have. */
export function writeShareWithin(table: Table, view: View): string[] | null {
  const [measure] = table.measures;
  const { time } = table;
  const [outer, inner] = time ? [time, ...table.dimensions] : table.dimensions;
  if (!measure || !outer || !inner || view.highlight.length === 0) return null;
  if (!table.complete || !measure.summable) return null;
  const wanted = new Set(view.highlight.map((value) => value.toLowerCase()));
  const shares = [...groupRows(table, outer)].flatMap(([key, rows]): Share[] => {
    const own = rows.filter((row) => wanted.has(String(table.cell(row, inner)).toLowerCase()));
    const [part, whole] = [total(table, measure, own), total(table, measure, rows)];
    const name = time?.grain ? nameBucket(key, time.grain) : plain(key);
    return whole > 0 ? [{ key, name, part, whole, share: part / whole }] : [];
  });
  const what = `The share of ${view.highlight.map(plain).join(' and ')} in ${lower(measure.label)}`;
  const figure = (value: number) => formatFigure(value, measure.unit, table.result.scope.currency);
  const list = (rows: Share[]) =>
    rows
      .slice(0, mostLines)
      .map(
        ({ name, share, part, whole }) =>
          `- ${name}: ${formatPercent(share)} (${figure(part)} of ${figure(whole)})`,
      )
      .join('\n');
  const inOrder = shares.toSorted((a, b) => a.key.localeCompare(b.key));
  if (time && view.ranked === null && view.pair === null) {
    const whole = inOrder.slice(
      startsPartial(table.result) && inOrder.length > 3 ? 1 : 0,
      endsPartial(table.result) && inOrder.length > 2 ? -1 : undefined,
    );
    const [first, last] = [whole[0], whole.at(-1)];
    if (!first || !last) return null;
    return [`**${what} ${describe(first, last)}.**`, list(inOrder)];
  }
  const lowest = view.ranked === 'asc';
  const sorted = shares.toSorted((a, b) => (lowest ? a.share - b.share : b.share - a.share));
  const [first] = sorted;
  if (!first) return null;
  const lead = `**${what} is ${lowest ? 'lowest' : 'highest'} in ${first.name}: ${formatPercent(first.share)}**`;
  return [`${lead} ${speakTime(table.result, view)}.`, list(sorted)];
}

type Share = { key: string; name: string; part: number; whole: number; share: number };

const mostLines = 13;

function describe(first: Share, last: Share): string {
  const [before, after] = [first, last].map(({ share }) => formatPercent(share));
  if (first === last) return `was ${after} in ${last.name}`;
  if (before === after) return `stayed at ${after} from ${first.name} to ${last.name}`;
  return `${last.share > first.share ? 'rose' : 'fell'} from ${before} in ${first.name} to ${after} in ${last.name}`;
}
