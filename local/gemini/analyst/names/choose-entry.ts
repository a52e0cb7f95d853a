import type { Filter, NameMention } from '../question/question.ts';
import { isEnglish } from '../vocabulary/english.ts';
import { fold, toLemma } from '../vocabulary/words.ts';
import { type Entry, isSameName, toNameWords, withoutId } from './catalog-entries.ts';
import { begins, beginsJoined, isLike, isShortFor } from './name-likeness.ts';

/** What a name turned out to be. */
export type ResolvedName = {
  mention: NameMention;
  filter: Filter;
  /** Set where the name was not found as typed: what was taken instead. */
  takenFor: string | null;
  /** One of several words side by side: it narrows what the others name. */
  narrows?: boolean;
  /** Another kind of thing that has exactly this name, too: a region and the warehouse in it. */
  otherKind?: string;
};

export type Search = {
  entries: Entry[];
  /** Whether the entries are all that hold the words. */
  complete: boolean;
};

/** Broad kinds first: "Bikes" is the category before it is a part of a product's name. */
const kindOrder = [
  ...[
    'category',
    'subcategory',
    'brand',
    'warehouse',
    'channel',
    'region',
    'customer_segment',
    'supplier',
    'customer',
  ],
  'product',
];

export function choose(mention: NameMention, search: Search): ResolvedName | null {
  const chosen = chooseAny(mention, search);
  // "Red products" are not the one product that has the word in its name, nor "vet customers" the one customer.
  const isOne =
    /^(product|customer)$/.test(chosen?.filter.dimension ?? '') &&
    chosen?.filter.op === 'is' &&
    chosen.takenFor !== null;
  return isOne && mention.several ? null : chosen;
}

function chooseAny(mention: NameMention, search: Search): ResolvedName | null {
  const { fits } = mention;
  const { complete } = search;
  const entries = fits ? search.entries.filter(({ kind }) => fits.includes(kind)) : search.entries;
  const hinted = mention.incoming ? 'supplier' : mention.hint === 'sku' ? 'product' : mention.hint;
  const ofKind = entries.filter(({ kind }) => kind === hinted);
  // "Our best café customer" is one of the cafés, not one with the word in its name.
  // "Revenue per café" is of each of them, where they are a segment.
  const isGroup = ({ kind, name }: Entry) =>
    (kind === 'customer_segment' || (kind === 'channel' && !mention.split)) &&
    (isSameName(name, mention.text) || isShortFor(mention.text, name));
  const group = entries.find(isGroup);
  if ((hinted === 'customer' || mention.several || mention.split) && group)
    return take(mention, group, isSameName(group.name, mention.text) ? null : group.name);
  for (const candidates of hinted === null ? [entries] : [ofKind, entries]) {
    // "Schools" is the whole name of the segment "School", and a part of the channel "Schools & Libraries".
    const isWhole = ({ match, name }: Entry) => match === 'exact' || isSameName(name, mention.text);
    // "Orders by phone" are of the channel "Phone", and "phones" the goods.
    // "Customers in Bristol" are in the region, whatever else is there.
    const isOfBuyers =
      mention.ofBuyers === true && candidates.some((entry) => isWhole(entry) && entry.kind === 'region');
    const wholes = byKind(
      candidates.filter((entry) => isWhole(entry) && !(isOfBuyers && entry.kind === 'warehouse')),
    );
    const exact = wholes.find(({ name }) => fold(name) === fold(mention.text.trim())) ?? wholes[0];
    const other = wholes.find(({ kind }) => kind !== exact?.kind);
    if (exact) {
      // "Phones" are no channel "Phone".
      const isOther =
        other !== undefined && other.kind !== 'product' && fold(other.name).startsWith(fold(exact.name));
      return { ...take(mention, exact, null), ...(isOther && { otherKind: other.kind }) };
    }
    // "Sales in Australia" are not those of the supplier "Australia Bike Retailer".
    const isPlace = mention.place && toNameWords(mention.text).length === 1;
    // Nor are "GU10 lamps" those that "The Lamp Shop" bought, where goods are called so, nor "hotels that bought wine".
    const isNoun =
      hinted === null &&
      isOrdinaryNoun(mention.text) &&
      ((mention.traded === true && !mention.counted) ||
        candidates.some((entry) => entry.kind === 'product' && holdsWords(mention.text, entry)));
    const near = candidates.filter(
      ({ kind }) => !(isPlace && kind === 'supplier') && !((isPlace || isNoun) && kind === 'customer'),
    );
    // A short number is a part of many names; "region 4" may be the only one of its kind that has it.
    const isNumber = /^\d{1,4}$/.test(mention.text);
    if (isNumber && (hinted === null || candidates !== ofKind)) continue;
    const parts = near.filter((entry) => holdsWords(mention.text, entry));
    if (isNumber && parts.length !== 1) continue;
    const partial = choosePartial(mention, parts, { entries: candidates, complete });
    const short = hinted === null ? findGroup(mention, entries) : undefined;
    if (short && (partial === null || isOfOne(partial))) return take(mention, short, short.name);
    if (partial) return partial;
    // "Not black": more goods than were found.
    if (mention.excluded && parts.length > 1) return null;
    const [place, ...others] = near.filter((entry) => beginsPlace(mention, entry));
    if (place && others.length === 0) return take(mention, place, place.name);
    const [joined, ...more] = near.filter((entry) => beginsJoined(mention.text, entry.name));
    if (joined && more.length === 0) return take(mention, joined, joined.name);
    // The whole name before a part of one: "Kestral Peak" is the brand, not one of its products.
    const alike = near.filter((entry) => isLike(mention.text, entry.name));
    const length = toNameWords(mention.text).length;
    const similar =
      byKind(alike.filter(({ name }) => toNameWords(name).length === length))[0] ?? byKind(alike)[0];
    const family = similar && toFamily(mention, similar, alike);
    if (family) return family;
    if (similar) return take(mention, similar, similar.name);
  }
  return null;
}

/** "Vet sales" are those of the segment "Veterinary", and not of the one customer "Saturday Vets". */
function findGroup({ text }: NameMention, entries: Entry[]): Entry | undefined {
  const begun = toLemma(text.trim());
  // "What did we give off?" is not of the offices.
  const isWord = /^(?!(?:off|out|for|per|via|all|any|own|big|low|top)$)\p{Ll}{3,}$/u.test(text.trim());
  return entries.find(({ kind, name }) => isWord && groups.test(kind) && fold(name).startsWith(begun));
}

/** Whether it is no more than a part of one customer's or supplier's name. */
function isOfOne({ takenFor, filter }: ResolvedName): boolean {
  return takenFor !== null && /^(?:customer|supplier)$/.test(filter.dimension);
}

/** "Mountian-200", of which there are many: all products that have what was meant. */
function toFamily(mention: NameMention, similar: Entry, alike: Entry[]): ResolvedName | null {
  const products = alike.filter(({ kind }) => kind === 'product');
  const wanted = toNameWords(mention.text).length;
  const words = [...similar.name.matchAll(/[\p{L}\p{N}]+/gu)];
  if (similar.kind !== 'product' || products.length < 2 || words.length <= wanted) return null;
  const runs = words.flatMap((first, at) => {
    const last = words[at + wanted - 1];
    return last ? similar.name.slice(first.index, last.index + last[0].length) : [];
  });
  const run = runs.find((part) => isLike(mention.text, part));
  if (run === undefined || !products.every(({ name }) => fold(name).includes(fold(run)))) return null;
  const op = mention.excluded ? 'contains_not' : 'contains';
  return { mention, filter: { dimension: 'product', op, values: [run] }, takenFor: run };
}

/** "Lamps": a word of English that names nothing by itself. */
export function isOrdinaryNoun(text: string): boolean {
  return /^\p{Ll}+$/u.test(text) && isEnglish(text);
}

function byKind(entries: Entry[]): Entry[] {
  return entries.toSorted((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind));
}

function choosePartial(mention: NameMention, parts: Entry[], all: Search): ResolvedName | null {
  const [first] = byKind(parts);
  if (!first) return null;
  const same = parts.filter(({ kind }) => kind === first.kind);
  if (same.length === 1) return take(mention, first, first.name);
  // Two customers of that name, beside another one that has it in a longer name.
  const namesakes = same.filter(({ name }) => isSameName(withoutId(name), mention.text));
  if (namesakes.length > 0 && namesakes.length < same.length) {
    const values = namesakes.map(({ name }) => name);
    const op = mention.excluded ? 'is_not' : 'is';
    return { mention, filter: { dimension: first.kind, op, values }, takenFor: null };
  }
  // Several products share the words: all of them are meant.
  const op = mention.excluded ? 'contains_not' : 'contains';
  const written = toSharedPart(mention.text, same);
  // "Red" stands in "Battery-Powered", too.
  const holds = all.entries.filter(
    ({ kind, name }) => kind === first.kind && written !== null && fold(name).includes(fold(written)),
  );
  if (written !== null && (holds.length === same.length || !all.complete))
    return { mention, filter: { dimension: first.kind, op, values: [written] }, takenFor: null };
  // Not all of them are known: a part would pass for the whole.
  if (!all.complete) return null;
  const values = [...new Set(same.map(({ name }) => name))];
  return {
    mention,
    filter: { dimension: first.kind, op: mention.excluded ? 'is_not' : 'is', values },
    takenFor: null,
  };
}

/** What stands in all the names, as typed or in the singular: "garden hoses" is in none of them, "garden hose" in all. */
function toSharedPart(text: string, entries: Entry[]): string | null {
  const singular = text
    .split(/\s+/)
    .map((word) => toLemma(fold(word)))
    .join(' ');
  return (
    [text, singular, text.replace(/(?<=\p{L}{4})s$/u, '')].find((part) =>
      entries.every(({ name }) => fold(name).includes(fold(part))),
    ) ?? null
  );
}

function take(mention: NameMention, entry: Entry, takenFor: string | null): ResolvedName {
  const op = mention.excluded ? 'is_not' : 'is';
  // Two warehouses or customers may share a name; their ids do not.
  return { mention, filter: { dimension: entry.kind, op, values: [entry.name] }, takenFor };
}

/** Every word of the text begins a word of the name: "mountain" in "Mountain Bikes", but not "rent" in "Current". */
function holdsWords(text: string, { name, code, id, kind }: Entry): boolean {
  const words = toNameWords(`${name} ${code} ${id}`);
  return toNameWords(text).every((wanted) =>
    words.some(
      (word) =>
        word === wanted ||
        word === toLemma(wanted) ||
        // "Delis"
        (word.length > 3 && `${word}s` === wanted) ||
        begins(word, toLemma(wanted), kind),
    ),
  );
}

/** "Phila", of the one warehouse that is in Philadelphia. */
function beginsPlace({ text, tried }: NameMention, { name, kind }: Entry): boolean {
  const wanted = fold(text.trim());
  const isPiece = kind === 'warehouse' && /^\p{L}+$/u.test(wanted) && wanted.length >= (tried ? 3 : 4);
  return isPiece && toNameWords(name).some((word) => word.startsWith(wanted));
}

const groups = /^(?:category|subcategory|channel|customer_segment)$/;
