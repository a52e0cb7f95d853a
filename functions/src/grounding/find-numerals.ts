import { moneySigns } from './money.ts';
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
  /** The sign, code or word of a currency, as written. */
  money?: string;
};

/** Letters at the number itself; words after a space. A lone "m" after a space would be metres or minutes. */
const scales =
  '(?:k|K|M|m|mn|mio|mln|bn|B|b|tn|T)(?![A-Za-z])|[\\s-](?:thousand|million|billion|trillion)\\b|\\s(?:bn|mn|mil|mio|mln|lakhs?|crores?|[kKM])(?![A-Za-z])';
const percents = '\\s?%(?:[\\s-]?points?\\b)?|[\\s-](?:per\\s?cent|percent)(?:age)?(?:\\s?-?\\s?points?)?\\b';
/** "1.4 points" are of a rate; "12 points of sale" are none. */
const points =
  '(?:\\s?%|[\\s-](?:percentage|percent))[\\s-]?points?\\b|\\spoints?\\b(?!\\s(?:of|where|to)\\b)|\\s?p\\.?p\\.?(?![A-Za-z])|\\s?pts?\\b';
/** Pounds may be a weight. */
const moneyNames = 'dollars?|euros?|francs?|yen|rupees?';
const basisPoints = '\\sbasis[\\s-]points?\\b|\\s?bps\\b';
const times = '\\s?[x×](?![A-Za-z0-9])|\\stimes\\b(?=\\s(?:as|more|higher|lower|the|larger|bigger))';
/** "1.204.878" and "46,6 %" are written by other rules than ours, and numbers all the same. */
const digits = '(?<dotted>\\d{1,3}(?:\\.\\d{3}){2,})(?!\\d)|\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+';
const fractions = '\\.\\d+|,\\d{1,2}(?=\\s?%)|(?<=[$€£¥₹]\\s?\\d+),\\d{2}(?!\\d)';
/** What a number may be bound to by a hyphen, and still say how much: "a 2,000-unit order". */
const bound = '(?:units?|days?|weeks?|months?|quarters?|years?|plus|dollars?|euros?|pounds?)\\b';

const pattern = new RegExp(
  [
    // Not inside a word, a code, a date or a time; a line before it may be of emphasis.
    '(?<![\\p{L}\\p{N}.,/#])(?<![\\p{L}\\p{N}.,/#]_{1,3}|\\p{N}:|[\\p{L}_]-)',
    '(?<before>[-−+–]?)',
    `(?<currency>(?:${moneySigns})\\s?)?`,
    '(?<inner>[-−]?)',
    `(?<digits>${digits})(?<fraction>${fractions})?(?<exponent>e\\+?\\d{1,2}(?!\\d))?`,
    `(?<scale>${scales})?`,
    `(?:(?<basis>${basisPoints})|(?<points>${points})|(?<percent>${percents})|(?<times>${times})|(?<after>\\s?(?:${moneySigns})(?![A-Za-z])|[\\s-](?:${moneyNames})\\b))?`,
    `(?![\\p{L}\\p{N}]|_{1,3}[\\p{L}\\p{N}]|[.,:/]\\d|-(?!${bound})\\p{L})`, // not the start of a word, a date, a version
  ].join(''),
  'gu',
);

const scaleExponents: Record<string, number> = {
  ...{ k: 3, thousand: 3, m: 6, mn: 6, mio: 6, mln: 6, mil: 6, million: 6 },
  ...{ b: 9, bn: 9, billion: 9, t: 12, tn: 12, trillion: 12 },
  ...{ lakh: 5, lakhs: 5, crore: 7, crores: 7 },
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
  const units = match.groups ?? {};
  const { before = '', inner = '', digits = '', dotted, fraction = '' } = units;
  const whole = digits.replaceAll(dotted === undefined ? ',' : '.', '');
  const scale = units.scale?.replace(/^[\s-]/, '').toLowerCase() ?? '';
  const power = (scaleExponents[scale] ?? 0) + Number(units.exponent?.slice(1) ?? 0);
  const exponent = units.basis === undefined ? power : -2;
  const size = Number(`${whole}${fraction.replace(',', '.')}e${exponent}`);
  // A dash right after a digit, a word or a bracket is a range or a dash, not a sign.
  const dash =
    before === '–' || before === '-' ? !/[\d\p{L}%)]$/u.test(match.input.slice(0, match.index)) : true;
  const written = dash ? before : '';
  const negative = /[-−–]/.test(`${written}${inner}`);
  const money = (units.currency ?? units.after)?.replace(/^[\s-]|\s$/, '');
  return {
    start: match.index + before.length - written.length,
    end: match.index + match[0].length,
    kind: toKind(units),
    value: negative ? -size : size,
    step: 10 ** (exponent - Math.max(0, fraction.length - 1)),
    signed: negative || written === '+',
    ...(money !== undefined && { money }),
  };
}

function toKind({
  basis,
  points,
  percent,
  times,
  currency,
  after,
}: Partial<Record<string, string>>): NumeralKind {
  if (basis !== undefined || points !== undefined || /point/.test(percent ?? '')) return 'points';
  if (percent !== undefined) return 'percent';
  if (times !== undefined) return 'times';
  return currency !== undefined || after !== undefined ? 'currency' : 'plain';
}
