import { findWordNumerals } from './word-numerals.ts';

/** How a number is written, which says what it may be equal to. */
export type NumeralKind = 'plain' | 'currency' | 'percent' | 'points' | 'times';

/** A number as it stands in a text. `start` and `end` are UTF-16 offsets, sign and unit included. */
export type Numeral = {
  start: number;
  end: number;
  kind: NumeralKind;
  /** As written, scale applied: 1.2M is 1,200,000; 12.3 % is 12.3. */
  value: number;
  /** The place of the last digit shown: 100,000 for 1.2M. */
  step: number;
  /** False where no sign is written: "fell by 5" may stand for -5. */
  signed: boolean;
};

const currencySymbols = '[$€£¥₹]|US\\$|C\\$|A\\$|USD|EUR|GBP|CHF|JPY|CAD|AUD|INR|SEK|NOK|DKK|PLN';
/** Letters at the number itself; words after a space. A lone "m" after a space would be metres or minutes. */
const scales =
  '(?:k|K|M|m|mn|bn|B|b|tn|T)(?![A-Za-z])|\\s(?:thousand|million|billion|trillion|bn|mn|[kKM])(?![A-Za-z])';
const percents = '\\s?%(?:\\s?-?\\s?points?\\b)?|\\s(?:per\\s?cent|percent)(?:age)?(?:\\s?-?\\s?points?)?\\b';
const points = '\\s?(?:percentage|percent|%)[\\s-]?points?\\b|\\s?p\\.?p\\.?(?![A-Za-z])|\\s?pts?\\b';
const times = '\\s?[x×](?![A-Za-z0-9])|\\stimes\\b(?=\\s(?:as|more|higher|lower|the|larger|bigger))';

const pattern = new RegExp(
  [
    '(?<![\\p{L}\\p{N}_.,:/#])(?<![\\p{L}_]-)', // not inside a word, a code, a date or a time
    '(?<before>[-−+–]?)',
    `(?<currency>(?:${currencySymbols})\\s?)?`,
    '(?<inner>[-−]?)',
    '(?<digits>\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?<fraction>\\.\\d+)?',
    `(?<scale>${scales})?`,
    `(?:(?<points>${points})|(?<percent>${percents})|(?<times>${times})|(?<after>\\s(?:${currencySymbols})(?![A-Za-z])))?`,
    '(?![\\p{L}\\p{N}_]|[.,:/]\\d|-\\p{L})', // not the start of a word, a date, a version
  ].join(''),
  'gu',
);

const scaleExponents: Record<string, number> = {
  ...{ k: 3, thousand: 3, m: 6, mn: 6, million: 6 },
  ...{ b: 9, bn: 9, billion: 9, t: 12, tn: 12, trillion: 12 },
};

/** Every number of a text: 1,234.5, $1.2M, -12.3 %, 3 pp, 1.5x; in the digits of any script; and "two million dollars". */
export function findNumerals(text: string): Numeral[] {
  const inDigits = [...toAsciiDigits(text).matchAll(pattern)].map(toNumeral);
  return [...inDigits, ...findWordNumerals(text)].toSorted((a, b) => a.start - b.start);
}

/** Digits of other scripts as ours, so that none is overlooked. They come in tens; each takes one unit of UTF-16. */
function toAsciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    if (digit.length > 1) return digit;
    let zero = digit.charCodeAt(0);
    while (/^\p{Nd}$/u.test(String.fromCharCode(zero - 1))) zero -= 1;
    return String((digit.charCodeAt(0) - zero) % 10);
  });
}

function toNumeral(match: RegExpExecArray): Numeral {
  const {
    before = '',
    inner = '',
    digits = '',
    fraction = '',
    scale,
    percent,
    times: factor,
  } = match.groups ?? {};
  const exponent = scaleExponents[scale?.trim().toLowerCase() ?? ''] ?? 0;
  const size = Number(`${digits.replaceAll(',', '')}${fraction}e${exponent}`);
  // A dash right after a digit, a word or a bracket is a range or a dash, not a sign.
  const dash =
    before === '–' || before === '-' ? !/[\d\p{L}%)]$/u.test(match.input.slice(0, match.index)) : true;
  const written = dash ? before : '';
  const negative = /[-−–]/.test(`${written}${inner}`);
  return {
    start: match.index + before.length - written.length,
    end: match.index + match[0].length,
    kind: toKind(match.groups ?? {}, percent, factor),
    value: negative ? -size : size,
    step: 10 ** (exponent - Math.max(0, fraction.length - 1)),
    signed: negative || written === '+',
  };
}

function toKind(
  groups: Record<string, string | undefined>,
  percent: string | undefined,
  factor: string | undefined,
): NumeralKind {
  if (groups.points !== undefined || (percent !== undefined && /point/.test(percent))) return 'points';
  if (percent !== undefined) return 'percent';
  if (factor !== undefined) return 'times';
  return groups.currency !== undefined || groups.after !== undefined ? 'currency' : 'plain';
}
