import { editDistance } from './edit-distance.ts';
import type { Filter, NameMention } from './question.ts';
import type { ToolResult, ToolStep } from './read-steps.ts';
import { fold, toLemma } from './words.ts';

/** What a name turned out to be. */
export type ResolvedName = {
  mention: NameMention;
  filter: Filter;
  /** Set where the name was not found as typed: what was taken instead. */
  takenFor: string | null;
};
export type Resolution = {
  found: ResolvedName[];
  /** Names that the catalog does not have, with the nearest entries. */
  unknown: { mention: NameMention; nearest: string[] }[];
  /** Names that were not looked up yet. */
  pending: NameMention[];
};

type Entry = { kind: string; id: string; name: string; code: string; match: string };

/** Reads the answers of search_catalog: which dimension and value each name stands for. */
export function resolveNames(names: NameMention[], steps: ToolStep[]): Resolution {
  const resolution: Resolution = { found: [], unknown: [], pending: [] };
  for (const mention of names) {
    const step = steps.find(({ name, args }) => name === 'search_catalog' && args.query === toQuery(mention));
    if (!step) resolution.pending.push(mention);
    else {
      const entries = step.outcome.kind === 'result' ? readEntries(step.outcome.result) : [];
      const chosen = choose(mention, entries);
      const words = mention.text.split(/\s+/);
      const isSure = chosen !== null && (!mention.optional || chosen.takenFor === null);
      if (mention.optional && !(isSure && chosen?.filter.op !== 'contains')) continue;
      if (chosen) resolution.found.push(chosen);
      else if (words.length > 1) resolveWords(mention, words, entries, steps, resolution);
      else
        resolution.unknown.push({
          mention,
          nearest: [...new Set(entries.map(({ name }) => name))].slice(0, 3),
        });
    }
  }
  return resolution;
}

/** "Europe online" is no name, but each of its words is one: all must be, or none is taken. */
function resolveWords(
  mention: NameMention,
  words: string[],
  entries: Entry[],
  steps: ToolStep[],
  into: Resolution,
): void {
  const parts = resolveNames(
    words.slice(0, 4).map((text) => ({ ...mention, text, hint: null })),
    steps,
  );
  if (parts.pending.length > 0) into.pending.push(...parts.pending);
  else if (parts.unknown.length === 0) into.found.push(...withoutQualifiers(mention, parts.found));
  else into.unknown.push({ mention, nearest: [...new Set(entries.map(({ name }) => name))].slice(0, 3) });
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

function choose(mention: NameMention, entries: Entry[]): ResolvedName | null {
  const hinted = mention.hint === 'sku' ? 'product' : mention.hint;
  const ofKind = entries.filter(({ kind }) => kind === hinted);
  for (const candidates of hinted === null ? [entries] : [ofKind, entries]) {
    const exact = byKind(candidates.filter(({ match }) => match === 'exact'))[0];
    if (exact) return take(mention, exact, null);
    // A short number is a part of many names.
    if (/^\d{1,4}$/.test(mention.text)) continue;
    const parts = candidates.filter((entry) => holdsWords(mention.text, entry));
    const partial = choosePartial(mention, parts);
    if (partial) return partial;
    // The whole name before a part of one: "Kestral Peak" is the brand, not one of its products.
    const alike = candidates.filter((entry) => isLike(mention.text, entry.name));
    const length = toWords(mention.text).length;
    const similar =
      byKind(alike.filter(({ name }) => toWords(name).length === length))[0] ?? byKind(alike)[0];
    if (similar) return take(mention, similar, similar.name);
  }
  return null;
}

function byKind(entries: Entry[]): Entry[] {
  return entries.toSorted((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind));
}

function choosePartial(mention: NameMention, parts: Entry[]): ResolvedName | null {
  const [first] = byKind(parts);
  if (!first) return null;
  const same = parts.filter(({ kind }) => kind === first.kind);
  if (same.length === 1) return take(mention, first, first.name);
  // Several products share the words: all of them are meant.
  const op = mention.excluded ? 'is_not' : 'contains';
  const written = toSharedPart(mention.text, same);
  if (op === 'contains' && written !== null)
    return { mention, filter: { dimension: first.kind, op, values: [written] }, takenFor: null };
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
function holdsWords(text: string, { name, code, id }: Entry): boolean {
  const words = toWords(`${name} ${code} ${id}`);
  return toWords(text).every((wanted) =>
    words.some((word) => word === wanted || (wanted.length >= 4 && word.startsWith(toLemma(wanted)))),
  );
}

/** One or two letters differ, from the name or from one of its words. */
function isLike(text: string, name: string): boolean {
  const wanted = toWords(text).map(toLemma);
  const words = toWords(name).map(toLemma);
  return wanted.every((a) =>
    words.some(
      (b) =>
        a.length > (words.length > 1 ? 4 : 3) &&
        a[0] === b[0] &&
        editDistance(a, b, 2) <= (a.length >= 7 ? 2 : 1),
    ),
  );
}

function toWords(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function readEntries({ columns, rows }: ToolResult): Entry[] {
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  const [kind, id, name, code, match] = ['kind', 'id', 'name', 'code', 'match'].map(at);
  return rows.map((row) => {
    const text = (index: number | undefined) => String(row[index ?? -1] ?? '');
    return { kind: text(kind), id: text(id), name: text(name), code: text(code), match: text(match) };
  });
}

/** Kinds that narrow the same thing: naming another one replaces it. */
const productKinds = ['product', 'sku', 'category', 'subcategory'];

/** Filters of a follow-up: what is named anew replaces what it narrows, values of one dimension come together. */
export function mergeFilters(before: Filter[], found: ResolvedName[]): Filter[] {
  const added: Filter[] = [];
  for (const { filter } of found) {
    const same = added.find((other) => other.dimension === filter.dimension && other.op === filter.op);
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
