import { month, shortMonths } from '../time/time-patterns.ts';
import { aboveOne } from '../vocabulary/numbers.ts';
import { form, type Written } from './replace-with.ts';

/** Weeks, quarters and dates as people write them in figures, as the forms of periods know them. */
export const shortTimes: [RegExp, Written][] = [
  // "In the last month of data": whole ones are counted from its end.
  form(
    '\\b(?:in|for|during|over|from) the (?:last|latest|final|most recent) (day|week|month|quarter|year) (?:of|in|on) (?:the |our |your )?(?:data|records?|figures)\\b',
    'last $1',
  ),
  // "How did we do on Saturday and Sunday?": the ones just gone; "on Saturday and Sunday in May" are days of the week.
  form(
    '\\b(?:on )?(?:last |the )?saturday (?:and|&|\\+|plus) (?:on )?sunday\\b(?=\\s*[?.!]|\\s*$)',
    'last weekend',
  ),
  form(
    '\\bsaturday (?:and|&|\\+|plus) (?:on )?sunday\\b(?= (?:in|last|this|of|during|since)\\b)',
    'Saturdays and Sundays',
  ),
  // "Week commencing 12 October"
  form(
    `\\b(?:w/c|w\\.c\\.|wc|week (?:commencing|beginning|starting|from|that (?:began|started)))(?: (?:on|in))?(?: (?:the|monday|mon))?,? (?=\\d|${shortMonths})`,
    'week of ',
  ),
  form(
    `\\b(?:w/e|week (?:ending|ended|to|that ended))(?: on)?(?: (?:the|sunday|sun))?,? (?=\\d|${shortMonths})`,
    'week ending ',
  ),
  // "Weeks 38 to 41"
  [
    /\bweeks? (\d{1,2}) ?(?:to|through|until|till|-|–) ?(?:week )?(\d{1,2})(?: (?:of )?(20\d\d))?(?![\d.])/gi,
    'week $1 $3 to week $2 $3',
  ],
  // "Nov 2025 - Jan 2026", "Jan–Mar"
  form(`\\b(${month}(?: 20\\d\\d)?|q[1-4](?: 20\\d\\d)?) ?[-–—] ?(?=(?:${month}|q[1-4])\\b)`, '$1 to '),
  // "First half of October vs second half"
  form(
    `\\b((?:first|second) half of (${month}(?: 20\\d\\d)?)\\b,? (?:vs\\.?|versus|against|and|with|than|compared (?:to|with)) (?:the )?(?:first|second) half)(?! of)`,
    '$1 of $2',
  ),
  // "Winter 2025/26" has the year that it begins in.
  [
    /\bwinter (?:of )?(20(\d\d)) ?[/–-] ?(?:20)?(\d\d)\b/gi,
    (said, year = '', short = '', next = '') =>
      Number(next) === Number(short) + 1 ? `winter ${year}` : said,
  ],
  // "Last 90 days vs previous 90 days"
  form(
    `\\b((?:last|past) (\\d+|${aboveOne}) (days|weeks|months|quarters|years),? (?:vs\\.?|versus|against|and|with|compared (?:to|with)) (?:the )?)(?:previous|prior|preceding) \\2 \\3\\b`,
    '$1the $2 $3 before',
  ),
  // "2025 vs 2024 same period", "Jan to April 2014 compared to the same period in 2013"
  [
    /\b(20\d\d (?:vs\.?|versus|against|compared (?:to|with)) 20\d\d),? (?:the |over the |for the |in the )?same (?:period|days|dates|time)\b/gi,
    '$1',
  ],
  [
    /\b((?:19|20)\d\d)\b([^?.!]{1,60}?)\b(?:the |those )?same (?:period|days|dates|time|stretch|months|weeks|quarter|month) (?:of|in|from) ((?:19|20)\d\d)\b/gi,
    (said, year = '', words = '', other = '') =>
      Number(other) === Number(year) - 1 ? `${year}${words}the same period a year earlier` : said,
  ],
  // "Q3/26", "3Q26", "2026-Q3", "1H 2026"
  [/\b([qh])([1-4])\s?['’/.-]\s?(?:20)?(\d\d)\b(?![./-]\d)/gi, '$1$2 20$3'],
  [/\b([qh])([1-4])(?:fy)?(?:20)?(2\d)\b/gi, '$1$2 20$3'],
  [/\b([1-4])([qh])\s?['’/-]?\s?(?:fy)?(?:20)?(\d\d)\b/gi, '$2$1 20$3'],
  [/\b([1-4])([qh])\b(?! ?\d)/gi, '$2$1'],
  [/\b(20\d\d)\s?[-/.]?\s?([qh])([1-4])\b/gi, '$2$3 $1'],
  [/\b(20\d\d)[- ]?w(?:k|eek)?\s?(\d{1,2})\b/gi, 'week $2 of $1'],
  [/\b(?:w|wk|cw|kw)\.? ?#?(\d{1,2})(?:[/ ,]\s?(20\d\d))?(?![\p{L}\d-])/giu, 'week $1 $2'],
  [/\bweek (?:no\.? ?|number |# ?)(\d{1,2})\b/gi, 'week $1'],
  [/\bweek (\d{1,2}),? ?[/-] ?(20\d\d)\b/gi, 'week $1 $2'],
  // "2026/10/15", "25/10/2026", "10/25/2026", "10/2026", "Oct '26"
  [/\b(20\d\d)[/.](\d{1,2})[/.](\d{1,2})\b/g, '$1-$2-$3'],
  [/\b(1[3-9]|2\d|3[01])[/-](\d{1,2})[/-](20\d\d)\b/g, '$1.$2.$3'],
  [/\b(\d{1,2})[/-](1[3-9]|2\d|3[01])[/-](20\d\d)\b/g, '$2.$1.$3'],
  [/(?<![\d/.-])(0?[1-9]|1[0-2])[/.](20\d\d)\b/g, '$2-$1'],
  [/\b(20\d\d)[/.](0?[1-9]|1[0-2])(?![\d/.-])/g, '$1-$2'],
  [/\b(20\d\d)-(\d)(?=-\d)/g, '$1-0$2'],
  [/\b(20\d\d-\d\d)-(\d)(?!\d)/g, '$1-0$2'],
  [/\b(20\d\d)-(\d)(?![\d-])/g, '$1-0$2'],
  form(`\\b(${month})\\.? ?['’-] ?(2\\d)\\b`, '$1 20$2'),
  [
    new RegExp(`\\b(\\d{1,2}(?:st|nd|rd|th)?[ -]${month})[ -](2\\d)(?![\\d.,%-]|\\s*\\p{L})`, 'giu'),
    '$1 20$2',
  ],
  form(`\\b(${month})-(20\\d\\d)\\b`, '$1 $2'),
  form(`\\b(${month}) (?:month )?(?=(?:to|till|until|through) date\\b)`, '$1 '),
  form(`(?<!\\b(?:which|what) )\\b(?:the )?month of (?=${month}\\b)`, ''),
  [/\b(?:the )?(?:calendar )?year of (?=20\d\d)/gi, ''],
  [/\b(?:up to|through|until|till) and including (?=\w)/gi, 'through '],
];
