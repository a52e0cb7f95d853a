import { addDays, addUnits, toGrain } from './calendar.ts';
import { type Period, toSpan } from './period.ts';

/** "The 90 days before yesterday", "three months ending October", "the week after 10 March": so much that ends or begins at a time named. */
export function readStretch(
  { period, from }: { period: Period; from: number },
  words: string[],
): { period: Period; from: number } | null {
  const said = words.slice(Math.max(0, from - 6), from).join(' ');
  const found =
    /(?:^| )((?:(?:the|in|over|for|during|last) )*(?:(\d+) )?(day|week|month|quarter|year)s? (before|prior to|preceding|after|following|ending(?: on| in| with)?|ended(?: on| in)?|up to|to|until|through)(?: the)?(?: end of)?)$/.exec(
      said,
    );
  const [, spoken = '', count, name, joint = ''] = found ?? [];
  const grain = toGrain(name);
  // "This year before June" ends in it.
  if (!found || grain === null || (count === undefined && ofYear.test(said))) return null;
  const isBefore = /^(before|prior|preceding)/.test(joint);
  const isAfter = /^(after|following)/.test(joint);
  // "This week to yesterday", "month to October": only what says how many, or that it ends there.
  // "The year to June", "the quarter to August".
  const isWhole = /\bthe (?:year|quarter) to$/.test(spoken) && !/\blast\b/.test(spoken);
  const isOfUnits = /^(?:day|month|quarter)$/.test(period.grain ?? '') && /\d{4}/.test(period.text);
  const isBeside = isBefore || isAfter;
  if (count === undefined && !isBeside && !/^end/.test(joint) && !(isWhole && isOfUnits)) return null;
  // "The month after March": the next one of those; "the month before 2014" is no unit of it.
  if (count === undefined && isBeside && period.grain !== 'day' && period.grain !== grain) return null;
  if (isAfter) {
    const start = addDays(period.end, 1);
    const last = addDays(addUnits(start, grain, Number(count ?? 1)), -1);
    return { period: toSpan(start, last, grain), from: from - spoken.split(' ').length };
  }
  const end = isBefore ? addDays(period.start, -1) : period.end;
  const start = addDays(end, 1);
  const begins = addUnits(start, grain, -Number(count ?? 1));
  return {
    period: toSpan(begins, end, grain === 'quarter' || grain === 'year' ? 'month' : grain),
    from: from - spoken.split(' ').length,
  };
}

const ofYear = /\b(?:this|last) year (?:before|until|till|through|up to)(?: the)?(?: end of)?$/;
