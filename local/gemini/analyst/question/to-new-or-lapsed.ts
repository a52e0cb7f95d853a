import type { Parts } from '../parts/parts.ts';
import { addDays, addUnits, type Day, toGrain } from '../time/calendar.ts';
import { type Period, toSpan } from '../time/period.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { toWords } from '../vocabulary/to-words.ts';
import { lacking } from './gaps/lacking.ts';
import { toUnheeded } from './gaps/to-unheeded.ts';
import type { Question } from './question.ts';
import { type AsOf, toReport } from './to-report.ts';

/**
 * "New customers this year", "lapsed customers since July, in 2025": a list of them, which tells their number, orders and revenue.
 * Nothing else of them is told: what asks for more is refused.
 */
export function toNewOrLapsed(
  parts: Parts,
  previous: Question | null,
  vocabulary: Vocabulary,
  asOf: AsOf,
): Question | null {
  const tool = parts.report ?? '';
  const which = /\bnew\b/.test(parts.text) && !/\blapsed\b/.test(parts.text) ? 'new' : 'lapsed';
  const unread = findUnread(parts, which);
  if (unread !== null)
    return lacking({
      missing: `figure of ${which} customers ${unread}`,
      nearest: `Which customers are ${which === 'new' ? 'new this quarter' : 'lost since last quarter'}?`,
    });
  const unheeded = toUnheeded(parts, vocabulary, previous);
  if (unheeded) return unheeded;
  const report = toReport(tool, parts, vocabulary, asOf);
  const periods = report.periods.map((period) =>
    which === 'lapsed' ? toToday(period, asOf.last ?? asOf.today) : period,
  );
  const [period, before] = periods;
  // "Who ordered in October but not in September?"
  if (which === 'lapsed' && period && before && before.start >= period.start)
    return {
      ...report,
      periods: [before, period],
      options: { ...report.options, which: 'new', before: period.text },
    };
  return {
    ...report,
    periods,
    options: { which, ...report.options, ...(before !== undefined && { before: before.text }) },
  };
}

/** "Not in the last two months": who ordered since the last month ended has ordered. */
function toToday(period: Period, today: Day): Period {
  const [, count, unit] = /^last (\d+) (day|week|month|quarter|year)s$/.exec(period.text) ?? [];
  const grain = toGrain(unit);
  if (count === undefined || grain === null) return period;
  return toSpan(addDays(addUnits(today, grain, -Number(count)), 1), today, null);
}

/** What the list does not tell: a course of time, a split, a share. */
function findUnread(parts: Parts, which: 'new' | 'lapsed'): string | null {
  const { grain, time, dimensions, measures, focus, order, text, each } = parts;
  if (grain !== null) return `by ${grain}`;
  const isCompared =
    time.against !== null || time.versus !== null || focus.has('compare') || focus.has('change');
  if (isCompared || time.periods.length > (which === 'new' ? 1 : 2)) return 'of two times side by side';
  if (focus.has('share') || focus.has('howMuchOf') || focus.has('average')) return 'as a share or a mean';
  const [split, ...more] = dimensions.map(([reference]) => toWords(reference?.name));
  const isOwn = split === undefined || new RegExp(`\\blapsed ${split}s?\\b`).test(text);
  if (!isOwn || more.length > 0 || each !== null) return `by ${more[0] ?? split ?? 'each'}`;
  const known = /^(?:revenue|orders|customers)$/;
  const [other] = measures.filter((references) => !references.some(({ name }) => known.test(name)));
  if (other) return `in ${toWords(other[0]?.name)}`;
  return order === 'asc' ? 'from the least on' : null;
}
