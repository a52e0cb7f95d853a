import type { Parts } from '../parts/parts.ts';
import { endOf, startOf } from '../time/calendar.ts';
import { type Period, toSpan } from '../time/period.ts';

/**
 * "Was October our best month this year?", "Q2 was the strongest quarter of 2026": one unit of time is said to lead the others, and is no
 * time that the question is narrowed to.
 */
export function findClaimedTime(parts: Parts): { claimed: Period | null; among: Parts } {
  const { time, order, grain, text, dimensions } = parts;
  const claimed = time.periods.find((period) => period.grain === grain && period.count === 1);
  const isAsked = order !== null && grain !== null && dimensions.length === 0 && leads.test(text);
  if (!isAsked || !claimed) return { claimed: null, among: parts };
  const others = time.periods.filter((period) => period !== claimed);
  const year = toSpan(startOf(claimed.start, 'year'), endOf(claimed.start, 'year'), 'year');
  const periods =
    others.length > 0 || !/\b(?:of|in) (?:the |its |that )?(?:year|(?:19|20)\d\d)\W*$/.test(text)
      ? others
      : [year];
  return { claimed, among: { ...parts, time: { ...time, periods } } };
}

/** The time, a verb of being, and what leads: "was October our best month", "last month is the worst". */
const leads =
  /^(?:and |but |so )?(?!(?:which|what|when|how|who)\b)(?:(?:is|was|were) (?:\S+ ){1,4}?|(?:\S+ ){1,4}?(?:is|was|were|has been) )(?:really |still |actually |also )?(?:the|our) (?:\w+ )?(?:\w{3,}est|best|worst|top|most \w+) /;
