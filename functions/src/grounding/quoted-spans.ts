import type { Numeral } from './find-numerals.ts';

/** A stretch of text whose numbers are names and dates, not figures. */
export type Span = { start: number; end: number };

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const day = '\\d{1,2}(?:st|nd|rd|th)?';
const dayRange = `${day}(?:\\s?[–-]\\s?${day})?`;
const periodWords =
  '(?:last|past|previous|prior|preceding|next|first|coming|following|trailing|latest|recent)';
const timeWords =
  '(?:calendar\\s|full\\s|complete\\s|whole\\s)?(?:hours?|days?|weeks?|months?|quarters?|years?)';

const dates = [
  /(?<!\d)\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?)?(?![\d-])/g,
  /(?<!\d)\d{1,2}\/\d{1,2}\/\d{2,4}(?!\d)/g,
  /(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?!\d)/gi,
  new RegExp(`\\b${month}\\s${dayRange}(?:,?\\s\\d{4})?(?![\\d.,]*\\d)`, 'gi'),
  new RegExp(`\\b${dayRange}\\s(?:of\\s)?${month}(?:,?\\s\\d{4})?(?!\\d)`, 'gi'),
  new RegExp(`\\b${month},?\\s\\d{4}(?!\\d)`, 'gi'),
];

/** Periods, ranks, list numbers and codes. */
const patterns = [
  /\b\d+(?:st|nd|rd|th)\b/gi,
  /^[ \t]*(?:[-*+]\s+)?\d{1,3}[.)](?=\s)/gm,
  new RegExp(`\\b${periodWords}\\s\\d{1,3}(?:\\s|-)${timeWords}\\b`, 'gi'),
  // "The following 250 products" are counted.
  /\b(?:(?:top|bottom|first|last|latest)\s\d{1,3}|next\s\d{1,2})\b(?![,.]\d|\s?%)/gi,
  new RegExp(`\\b\\d{1,3}(?:\\s|-)${timeWords}\\s(?:ago|earlier|before|back)\\b`, 'gi'),
  // "A 14-day supply" is a figure.
  new RegExp(`\\b\\d{1,3}-${timeWords}\\b(?!\\s(?:supply|stock|cover(?:age)?|delay|wait)\\b)`, 'gi'),
  /\b(?:FY|CY)\s?\d{2,4}\b/g,
  /\b(?!\d+-(?:per|percent\w*|points?|units?|days?|weeks?|months?|quarters?|years?|plus|thousand|[mb]illion|dollars?|euros?|pounds?)\b)(?=[\w-]{0,80}\d)(?=[\w-]{0,80}[A-Za-z])\w{1,80}(?:-\w{1,80})+\b/g,
  /`[A-Za-z_][\w.-]*`/g,
  /\]\([^)\s]*\)/g,
];

/** What stands before a year: "in 2025", "Q4 2025", "2024 and 2025", the beginning of a line or a sentence. */
const beforeYear = [
  '\\b(?:in|during|since|from|to|until|till|through|throughout|by|for|before|after|between|vs\\.?|versus|against|than|on|compared (?:with|to)|date|spring|summer|autumn|fall|winter|christmas|easter|year|fiscal|calendar|FY|(?:end|start|beginning|rest|all|half|quarter|month|week|course|most|part|much|q[1-4]|h[12]|hours?|days?|weeks?|months?|quarters?|years?|time|period|season|that|those|as|spring|summer|autumn|fall|winter) of|early|late|mid|whole|full|all|entire|q[1-4]|h[12]|the)\\s',
  `\\b${month},?\\s`,
  '(?:19|20)\\d{2}(?:\\s(?:and|or)\\s|,\\s(?:and\\s)?|\\s?[–/-]\\s?)',
  '(?:^|\\n|[.!?;]\\s)[\\s*_#>|-]*',
].join('|');
/** Or after it: the end of a heading ("Revenue by month, 2025"), and what two years are told by. */
const afterYear =
  '(?:[,(]\\s?[*_]*(?:19|20)\\d{2})(?=[*_]*(?:[:)]|$|\\n|\\s(?:against|and|to|vs|versus|compared|with|from|by)\\b|\\s?[–-]\\s?\\d))';

const counted = '\\s(?:units?|orders?|items?|pieces?|products?|customers?|lines?|days?|SKUs?|rows?)\\b';

const countedNext = new RegExp(`^${counted}`, 'i');

/** Whether what follows a number is counted by it: "12 units". */
export function isCounting(text: string, end: number): boolean {
  return countedNext.test(text.slice(end, end + 12));
}

/** Four digits without a comma that words set as a time are a year, unless they count something. */
const yearPattern = new RegExp(
  `(?:(?<=(?:${beforeYear})[*_]*)(?:19|20)\\d{2}|${afterYear})(?!\\d|[.,]\\d|\\s?%|\\s?[kKM]\\b)(?!${counted})`,
  'gi',
);

/** The numbers of a text that are not figures: dates, ranks, codes, and what the names hold. */
export function findQuotedSpans(text: string, names: Iterable<string>): Span[] {
  return [...findDates(text), ...findSpans(text, patterns), ...findNames(text, names)];
}

/** Where a text says a day, a time or a year. */
export function findDates(text: string): Span[] {
  return findSpans(text, [...dates, yearPattern]);
}

function findSpans(text: string, of: readonly RegExp[]): Span[] {
  return of.flatMap((pattern) => [...text.matchAll(pattern)].map(toSpan));
}

/** The numerals, by where they stand, that touch none of the spans. */
export function dropQuoted(numerals: readonly Numeral[], spans: readonly Span[]): Numeral[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  let next = 0;
  let reach = 0;
  return numerals.filter(({ start, end }) => {
    for (let span = sorted[next]; span !== undefined && span.start < end; span = sorted[next]) {
      reach = Math.max(reach, span.end);
      next += 1;
    }
    return reach <= start;
  });
}

/** Where names that have digits in them stand: "Trail Bike 500", "WH-01". */
export function findNames(text: string, names: Iterable<string>): Span[] {
  const plain = text.toLowerCase();
  const spans: Span[] = [];
  for (const name of names) {
    const wanted = name.toLowerCase();
    const isNumber = /^[\d.,]+$/.test(wanted);
    for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + wanted.length)) {
      const end = at + wanted.length;
      const [before, after] = [plain.slice(Math.max(0, at - 3), at), plain.slice(end, end + 12)];
      if (standsAlone(before, after) && !(isNumber && isPartOfFigure(before, after)))
        spans.push({ start: at, end });
    }
  }
  return spans;
}

function standsAlone(before: string, after: string): boolean {
  return !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after);
}

const figureAfter = new RegExp(`^(?:[.,]\\d|\\s?%|${counted})`, 'i');

/** The "7" of "$7,688,537", of "+7", of "7.5 %" and of "7 units", where something is named 7. */
function isPartOfFigure(before: string, after: string): boolean {
  return /(?:\d[.,]|[$€£¥₹]\s?|[+−-])$/u.test(before) || figureAfter.test(after);
}

function toSpan(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}
