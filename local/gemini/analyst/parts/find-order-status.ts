import type { NameRange } from '../names/find-catalog-names.ts';
import type { Lexicon, Reference } from '../vocabulary/lexicon.ts';
import type { Match } from '../vocabulary/match-phrases.ts';
import type { Token } from '../vocabulary/words.ts';

/** A sentence, the phrases that stand for figures in it, all that the vocabulary has of it, and its names. */
type Said = { tokens: Token[]; matches: Match[]; phrases: Match[]; names: NameRange[] };

/**
 * "Which purchase orders are late?", "how many lines are still open with Nordvik?": the adjective away from its noun is the measure,
 * counted in what the question counts. It counts as used.
 * @param incoming whether the question is about goods that come in, whatever its nouns.
 */
export function findOrderStatus(
  { tokens, matches, phrases, names }: Said,
  used: Set<number>,
  lexicon: Lexicon,
  incoming: boolean,
): Reference[] | null {
  const isTopic = (index: number) =>
    matches.some(({ concept, from, to }) => concept.kind === 'missing' && index >= from && index < to);
  // "Cancelled" alone is a measure; of orders it says which ones.
  const isLone = (index: number, state: string) =>
    matches.some(
      ({ concept, from, to }) =>
        from === index &&
        to === index + 1 &&
        concept.kind === 'measure' &&
        concept.references.every(({ name }) => name.startsWith(`${state}_`)),
    );
  // "Is anything overdue from Lotus?"
  const isFrom = tokens.some(
    ({ word }, at) => word === 'from' && states.some(({ words }) => words.test(tokens[at - 1]?.word ?? '')),
  );
  const about =
    incoming || isFrom || matches.some(isAboutOrders) || tokens.some(({ lemma }) => orderNouns.test(lemma));
  if (!about) return null;
  // "Late Harvest Tea Company" is a name.
  const tells = tokens.some(({ text }) => /^\p{Ll}{4,}/u.test(text));
  const found = tokens.flatMap(({ word, text, opens }, at) => {
    if (tells && !opens && /^\p{Lu}\p{Ll}/u.test(text)) return [];
    if (names.some(({ from, to }) => at >= from && at < to)) return [];
    // "Did we cancel any lines?" asks; "cancel all late lines" is no question.
    const asks = word !== 'cancel' || tokens.slice(0, at).some((token) => /^(did|do|does)$/.test(token.word));
    const state = asks ? states.find(({ words }) => words.test(word))?.state : undefined;
    return state !== undefined && (!used.has(at) || isTopic(at) || isLone(at, state)) ? [{ at, state }] : [];
  });
  // "Purchase orders not yet delivered": said by a phrase, which by itself is about units.
  const ofOrders = matches.some(isOfOrders) || tokens.some(({ lemma }) => orderNouns.test(lemma));
  // "Late orders, and the units still to come": which orders is said.
  if (ofOrders && phrases.some(isStillToCome) && !phrases.some(isLate)) found.push({ at: -1, state: 'open' });
  const [first] = found.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  if (first === undefined) return null;
  const days = first.state === 'late' ? findDays(tokens, used, lexicon) : null;
  if (days !== null) {
    for (const { at } of found) used.add(at);
    return days;
  }
  const asksMuch = tokens.some(({ word }, at) => word === 'much' && tokens[at - 1]?.word === 'how');
  const noun = tokens.some(({ lemma }) => lemma === 'line')
    ? 'line'
    : tokens.some(({ lemma }) => /^(unit|piece|bag|quantity|pc)$/.test(lemma))
      ? 'unit'
      : asksMuch
        ? 'unit'
        : 'order';
  const asksShare = tokens.some(({ lemma }) => /^(share|percentage|percent|proportion)$/.test(lemma));
  const measure =
    (asksShare ? findMeasure(first.state, 'rate', lexicon) : null) ??
    findMeasure(first.state, noun, lexicon) ??
    findMeasure(first.state, 'order', lexicon);
  if (measure === null) return null;
  for (const { at } of found) if (at >= 0) used.add(at);
  // "Late with deliveries": what is late is said by the measure.
  for (const [at, { lemma }] of tokens.entries())
    if (/^(delivery|delivering|shipment|consignment|line|schedule)$/.test(lemma)) used.add(at);
  return measure;
}

/** "How many days is the worst one late?" */
function findDays(tokens: Token[], used: Set<number>, { entries }: Lexicon): Reference[] | null {
  const at = tokens.findIndex(
    ({ lemma }, index) => lemma === 'day' && tokens[index - 1]?.word === 'many' && !used.has(index),
  );
  // "Late by how many days on average?"
  const isMean = tokens.some(({ word }) => /^(average|avg|mean|typically|usually|normally)$/.test(word));
  const [first, phrase] = isMean ? ['delivery', 'delivery delay'] : ['day', 'day late'];
  const entry = entries.get(first)?.find(({ lemmas }) => lemmas.join(' ') === phrase);
  if (at < 0 || entry?.concept.kind !== 'measure') return null;
  used.add(at);
  return entry.concept.references;
}

const states = [
  { state: 'late', words: /^(late|overdue|delayed|slipping|slipped|slip|tardy|belated|lagging|dragging)$/ },
  { state: 'cancelled', words: /^cancel(led|ed|s)?$/ },
  { state: 'open', words: /^(open|outstanding|pending|undelivered|unfulfilled|unfilled|unfinished)$/ },
];
const orderNouns = /^(line|order|ordered|delivery|shipment|consignment|po)$/;
const order = states.map(({ state }) => state);

function isStillToCome({ concept }: Match): boolean {
  return (
    concept.kind === 'measure' &&
    concept.verb === true &&
    concept.references.some(({ name }) => name === 'open_units')
  );
}

function isLate({ concept }: Match): boolean {
  return (
    concept.kind === 'measure' && concept.references.some(({ name }) => /^late_(orders|lines)$/.test(name))
  );
}

function isAboutOrders(match: Match): boolean {
  const { concept } = match;
  const isSupplier =
    concept.kind === 'dimension' && concept.references.some(({ name }) => name === 'supplier');
  return isSupplier || isOfOrders(match);
}

function isOfOrders({ concept }: Match): boolean {
  return (
    (concept.kind === 'measure' || concept.kind === 'dimension') &&
    concept.references.some(({ name }) => /^purchase_order(_count)?$/.test(name))
  );
}

/** Of what the words may mean, the measure that is named after the state: "open orders" are not what is on order. */
function findMeasure(state: string, noun: string, { entries }: Lexicon): Reference[] | null {
  const entry = entries.get(state)?.find(({ lemmas }) => lemmas.join(' ') === `${state} ${noun}`);
  if (entry?.concept.kind !== 'measure') return null;
  const named = entry.concept.references.filter(({ name }) => name.startsWith(`${state}_`));
  return named.length > 0 ? named : null;
}
