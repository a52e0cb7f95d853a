import type { Match } from '../vocabulary/match-phrases.ts';
import type { Token } from '../vocabulary/words.ts';

/**
 * The kinds of thing that a word can name where it stands, as dimensions; null where it may be any. "Customers who are women"
 * could be a segment and never a product; "during lunch" is no name at all.
 */
export function findFits(
  from: number,
  tokens: Token[],
  matches: Match[],
  used: ReadonlySet<number>,
): string[] | null {
  const word = (at: number) => tokens[at]?.word ?? '';
  const lead = /^(the|a|an|our|not)$/.test(word(from - 1)) ? from - 2 : from - 1;
  // "Than the week before online": the time is told already.
  if (/^(during|since|before|after|until|till)$/.test(word(lead)) && !used.has(lead)) return [];
  if (!/^(is|are|was|were)$/.test(word(lead))) return null;
  const [subject] = matches.flatMap(({ concept, to }) => {
    const meant =
      concept.kind === 'dimension' ? concept.references : 'or' in concept ? concept.or : undefined;
    return to === lead || (to === lead - 1 && /^(that|who|which)$/.test(word(to))) ? (meant ?? []) : [];
  });
  return subject === undefined ? null : (described[subject.name] ?? [subject.name]);
}

/** What can be said of the members of a dimension. */
const described: Record<string, string[]> = {
  customer: ['customer', 'customer_segment', 'channel', 'region'],
  product: ['product', 'sku', 'category', 'subcategory', 'brand'],
};
