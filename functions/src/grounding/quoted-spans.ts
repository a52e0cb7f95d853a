import type { Numeral } from './find-numerals.ts';

/** A stretch of text whose numbers are names and dates, not figures. */
export type Span = { start: number; end: number };

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const day = '\\d{1,2}(?:st|nd|rd|th)?';
const dayRange = `${day}(?:\\s?[–-]\\s?${day})?`;
const periodWords =
  '(?:last|past|previous|prior|preceding|next|first|coming|following|trailing|top|bottom|latest|recent)';
const timeWords =
  '(?:calendar\\s|full\\s|complete\\s|whole\\s)?(?:hours?|days?|weeks?|months?|quarters?|years?)';

/** Dates, times, periods, ranks and list numbers. */
const patterns = [
  /(?<!\d)\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?)?(?![\d-])/g,
  /(?<!\d)\d{1,2}\/\d{1,2}\/\d{2,4}(?!\d)/g,
  /(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?!\d)/gi,
  new RegExp(`\\b${month}\\s${dayRange}(?:,?\\s\\d{4})?(?![\\d.,]*\\d)`, 'gi'),
  new RegExp(`\\b${dayRange}\\s(?:of\\s)?${month}(?:,?\\s\\d{4})?(?!\\d)`, 'gi'),
  new RegExp(`\\b${month},?\\s\\d{4}(?!\\d)`, 'gi'),
  /\b\d+(?:st|nd|rd|th)\b/gi,
  /^[ \t]*(?:[-*+]\s+)?\d{1,3}[.)](?=\s)/gm,
  new RegExp(`\\b${periodWords}\\s\\d{1,3}\\b(?![,.]\\d|\\s?%)`, 'gi'),
  new RegExp(`\\b\\d{1,3}(?:\\s|-)${timeWords}\\s(?:ago|earlier|before|back)\\b`, 'gi'),
  new RegExp(`\\b\\d{1,3}-${timeWords}`, 'gi'),
  /\b(?:FY|CY)\s?\d{2,4}\b/g,
  /\b(?=[\w-]{0,80}\d)(?=[\w-]{0,80}[A-Za-z])\w{1,80}(?:-\w{1,80})+\b/g,
  /`[A-Za-z_][\w.-]*`/g,
  /\]\([^)\s]*\)/g,
];

/** Four digits without a comma are a year, unless they count something. */
const yearPattern =
  /(?<![\d.,$€£¥])(?:19|20)\d{2}(?!\d|[.,]\d|\s?%|\s?[kKM]\b)(?!\s(?:units?|orders?|items?|pieces?|products?|customers?|lines?|days?|SKUs?|rows?)\b)/g;

/** The numbers of a text that are not figures: dates, ranks, and what the question or the data names. */
export function findQuotedSpans(text: string, names: Iterable<string>): Span[] {
  const spans = [...patterns, yearPattern].flatMap((pattern) => [...text.matchAll(pattern)].map(toSpan));
  return [...spans, ...findNames(text, names)];
}

const boundBefore =
  /(?:\b(?:below|under|above|over|beyond|than|least|most|up to|exceed(?:s|ed|ing)?|not|between)|[<>≥≤])\s*$|\bbetween\s[^.]{1,30}\sand\s*$/i;
const boundAfter =
  /^\s*(?:[\p{L}]+\s)?(?:or\s(?:more|less|fewer|above|below|over|under|higher|lower)|and\s(?:above|over|more))\b/iu;

/**
 * The numbers of the answer, without those that repeat one of the question as what was asked for: as a bound ("below 100"), or in
 * the question's own words between quotation marks. As a statement such a number is a figure like any other, so that nobody
 * gets one confirmed that they suggested themselves.
 */
export function dropAskedFor(
  text: string,
  numerals: readonly Numeral[],
  question: string,
  asked: readonly Numeral[],
): Numeral[] {
  const values = new Set(asked.map(({ value }) => value));
  const own = question.toLowerCase();
  const quotes = [...text.matchAll(/["“]([^"“”\n]{1,200})["”]/g)]
    .filter(({ 1: words = '' }) => own.includes(words.toLowerCase()))
    .map(toSpan);
  const unquoted = new Set(dropQuoted(numerals, quotes));
  return numerals.filter((numeral) => {
    const { start, end, value } = numeral;
    if (!values.has(value)) return true;
    const isBound =
      boundBefore.test(text.slice(Math.max(0, start - 40), start)) ||
      boundAfter.test(text.slice(end, end + 40));
    return !isBound && unquoted.has(numeral);
  });
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
function findNames(text: string, names: Iterable<string>): Span[] {
  const plain = text.toLowerCase();
  const spans: Span[] = [];
  for (const name of names) {
    const wanted = name.toLowerCase();
    const isNumber = /^[\d.,]+$/.test(wanted);
    for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + wanted.length)) {
      const end = at + wanted.length;
      const [before, after] = [plain.slice(Math.max(0, at - 3), at), plain.slice(end, end + 3)];
      if (standsAlone(before, after) && !(isNumber && isPartOfFigure(before, after)))
        spans.push({ start: at, end });
    }
  }
  return spans;
}

function standsAlone(before: string, after: string): boolean {
  return !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after);
}

/** The "7" of "$7,688,537", of "+7" and of "7.5 %", where something is named 7. */
function isPartOfFigure(before: string, after: string): boolean {
  return /(?:\d[.,]|[$€£¥₹]\s?|[+−-])$/u.test(before) || /^(?:[.,]\d|\s?%)/.test(after);
}

function toSpan(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}
