import { formatFigure, nameBucket, plain } from './format-figure.ts';
import type { ResultColumn } from './read-steps.ts';
import { lower } from './speak.ts';
import type { Table } from './table-of.ts';

/** What a forecast expects of each period ahead, between which figures, and how far it was off before; null for other results. */
export function writeForecast(table: Table): string[] | null {
  const { result, time, dimensions } = table;
  const column = (name: string) => result.columns.find((one) => one.name === name);
  const [actual, forecast, low, high, wape] = ['actual', 'forecast', 'lower_80', 'upper_80', 'wape'].map(
    column,
  );
  if (!time?.grain || !actual || !forecast || !low || !high) return null;
  const grain = time.grain;
  const ahead = result.rows.filter((row) => typeof table.cell(row, forecast) === 'number');
  // The first row ahead is the running period.
  const days = [...new Set(ahead.map((row) => String(table.cell(row, time))))].toSorted();
  const next = days[1] ?? days[0];
  if (next === undefined) return [`**Nothing could be forecast** (${plain(result.title)}).`];
  const figure = (row: (typeof ahead)[number], of: ResultColumn) =>
    formatFigure(table.number(row, of), forecast.unit, result.scope.currency);
  const name = (row: (typeof ahead)[number]) =>
    [
      ...dimensions.map((of) => plain(String(table.cell(row, of) ?? ''))),
      nameBucket(table.cell(row, time), grain),
    ].join(', ');
  const [first] = ahead.filter((row) => table.cell(row, time) === next);
  const lines = ahead
    .slice(0, 12)
    .map(
      (row) =>
        `- ${name(row)}: ${figure(row, forecast)}, likely between ${figure(row, low)} and ${figure(row, high)}`,
    );
  const error = first && wape ? table.cell(first, wape) : null;
  return [
    first ? `**${figure(first, forecast)} ${lower(actual.label)} are expected for ${name(first)}.**` : '',
    lines.join('\n'),
    typeof error === 'number'
      ? `Tried on the past, this forecast was off by ${formatFigure(error, 'fraction', result.scope.currency)} of what was sold.`
      : '',
  ];
}
