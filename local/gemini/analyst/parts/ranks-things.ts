import type { Match } from '../vocabulary/match-phrases.ts';
import { toNumber } from '../vocabulary/numbers.ts';
import { type Reading, speak } from './match-place.ts';

/**
 * Whether things are ranked by how big or how good they are, and figures only told beside: "five biggest suppliers and their
 * on-time rate", "return rate of our top ten products"; but "top ten products by return rate".
 */
export function ranksThings(reading: Reading): boolean {
  const { matches, tokens, sentence, named } = reading;
  const [order, ...others] = matches.filter(({ concept }) => concept.kind === 'order');
  if (order === undefined || others.length > 0 || !ofThings.test(speak(reading, order))) return false;
  let at = order.to;
  while (named.has(at) || toNumber(tokens[at]?.word ?? '') !== null) at += 1;
  const thing = matches.find(
    ({ concept, from }) => from === at && (concept.kind === 'dimension' || 'or' in concept),
  );
  const isNamed = named.has(at - 1) && !matches.some(({ from }) => from === at);
  if (thing === undefined && !isNamed) return false;
  const end = thing?.to ?? at;
  const startOf = (index: number) => tokens[index]?.start ?? sentence.length;
  const figures = matches.filter(
    ({ concept, from }) => concept.kind === 'measure' && !concept.verb && from !== at,
  );
  const isBeside = ({ concept, from, to }: Match) => {
    if (to <= order.from) return owned.test(sentence.slice(tokens[to - 1]?.end ?? 0, startOf(order.from)));
    const before = sentence.slice(0, startOf(from));
    // "Top products and customers" are two rankings.
    return from >= end && ('or' in concept ? theirs : joined).test(before);
  };
  return figures.some(isBeside) && !figures.some(({ from }) => basis.test(sentence.slice(0, startOf(from))));
}

const ofThings = /^(?:top|best|biggest|largest|main|leading|strongest|most important|smallest)$/;
const theirs =
  /\b(?:with|and|plus|including|showing)(?: (?:what is|what are))? (?:their|its)(?: (?:total|own|average))*\s*$/i;
const joined =
  /\b(?:with|and|plus|including|showing|alongside)(?: (?:what is|what are|their|its|the|total|own|average|also))*\s*$/i;
const owned = /^\s*(?:of|for|from|with)(?: (?:each|of|our|the|my|all|\w+(?= *$)|\d+))*\s*$/i;
const basis = /\b(?:by|on|in terms of|according to)(?: (?:the|their|its|total|gross))*\s*$/i;
