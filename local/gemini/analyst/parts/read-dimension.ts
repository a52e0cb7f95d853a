import { toGrain } from '../time/calendar.ts';
import type { Lexicon, Reference } from '../vocabulary/lexicon.ts';
import type { Match } from '../vocabulary/match-phrases.ts';
import type { Token } from '../vocabulary/words.ts';
import { findUnits } from './bind-conditions.ts';
import {
  isActing,
  isAskedFor,
  isAttribute,
  isCounted,
  isFocus,
  isOwned,
  isPlace,
  isSplitAfter,
  isWhole,
  leadOf,
  type Reading,
} from './match-place.ts';
import { type Parts, setsTimes } from './parts.ts';

/** Writes a split that a phrase names into the parts, where it is one. */
export function readDimension(
  match: Match,
  references: Reference[],
  reading: Reading,
  lexicon: Lexicon,
  parts: Parts,
): void {
  const { tokens, matches, ends, hints } = reading;
  if (hints.has(match)) return;
  const before = tokens[match.from - 1]?.word ?? '';
  const ranks = matches.some(({ concept }) => concept.kind === 'order') || parts.conditions.length > 0;
  const measures = matches.filter(({ concept }) => concept.kind === 'measure' && !concept.or).length;
  // "Sales of kitchen products": the noun only closes the name. "Which kitchen products have returns?" asks for them.
  // "Top customers of Contoso products", "who buys Contoso products?": so does what is bought.
  const closes =
    !isAskedFor(match, reading) &&
    ((ends.has(match.from) && measures > 0 && !ranks) || isTraded(match, reading)) &&
    /^(product|item|article|good)s?$/.test(tokens[match.from]?.word ?? '');
  const units = closes && parts.measures.length === 0 && isMost(match, reading) ? findUnits(lexicon) : null;
  if (units) parts.measures.push(units);
  // "How many Clothing items did they buy?": the pieces, and not how many kinds.
  const isPieces =
    ends.has(match.from) &&
    /^(items|articles|goods)$/.test(tokens[match.from]?.word ?? '') &&
    matches.some((other) => isFocus(other, 'count')) &&
    tokens.some(({ word }) => trades.test(word));
  // "Customers who bought Lighting", "retailers who spent most": who it is stands before.
  const isRelative =
    tokens[match.from]?.word === 'who' &&
    (ends.has(match.from) ||
      /^(customer|client|buyer|shopper|people)$/.test(tokens[match.from - 1]?.lemma ?? ''));
  if (isRelative) return;
  if (isAttribute(match, reading)) {
    parts.attributes.push(references);
    return;
  }
  if (closes || isPieces || isPlace(tokens, match) || isOwned(match, reading) || isActing(match, reading))
    return;
  // "Purchase orders by supplier", "purchase orders per month" count them.
  const [count] = references.flatMap(({ tool, name }) => {
    const measure = `${name}_count`;
    return lexicon.measures.has(measure) ? [{ tool, name: measure }] : [];
  });
  if (
    count &&
    /^(|of|our|the|number|many)$/.test(before) &&
    parts.measures.length === 0 &&
    isSplitAfter(match, reading)
  ) {
    parts.measures.push([count]);
    return;
  }
  if (setsTimes(parts.time) && isWhole(match, reading)) return;
  if (before === 'all') parts.everywhere.push(...references.map(({ name }) => name));
  addDimension(references, before, parts);
  if (isCounted(match, reading)) parts.counted = references;
}

export function addDimension(references: Reference[], before: string, parts: Parts): void {
  parts.dimensions.push(references);
  if (/^(per|each|every|by)$/.test(before)) parts.each ??= references;
}

/** "Which warehouse sells the most garden products?", "customers of kitchen items": what is asked for stands before, and trades in them. */
function isTraded(match: Match, reading: Reading): boolean {
  const { tokens, matches, named, ends } = reading;
  let from = leadOf(match, named);
  while (/^(?:the|our|all|any|most|more|fewest|least)$/.test(tokens[from - 1]?.word ?? '')) from -= 1;
  const isOther =
    matches.some(({ concept, from: at }) => at < from && (concept.kind === 'dimension' || 'or' in concept)) ||
    tokens.some((_, at) => at < from && (isAskedTime(tokens, at) || isCountedName(at, reading)));
  const isNamed = ends.has(match.from) || isMost(match, reading);
  const before = tokens[from - 1]?.word ?? '';
  return isNamed && isOther && (trades.test(before) || /^(?:of|for|with|from|in|on)$/.test(before));
}

/** "Sells the most garden products": as many pieces as can be. */
function isMost(match: Match, { tokens, named }: Reading): boolean {
  const lead = leadOf(match, named);
  const [verb = '', the = '', most = ''] = [3, 2, 1].map((back) => tokens[lead - back]?.word ?? '');
  return /^(?:most|fewest|least)$/.test(most) && sells.test(/^(?:the|our)$/.test(the) ? verb : the);
}

/** "How many cafés bought bakery products?": names of buyers are counted. */
function isCountedName(at: number, { tokens, named }: Reading): boolean {
  const [how, many] = [tokens[at - 2]?.word, tokens[at - 1]?.word];
  return named.has(at) && ((how === 'how' && many === 'many') || /^(?:which|who)$/.test(many ?? ''));
}

function isAskedTime(tokens: Token[], at: number): boolean {
  const { word = '', lemma } = tokens[at] ?? {};
  return word === 'when' || (toGrain(lemma) !== null && /^(?:which|what)$/.test(tokens[at - 1]?.word ?? ''));
}

const sells = /^(?:sell(?:s|ing)?|sold|buys?|bought|buying)$/;
const trades =
  /^(?:sells?|sold|selling|buys?|bought|buying|orders?|ordered|ordering|purchased?|ship|shipped|returns?|returned|received|delivers?|delivered|suppl(?:y|ies|ied)|brings?|brought|moves?|moved|spends?|spent|takes?|took)$/;
