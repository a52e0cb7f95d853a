import type { ResultColumn } from '../conversation/read-steps.ts';
import type { Ahead } from '../question/question.ts';
import { spellNumber } from '../vocabulary/numbers.ts';
import { formatFigure, joinNames, nameBucket, plain } from './format-figure.ts';
import { inBrackets, speakFilters } from './speak.ts';
import { memberOf, type Table } from './table-of.ts';

/**
 * What a forecast expects of each period ahead, between which figures, and how far it was off before;
 * null for other results.
 * @param asked null for all after the running one, which stands first
 */
export function writeForecast(table: Table, asked: Ahead | null): string[] | null {
  const { result, time } = table;
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
  if (next === undefined && asked !== null && 'spans' in asked && days.length > 0)
    return [
      `**A forecast tells of ${nameBucket(days[0] ?? '', grain)} and later**, and not of the time asked for.`,
    ];
  if (next === undefined) return [`**Nothing could be forecast** (${plain(result.title)}).`];
  const format = (value: number) => formatFigure(value, forecast.unit, result.scope.currency);
  const figure = (row: (typeof ahead)[number], of: ResultColumn) => format(table.number(row, of));
  const member = (row: (typeof ahead)[number]) => memberOf(table, row);
  const members = [...new Set(ahead.map(member))];
  const name = (row: (typeof ahead)[number]) =>
    [member(row), nameBucket(table.cell(row, time), grain)].filter(Boolean).join(', ');
  const [first] = ahead.filter((row) => table.cell(row, time) === next);
  // A sum is told of periods that can be named: each of them, or the last ones of one forecast.
  const areLast = members.length < 2 && kept[0] === days.at(-kept.length);
  const isSum = asked !== null && kept.length > 1 && (areLast || kept.length <= mostNamed);
  const sum = (whose: string) =>
    ahead
      .filter((row) => member(row) === whose)
      .reduce((whole, row) => whole + table.number(row, forecast), 0);
  const ranked = members.toSorted((one, other) => sum(other) - sum(one));
  const [most = ''] = ranked;
  const these = nameKept(
    kept.map((day) => nameBucket(day, grain)),
    kept,
    asked,
    grain,
  );
  const each = ahead.map(
    (row) =>
      `- ${name(row)}: ${figure(row, forecast)}, likely between ${figure(row, low)} and ${figure(row, high)}`,
  );
  const all =
    isSum && members.length > 1 ? ranked.map((whose) => `- ${whose}, ${these}: ${format(sum(whose))}`) : each;
  const lines = all.slice(0, 12);
  const head = isSum
    ? `${[most, these].filter(Boolean).join(', ')} ${beOf(actual)} expected to be ${format(sum(most))}`
    : first && `${name(first)} ${beOf(actual)} expected to be ${figure(first, forecast)}`;
  const [from = ''] = days;
  const isBegun = asked !== null && 'spans' in asked && asked.spans.some(({ start }) => start < from);
  const left = isBegun ? ` What was sold before ${nameBucket(from, grain)} is not in it.` : '';
  const where = inBrackets(speakFilters(result));
  const error = first && wape ? table.cell(first, wape) : null;
  return [
    head ? `**${actual.label} for ${head}**${where}.${left}` : '',
    lines.join('\n'),
    all.length > lines.length ? 'The others are shown.' : '',
    typeof error === 'number'
      ? `Tried on the past, ${members.length > 1 && first ? `the forecast of ${member(first)}` : 'this forecast'} was off by ${formatFigure(error, 'fraction', result.scope.currency)} of what was sold.`
      : '',
  ];
}

/** Few are named; more are called by their time, with how many of the forecast they are. */
function nameKept(names: string[], days: string[], asked: Ahead | null, grain: string): string {
  if (names.length <= mostNamed || asked === null) return joinNames(names);
  const [span] = 'spans' in asked && asked.spans.length === 1 ? asked.spans : [];
  const own = span?.start === days[0] ? span?.spoken : undefined;
  return `${own ?? `${names[0]} to ${names.at(-1)}`}, the last ${spellNumber(names.length)} ${grain}s of the forecast,`;
}

const mostNamed = 3;

const monthsOf = { quarter: 3, year: 12 };

function isIn(spans: { start: string; end: string }[], day: string): boolean {
  return spans.some(({ start, end }) => start <= day && day <= end);
}

function beOf({ label }: ResultColumn): string {
  return /[^s]s$/.test(label) ? 'are' : 'is';
}

/** Of the next quarter those after the quarter that the data ended in. */
function pickDays(days: string[], asked: Ahead | null, isRunning: boolean): string[] {
  if (asked === null) return days;
  if ('last' in asked) return days.slice(-asked.last);
  if ('spans' in asked) return days.filter((day) => isIn(asked.spans, day));
  const size = monthsOf[asked.next];
  const toMonth = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const running = toMonth(days[0] ?? '') - (isRunning ? 0 : 1);
  const first = (Math.floor(running / size) + 1) * size;
  return days.filter((day) => toMonth(day) >= first && toMonth(day) < first + asked.count * size);
}
