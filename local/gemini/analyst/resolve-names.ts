import { type Entry, isSameName, readEntries, readFound, toNameWords } from './catalog-entries.ts';
import { editDistance } from './edit-distance.ts';
import type { Filter, NameMention } from './question.ts';
import type { ToolStep } from './read-steps.ts';
import { fold, toLemma } from './words.ts';

/** What a name turned out to be. */
export type ResolvedName = {
  mention: NameMention;
  filter: Filter;
  /** Set where the name was not found as typed: what was taken instead. */
  takenFor: string | null;
  /** One of several words side by side: it narrows what the others name. */
  narrows?: boolean;
};
export type Resolution = {
  found: ResolvedName[];
  /** Names that the catalog does not have, with the nearest entries. */
  unknown: { mention: NameMention; nearest: string[] }[];
  /** Names that were not looked up yet. */
  pending: NameMention[];
};

/** Reads the answers of search_catalog: which dimension and value each name stands for. */
export function resolveNames(names: NameMention[], steps: ToolStep[]): Resolution {
  const resolution: Resolution = { found: [], unknown: [], pending: [] };
  for (const mention of names) {
    const search = findSearch(mention, steps);
    if (!search) resolution.pending.push(mention);
    else {
      const { entries } = search;
      const chosen = choose(mention, search);
      const words = mention.text.split(/\s+/);
      const isSame =
        chosen !== null &&
        (chosen.takenFor === null || toLemma(fold(chosen.takenFor)) === toLemma(fold(mention.text)));
      const isSure = isSame || !mention.optional;
      if (mention.optional && !(isSure && chosen?.filter.op !== 'contains')) continue;
      if (chosen) resolution.found.push(chosen);
      else if (toSynonyms(mention).length > 0) resolveSynonyms(mention, search.entries, steps, resolution);
      else if (words.length > 1) resolveWords(mention, words, entries, steps, resolution);
      else resolution.unknown.push({ mention, nearest: toNearest(entries) });
    }
  }
  return resolution;
}

/** Channels by other names: one company's "online" is another one's "internet". */
const channels = [
  ['online', 'internet', 'web', 'e-commerce', 'webshop', 'digital'],
  ['wholesale', 'reseller', 'dealer', 'distributor', 'b2b'],
  ['store', 'retail', 'shop'],
];

function toSynonyms({ text, tried }: NameMention): string[] {
  const word = toLemma(fold(text));
  return tried ? [] : (channels.find((names) => names.includes(word)) ?? []).filter((name) => name !== word);
}

/** Takes a channel that the catalog has by another name, and says so. */
function resolveSynonyms(mention: NameMention, entries: Entry[], steps: ToolStep[], into: Resolution): void {
  const others = toSynonyms(mention).map((text) => ({ ...mention, text, hint: null, tried: true }));
  const { found, pending } = resolveNames(others, steps);
  const isChannel = ({ filter }: ResolvedName) => /^(channel|customer_segment)$/.test(filter.dimension);
  const [known] = found.filter((one) => isChannel(one) && one.takenFor === null);
  if (known) into.found.push({ ...known, mention, takenFor: known.filter.values[0] ?? null });
  else if (pending.length > 0) into.pending.push(...pending);
  else into.unknown.push({ mention, nearest: toNearest(entries) });
}

type Search = {
  entries: Entry[];
  /** Whether the entries are all that hold the words. */
  complete: boolean;
};

/** What was found for a name: by its own search, or spelled out in the answer to another one. */
function findSearch(mention: NameMention, steps: ToolStep[]): Search | null {
  const step = steps.find(({ name, args }) => name === 'search_catalog' && args.query === toQuery(mention));
  if (step?.outcome.kind === 'result') {
    const { result } = step.outcome;
    const entries = readEntries(result);
    return { entries, complete: result.rowsCut === 0 || entries.at(-1)?.match === 'similar' };
  }
  if (step) return { entries: [], complete: true };
  const named = readFound(steps).filter(({ name }) => isSameName(name, mention.text));
  const entries = named.map((entry): Entry => ({ ...entry, match: 'exact' }));
  return entries.length > 0 ? { entries, complete: false } : null;
}

/** "Europe online" is no name, but each of its words is one: all must be, or none is taken. */
function resolveWords(
  mention: NameMention,
  words: string[],
  entries: Entry[],
  steps: ToolStep[],
  into: Resolution,
): void {
  // "Product 771": an id, with what it is the id of before it.
  const [, id = ''] = words;
  const isNumbered = words.length === 2 && /^\d+$/.test(id) && mention.hint !== null;
  const parts = resolveNames(
    isNumbered
      ? [{ ...mention, text: id }]
      : words.slice(0, mostWords).map((text) => ({ ...mention, text, hint: null })),
    steps,
  );
  // Words side by side narrow each other ("black mountain"); in a list each is a choice.
  const lists = /[,;&/]/.test(mention.text);
  const isId = ({ filter }: ResolvedName) => filter.dimension === mention.hint;
  if (parts.pending.length > 0) into.pending.push(...parts.pending);
  else if (words.length > mostWords || (isNumbered && !parts.found.every(isId)))
    into.unknown.push({ mention, nearest: toNearest(entries) });
  else if (parts.unknown.length === 0)
    into.found.push(...withoutQualifiers(mention, parts.found).map((one) => ({ ...one, narrows: !lists })));
  else into.unknown.push({ mention, nearest: toNearest(entries) });
}

/** Words of one name that are looked up one by one. */
const mostWords = 4;

function toNearest(entries: Entry[]): string[] {
  return [...new Set(entries.map(({ name }) => name))].slice(0, 3);
}

/** "Camping gear": beside a group of products that is named exactly, a word that is only like another one adds nothing. */
function withoutQualifiers(mention: NameMention, found: ResolvedName[]): ResolvedName[] {
  const isGroup = ({ filter }: ResolvedName) => /category|brand/.test(filter.dimension);
  const exact = found.filter((one) => isGroup(one) && one.takenFor === null && one.filter.op === 'is');
  const [group] = exact;
  const likes = found.filter((one) => one.takenFor !== null && isProductKind(one));
  if (!group || exact.length > 1 || likes.length === 0) return found;
  const kept = found.filter((one) => !likes.includes(one) && one !== group);
  return [...kept, { ...group, mention, takenFor: group.filter.values[0] ?? null }];
}

function isProductKind({ filter }: ResolvedName): boolean {
  return productKinds.includes(filter.dimension);
}

export function toQuery(mention: NameMention): string {
  return mention.text.slice(0, 100);
}

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

function choose(mention: NameMention, { entries, complete }: Search): ResolvedName | null {
  const hinted = mention.hint === 'sku' ? 'product' : mention.hint;
  const ofKind = entries.filter(({ kind }) => kind === hinted);
  for (const candidates of hinted === null ? [entries] : [ofKind, entries]) {
    const exact = byKind(candidates.filter(({ match }) => match === 'exact'))[0];
    if (exact) return take(mention, exact, null);
    // "Sales in Australia" are not those of the supplier "Australia Bike Retailer".
    const isPlace = mention.place && toNameWords(mention.text).length === 1;
    const near = isPlace ? candidates.filter(({ kind }) => !/^(supplier|customer)$/.test(kind)) : candidates;
    // A short number is a part of many names; "region 4" may be the only one of its kind that has it.
    const isNumber = /^\d{1,4}$/.test(mention.text);
    if (isNumber && (hinted === null || candidates !== ofKind)) continue;
    const parts = near.filter((entry) => holdsWords(mention.text, entry));
    if (isNumber && parts.length !== 1) continue;
    const partial = choosePartial(mention, parts, { entries: candidates, complete });
    if (partial) return partial;
    // The whole name before a part of one: "Kestral Peak" is the brand, not one of its products.
    const alike = near.filter((entry) => isLike(mention.text, entry.name));
    const length = toNameWords(mention.text).length;
    const similar =
      byKind(alike.filter(({ name }) => toNameWords(name).length === length))[0] ?? byKind(alike)[0];
    if (similar) return take(mention, similar, similar.name);
  }
  return null;
}

function byKind(entries: Entry[]): Entry[] {
  return entries.toSorted((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind));
}

function choosePartial(mention: NameMention, parts: Entry[], all: Search): ResolvedName | null {
  const [first] = byKind(parts);
  if (!first) return null;
  const same = parts.filter(({ kind }) => kind === first.kind);
  if (same.length === 1) return take(mention, first, first.name);
  // Several products share the words: all of them are meant.
  const op = mention.excluded ? 'is_not' : 'contains';
  const written = toSharedPart(mention.text, same);
  // "Red" stands in "Battery-Powered", too.
  const holds = all.entries.filter(
    ({ kind, name }) => kind === first.kind && written !== null && fold(name).includes(fold(written)),
  );
  if (op === 'contains' && written !== null && (holds.length === same.length || !all.complete))
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
    [text, singular].find((part) => entries.every(({ name }) => fold(name).includes(fold(part)))) ?? null
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
    words.some((word) => word === wanted || begins(word, toLemma(wanted), kind)),
  );
}

/** "Retail" begins "Retailer", but "spring" is no "Springform"; and customers are not known by a piece of a word. */
function begins(word: string, wanted: string, kind: string): boolean {
  const most = kind === 'customer' ? 0 : 3;
  return wanted.length >= 4 && word.startsWith(wanted) && word.length - wanted.length <= most;
}

/** One or two letters differ, from the name or from one of its words. */
function isLike(text: string, name: string): boolean {
  const wanted = toNameWords(text).map(toLemma);
  const words = toNameWords(name).map(toLemma);
  return wanted.every((a) =>
    words.some(
      (b) =>
        a.length > (words.length > 1 ? 4 : 3) &&
        a[0] === b[0] &&
        editDistance(a, b, 2) <= (a.length >= 7 ? 2 : 1),
    ),
  );
}

/** Kinds that narrow the same thing: naming another one replaces it. */
const productKinds = ['product', 'sku', 'category', 'subcategory'];

/** Filters of a follow-up: what is named anew replaces what it narrows, values of one dimension come together. */
export function mergeFilters(before: Filter[], found: ResolvedName[]): Filter[] {
  const added: Filter[] = [];
  for (const { filter: own, narrows, mention } of found) {
    const beside = mention.added
      ? before.find(({ dimension, op }) => dimension === own.dimension && op === own.op)
      : undefined;
    const filter = beside ? { ...own, values: [...new Set([...beside.values, ...own.values])] } : own;
    const same = narrows
      ? undefined
      : added.find((other) => other.dimension === filter.dimension && other.op === filter.op);
    if (same) same.values = [...new Set([...same.values, ...filter.values])];
    else added.push({ ...filter, values: [...filter.values] });
  }
  const replaced = (filter: Filter) =>
    added.some(
      ({ dimension, op }) =>
        dimension === filter.dimension ||
        (op !== 'is_not' && productKinds.includes(dimension) && productKinds.includes(filter.dimension)),
    );
  return [...before.filter((filter) => !replaced(filter)), ...added];
}
