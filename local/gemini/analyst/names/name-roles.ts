import type { Match } from '../vocabulary/match-phrases.ts';
import { toNumber } from '../vocabulary/numbers.ts';
import type { Token } from '../vocabulary/words.ts';

/** "Which resellers", "top five schools", "retailers who spent most": names in the plural that are the things asked for. */
export function isRanked(tokens: Token[], from: number, to: number, matches: Match[]): boolean {
  const last = tokens[to - 1];
  if (last === undefined) return false;
  // "Which contractor bought most?": one of them.
  const before = tokens[from - 1]?.word ?? '';
  const next = tokens[to]?.word ?? '';
  const isOne = /^(?:which|what)$/.test(before) && buys.test(next);
  // "Best restaurant this year": one of them; "best reseller product" and "best online" are none.
  const isBest = superlative.test(before) && (next === '' || ends.test(next)) && last.word !== 'online';
  if (!isPlural(last)) return isOne || isBest;
  const isNumber = toNumber(tokens[from - 1]?.word ?? '') !== null;
  const lead = isNumber ? from - 1 : from;
  const isMost = matches.some(({ concept, to: end }) => concept.kind === 'order' && end === lead);
  const leader = tokens[lead - 1]?.word ?? '';
  const isAsked = /^(which|what)$/.test(leader) || superlative.test(leader);
  // "The contractors with the highest revenue", "list restaurants under 500"
  const isSaid = said.test(next) && tokens.slice(0, from).every(({ word }) => leads.test(word));
  return isNumber || isMost || isAsked || isSaid;
}

/** "Offices", and "delis", which are no word like "basis" where they stand for a name. */
function isPlural(token: Token | undefined): boolean {
  return token !== undefined && (token.word !== token.lemma || /.{3}is$/.test(token.word));
}

const superlative =
  /^(?:top|best|worst|bottom|biggest|largest|smallest|main|profitable|valuable|important|loyal|active)$/;

/** What goes on after a noun that is whole: "the best café in 2025", "the top contractor in each region". */
const ends =
  /^(?:in|at|of|for|by|over|since|during|from|on|per|ever|so|this|last|to|today|yesterday|each|every|\d{4}|[qh][1-4])$/;

const said =
  /^(?:who|that|which|with|having|over|under|above|below|between|exceeding|spending|buying|ordering)$/;
const leads = /^(?:the|our|all|any|list|show|me|give|find|only|and|of)$/;

const buys =
  /^(?:bought|buys|ordered|orders|spent|spends|purchased|returned|has|had|brought|paid|cost|lost|sold|sells|grew|fell|declined|dropped|rose|shrank|gained|improved|increased|decreased)$/;

/** "Which wines": the things asked for; "what Tools revenue did we make?" asks for the figure. */
export function isAskedFor(tokens: Token[], from: number, to: number, matches: Match[]): boolean {
  const last = tokens[to - 1];
  const isOfFigure = matches.some(
    ({ concept, from: at }) => at === to && concept.kind === 'measure' && concept.verb !== true,
  );
  // "Which coffee do offices buy most?": one of them.
  const isOne =
    /^(?:do|does|did)$/.test(tokens[to]?.word ?? '') &&
    tokens.some(({ word }, at) => at > to && /^(?:most|least|best)$/.test(word));
  return (isPlural(last) || isOne) && !isOfFigure && /^(?:which|what)$/.test(tokens[from - 1]?.word ?? '');
}

/** "How many resellers", "the number of offices that …"; "how many reseller orders" counts the orders. */
export function isNumbered(tokens: Token[], from: number, to: number): boolean {
  const last = tokens[to - 1];
  const before = [tokens[from - 2]?.word, tokens[from - 1]?.word].join(' ');
  // "Which region has the most cafés?"
  const lead = tokens.slice(Math.max(0, from - 3), from).map(({ word }) => word);
  const isHad = /^(?:has|have|had|with|got) the (?:most|fewest)$/.test(lead.join(' '));
  return isPlural(last) && (isHad || /(^how many|^(number|count) of)$/.test(before));
}

/** "Regions with more than 5 restaurants" */
export function isBounded(tokens: Token[], from: number): boolean {
  const lead = tokens.slice(Math.max(0, from - 2), from).map(({ word }) => word);
  return (
    /^(?:than|least|most|over|under|above|below|exactly) (?:\d+|[a-z]+)$/.test(lead.join(' ')) &&
    toNumber(lead[1] ?? '') !== null
  );
}

/** "Sales by restaurant": one row of each. */
export function isSplit(tokens: Token[], from: number, to: number): boolean {
  const last = tokens[to - 1];
  return (
    /^(?:by|per|each|every)$/.test(tokens[from - 1]?.word ?? '') &&
    last?.word === last?.lemma &&
    ends.test(tokens[to]?.word ?? 'in')
  );
}

/** "Only black", "just the red ones" */
export function isOfThose(tokens: Token[], from: number, to: number): boolean {
  const lead = tokens.slice(Math.max(0, from - 2), from).map(({ word }) => word);
  return /^ones?$/.test(tokens[to]?.word ?? '') || /\b(?:only|just)(?: the)?$/.test(lead.join(' '));
}

/** "Who bought wine", "how much wine did we sell?" */
export function isTraded(tokens: Token[], from: number): boolean {
  const lead = tokens.slice(Math.max(0, from - 2), from).map(({ word }) => word);
  return /^how (?:much|many)$|\b(?:buy|buys|bought|buying|purchased?|ordered|ordering|sell|sells|sold|selling)(?: (?:the|our|any|some|most|more|less|much|many))?$/.test(
    lead.join(' '),
  );
}
