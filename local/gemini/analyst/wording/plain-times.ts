import { dayName, month, unit } from '../time/time-patterns.ts';
import { aboveOne } from '../vocabulary/numbers.ts';
import { form, type Written } from './replace-with.ts';

const sets = '(?:against|vs\\.?|versus|than|from|to|over|on|and|with|or)';
const ends = '(?=\\s*(?:[?.!,]|$))';
const isMonth = new RegExp(`^(?:${month})$`, 'i');

/** Ways to say when, as the forms of periods know them. */
export const plainTimes: [RegExp, Written][] = [
  // "Black Friday (27 Nov)" is that day.
  form(
    `\\b(?:(?:the |our )?(?:black friday|cyber monday|thanksgiving|christmas|xmas|easter|halloween|new year['’]?s?|independence|memorial|labou?r|mother['’]?s|father['’]?s|valentine['’]?s?|boxing|bank holiday|prime|singles['’]?|carnival|diwali)(?: (?:day|eve|week|weekend|sunday|monday|friday|sale))?|(?:the )?holiday) \\((?:on )?((?:\\d{1,2}(?:st|nd|rd|th)?(?: ?[-–] ?\\d{1,2}(?:st|nd|rd|th)?)? (?:of )?(?:${month})\\.?|(?:${month})\\.? \\d{1,2}(?:st|nd|rd|th)?(?: ?[-–] ?\\d{1,2})?)(?:,? (?:19|20)\\d\\d)?)\\)`,
    '$1',
  ),
  // "The third quarter of this year and of last year"
  [
    /\b(?:the )?(?:(first|second|third|fourth) quarter|q([1-4])) of this year(?: compared)? (?:and|vs\.?|versus|against|to|with) (?:(?:the same |that )?(?:quarter )?of )?last year\b/gi,
    (_, word = '', digit = '') => {
      const quarter = digit || String(['first', 'second', 'third', 'fourth'].indexOf(word.toLowerCase()) + 1);
      return `Q${quarter} of this year vs Q${quarter} of last year`;
    },
  ],
  // "This autumn against last autumn" is the running one, while there is one.
  [
    /\bthis (spring|summer|autumn|fall|winter) (vs\.?|versus|against|than|compared (?:to|with)|over) (?:the |in )?(?:last|the previous) \1\b/gi,
    'this $1 $2 the same period last year',
  ],
  // "Last winter vs the one before", "last December against the previous one"
  form(
    `\\b(last|this) (spring|summer|autumn|fall|winter|christmas|${month}) (vs\\.?|versus|against|than|compared (?:to|with)|over|and|or) (?:the (?:one|same) before(?: (?:that|it))?|the (?:previous|prior) one)\\b`,
    (_, which = '', name = '', sets = '') =>
      `${which} ${name} ${sets} ${isMonth.test(name) ? `${name} the year before` : `the ${name} before`}`,
  ),
  // "Revenue this year and last", "this month or last"
  [
    /\bthis (week|month|quarter|year),? (and|or) (?:the )?last(?=\s*[?.!,:;]|\s*$| (?:by|per|for|of|in)\b)/gi,
    'this $1 $2 last $1',
  ],
  // "Summer vs last summer"
  [
    /\b(?:this |the )?(spring|summer|autumn|fall|winter) (vs\.?|versus|against|than|compared (?:to|with)|over|or) (?:the |in )?(?:last|the previous) \1\b/gi,
    'last $1 $2 the $1 before',
  ],
  // "The same half a year earlier"
  [
    /\bthe same (?:half(?:[- ]year)?|stretch|span|window) (?:a|one|the) year (?:earlier|before|ago)\b/gi,
    'the same period a year earlier',
  ],
  // "LY", "PY", "LTM", "L3M", "90d"
  [/\b(?:SPLY|STLY|SPPY)\b/g, 'the same period last year'],
  [/\b[LP]Y\b/g, 'last year'],
  [/\bly\b/g, 'last year'],
  [/\b[TC]Y\b/g, 'this year'],
  [/\bLM\b/g, 'last month'],
  [/\bLW\b/g, 'last week'],
  [/\bLQ\b/g, 'last quarter'],
  [/\b(?:[LT]TM|R12M?|MAT)\b/gi, 'last 12 months'],
  [/\b[LP](\d{1,2})M\b/g, 'last $1 months'],
  [/\b[LP](\d{1,2})W\b/g, 'last $1 weeks'],
  [/\b[LP](\d{1,3})D\b/g, 'last $1 days'],
  [/\b(last|past|previous|next|trailing|rolling) (\d+) ?d\b/gi, '$1 $2 days'],
  [/\b(last|past|previous|next|trailing|rolling) (\d+) ?(?:w|wks?)\b/gi, '$1 $2 weeks'],
  [
    /\b(last|past|previous|next|trailing|rolling) (\d+|\w+) ?(?:m|mo|mos|mths?|mnths?)\b(?!\w)/gi,
    '$1 $2 months',
  ],
  [/\b(last|past|previous|next|trailing|rolling) (\d+|\w+) ?(?:q|qtrs?)\b/gi, '$1 $2 quarters'],
  [/\b([ymqw])\/\1\b/gi, '$1o$1'],
  [/\b(?:wo?w|week[- ]to[- ]week)\b(?!-)/g, 'wow'],
  [/\bmonth[- ]to[- ]month\b/gi, 'month over month'],
  // "Since the summer" is from its end on.
  [
    /\bsince (?:the |last )?(spring|summer|autumn|fall|winter)\b(?! (?:began|begins|started|starts))/gi,
    'since the end of last $1',
  ],
  // "Since Monday"
  form(`\\bsince (?=${dayName}\\b)`, 'since last '),
  // "Since the first of July"
  form(`\\b(?:the )?(?:first|1st) of (${month})\\b`, '1 $1'),
  // "The same three months a year ago"
  form(
    `\\b(?:the|those|these) same (?:(?:\\d+|${aboveOne}|few) )?(?:days|weeks|months|quarters) (?=(?:a|one) year (?:ago|earlier|before)\\b|(?:of |in )?(?:the )?(?:last|previous|prior) year\\b|(?:of |in )?the year before\\b)`,
    'the same period ',
  ),
  // "Since early 2024"
  [/\bsince early (?=(?:19|20)\d\d\b|last year\b|this year\b)/gi, 'since the start of '],
  // "February a year ago"
  form(`\\b(${month}) (?:a|one) year (?:ago|earlier|before)\\b`, '$1 of last year'),
  // "How many clinics did we sell to last month?" sets nothing against it.
  form(
    `\\b((?:sell|sold|ship|shipped|deliver|delivered|supply|supplied|invoiced?)(?: (?:the )?(?:most|least|more|less))?) to (?=(?:in |over |during )?(?:last|this|the last|the past|q[1-4]|(?:19|20)\\d\\d|${month}|yesterday|today)\\b)`,
    '$1 ',
  ),
  // Days.
  [/\b(?:the )?day before yesterday\b/gi, '2 days ago'],
  [/\b(?:so far|until now|up to now|to this point|already) today\b|\btoday so far\b/gi, 'today'],
  [
    /\b(?:at |by )?(?:around )?this (?:same )?(?:time|point|stage|date|day|period|season) (?:in |of )?(last|the (?:last|previous|prior)) (year|month|quarter|week)\b/gi,
    'same point last $2',
  ],
  // "As per the end of May", "when May closed"
  [/\b(?:as per|as at|as of|per) (?=(?:the )?(?:end|close) of\b)/gi, 'at the '],
  form(
    `\\b(?:when|as|once) (${month}(?: 20\\d\\d)?) (?:closed|ended|finished|was over)\\b`,
    'at the end of $1',
  ),
  // "Than in that month a year ago"
  [
    /\b(?:in |during |over )?that (?:same )?(month|quarter|week|period) (?:(?:a|one) year (?:ago|earlier|before)|the year before|last year|of last year)\b/gi,
    'in the same $1 last year',
  ],
  // "At each month end"
  [/\bat (?:each|every) (month|quarter|week|year)[- ]end\b/gi, 'at the end of each $1'],
  // "Last month's close", "month-end"
  [
    /\b(last|previous|prior) (week|month|quarter|year)(?:['’]s)?[- ](?:close|closing|end)\b(?! of)/gi,
    'end of last $2',
  ],
  [/\bat (?:the )?(month|quarter|year)[- ](?:end|close)\b/gi, 'at the end of last $1'],
  // "At the end of the quarter, how did stock divide up?" speaks of what was.
  form(
    `^(?=[^?.!]*\\b(?:did|was|were|had)\\b)(?![^?.!]*\\b(?:last|this|that|than|(?:19|20)\\d\\d|q[1-4]|${month})\\b)([^?.!]*?)\\bat (?:the )?end of (?:the|our) (month|quarter|year)(?=,|\\s*[?.!]|\\s*$)`,
    '$1at the end of last $2',
  ),
  // "At the end of last month versus the end of last year": that of December, and not of the same month.
  form(
    `(?<=\\bend of (?:${month}|last|this)\\b[^?.!]*?\\b(?:versus|vs\\.?|against|than|compared (?:to|with)|and|to) (?:at |it was at |by )?(?:the )?)end of last year\\b`,
    'end of December last year',
  ),
  // "The month just gone", "the most recent full month", "the last closed quarter"
  form(
    `\\b(?:the |this )?${unit} (?:(?:that (?:has |was |is )?)?(?:just|recently|lately) (?:gone(?: by)?|past|passed|ended|finished|closed|completed|over|behind us)|(?:we(?:['’]ve| have)? )?just (?:finished|closed|completed|ended|had)|gone by|(?:that )?(?:has |is )?just been|(?:that )?(?:lies|is) (?:just )?behind us|most recently (?:closed|completed|ended|finished))\\b`,
    'last $1',
  ),
  form(
    `\\b(last|past|previous|prior|latest|most recent) (?:fully )?(?:closed|completed|complete|full|whole|entire|finished|calendar|ended)(?: calendar)? (?=(?:\\d+ |\\w+ )?${unit}s?\\b)`,
    '$1 ',
  ),
  form(
    `\\b(last|past|previous|prior) (\\d+|${aboveOne}) (?:fully )?(?:closed|completed|complete|full|whole|entire|finished|calendar|consecutive|straight|running|ended)(?: calendar)? (?=${unit}s?\\b)`,
    '$1 $2 ',
  ),
  form(
    `\\b(?:the )?(?:rolling|running|preceding|trailing|most recent|latest|immediate past|immediately preceding) (?=(?:\\d+|${aboveOne}|few)[- ]${unit}s?\\b)`,
    'the last ',
  ),
  [/\b(?:trailing|rolling) (?:year|twelve|12)\b(?! ?months?)/gi, 'last 12 months'],
  form(`\\b(\\d+|${aboveOne})[- ](month|week|day)s? (?:rolling|trailing)\\b`, 'last $1 $2s'),
  [
    /\b(?:over|in|during|for|these) (?:the )?(?:last|past|recent|previous) (days|weeks|months|quarters|years)(?=\s*[?.!,]|\s*$| by\b)/gi,
    'in the last few $1',
  ],
  [/\bin recent (weeks|months|years)\b/gi, 'in the last few $1'],
  [/\bof late(?=\s*[?.!,]|\s*$)|\b(?:in recent times|in the recent past|recently|here lately)\b/gi, 'lately'],
  // Fortnights, decades, half-years.
  [/\b(?:the )?(?:last|past|previous) fortnight\b/gi, 'the last 14 days'],
  [/\b(?:a|one) fortnight ago\b/gi, '2 weeks ago'],
  [/\b(?:the )?(?:next|coming) fortnight\b/gi, 'the next 2 weeks'],
  [/\b(?:the )?(?:last|past) decade\b/gi, 'the last 10 years'],
  [/\b(first|second|1st|2nd) half[- ]year\b/gi, '$1 half'],
  [/\b(?:1st|first) half\b/gi, 'first half'],
  [/\b(?:2nd|second|latter) half\b/gi, 'second half'],
  // "The second half against the first", "Q4 2025 compared to the third"
  form(
    `\\b((?:first|second) half\\b[^.?!]{0,40}?\\b${sets}) (?:the )?(first|second|1st|2nd|other)(?: one)?${ends}`,
    (_, lead: string, which: string) =>
      `${lead} the ${/^[1f]/i.test(which) || (which === 'other' && /^s/i.test(lead)) ? 'first' : 'second'} half`,
  ),
  form(
    `\\b((?:(?:first|second|third|fourth) quarter|q[1-4])\\b[^.?!]{0,40}?\\b${sets}) (?:the )?(first|second|third|fourth)(?: one)?${ends}`,
    '$1 the $2 quarter',
  ),
  [/\b(last|final|closing) quarter of (20\d\d|last year|this year|the year)\b/gi, 'fourth quarter of $2'],
  [/\b(first|opening) quarter of (20\d\d|last year|this year|the year)\b/gi, 'first quarter of $2'],
  // "A year earlier", "this time last year"
  [
    /(?<!\b(?:this|last|next|each|every) )\b(?:the |a |one )?(?:year|twelve months|12 months)[- ](?:earlier|before|prior|previously|back)(?: (?:period|figure|level|number|quarter|month))?\b(?! \w+ (?:jan|feb))/gi,
    'a year earlier',
  ],
  form(`\\b(\\d+|${aboveOne}) (day|week|month|quarter|year)s? (?:back|since)\\b(?! \\w)`, '$1 $2s ago'),
  [/\b(?:the )?(week|month|quarter|year) before last\b/gi, '2 $1s ago'],
  [/\blast (week|month|quarter|year) but one\b/gi, '2 $1s ago'],
  // "The year so far", "since the year began"
  form(
    `(?<!\\b(?:each|every|per|by|and|a|which|best|worst|fiscal|financial|last|previous|prior) )\\b(?:the |this |current )*${unit} (?:thus|so) far\\b`,
    'this $1 so far',
  ),
  form(`\\b(?:thus far|up to now|until now|to this point|up till now) (?=this ${unit})`, 'so far '),
  form(
    `\\b(?:from|since) (?:the )?(?:very )?(?:start|beginning|outset|opening|turn|top|first day) of (?:the|this|the current) ${unit}\\b`,
    'this $1 so far',
  ),
  form(
    `\\b(?:from|since) (?:the )?(?:very )?(?:start|beginning) of ((?:q[1-4] |${month} )?20\\d\\d|${month}|q[1-4])(?:,? (?:until|till|up to|up until|through|to) (?:now|today|date|the present))?(?!\\w)`,
    'since $1',
  ),
  form(`\\bsince (?:the|this) ${unit} (?:began|started|opened|kicked off|turned)\\b`, 'this $1 so far'),
  [/\bsince (?:the )?new year(?:['’]s)?(?: day)?\b/gi, 'this year so far'],
  form(`\\bsince (?:the )?((?:q[1-4]|${month}|20\\d\\d)) (?:began|started|opened|kicked off)\\b`, 'since $1'),
  [
    /\bsince (?:the |this )?(spring|summer|autumn|fall|winter) (?:began|started|kicked off|set in)\b/gi,
    'since the start of $1',
  ],
  form(
    `\\b(?:starting|beginning|effective)(?: (?:in|from|with|on|as of))? (?=(?:the )?(?:${month}|q[1-4]|20\\d\\d|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${month}))`,
    'since ',
  ),
  form(
    `\\b(?:from )?((?:\\d{1,2}(?:st|nd|rd|th)? )?(?:${month}|q[1-4])(?: \\d{1,2})?(?: 20\\d\\d)?|20\\d\\d) (?:onwards?|forwards?|and (?:later|after|onwards?))\\b`,
    'since $1',
  ),
  [/\ball (?:of )?(?:this )?(week|month|quarter|year)(?: long)?\b(?! (?:over|on))/gi, 'this $1'],
  [/\b(?:in|over|during) the (?:course|span|space) of (?=(?:the |last |this |20\d\d|q[1-4]))/gi, 'in '],
];
