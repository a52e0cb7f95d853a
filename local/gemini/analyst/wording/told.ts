import { findNouns, isStatement } from '../vocabulary/english.ts';
import type { Lexicon } from '../vocabulary/lexicon.ts';
import { aboveOne } from '../vocabulary/numbers.ts';
import { toTokens } from '../vocabulary/words.ts';
import { inPlace, isThing, pronoun, time } from './topics.ts';

const asks =
  '(?:what|which|how|who|whose|where|why|when|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\\b';
const statement = new RegExp(
  `^\\s*(?!${asks}|(?:that|this|these|those|it|show|give|list|tell|compare|please|and|or|only|just|now)\\b)([^.?!…]{8,160}?)(?:[.!…]+\\s+|\\s+[-–—]\\s+)(?!do (?:it|that|this)\\b)(?=${asks})`,
  'iu',
);
const places =
  /\b(?:shop|store|stores|shops|warehouse|depot|site|channel|region|branch|market|country|city|online)\b/i;

/**
 * "We pushed the online shop in May. Were discounts there higher than in April?": what is told before a question is not asked,
 * but the thing and the time that it speaks of are meant by it. Where several things may be meant, all stays as it is.
 */
export function withTold(text: string, { known }: Lexicon): string {
  const found = statement.exec(text);
  const said = found?.[1] ?? '';
  const rest = text.slice(found?.[0].length ?? 0);
  const [question = ''] = /^[^?!]*/.exec(rest) ?? [];
  const refers = pronoun.exec(question);
  const isBare = refers === null && ofGoods.test(question);
  if (!found || (refers === null && !isBare) || ranking.test(said) || !isStatement(said)) return text;
  const nouns = findNouns(said);
  // "Our best customer of 2025"
  const years = (said.match(/\b(?:19|20)\d\d\b/g) ?? []).filter(
    (year) => !nouns.some((noun) => noun.includes(year)),
  );
  const times = [...nouns.filter((noun) => time.test(noun)), ...years];
  const isPlace = /^there$/i.test(refers?.[0] ?? '');
  // Figures are told, and not what a figure is of.
  const isFigure = (noun: string) => toTokens(noun).every(({ lemma }) => known.has(lemma));
  const things = nouns.filter(
    (noun) => isThing(noun) && !isFigure(noun) && (!isPlace || isWhere(noun, said)),
  );
  const [thing, ...others] = things;
  const [moment, ...moments] = times;
  if (thing === undefined || others.length > 0 || moments.length > 0) return text;
  const asked = (refers === null ? question : inPlace(question, refers, thing)).replace(
    ofGoods,
    (_, how: string, left: string, each = '') => `${how} ${thing} ${left}${each && ' by product'}`,
  );
  return (moment === undefined ? asked : withMoment(asked, moment, said)) + rest.slice(question.length);
}

/** "Top 5 brands this year. What share do they make?" asks for a list, and tells nothing. */
const ranking = new RegExp(
  `^\\s*(?:(?:the|our|my) )?(?:top|bottom|(?:\\d+|${aboveOne}) \\w+(?:st|t)|(?<!(?:the|our|my) )(?:best|worst|biggest|largest|smallest|highest|lowest|strongest|weakest))\\b`,
  'i',
);

/** "How many are left of each?" says of nothing of what. */
const ofGoods =
  /^(how (?:many|much)(?: (?:units|pieces|stock))?|what (?:quantity|stock|amount)) ((?:are|is|do we (?:still )?(?:have|hold)|have we (?:still )?got)(?: still| there)? ?(?:left|in stock|on hand|remaining)?)( of each(?: one| product| size)?)?(?=\W*$|,? and (?:what|how)\b)/i;

/** A channel, or what stands after "in": there something may be. */
function isWhere(noun: string, said: string): boolean {
  return places.test(noun) || new RegExp(`\\b(?:in|at|from|to|into) (?:the |our )?${noun}`, 'i').test(said);
}

/** The time told is that of the question, which has none, or only the one that it is set against. */
function withMoment(question: string, moment: string, said: string): string {
  const found = new RegExp(`\\b(?:in|on|at|since|during|over) (?:the )?${moment}`, 'i').exec(said)?.[0];
  const when = found ?? (/^\d{4}$/.test(moment) ? `in ${moment}` : moment);
  const against = /\b(?:than|compared (?:to|with)|versus|vs\.?|against)\b/i.exec(question);
  const own = question.slice(0, against?.index);
  if (time.test(own) || (!against && !/\b(?:did|was|were|had)\b/i.test(own))) return question;
  const end = against?.index ?? question.trimEnd().length;
  return `${question.slice(0, end).trimEnd()} ${when}${against ? ' ' : ''}${question.slice(end)}`;
}
