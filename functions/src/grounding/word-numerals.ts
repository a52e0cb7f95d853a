import type { Numeral, NumeralKind } from './find-numerals.ts';
import { moneyWords } from './money.ts';

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const scales = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
]);

const scale = [...scales.keys()].join('|');
// "half a million", "two and a half million", "one point two million"
const word = [
  ...[...ones, ...tens.slice(2), ...scales.keys()],
  `half(?=\\s(?:a\\s)?(?:${scale})\\b)`,
  `a(?=\\s(?:${scale})\\b)`,
  `(?<=(?:${ones.join('|')})\\s)point(?=\\s(?:${ones.slice(0, 10).join('|')})\\b)`,
].join('|');
const pattern = new RegExp(
  [
    '(?<![\\p{L}\\p{N}_-]|\\d[.,]?\\s)',
    `(?<words>(?:(?:${word})(?:[\\s-]+(?:and\\s+)?(?:a\\s+(?=half))?(?=(?:${word})\\b))?)+)`,
    '(?![\\p{L}\\p{N}_])',
    '(?:(?<points>[\\s-](?:percentage|percent)[\\s-]points?\\b)|(?<percent>[\\s-](?:percent|per\\s?cent)\\b)',
    `|[\\s-](?<money>${moneyWords})\\b)?`,
  ].join(''),
  'giu',
);

/** "A quarter of a million" is none of the numbers that we read. */
const partBefore = /\b(?:half|halves|thirds?|quarters?|fifths?|tenths?|fraction)\s(?:of\s)?$/i;

const timeAfter = /^[\s-](?:hours?|days?|weeks?|months?|quarters?|years?)\b/i;

/**
 * Numbers written out that say how much: with a unit of money or percent, or of twenty and above ("two million dollars", "twelve
 * percent", "forty-eight units"). Smaller ones are mostly words of their sentence ("one of the three"), and
 * lengths of time mostly parts of a definition ("the ninety days before").
 */
export function findWordNumerals(text: string): Numeral[] {
  return [...text.matchAll(pattern)].flatMap((match): Numeral[] => {
    const { words = '', points, percent, money } = match.groups ?? {};
    const isPart = partBefore.test(text.slice(Math.max(0, match.index - 20), match.index));
    const { value, step } = isPart
      ? { value: Number.NaN, step: 1 }
      : toValue(words.toLowerCase().split(/[\s-]+/));
    const kind: NumeralKind =
      points !== undefined
        ? 'points'
        : percent !== undefined
          ? 'percent'
          : money !== undefined
            ? 'currency'
            : 'plain';
    const end = match.index + match[0].length;
    if (kind === 'plain' && (value < 20 || timeAfter.test(text.slice(end, end + 12)))) return [];
    return [{ start: match.index, end, kind, value, step, signed: false, ...(money && { money }) }];
  });
}

/** "one hundred and twenty thousand" is 120,000 to the next thousand, "half a million" 500,000 to the next 100,000. */
function toValue(words: readonly string[]): { value: number; step: number } {
  let value = 0;
  let group = 0;
  let step = 1;
  let decimals: number | undefined;
  for (const [index, each] of words.entries()) {
    const factor = scales.get(each);
    const digit = Math.max(ones.indexOf(each), 0);
    if (factor === 100) {
      group *= 100;
      step = 1;
    } else if (factor !== undefined) {
      value += group * factor;
      group = 0;
      step = factor * 10 ** -(decimals ?? 0);
      decimals = undefined;
    } else if (each === 'half') {
      group += 0.5;
      decimals = 1;
    } else if (each === 'point') {
      decimals = 0;
    } else if (each === 'a') {
      if (words[index - 1] !== 'half' && words[index + 1] !== 'half') group += 1;
    } else if (decimals !== undefined) {
      decimals += 1;
      step = 10 ** -decimals;
      group += digit * step;
    } else {
      group += digit + 10 * Math.max(tens.indexOf(each), 0);
      step = 1;
    }
  }
  return { value: value + group, step };
}
