import type { ResultColumn } from '../conversation/read-steps.ts';
import type { Ahead } from '../question/question.ts';
import { spellNumber } from '../vocabulary/numbers.ts';
import { formatFigure, joinNames, nameBucket, plain } from './format-figure.ts';
import { speakFilters } from './speak.ts';
import type { Table } from './table-of.ts';

/**
 * What a forecast expects of each period ahead, between which figures, and how far it was off before;
 * null for other results.
 * @param asked null for all after the running one, which stands first
 */
export function writeForecast(table: Table, asked: Ahead | null): string[] | null {
  const { result, time, dimensions } = table;
  const column = (name: string) => result.columns.find((one) => one.name === name);
  const [actual, forecast, low, high, wape] = ['actual', 'forecast', 'lower_80', 'upper_80', 'wape'].map(
    column,
  );
  if (!time?.grain || !actual || !forecast || !low || !high) return null;
  const grain = time.grain;
  const forecasts = result.rows.filter((row) => typeof table.cell(row, forecast) === 'number');
  const days = [...new Set(forecasts.map((row) => String(table.cell(row, time))))].toSorted();
  // Without a wish the first row ahead may be the running period.
  const isRunning = result.notes.some((note) => / is not over /.test(note));
  const kept = pickDays(days, asked, isRunning);
  if (asked !== null && 'next' in asked && kept.length < asked.count * monthsOf[asked.next])
    return [`**The forecast that was read ends before the end of the ${asked.next} asked for**.`];
  const ahead = forecasts.filter((row) => kept.includes(String(table.cell(row, time))));
  const next = asked === null && isRunning ? (days[1] ?? days[0]) : kept[0];
  if (next === undefined) return [`**Nothing could be forecast** (${plain(result.title)}).`];
  const figure = (row: (typeof ahead)[number], of: ResultColumn) =>
    formatFigure(table.number(row, of), forecast.unit, result.scope.currency);
  const member = (row: (typeof ahead)[number]) =>
    dimensions.map((of) => plain(String(table.cell(row, of) ?? ''))).join(', ');
  const members = new Set(ahead.map(member)).size;
  const name = (row: (typeof ahead)[number]) =>
    [member(row), nameBucket(table.cell(row, time), grain)].filter(Boolean).join(', ');
  const [first] = ahead.filter((row) => table.cell(row, time) === next);
  const lines = ahead
    .slice(0, 12)
    .map(
      (row) =>
        `- ${name(row)}: ${figure(row, forecast)}, likely between ${figure(row, low)} and ${figure(row, high)}`,
    );
  const adds = asked !== null && ahead.length > 1 && ahead.length === kept.length;
  const sum = ahead.reduce((whole, row) => whole + table.number(row, forecast), 0);
  const these =
    asked !== null && !('last' in asked)
      ? nameDays(
          kept.map((day) => nameBucket(day, grain)),
          'next' in asked,
        )
      : `The last ${spellNumber(ahead.length)} ${grain}s of the forecast`;
  const together = adds
    ? ` ${these} together: ${formatFigure(sum, forecast.unit, result.scope.currency)}.`
    : '';
  const filters = speakFilters(result);
  const where = filters.length > 0 ? ` (${filters.join('; ')})` : '';
  const error = first && wape ? table.cell(first, wape) : null;
  return [
    first
      ? `**${actual.label} for ${name(first)} ${/[^s]s$/.test(actual.label) ? 'are' : 'is'} expected to be ${figure(first, forecast)}**${where}.${together}`
      : '',
    lines.join('\n'),
    ahead.length > lines.length ? 'The table has the others.' : '',
    typeof error === 'number'
      ? `Tried on the past, ${members > 1 && first ? `the forecast of ${member(first)}` : 'this forecast'} was off by ${formatFigure(error, 'fraction', result.scope.currency)} of what was sold.`
      : '',
  ];
}

/** "January 2027 to June 2027" of what follows one another. */
function nameDays(names: string[], isRow: boolean): string {
  return isRow && names.length > 3 ? `${names[0]} to ${names.at(-1)}` : joinNames(names);
}

const monthsOf = { quarter: 3, year: 12 };

/** Of named months the next of each name; of the next quarter those after the quarter that the data ended in. */
function pickDays(days: string[], asked: Ahead | null, isRunning: boolean): string[] {
  if (asked === null) return days;
  if ('last' in asked) return days.slice(-asked.last);
  if ('months' in asked)
    return days.filter((day) => asked.months.includes(Number(day.slice(5, 7)))).slice(0, asked.months.length);
  const size = monthsOf[asked.next];
  const toMonth = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const running = toMonth(days[0] ?? '') - (isRunning ? 0 : 1);
  const first = (Math.floor(running / size) + 1) * size;
  return days.filter((day) => toMonth(day) >= first && toMonth(day) < first + asked.count * size);
}
