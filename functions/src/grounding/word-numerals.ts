import type { Numeral, NumeralKind } from './find-numerals.ts';

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

const word = [...ones, ...tens.slice(2), ...scales.keys()].join('|');
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}_-]|\\d[.,]?\\s)(?<words>(?:(?:${word}|a(?=\\s(?:${[...scales.keys()].join('|')})))(?:[\\s-]+(?:and\\s+)?(?=(?:${word})\\b))?)+)(?![\\p{L}\\p{N}_])(?:(?<points>\\s(?:percentage|percent)[\\s-]points?\\b)|(?<percent>\\s(?:percent|per\\s?cent)\\b)|(?<money>\\s(?:dollars?|euros?|pounds?|francs?|yen)\\b))?`,
  'giu',
);

const timeAfter = /^[\s-](?:hours?|days?|weeks?|months?|quarters?|years?)\b/i;

/**
 * Numbers written out that say how much: with a unit of money or percent, or of twenty and above ("two million dollars", "twelve
 * percent", "forty-eight units"). Smaller ones are mostly words of their sentence ("one of the three"), and
 * lengths of time mostly parts of a definition ("the ninety days before").
 */
export function findWordNumerals(text: string): Numeral[] {
  return [...text.matchAll(pattern)].flatMap((match): Numeral[] => {
    const { words = '', points, percent, money } = match.groups ?? {};
    const { value, step } = toValue(words.toLowerCase().split(/[\s-]+/));
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
    return [{ start: match.index, end, kind, value, step, signed: false }];
  });
}

/** "one hundred and twenty thousand" is 120,000 to the next thousand. */
function toValue(words: readonly string[]): { value: number; step: number } {
  let value = 0;
  let group = 0;
  let step = 1;
  for (const each of words) {
    const scale = scales.get(each);
    if (scale === undefined) {
      group += each === 'a' ? 1 : Math.max(ones.indexOf(each), 0) + 10 * Math.max(tens.indexOf(each), 0);
      step = 1;
    } else if (scale === 100) {
      group *= 100;
      step = 1;
    } else {
      value += group * scale;
      group = 0;
      step = scale;
    }
  }
  return { value: value + group, step };
}
