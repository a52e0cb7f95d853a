import type { Match } from '../vocabulary/match-phrases.ts';
import type { Token } from '../vocabulary/words.ts';

/**
 * Whether an ordinary word restricts what is asked where it stands: "sold only online", "who also bought", "sold in every
 * region", "bought together with", "cash sales". No figure here keeps to that.
 */
export function restricts(at: number, tokens: Token[], matches: Match[]): boolean {
  const word = (index: number) => tokens[index]?.word ?? '';
  const here = word(at);
  const [before, next] = [word(at - 1), word(at + 1)];
  const begins = (index: number, kinds: string[]) =>
    matches.some(({ concept, from }) => from === index && kinds.includes(concept.kind));
  if (/^(only|exclusively|solely)$/.test(here)) return trade.test(before) || trade.test(next);
  if (/^(every|all)$/.test(here)) {
    const isPlace = /^(in|across|at|by|through|to)$/.test(before) && begins(at + 1, ['dimension']);
    return isPlace && [2, 3].some((back) => trade.test(word(at - back)));
  }
  // "Sales of our own brands", "products added this year", "related products"
  if (here === 'own') {
    const isNamed = /^\p{Lu}/u.test(tokens[at + 2]?.text ?? '');
    return /^(?:brand|label|product|article|make|production)$/.test(tokens[at + 1]?.lemma ?? '') && !isNamed;
  }
  if (here === 'existing') return /^(?:customer|client|account|buyer)$/.test(tokens[at + 1]?.lemma ?? '');
  if (/^(?:related|recommended|complementary)$/.test(here)) return things.test(tokens[at + 1]?.lemma ?? '');
  if (/^add(?:ed)?$/.test(here))
    return [1, 2, 3, 4].some((back) => things.test(tokens[at - back]?.lemma ?? ''));
  if (here === 'left') return before === 'who' || next === 'us';
  if (here === 'also') return /^(who|that|which)$/.test(before);
  if (here === 'together') return next === 'with' || trade.test(before);
  if (here === 'hold' || here === 'display') return before === 'on';
  if (here === 'right') return begins(at + 1, ['measure']);
  if (here === 'other') return begins(at + 1, ['measure']);
  if (here === 'another') return begins(at + 1, ['measure', 'dimension']);
  if (here === 'net') return next === 'of';
  if (here === 'cash') return before === 'in' || begins(at + 1, ['measure']);
  if (/^(business|company|corporate|key)$/.test(here))
    return /^(customer|client|account|buyer)$/.test(tokens[at + 1]?.lemma ?? '');
  if (/^(latest|recent)$/.test(here))
    return isOne(tokens[at + 1]) && begins(at + 1, ['measure', 'dimension']);
  return false;
}

/** "The latest order", but not "the latest revenue" or "the latest sales". */
function isOne(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^(order|sale|purchase|delivery|shipment|return|customer|product|transfer)$/.test(token.word)
  );
}

const things = /^(?:product|item|article|sku|customer|supplier|brand)$/;

const trade =
  /^(sold|sell|sells|selling|bought|buy|buys|ordered|orders?|purchased?|stocked|available|returned)$/;
