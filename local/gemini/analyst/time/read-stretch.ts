import { addDays, addUnits } from './calendar.ts';
import { type Period, toSpan } from './period.ts';
import { toGrain } from './period-units.ts';

/** "The 90 days before yesterday", "three months ending October", "week ending 18 October": so much that ends at a time named. */
export function readStretch(
  { period, from }: { period: Period; from: number },
  words: string[],
): { period: Period; from: number } | null {
  const said = words.slice(Math.max(0, from - 6), from).join(' ');
  const found =
    /(?:^| )((?:(?:the|in|over|for|during|last) )*(?:(\d+) )?(day|week|month|quarter|year)s? (before|prior to|preceding|ending(?: on| in| with)?|ended(?: on| in)?|up to|to|until|through)(?: the)?(?: end of)?)$/.exec(
      said,
    );
  const [, spoken = '', count, name, joint = ''] = found ?? [];
  const grain = toGrain(name);
  if (!found || grain === null) return null;
  const isBefore = /^(before|prior|preceding)/.test(joint);
  // "This week to yesterday", "month to October": only what says how many, or that it ends there.
  // "The year to June", "the quarter to August".
  const isWhole = /\bthe (?:year|quarter) to$/.test(spoken) && !/\blast\b/.test(spoken);
  const isOfUnits = /^(?:day|month|quarter)$/.test(period.grain ?? '') && /\d{4}/.test(period.text);
  if (count === undefined && !isBefore && !/^end/.test(joint) && !(isWhole && isOfUnits)) return null;
  if (count === undefined && isBefore && period.grain !== 'day') return null;
  const end = isBefore ? addDays(period.start, -1) : period.end;
  const start = addDays(end, 1);
  const begins = addUnits(start, grain, -Number(count ?? 1));
  return {
    period: toSpan(begins, end, grain === 'quarter' || grain === 'year' ? 'month' : grain),
    from: from - spoken.split(' ').length,
  };
}
