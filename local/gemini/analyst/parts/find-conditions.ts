import type { Condition } from '../question/question.ts';
import { toNumber } from '../vocabulary/numbers.ts';
import { phrases } from '../vocabulary/phrases.ts';
import type { Token } from '../vocabulary/words.ts';

/** A bound that a sentence sets, with the tokens that say it. */
export type FoundCondition = Condition & {
  unit: 'percent' | 'currency' | 'days' | null;
  from: number;
  to: number;
  /** "Fell below 20 %" tells where it stands, not by how much it moved. */
  isLevel?: boolean;
};

type Op = Condition['op'];

/** Words before the number; the first that fits wins, so what denies stands first. */
const comparisons: [RegExp, Op][] = toPatterns([
  [
    'at_most',
    `at or below, at or under, no more than, not more than, no higher than, not higher than, no greater than, not greater than, no larger than,
    not larger than, no bigger than, no longer than, not longer than, not above, not over, not exceeding, not exceed,
    doesnt exceed, dont exceed, didnt exceed, does not exceed, do not exceed, did not exceed, never exceed, never exceeded,
    not beyond, not upwards of, at most, at the most, at the very most, up to, a maximum of, the maximum of, maximum of,
    maximum, max, max of, capped at, limited to, as much as, as many as, a ceiling of, less than or equal to`,
  ],
  [
    'at_least',
    `at or above, at or over, no less than, not less than, no fewer than, not fewer than, no lower than, not lower than, no smaller than, not below,
    not under, at least, at the least, at the very least, a minimum of, the minimum of, minimum of, minimum, min, min of,
    upwards of, upward of, reach, reached, reaches, reaching, hit, hits, hitting, starting at, starting from, a floor of,
    greater than or equal to, more than or equal to, as little as, as few as, get to, got to, from upwards of`,
  ],
  [
    'below',
    `below, under, beneath, underneath, short of, shy of, south of, less than, fewer than, lower than, smaller than,
    worse than, shorter than, lighter than, thinner than, weaker than, not even, not reach, not reaching, didnt reach,
    doesnt reach, did not reach, does not reach, dont reach, do not reach, failed to reach, fail to reach, inside of,
    inside, well below, well under, far below, just under, just below`,
  ],
  [
    'above',
    `above, over, exceeding, exceed, exceeds, exceeded, in excess of, beyond, past the, north of, surpass, surpasses,
    surpassed, surpassing, topping, topped, passed, passing, crossing, crossed, cross, clearing, cleared, well over,
    well above, far above, just over, just above, over and above, more than, greater than, higher than, larger than,
    bigger than, better than, longer than, heavier than, stronger than, fatter than, any more than, well in excess of`,
  ],
]);

function toPatterns(lists: [Op, string][]): [RegExp, Op][] {
  return lists.map(([op, list]) => [new RegExp(`^(?:a |an )?(?:${toAlternatives(list)}) `), op]);
}

function toAlternatives(list: string): string {
  return phrases(list)
    .sort((one, other) => other.length - one.length)
    .join('|');
}

/** Words after the number: "100 or more". */
const closings: [RegExp, Op][] = [
  [
    new RegExp(
      `^(?:${toAlternatives(`
        or more, or higher, or above, or over, or greater, or better, or bigger, or larger, or longer, or up, and up,
        and above, and over, and more, and higher, and upwards, and upward, and beyond, upwards, upward, plus,
        at least, at the least, at a minimum, minimum, or beyond`)}) `,
    ),
    'at_least',
  ],
  [
    new RegExp(
      `^(?:${toAlternatives(`
        or less, or fewer, or lower, or below, or under, or smaller, or shorter, and less, and fewer, and below,
        and under, and lower, at most, at the most, at the very most, maximum, max, tops, downwards`)}) `,
    ),
    'at_most',
  ],
];

/** Finds bounds such as "below 10 units", "over $5,000", "between 10 and 20 %", "100 or more", "negative". */
export function findConditions(
  tokens: Token[],
  sentence: string,
  taken: ReadonlySet<number>,
): FoundCondition[] {
  const found: FoundCondition[] = [];
  // "Higher than 2024" has a time, not a number, and "over 130k year to date" no years.
  const free = tokens.map((token, at) => (taken.has(at) ? { ...token, word: '', lemma: '' } : token));
  for (let index = 0; index < tokens.length; ) {
    const here = taken.has(index)
      ? []
      : readAt(free, index, sentence).filter(({ from, to }) => !isTaken(from, to, taken));
    found.push(...here);
    index = Math.max(index + 1, ...here.map(({ to }) => to));
  }
  return found;
}

function isTaken(from: number, to: number, taken: ReadonlySet<number>): boolean {
  for (let index = from; index < to; index += 1) if (taken.has(index)) return true;
  return false;
}

function readAt(tokens: Token[], index: number, sentence: string): FoundCondition[] {
  const rest = toRest(tokens, index);
  const sign = { negative: 'below', positive: 'above' } as const;
  const word = tokens[index]?.word;
  if (word === 'negative' || word === 'positive')
    return [{ op: sign[word], value: 0, unit: null, from: index, to: index + 1 }];
  const between = /^between /.test(rest) ? readBetween(tokens, index, sentence) : [];
  if (between.length > 0) return between;
  for (const [pattern, op] of comparisons) {
    const match = pattern.exec(rest);
    const at = index + (match?.[0].trim().split(' ').length ?? 0);
    const number = match && readNumber(tokens, at, sentence);
    if (!number) continue;
    const isTime = /^(longer|shorter|older)$/.test(word ?? '');
    const unit = number.unit ?? (isTime ? 'days' : null);
    const isLevel = /^(below|under|above)$/.test(word ?? '') && moved.test(tokens[index - 1]?.word ?? '');
    const to = at + number.length;
    return [{ op, value: number.value, unit, from: index, to, ...(isLevel && { isLevel }) }];
  }
  const exact = word === 'exactly' ? readNumber(tokens, index + 1, sentence) : null;
  if (exact !== null && counted.test(tokens[index + 1 + exact.length]?.word ?? '')) {
    const own = { value: exact.value, unit: null, from: index, to: index + 1 + exact.length };
    return [
      { op: 'at_least', ...own },
      { op: 'at_most', ...own },
    ];
  }
  const number = readNumber(tokens, index, sentence);
  if (number === null) return [];
  const to = index + number.length;
  const plus = sentence.slice(tokens[to - 1]?.end).startsWith('+');
  const [[said = '', op] = []] = closings.flatMap(([pattern, meant]) => {
    const spoken = pattern.exec(toRest(tokens, to))?.[0];
    return spoken === undefined ? [] : [[spoken, meant] as const];
  });
  if (!plus && op === undefined) return [];
  const length = plus ? 0 : said.trim().split(' ').length;
  return [{ op: op ?? 'at_least', value: number.value, unit: number.unit, from: index, to: to + length }];
}

const moved =
  /^(fell|falls?|fallen|dropped|drops?|sank|went|rose|rises?|risen|climbed|slipped|declined|got|moved)$/;

/** "Customers with exactly 2 orders": what a row has a number of. */
const counted = /^(?:orders?|units?|pieces?|customers?|returns?|lines?)$/;

/** "Between 10 and 20 %": the unit that stands once holds for both. */
function readBetween(tokens: Token[], index: number, sentence: string): FoundCondition[] {
  const low = readNumber(tokens, index + 1, sentence);
  const joint = index + 1 + (low?.length ?? 0);
  const high = tokens[joint]?.word === 'and' ? readNumber(tokens, joint + 1, sentence) : null;
  if (!low || !high) return [];
  const unit = low.unit ?? high.unit;
  // "Between 8 and 11 million", "between 10 and 20 %": what is said of the second holds for both.
  const isShared = low.scale === 1 && low.value < high.value / high.scale;
  const scale = low.unit === null && high.unit === 'percent' ? 0.01 : isShared ? high.scale : 1;
  const range = { unit, from: index, to: joint + 1 + high.length };
  return [
    { op: 'at_least', value: low.value * scale, ...range },
    { op: 'at_most', value: high.value, ...range },
  ];
}

function toRest(tokens: Token[], index: number): string {
  return `${tokens
    .slice(index, index + 5)
    .map((token) => token.word)
    .join(' ')} `;
}

type ReadNumber = { value: number; scale: number; unit: FoundCondition['unit']; length: number };

/** "$5,000", "10k", "1.5 million", "20 %", "thirty days", "a million". */
function readNumber(tokens: Token[], at: number, sentence: string): ReadNumber | null {
  const token = tokens[at];
  if (!token) return null;
  const text =
    /^[\d][\d,.]*(?:k|m|mn|mio|bn|b|million|thousand|grand|lakhs?|crores?|cr|l)?(?![\p{L}\d-])/iu.exec(
      sentence.slice(token.start),
    )?.[0] ?? '';
  const spelled = text === '' ? (token.word === 'a' ? 1 : toNumber(token.word)) : null;
  const digits = spelled ?? Number.parseFloat(text.replaceAll(',', ''));
  if (Number.isNaN(digits)) return null;
  const end = text === '' ? token.end : token.start + text.length;
  let length = tokens.slice(at).filter((later) => later.start < end).length;
  const scaleWord = tokens[at + length]?.word ?? '';
  const hasScale = /^(thousand|million|billion|grand|k|m|mn|mio|bn|lakhs?|lacs?|crores?)$/.test(scaleWord);
  const isWeek = /^(week|month)$/.test(tokens[at + 1]?.word ?? '');
  if (token.word === 'a' && !hasScale && !isWeek) return null;
  if (hasScale) length += 1;
  const said = `${text} ${hasScale ? scaleWord : ''}`;
  const scale = scales.find(([pattern]) => pattern.test(said))?.[1] ?? 1;
  const after = sentence
    .slice(tokens[at + length - 1]?.end ?? end)
    .replace(/^\d+/, '')
    .trimStart()
    .toLowerCase();
  const unitWord = tokens[at + length]?.word ?? '';
  if (/^(%|percent\b|per cent\b|pct\b)/.test(after))
    return {
      value: digits / 100,
      scale: 1,
      unit: 'percent',
      length: length + (after.startsWith('%') ? 0 : after.startsWith('per cent') ? 2 : 1),
    };
  if (
    /[$€£]\s?$/.test(sentence.slice(0, token.start)) ||
    /^(dollars?|usd|eur|euros?|bucks|quid|pounds|gbp|inr|rupees)$/.test(unitWord)
  ) {
    const isWord = /^(dollars?|usd|eur|euros?|bucks|quid|pounds|gbp|inr|rupees)$/.test(unitWord);
    return { value: digits * scale, scale, unit: 'currency', length: length + (isWord ? 1 : 0) };
  }
  // "Less than 2 weeks of cover", "more than a week late": days; "over 12 months" is a time.
  const days = { week: 7, month: 30 }[unitWord.replace(/s$/, '')];
  const isCover =
    tokens[at + length + 1]?.word === 'of' &&
    /^(cover|stock|supply|demand|inventory)/.test(tokens[at + length + 2]?.word ?? '');
  if (days !== undefined && isCover)
    return { value: digits * days, scale: 1, unit: 'days', length: length + 1 };
  if (days !== undefined && isOfDays(tokens, at, at + length + 1))
    return { value: digits * days, scale: 1, unit: 'days', length: length + 1 };
  if (/^(week|month|quarter|year)s?$/.test(unitWord)) return null;
  const isDays = /^days?$/.test(unitWord) && tokens[at + length + 1]?.word !== 'of';
  return { value: digits * scale, scale, unit: isDays ? 'days' : null, length: length + (isDays ? 1 : 0) };
}

/** "More than a week late", "lead times above three weeks": a stretch of time that is a figure in days, and no period. */
function isOfDays(tokens: Token[], from: number, to: number): boolean {
  const before = tokens.slice(0, from).map(({ lemma }) => lemma);
  const figure = before.findLastIndex((lemma) => /^(time|delay|cover|lateness|late|overdue)$/.test(lemma));
  const isBeside = figure >= 0 && before.length - figure <= 5;
  return /^(late|overdue|behind|delayed|delay)$/.test(tokens[to]?.word ?? '') || isBeside;
}

const scales: [RegExp, number][] = [
  [/lakh|lac|\dl\b/i, 1e5],
  [/cr/i, 1e7],
  [/k|thousand|grand/i, 1e3],
  [/b/i, 1e9],
  [/m/i, 1e6],
];
