import type { View } from '../reads/view.ts';
import { formatFigure, formatPercent, plain } from './format-figure.ts';
import { lower, speakTime } from './speak.ts';
import { groupRows, type Table, total } from './table-of.ts';

/** "Share of wholesale by category": in each member of the first dimension, the part that the named members have. */
export function writeShareWithin(table: Table, view: View): string[] | null {
  const [measure] = table.measures;
  const [outer, inner] = table.dimensions;
  if (!measure || !outer || !inner || view.highlight.length === 0) return null;
  if (!table.complete || !measure.summable) return null;
  const wanted = new Set(view.highlight.map((value) => value.toLowerCase()));
  const figure = (value: number) => formatFigure(value, measure.unit, table.result.scope.currency);
  const shares = [...groupRows(table, outer)].flatMap(([name, rows]) => {
    const own = rows.filter((row) => wanted.has(String(table.cell(row, inner)).toLowerCase()));
    const [part, whole] = [total(table, measure, own), total(table, measure, rows)];
    return whole > 0 ? [{ name: plain(name), part, whole, share: part / whole }] : [];
  });
  const sorted = shares.toSorted((a, b) => b.share - a.share);
  const [first] = sorted;
  if (!first) return null;
  const of = view.highlight.map(plain).join(' and ');
  return [
    `**The share of ${of} in ${lower(measure.label)} is highest in ${first.name}: ${formatPercent(first.share)}** ${speakTime(table.result, view)}.`,
    sorted
      .slice(0, 12)
      .map(
        ({ name, part, whole, share }) =>
          `- ${name}: ${formatPercent(share)} (${figure(part)} of ${figure(whole)})`,
      )
      .join('\n'),
  ];
}
