import type { Match } from './match-phrases.ts';
import { toNumber } from './numbers.ts';
import type { Condition } from './question.ts';
import type { Token } from './words.ts';

/** A bound that a sentence sets, with the tokens that say it. */
export type FoundCondition = Condition & {
  unit: 'percent' | 'currency' | 'days' | null;
  from: number;
  to: number;
};

type Op = Condition['op'];

/** Words before the number. */
const comparisons: [RegExp, Op][] = [
  [/^(?:no|not) (?:more|higher|greater|larger) than /, 'at_most'],
  [/^(?:no|not) (?:less|fewer|lower|smaller) than /, 'at_least'],
  [/^(?:at most|up to|a maximum of|maximum of|maximum|max) /, 'at_most'],
  [/^(?:at least|a minimum of|minimum of|minimum|min) /, 'at_least'],
  [/^(?:reach(?:ed|es)?|hit|hits) /, 'at_least'],
  [/^(?:below|under|beneath|short of) /, 'below'],
  [/^(?:less|fewer|lower|smaller|worse|shorter) than /, 'below'],
  [/^(?:above|over|exceeding|exceed(?:s|ed)?|beyond|surpass(?:es|ed)?|topped|passed) /, 'above'],
  [/^(?:more|greater|higher|larger|bigger|better|longer) than /, 'above'],
];

/** Words after the number: "100 or more". */
const closings: [RegExp, Op][] = [
  [/^or (?:more|higher|above|over|greater|better) /, 'at_least'],
  [/^or (?:less|fewer|lower|below|under) /, 'at_most'],
];

/** Finds bounds such as "below 10 units", "over $5,000", "between 10 and 20 %", "100 or more", "negative". */
export function findConditions(
  tokens: Token[],
  sentence: string,
  taken: ReadonlySet<number>,
): FoundCondition[] {
  const found: FoundCondition[] = [];
  for (let index = 0; index < tokens.length; ) {
    const here = taken.has(index) ? [] : readAt(tokens, index, sentence);
    found.push(...here);
    index = Math.max(index + 1, ...here.map(({ to }) => to));
  }
  return found;
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
    if (number) return [{ op, value: number.value, unit: number.unit, from: index, to: at + number.length }];
  }
  const number = readNumber(tokens, index, sentence);
  if (number === null) return [];
  const to = index + number.length;
  const plus = sentence.slice(tokens[to - 1]?.end).startsWith('+');
  const closing = closings.find(([pattern]) => pattern.test(toRest(tokens, to)));
  if (!plus && !closing) return [];
  const op = plus ? 'at_least' : (closing?.[1] ?? 'at_least');
  return [{ op, value: number.value, unit: number.unit, from: index, to: to + (plus ? 0 : 2) }];
}

/** "Between 10 and 20 %": the unit that stands once holds for both. */
function readBetween(tokens: Token[], index: number, sentence: string): FoundCondition[] {
  const low = readNumber(tokens, index + 1, sentence);
  const joint = index + 1 + (low?.length ?? 0);
  const high = tokens[joint]?.word === 'and' ? readNumber(tokens, joint + 1, sentence) : null;
  if (!low || !high) return [];
  const unit = low.unit ?? high.unit;
  const scale = low.unit === null && high.unit === 'percent' ? 0.01 : 1;
  const range = { unit, from: index, to: joint + 1 + high.length };
  return [
    { op: 'at_least', value: low.value * scale, ...range },
    { op: 'at_most', value: high.value, ...range },
  ];
}

function toRest(tokens: Token[], index: number): string {
  return `${tokens
    .slice(index, index + 4)
    .map((token) => token.word)
    .join(' ')} `;
}

type ReadNumber = { value: number; unit: FoundCondition['unit']; length: number };

/** "$5,000", "10k", "1.5 million", "20 %", "thirty days", "a million". */
function readNumber(tokens: Token[], at: number, sentence: string): ReadNumber | null {
  const token = tokens[at];
  if (!token) return null;
  const text =
    /^[\d][\d,.]*(?:k|m|mn|million|thousand)?(?![\p{L}\d-])/iu.exec(sentence.slice(token.start))?.[0] ?? '';
  const spelled = text === '' ? (token.word === 'a' ? 1 : toNumber(token.word)) : null;
  const digits = spelled ?? Number.parseFloat(text.replaceAll(',', ''));
  if (Number.isNaN(digits)) return null;
  const end = text === '' ? token.end : token.start + text.length;
  let length = tokens.slice(at).filter((later) => later.start < end).length;
  const scaleWord = tokens[at + length]?.word ?? '';
  const hasScale = /^(thousand|million|k|m)$/.test(scaleWord);
  const isWeek = /^(week|month)$/.test(tokens[at + 1]?.word ?? '');
  if (token.word === 'a' && !hasScale && !isWeek) return null;
  if (hasScale) length += 1;
  const said = `${text} ${hasScale ? scaleWord : ''}`;
  const scale = /k|thousand/i.test(said) ? 1e3 : /m/i.test(said) ? 1e6 : 1;
  const after = sentence
    .slice(tokens[at + length - 1]?.end ?? end)
    .replace(/^\d+/, '')
    .trimStart()
    .toLowerCase();
  const unitWord = tokens[at + length]?.word ?? '';
  if (/^(%|percent\b|per cent\b|pct\b)/.test(after))
    return {
      value: digits / 100,
      unit: 'percent',
      length: length + (after.startsWith('%') ? 0 : after.startsWith('per cent') ? 2 : 1),
    };
  if (
    /[$€£]\s?$/.test(sentence.slice(0, token.start)) ||
    /^(dollars?|usd|eur|euros?|bucks)$/.test(unitWord)
  ) {
    const isWord = /^(dollars?|usd|eur|euros?|bucks)$/.test(unitWord);
    return { value: digits * scale, unit: 'currency', length: length + (isWord ? 1 : 0) };
  }
  // "Less than 2 weeks of cover", "more than a week late": days; "over 12 months" is a time.
  const days = { week: 7, month: 30 }[unitWord.replace(/s$/, '')];
  const isCover =
    tokens[at + length + 1]?.word === 'of' &&
    /^(cover|stock|supply|demand|inventory)/.test(tokens[at + length + 2]?.word ?? '');
  if (days !== undefined && isCover) return { value: digits * days, unit: null, length: length + 1 };
  if (days !== undefined && isOfDays(tokens, at, at + length + 1))
    return { value: digits * days, unit: 'days', length: length + 1 };
  if (/^(week|month|quarter|year)s?$/.test(unitWord)) return null;
  const isDays = /^days?$/.test(unitWord) && tokens[at + length + 1]?.word !== 'of';
  return { value: digits * scale, unit: isDays ? 'days' : null, length: length + (isDays ? 1 : 0) };
}

/** "More than a week late", "lead times above three weeks": a stretch of time that is a figure in days, and no period. */
function isOfDays(tokens: Token[], from: number, to: number): boolean {
  const before = tokens.slice(0, from).map(({ lemma }) => lemma);
  const figure = before.findLastIndex((lemma) => /^(time|delay|cover|lateness|late|overdue)$/.test(lemma));
  const isBeside = figure >= 0 && before.length - figure <= 5;
  return /^(late|overdue|behind|delayed|delay)$/.test(tokens[to]?.word ?? '') || isBeside;
}

const joining =
  /^(is|are|was|were|of|at|that|which|has|have|being|a|an|the|in|rate|value|stays?|amount|levels?|figures?)$/;

/**
 * The measure that a bound is about: the one right after it ("more than 10k revenue") or before it ("margin below 20 %").
 * "Stock below 10 units": the unit of the number is no measure of its own.
 */
export function bindCondition(
  condition: FoundCondition,
  matches: Match[],
  tokens: Token[],
): { bound: Match | null; unit: Match | null } {
  const isJoined = (from: number, to: number) =>
    to - from <= 3 && tokens.slice(from, to).every(({ word }) => joining.test(word));
  const measures = matches.filter(({ concept }) => concept.kind === 'measure');
  const before = measures.findLast(({ to }) => to <= condition.from && isJoined(to, condition.from)) ?? null;
  const after = measures.find(({ from }) => from >= condition.to && isJoined(condition.to, from)) ?? null;
  const isUnit =
    after !== null &&
    after.from === condition.to &&
    /^(unit|piece|item)s?$/.test(tokens[after.from]?.word ?? '') &&
    after.to === after.from + 1;
  if (before && isUnit) return { bound: before, unit: after };
  return { bound: after?.from === condition.to ? after : (before ?? after), unit: null };
}
