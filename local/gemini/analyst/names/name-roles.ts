import type { Match } from '../vocabulary/match-phrases.ts';
import { toNumber } from '../vocabulary/numbers.ts';
import type { Token } from '../vocabulary/words.ts';

/** "Which resellers", "top five schools", "retailers who spent most": names in the plural that are the things asked for. */
export function isRanked(tokens: Token[], from: number, to: number, matches: Match[]): boolean {
  const last = tokens[to - 1];
  if (last === undefined) return false;
  // "Which contractor bought most?": one of them.
  const isOne = /^(?:which|what)$/.test(tokens[from - 1]?.word ?? '') && buys.test(tokens[to]?.word ?? '');
  // "Top hospital in 2024" is a customer; "best online" is no one.
  const isTop =
    /^(?:top|best|biggest|largest)$/.test(tokens[from - 1]?.word ?? '') &&
    /^(?:|in|this|last|for|by)$/.test(tokens[to]?.word ?? '');
  if (last.word === last.lemma) return isOne || (isTop && last.word !== 'online');
  const isNumber = toNumber(tokens[from - 1]?.word ?? '') !== null;
  const lead = isNumber ? from - 1 : from;
  const isMost = matches.some(({ concept, to: end }) => concept.kind === 'order' && end === lead);
  const isAsked = /^(which|what|top|best|worst|bottom|biggest|largest|smallest|main)$/.test(
    tokens[lead - 1]?.word ?? '',
  );
  // "The contractors with the highest revenue"
  const isSaid = /^(who|that|which|with|having)$/.test(tokens[to]?.word ?? '') && from <= 1;
  return isNumber || isMost || isAsked || isSaid;
}

const buys =
  /^(?:bought|buys|ordered|orders|spent|spends|purchased|returned|has|had|brought|paid|cost|lost)$/;

/** "Which wines": the things asked for; "what Tools revenue did we make?" asks for the figure. */
export function isAskedFor(tokens: Token[], from: number, to: number, matches: Match[]): boolean {
  const last = tokens[to - 1];
  const isPlural = last !== undefined && last.word !== last.lemma;
  const isOfFigure = matches.some(
    ({ concept, from: at }) => at === to && concept.kind === 'measure' && concept.verb !== true,
  );
  return isPlural && !isOfFigure && /^(?:which|what)$/.test(tokens[from - 1]?.word ?? '');
}

/** "How many resellers", "the number of offices that …"; "how many reseller orders" counts the orders. */
export function isNumbered(tokens: Token[], from: number, to: number): boolean {
  const last = tokens[to - 1];
  const before = [tokens[from - 2]?.word, tokens[from - 1]?.word].join(' ');
  const isPlural = last !== undefined && last.word !== last.lemma;
  return isPlural && /(^how many|^(number|count) of)$/.test(before);
}

/** "Only black", "just the red ones" */
export function isOfThose(tokens: Token[], from: number, to: number): boolean {
  const lead = tokens.slice(Math.max(0, from - 2), from).map(({ word }) => word);
  return /^ones?$/.test(tokens[to]?.word ?? '') || /\b(?:only|just)(?: the)?$/.test(lead.join(' '));
}
