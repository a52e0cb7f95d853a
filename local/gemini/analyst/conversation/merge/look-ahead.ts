import type { Parts } from '../../parts/parts.ts';
import { toUntaken } from '../../question/gaps/find-untaken.ts';
import { toFuture } from '../../question/gaps/lacking.ts';
import type { DataQuestion, Question } from '../../question/question.ts';
import { foretells } from '../../question/to-ahead.ts';
import { toForecast } from '../../question/to-forecast.ts';
import type { AsOf } from '../../question/to-report.ts';
import { addMonths, type Day, startOf } from '../../time/calendar.ts';
import { toWeekday } from '../../time/due-days.ts';
import { isAhead, toPeriodAhead } from '../../time/period-ahead.ts';
import { toUnit } from '../../time/period-units.ts';
import { dayName } from '../../time/time-patterns.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';

/** "Next week", "in December", after what is due this week: the days that orders are promised for, ahead of today as well. */
export function withDueTime(parts: Parts, previous: Question | null, today: Day): Parts {
  if (previous?.kind !== 'data' || previous.daysOf !== 'expected' || parts.daysOf !== null) return parts;
  const { future, periods } = parts.time;
  const [period] = periods;
  const running = period?.spoken.replace(/ so far$/, '') ?? '';
  const text = future ?? running;
  const isPast = /\b(?:last|ago|past|was|were|did)\b/.test(parts.text);
  // "How much did we spend with them this year?" looks back.
  if (isAhead(text) && !isPast)
    return { ...parts, time: { ...parts.time, future: null, periods: [toPeriodAhead(text, today)] } };
  const { grain = null } = period ?? {};
  const day = new RegExp(`\\b(next )?(${dayName})\\b`).exec(parts.text);
  if (day?.[2] !== undefined && !isPast && periods.length < 2) {
    const coming = toWeekday(day[2], day[1] !== undefined, today);
    const leftover = parts.leftover.filter((word) => !day[0].includes(word.toLowerCase()));
    return {
      ...parts,
      leftover,
      filters: [],
      time: { ...parts.time, periods: [{ ...coming, text: coming.start, grain: null }] },
    };
  }
  const isNamed =
    (grain === 'month' || grain === 'quarter') && !/\d{4}|\b(?:last|ago|past)\b/.test(parts.text);
  if (!period || !isNamed || periods.length > 1 || period.end >= startOf(today, grain)) return parts;
  // Its grain is left out: the year of the question before it is not put in its place.
  const coming = { ...toUnit(addMonths(period.start, 12), grain), grain: null };
  return { ...parts, time: { ...parts.time, periods: [coming] } };
}

/** "Overdue ones", after the orders due next week: those that are late now, whenever they were promised for. */
export function toLateOnes({ measures }: Parts, previous: DataQuestion): DataQuestion {
  const isLate =
    measures.length > 0 && measures.flat().every(({ name }) => /^(?:late_|days_late$)/.test(name));
  if (!isLate) return previous;
  const listed =
    previous.listed === null ? previous : { ...previous, dimensions: ['purchase_order'], conditions: [] };
  return previous.daysOf === 'expected' ? { ...listed, daysOf: null, periods: [] } : listed;
}

/** "And next month?", after sales: a forecast of them; of anything else nobody knows it. */
export function lookAhead(
  parts: Parts,
  previous: DataQuestion,
  vocabulary: Vocabulary,
  asOf: AsOf,
): Question | null {
  const { future, periods } = parts.time;
  const isLater = asOf.last === null && previous.daysOf === null && foretells(parts, asOf);
  if (future === null && !isLater) return null;
  if (previous.share || previous.per !== null)
    return toUntaken('tell shares or quotients of a forecast', 'forecast_demand');
  const { tool, measures } = previous;
  // Kitchen against Home has a forecast for each.
  const set = previous.filters.find(({ op, values }) => op === 'is' && values.length > 1);
  const isApart = previous.compares && previous.dimensions.length === 0 && set !== undefined;
  const dimensions = isApart ? [set.dimension] : previous.dimensions;
  const own = parts.measures.length > 0 ? parts.measures : measures.map((name) => [{ tool, name }]);
  const shown = parts.dimensions.length > 0 ? parts.dimensions : dimensions.map((name) => [{ tool, name }]);
  const isSold =
    own.length === 1 && own.flat().some((one) => one.tool === 'query_sales' && foretold.has(one.name));
  const isWhole = previous.limit === null && previous.conditions.length === 0 && previous.against === null;
  if (!isSold || !isWhole || shown.length > 1 || !vocabulary.tools.has('forecast_demand'))
    return toFuture(future ?? periods[0]?.spoken ?? '');
  const question = toForecast({ ...parts, measures: own, dimensions: shown }, vocabulary, asOf);
  return question.kind === 'report'
    ? { ...question, filters: [...previous.filters, ...parts.filters] }
    : question;
}

const foretold = new Set(['revenue', 'units', 'orders', 'returns', 'gross_margin']);
