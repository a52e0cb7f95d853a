import { type Entry, toNameWords } from '../names/catalog-entries.ts';
import type { NameRange } from '../names/find-catalog-names.ts';
import type { FoundPeriods } from '../time/find-periods.ts';
import type { Match } from '../vocabulary/match-phrases.ts';
import { fold, type Token, toLemma } from '../vocabulary/words.ts';

/** Goods that come in: asked for as they were ordered from suppliers, as these delivered them, or as they are due. */
export type Purchasing = { stage: 'ordered' | 'received' | 'expected'; used: number[] };

/** What a sentence says of goods that come in. */
export type FoundPurchasing = {
  purchasing: Purchasing | null;
  /** Whether suppliers, or one of them, are spoken of. */
  namesSupplier: boolean;
  /** The words of suppliers' names. */
  suppliers: string[];
};

/**
 * Whether the goods of a question come in or go out: "what did we order?", "spend by supplier" and "what did Orsini deliver?" are
 * about orders to suppliers, "what did customers order?" is about sales. Who does it decides, so each word is tagged with its part
 * in such a sentence, and the tags are matched.
 */
export function findPurchasing(
  tokens: Token[],
  matches: Match[],
  entries: Entry[],
  time: FoundPeriods,
  quoted: NameRange[],
): FoundPurchasing {
  const kinds = toKinds(entries);
  // "And what did each spend?" speaks of the buyers before.
  const refers = (at: number) =>
    /^(each|they)$/.test(tokens[at]?.word ?? '') && /^sp(end|ent|ending)$/.test(tokens[at + 1]?.word ?? '');
  // "Delacroix Supply" supplies nothing by its name.
  const isQuoted = (at: number) => quoted.some(({ from, to }) => at >= from && at < to);
  const tags = tokens
    .map((_, at) => (isQuoted(at) ? '.' : refers(at) ? 'c' : toTag(tokens, at, matches, kinds)))
    .join('');
  const due = findDue(tokens, time);
  // "Ordered against received units by supplier": both are of the orders.
  const says = (word: RegExp) => tokens.some((token) => word.test(token.word));
  const both = says(/^ordered$/) && says(/^(received|arrived|delivered)$/) && !tags.includes('c');
  // "Orders by supplier", "Orsini: value of our orders with them": where suppliers are the party, orders are those to them.
  const isNamed = matches.some(isOfOrders);
  const isTheirs = !isNamed && !says(sales) && /^[^cdr]*(s[^cdr]*[bmp]|[bmp][^cdr]*s)[^cdr]*$/.test(tags);
  const said = matchForms(tags);
  // "What share of sales came from Orsini?": a figure of what was sold, whatever the verb.
  const form = said?.stage === 'received' && says(sales) ? null : said;
  const found = form ?? (both || isTheirs ? { stage: 'ordered' as const, used: toVerbs(tags) } : null);
  return {
    purchasing: due.length > 0 ? { stage: 'expected', used: due } : found,
    namesSupplier: tags.includes('s'),
    suppliers: tokens.flatMap(({ text }, at) => (tags[at] === 's' ? [fold(text)] : [])),
  };
}

/** "Purchase orders", "late orders": a figure of its own. */
function isOfOrders({ concept }: Match): boolean {
  const isOwn = concept.kind === 'measure' || concept.kind === 'dimension';
  return isOwn && concept.references.every(({ name }) => /purchase_order|^(open|late|cancelled)_/.test(name));
}

function matchForms(tags: string): Purchasing | null {
  for (const { stage, form } of forms) {
    const found = form.exec(tags);
    if (!found) continue;
    return { stage, used: toVerbs(found[0]).map((offset) => found.index + offset) };
  }
  return null;
}

function toVerbs(tags: string): number[] {
  return [...tags].flatMap((tag, at) => (/[bpdrom]/.test(tag) ? [at] : []));
}

const sales =
  /^(sales?|sell|sells|sold|selling|revenue|turnover|takings|income|margins?|profits?|profitable|discounts?|customers?)$/;

/** "What is due next week?", "which deliveries do we expect today?": goods on their way, and days that are not over. */
function findDue(tokens: Token[], { future, periods, used }: FoundPeriods): number[] {
  const text = tokens.map(({ word }) => word).join(' ');
  if (asksWhen(text)) return tokens.flatMap(({ word }, at) => (arriving.test(word) ? [at] : []));
  const isRunning = periods.some(({ spoken }) => /^this \w+ so far$|^today$/.test(spoken));
  if (future === null && !isRunning) return findDueThen(tokens, text, periods, used);
  // "What share of orders come from online customers?"
  const isSold = tokens.some(({ lemma }) =>
    /^(customer|client|buyer|shopper|share|online|store|money|cash|income)$/.test(lemma),
  );
  const goods =
    !isSold &&
    (/^what (?:is|are|do we|s) (?:still )?expect/.test(text) ||
      tokens.some(({ lemma }) => /^(delivery|shipment|po|order|good|supplier|vendor|truck)$/.test(lemma)));
  return tokens.flatMap(({ text }, at) => {
    // As typed: spelling may have made "arrived" of it.
    const word = fold(text);
    const comesIn = !isSold && word === 'coming' && tokens[at + 1]?.word === 'in';
    const isDue = comesIn || /^(due|arriving|arrives?|incoming|inbound|landing)$/.test(word);
    const mayBe = goods && /^(expect|expected|expecting|scheduled|coming|come|comes)$/.test(word);
    const isCause = word === 'due' && tokens[at + 1]?.word === 'to';
    // "Still to come in" is what is open, whenever it is due.
    const isOpen = tokens[at - 1]?.word === 'to' && /^(still|yet)$/.test(tokens[at - 2]?.word ?? '');
    return (isDue || mayBe) && !isCause && !isOpen && !used.has(at) ? [at] : [];
  });
}

/** "Purchase orders due in December", "deliveries expected between 1 and 10 December", "were due last week and are still open". */
function findDueThen(
  tokens: Token[],
  text: string,
  periods: FoundPeriods['periods'],
  used: ReadonlySet<number>,
): number[] {
  const isSold = /\b(?:customers?|clients?|sales|sell|sold|online|store|invoices?|payments?)\b/.test(text);
  const isThen = /\b(?:was|were|have|last|ago|past)\b/.test(text);
  const isOpen = /\b(?:still|open|outstanding|missing)\b/.test(text);
  if (periods.length !== 1 || isSold || (isThen && !isOpen)) return [];
  const goods = /\b(?:purchase orders?|pos?|deliver(?:y|ies)|shipments?|suppliers?|vendors?)\b/.test(text);
  return tokens.flatMap(({ word }, at) => {
    const isDue = word === 'due' && tokens[at + 1]?.word !== 'to';
    const mayBe = goods && /^(?:expected|scheduled|promised)$/.test(word);
    return (isDue || mayBe) && !used.has(at) ? [at] : [];
  });
}

/** "When will the Lotus order come?", "which day do we get the next cups?": goods on their way. */
export function asksWhen(text: string): boolean {
  return (
    /^(?:and )?(?:when|by when|(?:in |on |by )?(?:which|what) (?:days?|dates?)) (?:is|are|will|do|does|can|should|may|must)\b/.test(
      text,
    ) &&
    /\b(?:arrives?|arriving|delivered|delivery|deliveries|deliver|comes?|coming|due|expect(?:ed)?|shipments?|land|get|receive|get here)\b/.test(
      text,
    ) &&
    !/\b(?:last|previous|run out|reorder|order more|to order)\b/.test(text)
  );
}

const arriving =
  /^(arrives?|arriving|delivered|delivery|deliveries|deliver|comes?|coming|due|expect|expected|shipments?|land|get|receive|here|next|orders?)$/;

/** w: we, h: who, g: goods, a: auxiliary, b: buy, m: place (an order), p: spend, d: deliver, r: receive, o: get, s: supplier, c: customer, f/t/y: from, with, by. */
const forms: { stage: Purchasing['stage']; form: RegExp }[] = [
  { stage: 'received', form: /s[a.]{0,3}d/ },
  { stage: 'received', form: /d[^wc]*y\.?s/ },
  { stage: 'received', form: /[rod][^c]*f\.?s/ },
  // "From which vendor do we get pedals?", "which suppliers do we get these from?"
  { stage: 'ordered', form: /f\.?sa*wa*o|sa*wa*o[^c]*f/ },
  { stage: 'received', form: /f\.?sa*wa*r|sa*wa*r[^c]*f/ },
  { stage: 'received', form: /^hd/ },
  { stage: 'ordered', form: /wa*[bpm]/ },
  { stage: 'ordered', form: /ga*b/ },
  { stage: 'ordered', form: /[bpm][^c]*[ft]\.?s/ },
  { stage: 'ordered', form: /^[^cw]*p[^c]*$/ },
];

const verbs: [string, RegExp][] = [
  ['w', /^(we|i)(['’]ve)?$/],
  ['h', /^who$/],
  ['g', /^goods$/],
  ['a', /^(have|has|had|did|do|does|all|also|ever|actually|usually|already|been|just|currently)$/],
  ['b', /^(buy|buys|bought|buying|purchas(e|es|ed|ing)|order|orders|ordered|ordering|procured?)$/],
  ['m', /^(place|places|placed|raised?|issued?)$/],
  ['p', /^(spend|spends|spent|spending|pay|pays|paid|paying|expenditure)$/],
  [
    'd',
    /^(deliver|delivers|delivered|delivering|supply|supplies|supplied|ship|ships|shipped|send|sends|sent|brought)$/,
  ],
  [
    'r',
    /^(receive|receives|received|receiving|take|took|taken|come|comes|came|arrive|arrives|arrived|land|landed)$/,
  ],
  ['o', /^(get|gets|got|getting|obtain|obtains|obtained|source|sources|sourced|sourcing)$/],
  ['f', /^from$/],
  ['t', /^with$/],
  ['y', /^by$/],
  ['c', /^(customers?|clients?|buyers?|shoppers?|accounts?)$/],
];

const buyers = new Set(['customer', 'customer_segment', 'channel', 'region']);

type Kinds = ReadonlyMap<string, ReadonlySet<string>>;

/** The kinds of things that have a word in their names; of a supplier the first word is told apart. */
function toKinds(entries: Entry[]): Kinds {
  const kinds = new Map<string, Set<string>>();
  const add = (word: string, kind: string) => kinds.set(word, (kinds.get(word) ?? new Set()).add(kind));
  for (const { name, kind } of entries) {
    const words = toNameWords(name).map(toLemma);
    for (const word of words) add(word, kind);
    if (kind === 'supplier' && words[0] !== undefined) add(words[0], 'supplier: first');
  }
  return kinds;
}

function toTag(tokens: Token[], at: number, matches: Match[], kinds: Kinds): string {
  const { text = '', word = '', lemma = '', opens = false } = tokens[at] ?? {};
  const [before = '', after = ''] = [tokens[at - 1]?.word, tokens[at + 1]?.lemma];
  const match = matches.find(({ from, to }) => at >= from && at < to);
  if (match?.concept.kind === 'reorder') return '.';
  if (match?.concept.kind === 'dimension') {
    const name = match.concept.references[0]?.name ?? '';
    if (name === 'supplier') return 's';
    if (buyers.has(name)) return 'c';
    // "The units each warehouse ordered"
    if (
      name === 'warehouse' &&
      /^(orders?|ordered|spend|spends|spent)$/.test(after) &&
      tokens[at + 2]?.word !== 'by'
    )
      return 'w';
  }
  // As typed, too: spelling may have made a "rise" of "raise".
  const typed = fold(text);
  // "Acme Supply": a word with a capital that a name has is no verb.
  const isName = !opens && /^\p{Lu}/u.test(text) && kinds.has(lemma);
  const verb = isName ? undefined : verbs.find(([, form]) => form.test(word) || form.test(typed))?.[0];
  if (verb !== undefined) return verb;
  const named = match ? [] : [...(kinds.get(lemma) ?? [])];
  // "Spend on coffee" is that on the goods, though a customer is called so.
  if (before !== 'on' && named.some((kind) => buyers.has(kind))) return 'c';
  if (!named.includes('supplier')) return '.';
  // A supplier may be called like its brand: "what came in from Dolcetta", "the Puremix order".
  const isParty = /^(from|by|with)$/.test(before) || /^(order|delivery|shipment)$/.test(after);
  const isCalled = isParty && named.includes('supplier: first');
  return isCalled || named.every((kind) => kind.startsWith('supplier')) ? 's' : '.';
}
