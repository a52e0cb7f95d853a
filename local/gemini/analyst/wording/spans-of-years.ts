import { months } from '../time/time-patterns.ts';
import { aboveOne, toNumber } from '../vocabulary/numbers.ts';
import { form, rewrite, type Written } from './replace-with.ts';

const season = /\b(?:calendar months?|months? of (?:the|a) year)\b/i;
const year = '(?:19|20)\\d\\d';
const list = `(${year}(?:(?:,? (?:and|&)|,|,? (?:to|through)| ?[-–]) ?${year})+)`;
const some = `(${aboveOne}|\\d{1,2})`;
const joined = '(?: (?:(?:all )?(?:taken|put|added|counted) )?(?:together|combined|in total))?';
const sets =
  /\b(?:compar\w*|versus|vs|against|than|year over year|yoy|each year|every year|both years|by year)\b/i;
const ranks =
  /\b(?:which|what|best|worst|top|most|least|fewest|highest|lowest|strongest|weakest|biggest|smallest|peak|busiest|slowest|quietest|rank\w*)\b/i;
const moves =
  /\b(?:grew|grow|grown|rose|risen|gained|fell|fallen|dropped|declined|shrank|lost|improved|moved|changed)\b/i;
const best =
  /\b(?:best|worst|most|least|fewest|highest|lowest|strongest|weakest|biggest|smallest|busiest|slowest|quietest)\b/i;
const ofMonths = /\b(?:which|what) (?:week|month|quarter)\b/i;
const inSeveral = new RegExp(
  `\\b${list}|\\b(?:last|past|previous) ${some} years\\b|\\b(?:all|several)(?: the| our)? years\\b|\\bthe years\\b`,
  'i',
);

const asOne: [RegExp, Written][] = [
  // "Taking 2024 and 2025 together, which calendar month …?"
  form(
    `^(?:(?:taking|putting|adding|counting|combining|looking at|over|across|in|for|during) )?(?:both )?${list}${joined}[,:] ([^?.!]+)`,
    (spoken, years = '', rest = '') => (toSpan(years) === null ? spoken : `${rest} ${toSpan(years)}`),
  ),
  form(
    `,? (?:(?:over|across|in|for|during|of|from|between|taking) )?(?:both )?${list}${joined}`,
    (spoken, years = '') => (toSpan(years) === null ? spoken : ` ${toSpan(years)}`),
  ),
  form(
    `,? (?:(?:over|across|in|for|of|taking) )?(?:all(?: the| our)? years|the years)${joined}(?=\\s*[?.!,]|\\s*$)`,
    ' over all time',
  ),
];

const grains: Record<string, { of: string; inYear: number }> = {
  week: { of: 'weeks', inYear: 52 },
  month: { of: 'months', inYear: 12 },
  quarter: { of: 'quarters', inYear: 4 },
};
const byGrain =
  /\b(?:by|per|each|every) (week|month|quarter)\b|\b(week|month|quarter)ly\b|\b(month|week|quarter)[- ](?:by|over|to)[- ](?:month|week|quarter)\b/i;
/** "Sales by quarter for 2013 and 2014" is one course, unless a part of each year is named. */
const inARow: [RegExp, Written][] = [
  form(
    `,? (?:(?:over|across|in|for|during|of) )?(?:the years )?${list}(?! ?(?:separately|side by side|overlaid|apart|each)\\b)`,
    (spoken, years = '') => (toSpan(years) === null ? spoken : ` ${toSpan(years)}`),
  ),
];
const partOfYear = new RegExp(
  `\\b(?:${months}|q[1-4]|h[12]|(?:first|second|third|fourth|last|1st|2nd|3rd|4th) (?:half|quarter|week|month|days?)|spring|summer|autumn|fall|winter|christmas|easter|seasons?|side by side|overlaid|each)\\b`,
  'i',
);
const lastYears = new RegExp(`(?<!\\beach of the )\\b(last|past|previous) ${some} years\\b`, 'i');

/**
 * Several years as one time: the months of the year are ranked over all of them ("which calendar month brings in most, 2024 and
 * 2025?"), and so many years told by month are so many months up to now.
 */
export function spansOfYears(text: string): string {
  if (sets.test(text))
    return moves.test(text) ? text.replace(/\bcalendar (months?)\b/gi, '$1 of the year') : text;
  // "Which month of 2024 and 2025 was best?"
  if (ofMonths.test(text) && best.test(text) && !season.test(text)) return rewrite(text, asOne.slice(0, 2));
  const isSeason = season.test(text) && ranks.test(text) && inSeveral.test(text);
  // "The best time of the year" is no month of this year.
  if (isSeason)
    return rewrite(text, asOne).replace(new RegExp(season, 'gi'), (spoken) =>
      /s\b/i.test(spoken.split(' of ')[0] ?? '') ? 'times of the year' : 'time of the year',
    );
  const [, ...units] = byGrain.exec(text) ?? [];
  const grain = grains[units.find(Boolean)?.toLowerCase() ?? ''];
  if (grain === undefined) return text;
  const spanned = partOfYear.test(text) ? text : rewrite(text, inARow);
  return spanned.replace(lastYears, (spoken, last: string, count: string) => {
    const years = toNumber(count.toLowerCase()) ?? 1;
    return years > 1 ? `${last} ${years * grain.inYear} ${grain.of}` : spoken;
  });
}

/** Null for years with others between them that are not meant. */
function toSpan(years: string): string | null {
  const named = (years.match(/\d{4}/g) ?? []).map(Number);
  const [first = 0] = named;
  const isRow =
    named.every((one, at) => one === first + at) || /\d ?(?:,? (?:to|through) |[-–] ?)\d/.test(years);
  return isRow ? `from ${first} to ${named.at(-1)}` : null;
}
