import { addDays, addMonths, type Day, toDay } from './calendar.ts';
import type { PeriodForm } from './dated-periods.ts';
import { type Period, toSpan } from './period.ts';
import { type Atom, fixed } from './period-units.ts';

export const season = '(spring|summer|autumn|fall|winter)';

/** First months of the seasons of the northern hemisphere, three months each (meteorological seasons). */
const firstMonths: Record<string, number> = { spring: 3, summer: 6, autumn: 9, winter: 12 };
const months: Record<string, string> = {
  spring: 'March to May',
  summer: 'June to August',
  autumn: 'September to November',
  winter: 'December to February',
};

/** "Last summer", "this autumn so far", "in the winter of 2025"; the answer states the months meant. */
export const seasonForms: PeriodForm[] = [
  {
    pattern: `(?:in |during |over )?(?:the )?(?:next|coming|upcoming|following) ${season} `,
    read: ([name = ''], { today }) => {
      const thisYear = Number(today.slice(0, 4));
      const own = ofYear(name, thisYear);
      return fixed(own.start > today ? own : ofYear(name, thisYear + 1), true);
    },
  },
  {
    pattern: `(?:so far )?(?:in )?(this|current|last|past|previous) ${season} (?:so far |to date )?`,
    read: ([which, name], { today }) => toSeason(name, today, which === 'this' || which === 'current'),
  },
  {
    pattern: `(?:in |during |over )?(?:the )?${season} (?:of |in )?((?:19|20)\\d\\d|last year|this year) `,
    read: ([name, year], { today }) => {
      const thisYear = Number(today.slice(0, 4));
      const named = /^\d+$/.test(year ?? '') ? Number(year) : year === 'last year' ? thisYear - 1 : thisYear;
      return fixed(ofYear(name ?? '', named), true);
    },
  },
  {
    pattern: `(?:the )?(?:start|beginning) of (?:the |this |last )?${season} `,
    read: ([name], { today }) => {
      const found = toSeason(name, today, true);
      return found?.kind === 'period'
        ? fixed(toSpan(found.period.start, found.period.start, 'day'), true)
        : null;
    },
  },
  {
    // "Between spring and summer": a bare season, where two are set side by side.
    pattern: `(?:the )?${season} `,
    read: ([name = ''], { today, before, after, typed }) => {
      const isSet =
        /^(between|and|from|to|vs|versus|than|with|against)$/.test(before) ||
        /^(compares?|compared|vs|versus|against|than|better|worse|stronger|weaker|busier)\b/.test(after) ||
        (before === 'compare' && /^(with|to|and)\b/.test(after));
      if (!isSet || /^\p{Lu}/u.test(typed)) return null;
      const found = toSeason(name, today, true);
      if (found?.kind !== 'period') return found;
      return { ...found, hasYear: false, inYear: (year: number) => ofYear(name, year) };
    },
  },
  {
    pattern: `(?:in |during |over )(?:the )?${season} `,
    read: ([name], { today, typed }) => (/^\p{Lu}/u.test(typed) ? null : toSeason(name, today, true)),
  },
];

/** The running or latest season of that name, or the latest one that is over. */
function toSeason(name: string | undefined, today: Day, mayRun: boolean): Atom | null {
  const thisYear = Number(today.slice(0, 4));
  const own = ofYear(name ?? '', thisYear);
  if (mayRun && own.start > today && ofYear(name ?? '', thisYear - 1).end < addMonths(today, -6))
    return fixed(own, true);
  const found = [thisYear, thisYear - 1, thisYear - 2]
    .map((year) => ofYear(name ?? '', year))
    .find(({ start, end }) => (mayRun ? start <= today : end < today));
  if (!found) return null;
  if (found.end <= today) return fixed(found, true);
  return fixed(
    { ...toSpan(found.start, today, null), spoken: `${found.spoken.replace(/\)$/, ', so far)')}` },
    true,
  );
}

/** A winter has the year that it begins in. */
function ofYear(spoken: string, year: number): Period {
  const name = spoken === 'fall' ? 'autumn' : spoken;
  const start = toDay(year, firstMonths[name] ?? 1, 1);
  const span = toSpan(start, addDays(addMonths(start, 3), -1), 'month');
  return { ...span, spoken: `${name} ${year} (${months[name]})` };
}

/** "Did sales fall in 2025?", "which brands fall this year?" name no season. */
export function isVerb(words: string[], at: number): boolean {
  if (
    words[at] !== 'fall' ||
    /^(in|the|last|this|next|of|during|over|since|for|and|by|to)$/.test(words[at - 1] ?? '')
  )
    return false;
  const lead = words.findLastIndex((word, index) => index < at && /^(did|do|does|will|which)$/.test(word));
  const subject = at - lead - 1;
  return lead >= 0 && subject > 0 && subject < (words[lead] === 'which' ? 2 : 9);
}
