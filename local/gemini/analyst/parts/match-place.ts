import type { Focus } from '../vocabulary/focus-phrases.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Match } from '../vocabulary/match-phrases.ts';
import type { Token } from '../vocabulary/words.ts';

/** The words of a sentence and what they were found to be. */
export type Reading = {
  tokens: Token[];
  sentence: string;
  matches: Match[];
  /** The conditions that are bound to a measure, by their places. */
  bounds: ReadonlyMap<Match, number[]>;
  /** The measure that an adjective away from its noun stands for: "which purchase orders are late?" */
  status: Reference[] | null;
  /** Dimension words that only say what kind of thing a name is. */
  hints: ReadonlySet<Match>;
  /** Indices of the tokens right after a name. */
  ends: ReadonlySet<number>;
  /** Indices of the tokens of names. */
  named: ReadonlySet<number>;
  /** The measure that another one is a share of. */
  whole: Match | null;
};

/** "… by supplier", "… per month": what follows is what is counted for each. */
export function isSplitAfter({ to }: Match, { matches, tokens }: Reading): boolean {
  return matches.some(
    ({ concept, from }) =>
      from >= to &&
      (concept.kind === 'grain' ||
        (concept.kind === 'dimension' && /^(by|per)$/.test(tokens[from - 1]?.word ?? ''))),
  );
}

/** "How many products …", "what percentage of products …" */
export function isCounted(match: Match, { matches, tokens }: Reading): boolean {
  const before = tokens[match.from - 1]?.word ?? '';
  return matches.some(
    (other) =>
      (isFocus(other, 'count') && other.to === match.from) ||
      (isFocus(other, 'share') && before === 'of' && other.to === match.from - 1),
  );
}

/**
 * "How much money customers got back", "which products did wholesale buyers take": who does it, where something else is asked.
 * What comes after "which", "how many" or "top" is asked itself.
 */
export function isActing(match: Match, { matches, tokens, named }: Reading): boolean {
  const before = tokens[leadOf(match, named) - 1]?.word ?? '';
  // "What did customers from the West buy?"
  const did = /^(did|do|does)$/.test(before);
  if (did && tokens.slice(match.to).some(({ word }) => acting.test(word))) return true;
  // "In which territory have bought the internet clients the most?"
  const lead = leadOf(match, named);
  const verb = tokens[/^(the|our)$/.test(before) ? lead - 2 : lead - 1]?.word ?? '';
  if (acting.test(verb) && /^(did|do|does|have|has)$/.test(tokens[lead - 3]?.word ?? '')) return true;
  if (!acting.test(tokens[match.to]?.word ?? '')) return false;
  if (/^(money|much|what|that|did|do|have|our|the)$/.test(before)) return true;
  const asks = matches.some(
    ({ concept, to }) => to <= match.from && (concept.kind === 'dimension' || 'or' in concept),
  );
  // "Which day of the week customers place most orders"
  const follows = matches.some(({ concept, to }) => concept.kind === 'dimension' && to === lead);
  return asks && (follows || /^(does|has|had)$|s$/.test(before));
}

const acting =
  /^(got|get|returned|return|spent|spend|bought|buy|sent|send|paid|pay|ordered|order|take|took|purchase|purchased|want|need|prefer|chose|choose|pick|picked|place|placed)$/;

/** "Margin on an average wholesale order", "units per online order": the one thing that a figure is divided by. */
export function isDivisor(match: Match, { tokens, named }: Reading): boolean {
  const { concept } = match;
  const isCounted =
    concept.kind === 'measure' && concept.references.every(({ name }) => /^(orders|customers)$/.test(name));
  if (!isCounted || isPlural(tokens[match.to - 1])) return false;
  return /^(per|average|avg|typical)$/.test(tokens[leadOf(match, named) - 1]?.word ?? '');
}

/** "Segments of customers", "which segments are the heaviest buyers?": the noun says what is split, or what it is. */
export function isSaidOf({ from }: Match, { matches, tokens }: Reading): boolean {
  const word = (at: number) => tokens[at]?.word ?? '';
  const isSplit = (at: number) =>
    matches.some(({ concept, to }) => concept.kind === 'dimension' && to === at);
  if (word(from - 1) === 'of' && isSplit(from - 1)) return true;
  const order = matches.find(({ concept, to }) => concept.kind === 'order' && to === from);
  const lead =
    order === undefined ? -1 : /^(the|our)$/.test(word(order.from - 1)) ? order.from - 2 : order.from - 1;
  const splits = matches.some(({ concept, to }) => concept.kind === 'dimension' && to <= lead);
  return /^(is|are|was|were)$/.test(word(lead)) && word(lead - 1) !== 'who' && splits;
}

/** Where a noun begins with the name before it: "wholesale customers". */
export function leadOf({ from }: Match, named: ReadonlySet<number>): number {
  let lead = from;
  while (named.has(lead - 1)) lead -= 1;
  return lead;
}

/** "Which Kitchen and Home products are on order?", "list the Halden items": the noun after names is asked for itself. */
export function isAskedFor({ from, to }: Match, { tokens, named }: Reading): boolean {
  let lead = from;
  const isJoint = (at: number) => /^(?:and|or|the|our)$/.test(tokens[at]?.word ?? '');
  while (named.has(lead - 1) || (lead < from && isJoint(lead - 1))) lead -= 1;
  // "List the customers who ordered yesterday", "show all customers that …"
  const isAll = /^(?:the|our|all)$/.test(tokens[lead - 1]?.word ?? '');
  const asks = tokens[isAll ? lead - 2 : lead - 1]?.word ?? '';
  const isTold = /^(?:who|that|which)$/.test(tokens[to]?.word ?? '');
  if (asks === 'list' || (isTold && /^(?:show|name|find|see|me)$/.test(asks))) return true;
  return /^(?:which|what|list)$/.test(tokens[lead - 1]?.word ?? '');
}

/** "What do hospitality customers buy, by category?" */
export function isSplitElsewhere(match: Match, { matches, tokens, ends }: Reading): boolean {
  const acts = tokens.some(({ word }) =>
    /^(buy|buys|bought|spend|spends|spent|orders?|ordered|purchased?|get|got|returned?)$/.test(word),
  );
  return (
    acts &&
    ends.has(match.from) &&
    matches.some(
      ({ concept, from }) =>
        concept.kind === 'dimension' && from > match.to && tokens[from - 1]?.word === 'by',
    )
  );
}

/** "Transferred between warehouses", "sent back by customers": says where, by whom or to whom, and is no split. */
export function isPlace(tokens: Token[], { from, to }: Pick<Match, 'from' | 'to'>): boolean {
  const [before = '', last = ''] = [tokens[from - 2]?.word, tokens[from - 1]?.word];
  // "Value ordered by purchase orders" is split by them: orders do nothing.
  const isMany = isPlural(tokens[to - 1]) && tokens[to - 1]?.lemma !== 'order';
  if (/^(between|with|from)$/.test(last)) return true;
  // What is sold by channels or sites is split by them.
  if (
    isMany &&
    before !== 'sold' &&
    (last === 'to' || giving.test(/^(our|the)$/.test(last) ? before : last) || isAgent(before, last))
  )
    return true;
  return /^(in|between|with|inside)$/.test(before) && /^(the|our|all)$/.test(last) && isMany;
}

/** "Sent back by customers": who did it. */
export const isAgent = (before: string, last: string) =>
  last === 'by' &&
  (/ed$|^(most|least|mostly|mainly)$/.test(before)
    ? !/^(group|sort|rank|list|filter|compar|divid|separat|organi[sz]|segment|arrang|plott)ed$/.test(before)
    : /^(back|in|bought|sold|spent|made|brought|sent|taken|paid|given|came|come|comes|got|won)$/.test(
        before,
      ));

/** "The discount we granted customers": to whom. */
const giving =
  /^(grant|granted|give|gave|given|giving|allow|allowed|offer|offered|charge|charged|refund|refunded|sell|sold|ship|shipped|send|sent|owe|owed)$/;

/** "The top ten products with their brand": told of each of them. */
export function isAttribute(match: Match, { tokens }: Reading): boolean {
  const [joins = '', whose = ''] = [tokens[match.from - 2]?.word, tokens[match.from - 1]?.word];
  return /^(?:their|its)$/.test(whose) && /^(?:with|and|plus|including|showing|show)$/.test(joins);
}

/** "Suppliers' products" are looked at by supplier. */
export function isOwned(match: Match, { matches, tokens, sentence, hints }: Reading): boolean {
  // "Suppliers by the profit that their products earned"
  const isTheirs =
    /^(their|its)$/.test(tokens[match.from - 1]?.word ?? '') &&
    matches.some((other) => other.concept.kind === 'dimension' && other.to < match.from && !hints.has(other));
  // "Whose products sold best, five suppliers"
  const isOfOthers =
    tokens[match.from - 1]?.word === 'whose' &&
    matches.some((other) => other !== match && other.concept.kind === 'dimension' && !hints.has(other));
  if (isTheirs || isOfOthers) return true;
  const owner = matches.find(({ concept, to }) => concept.kind === 'dimension' && to === match.from);
  const last = owner && tokens[owner.to - 1];
  return last !== undefined && (/['’]s$/.test(last.text) || /['’]/.test(sentence.charAt(last.end)));
}

/** "Which products sold most": the words are the name of a measure, but ask for the products. */
export function isSoldThing(references: Reference[]): boolean {
  return references.some(({ name }) => name === 'products_sold');
}

export function isPlural(token: Token | undefined): boolean {
  return token !== undefined && token.word !== token.lemma;
}

export function isFocus({ concept }: Match, focus: Focus): boolean {
  return concept.kind === 'focus' && concept.focus === focus;
}

export function speak({ tokens, sentence }: Reading, { from, to }: Match): string {
  return sentence.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0).toLowerCase();
}

/** "Reject rate, 2013 against 2012, all vendors": of all together. */
export function isWhole({ from, to }: Match, { tokens, sentence }: Reading): boolean {
  return (
    to === tokens.length && /,\s*all(?: of)?(?: the| our)?\s*$/i.test(sentence.slice(0, tokens[from]?.start))
  );
}

/** "Which channel has most customers?", "which month had the fewest?": their number ranks what was named before. */
export function isMostOf(match: Match, { tokens, matches, named }: Reading): boolean {
  const lead = leadOf(match, named);
  const order = matches.find(({ concept, to }) => concept.kind === 'order' && to === lead);
  const before = order && tokens[order.from - (tokens[order.from - 1]?.word === 'the' ? 2 : 1)];
  return (
    order !== undefined &&
    /^(with|has|had|have|having|got|by|served|reached|attracted)$/.test(before?.word ?? '') &&
    matches.some(
      ({ concept, to }) => (concept.kind === 'dimension' || concept.kind === 'grain') && to <= order.from,
    )
  );
}
