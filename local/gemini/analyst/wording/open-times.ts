import { month, shortMonths, unit } from '../time/time-patterns.ts';
import { aboveOne } from '../vocabulary/numbers.ts';
import { anyOf, form, type Written } from './replace-with.ts';

const always = anyOf(`
  since (?:the (?:very )?(?:beginning|start|dawn of time)(?! of)|inception|day one|we (?:started|began|opened|launched)|(?:our )?records began|the records began|the data (?:starts|began|begins)),
  from day one,
  (?:over|across|in|for|throughout) (?:the |our )?(?:entire|whole|full|complete|total|all the|all) (?:history|period|time|timeline|data|record|records|dataset|timespan),
  (?:in|throughout|over) our history, across all (?:years|periods|time), in all (?:the )?years, over all (?:the )?years,
  (?:for )?all (?:years|periods)(?: together| combined)?, on record, lifetime(?! values?\\b), life to date,
  in total history, in all that time, over the whole time`);

const foretold =
  '\\b((?:forecast|outlook|prediction|projection|sales we expect|(?:will|shall) we (?:probably |likely )?(?:sell|make|take|earn|ship|turn over|bring in)|we (?:are )?going to (?:sell|make|take|earn|ship|turn over|bring in))\\b(?:(?!\\bfrom (?!now|today)|\\bbetween (?!now|today))[^?.!])*?)';
const untilThen = `(?:(?:from (?:now|today)(?: on)? )?(?<!\\b(?:${month})(?: 20\\d\\d)? )(?:until|till|through|up (?:to|until))|between (?:now|today) and|from (?:now|today)(?: on)? to)`;

/** Ways to say all time and the time to come, as the forms of periods know them. */
export const openTimes: [RegExp, Written][] = [
  // "On record", "since we started"
  form(`\\b${always}\\b`, 'all time'),
  // "How did the stock develop over the year?": the course of the one that runs.
  [
    /^([^?.!]*\b(?:develop\w*|evolv\w+|chang(?:e|ed|ing)|mov(?:e|ed|ing)|trend\w*|course|look(?:ed|ing)? like|go(?:ne|ing)?|gr[eo]w\w*|r[io]se\w*|f[ae]ll\w*|track(?:ed|ing)?)\b[^?.!]*?) (?:over|during|through|throughout|across|in the course of) the (?:whole )?(year|quarter|month|week)(?=\s*[?.!]|\s*$)/gi,
    (_, said = '', unit = '') =>
      `${said} this ${unit} by ${/^(?:year|quarter)$/i.test(unit) ? 'month' : 'day'}`,
  ],
  // "This year up to today"
  [
    /\b(this (?:week|month|quarter|year)),? (?:up )?(?:to|until|till|through) (?:today|now|date|this day|yesterday)\b/gi,
    '$1 so far',
  ],
  // "YTD against last year same days"
  [
    /\b(?:last|previous|prior) year,? (?:the )?same (days|period|months?|weeks?|dates)\b/gi,
    'the same $1 last year',
  ],
  // "Oct 26 against Sep 26": the same number twice is the year.
  form(
    `\\b(${month})\\.? (2\\d) (vs\\.?|versus|v|against|compared (?:to|with)|and|than|to) (${month})\\.? \\2\\b(?!st|nd|rd|th)`,
    '$1 20$2 $3 $4 20$2',
  ),
  // "This autumn's sales to date", "2026 until today"
  [
    /\b(this (?:week|month|quarter|year|spring|summer|autumn|fall|winter))(?:['’]s)? ([^?.!,]{2,40}?) (?:so far|to date|until now|up to now)\b/gi,
    '$1 $2',
  ],
  form(
    `(?<!\\b(?:q[1-4]|h[12]|${shortMonths})[a-z]*(?: \\d{1,2}(?:st|nd|rd|th)?)?,? )\\b((?:19|20)\\d\\d) (?:until|till|up to|through|to) (?:today|now|date|this day|the present(?: day)?)\\b`,
    'since $1',
  ),
  [/(?<!\b(?:year|month|quarter|week|ytd|(?:19|20)\d\d) )\bto date\b(?=\s*[?.!,]|\s*$)/gi, 'all time'],
  // Time to come.
  form(
    `\\b(?:the )?(\\d+|${aboveOne}|few) ${unit}s? (?:ahead|from now|to come|hence|out)\\b`,
    'the next $1 $2s',
  ),
  form(`\\b(?:the )?${unit} (?:ahead|to come)\\b`, 'next $1'),
  // "What will our stock be at the end of the year?" is of a day to come.
  [
    /^([^?.!]*\b(?:will|going to)\b[^?.!]*?) (?:at|on) (?:the )?(?:end|close) of (?:the |this )?(year|quarter|month|week)\b/gi,
    '$1 by the end of this $2',
  ],
  // "Forecast until the end of March 2027", "what will we sell between now and March?" begin now.
  form(
    `\\b((?:forecast|outlook|prediction|projection|will we sell)\\b[^?.!]*? (?:${month})(?: 20\\d\\d)?) (?:until|till|through|up to) (?:the )?(?:end of )?(?=(?:${month})\\b)`,
    '$1 to ',
  ),
  form(
    `${foretold} ${untilThen} (?:the )?end of (?:the |this )?(quarter|year)\\b`,
    '$1 for the rest of this $2',
  ),
  form(
    `${foretold} ${untilThen} (?:the )?(?:end of )?(?=(?:${month}|q[1-4]|20\\d\\d)\\b)`,
    '$1 from this month to ',
  ),
  form(
    `${foretold} ${untilThen} (?:the )?(?:end of )?next (month|quarter)\\b`,
    '$1 from this month to next $2',
  ),
];
