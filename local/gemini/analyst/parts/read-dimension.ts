import type { Lexicon, Reference } from '../vocabulary/lexicon.ts';
import type { Match } from '../vocabulary/match-phrases.ts';
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
  type Reading,
} from './match-place.ts';
import type { Parts } from './parts.ts';

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
    ends.has(match.from) &&
    ((measures > 0 && !ranks) || isBought(match, reading)) &&
    /^(product|item|article|good)s?$/.test(tokens[match.from]?.word ?? '');
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
  const { periods, against, versus } = parts.time;
  if ((periods.length > 1 || against !== null || versus !== null) && isWhole(match, reading)) return;
  if (before === 'all') parts.everywhere.push(...references.map(({ name }) => name));
  addDimension(references, before, parts);
  if (isCounted(match, reading)) parts.counted = references;
}

export function addDimension(references: Reference[], before: string, parts: Parts): void {
  parts.dimensions.push(references);
  if (/^(per|each|every|by)$/.test(before)) parts.each ??= references;
}

const trades =
  /^(s[eo]lls?|sold|selling|buys?|bought|buying|order|ordered|purchased?|ship|shipped|returned|received)$/;

/** "Customers of Contoso products": another thing is asked for, and the name is what it buys or has. */
function isBought(match: Match, { tokens, matches, named }: Reading): boolean {
  let from = match.from;
  while (named.has(from - 1)) from -= 1;
  while (/^(?:the|our|all|any|most|more|fewest|least)$/.test(tokens[from - 1]?.word ?? '')) from -= 1;
  const isOther = matches.some(
    (other) =>
      other.from < from &&
      (other.concept.kind === 'dimension' || buyers.test(tokens[other.to - 1]?.lemma ?? '')),
  );
  return isOther && takes.test(tokens[from - 1]?.word ?? '');
}

const buyers = /^(?:customer|client|buyer|account)$/;
const takes = /^(?:of|for|with|from|buys?|bought|buying|orders?|ordered|ordering|purchased?|takes?|took)$/;
