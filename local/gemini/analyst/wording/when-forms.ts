import { month } from '../time/time-patterns.ts';
import { form, type Written } from './replace-with.ts';

const superlative =
  '(?:best|worst|most|least|fewest|highest|lowest|strongest|weakest|busiest|slowest|quietest|biggest|largest|smallest)';
const units = '(?:day|weekday|week|month|quarter|year|season|time)s?';
const wholeWeek = '\\bmon(?:day)?s? ?(?:to|-|–|through|thru|till|until) ?sun(?:day)?s?\\b';
const withinMonth = new RegExp(
  `\\b(?:(?:this|last|past|previous) (?:week|month)|(?:in|of|during) ${month}|month to date)\\b`,
  'i',
);
const toUnit = (said: string): string => (withinMonth.test(said) ? 'on which day' : 'in which month');

/** "When do we sell most?" ranks times, which are months, or the days of one that is named: "when was revenue highest last week?" */
export const whenForms: [RegExp, Written][] = [
  // "The past week (Mon to Sun)" is the one that ended on a Sunday.
  form(`\\b(?:the )?(?:last|past|previous) week,? ?(?:\\(|from )?${wholeWeek}\\)?`, 'last week'),
  form(`\\b${wholeWeek}(?: of)?,? (?:last|past|previous) week\\b`, 'last week'),
  form(
    `^when (do|does|did) ([^?.!]{2,60}?) peak(?=\\W|$)`,
    (said, verb = '', what = '') => `${toUnit(said)} ${verb === 'did' ? 'were' : 'are'} ${what} highest`,
  ),
  form(
    `^when ((?:do|does|did|is|are|was|were) (?![^?.!]*\\b(?:due|arrive|arriving|delivered|expected|most recent(?:ly)?|at (?:most|least))\\b)(?![^?.!]*\\b${superlative} (?!(?:this|last|past|in|during|of|for|over|on|each|every)\\b)(?:\\w+ )?${units}\\b)[^?.!]*\\b${superlative}\\b[^?.!]*)`,
    (said, rest = '') => `${toUnit(said)} ${rest}`,
  ),
];
