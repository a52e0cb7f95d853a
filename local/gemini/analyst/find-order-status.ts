import type { Lexicon, Reference } from './lexicon.ts';
import type { Match } from './match-phrases.ts';
import type { Token } from './words.ts';

/** "Which purchase orders are late?": the adjective away from its noun is the measure. It counts as used. */
export function findOrderStatus(
  tokens: Token[],
  matches: Match[],
  used: Set<number>,
  lexicon: Lexicon,
): Reference[] | null {
  const isTopic = (index: number) =>
    matches.some(({ concept, from, to }) => concept.kind === 'missing' && index >= from && index < to);
  const about = matches.some(
    ({ concept }) =>
      (concept.kind === 'dimension' &&
        concept.references.some(({ name }) => name === 'purchase_order' || name === 'supplier')) ||
      (concept.kind === 'measure' && concept.references.some(({ name }) => name === 'purchase_order_count')),
  );
  if (!about) return null;
  for (const [index, { word }] of tokens.entries()) {
    const phrase = /^(late|overdue|delayed)$/.test(word)
      ? ['late', 'order']
      : /^(open|outstanding|pending)$/.test(word)
        ? ['open', 'order']
        : null;
    const entry =
      phrase && lexicon.entries.get(phrase[0] ?? '')?.find(({ lemmas }) => lemmas.join() === phrase.join());
    if (entry?.concept.kind !== 'measure' || (used.has(index) && !isTopic(index))) continue;
    used.add(index);
    // "Late with deliveries": what is late is said by the measure.
    for (const [at, { lemma }] of tokens.entries())
      if (/^(delivery|delivering|shipment)$/.test(lemma)) used.add(at);
    return entry.concept.references.filter(({ name }) => /_orders$/.test(name));
  }
  return null;
}
