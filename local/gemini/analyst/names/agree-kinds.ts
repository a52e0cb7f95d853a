import type { Filter } from '../question/question.ts';
import { fold } from '../vocabulary/words.ts';
import { type Entry, isSameName, toNameWords } from './catalog-entries.ts';
import type { ResolvedName } from './choose-entry.ts';

/**
 * Names side by side are of one kind where they can be: "Alto Cerro and Dolcetta" are two suppliers, though Dolcetta is a brand, too; and
 * "and Dolcetta?", after one supplier, is another.
 * @param entries all that the catalog was found to have
 */
export function agreeKinds(found: ResolvedName[], before: Filter[], entries: Entry[]): ResolvedName[] {
  const agreed = [...found];
  for (const [index, one] of agreed.entries()) {
    const beside = agreed[index - 1];
    const [group, groupBefore] = [toGroup(one, beside, entries), toGroup(beside, one, entries)];
    if (one.mention.beside && (group || groupBefore)) {
      if (group) agreed[index] = group;
      else if (groupBefore) agreed[index - 1] = groupBefore;
      continue;
    }
    if (one.mention.beside && beside && isOfOther(one, beside.filter)) {
      const [own, other] = [toKind(one, beside.filter, entries), toKind(beside, one.filter, entries)];
      if (own) agreed[index] = own;
      else if (other) agreed[index - 1] = other;
    } else if (!before.some(({ dimension }) => dimension === one.filter.dimension)) {
      const alike = before.flatMap((filter) =>
        isOfOther(one, filter) ? (toKind(one, filter, entries) ?? []) : [],
      );
      if (alike[0]) agreed[index] = alike[0];
    }
  }
  const filters = [...before, ...agreed.map(({ filter }) => filter)];
  return agreed.map((one) => inCategory(inFull(one, agreed, entries), filters, entries));
}

/** "Wines and beers", where three categories are wines: what only has the word is told by its names, to stand beside others. */
function inFull(one: ResolvedName, found: ResolvedName[], entries: Entry[]): ResolvedName {
  const { dimension, op, values } = one.filter;
  const isBeside = found.some(({ filter }) => filter.dimension === dimension && filter.op === 'is');
  if (op !== 'contains' || !isBeside || one.narrows) return one;
  const names = entries
    .filter(
      ({ kind, name }) => kind === dimension && values.some((value) => fold(name).includes(fold(value))),
    )
    .map(({ name }) => name);
  return names.length > 0 ? { ...one, filter: { dimension, op: 'is', values: [...new Set(names)] } } : one;
}

/** "Without the seasonal ones", of the syrups: those of "Seasonal Syrups", though another category has a "Seasonal", too. */
function inCategory(one: ResolvedName, filters: Filter[], entries: Entry[]): ResolvedName {
  const [name, ...more] = one.filter.values;
  if (one.filter.dimension !== 'subcategory' || name === undefined || more.length > 0) return one;
  const of = filters.flatMap(({ dimension, op, values }) =>
    dimension === 'category' && op === 'is' ? values.map((category) => `${name} ${category}`) : [],
  );
  const own = entries.find(
    (entry) => entry.kind === 'subcategory' && of.some((whole) => isSameName(whole, entry.name)),
  );
  return own ? { ...one, filter: { ...one.filter, values: [own.name] }, takenFor: own.name } : one;
}

function isOfOther({ mention, filter, narrows }: ResolvedName, { dimension, op }: Filter): boolean {
  const isFree = mention.hint === null && mention.meant === undefined && !narrows;
  return isFree && filter.dimension !== dimension && op === 'is' && filter.op !== 'contains';
}

/** The one entry of that kind which the name begins, or is. */
function toKind(one: ResolvedName, { dimension, values }: Filter, entries: Entry[]): ResolvedName | null {
  const { mention, filter } = one;
  const ofKind = entries.filter(({ kind }) => kind === dimension);
  const exact = ofKind.filter(({ name }) => isSameName(name, mention.text));
  const begun = /^(customer|product)$/.test(dimension)
    ? []
    : ofKind.filter(({ name }) => begins(name, mention.text));
  const [entry, ...others] = exact.length > 0 ? exact : begun;
  if (!entry || others.some(({ name }) => name !== entry.name) || values.includes(entry.name)) return null;
  const isSpelled = (name: string | undefined) => fold(name ?? '') === fold(mention.text);
  // "By phone" is the channel "Phone", and none of the goods that are "Phones".
  if (exact.length > 0 && isSpelled(filter.values[0]) && !isSpelled(entry.name)) return null;
  const isSame = fold(entry.name) === fold(mention.text);
  return {
    mention,
    filter: { dimension, op: filter.op, values: [entry.name] },
    takenFor: isSame ? null : entry.name,
  };
}

/** "Nitrile vs surgical gloves": beside a subcategory, the subcategory "Surgical" with the noun of its category, and no products. */
function toGroup(
  one: ResolvedName | undefined,
  beside: ResolvedName | undefined,
  entries: Entry[],
): ResolvedName | null {
  const { dimension = '', op, values = [] } = beside?.filter ?? {};
  if (one?.filter.dimension !== 'product' || one.mention.hint !== null || one.mention.meant) return null;
  if (op !== 'is' || !/^(?:category|subcategory)$/.test(dimension)) return null;
  const nouns = entries.filter(({ kind }) => kind === 'category');
  const entry = entries.find(
    ({ kind, name }) =>
      kind === dimension &&
      !values.includes(name) &&
      nouns.some((noun) => isSameName(`${name} ${noun.name}`, one.mention.text)),
  );
  if (!entry) return null;
  const taken = one.mention.excluded ? 'is_not' : 'is';
  return {
    mention: one.mention,
    filter: { dimension, op: taken, values: [entry.name] },
    takenFor: entry.name,
  };
}

function begins(name: string, text: string): boolean {
  const [words, wanted] = [toNameWords(name), toNameWords(text)];
  return wanted.length > 0 && wanted.every((word, at) => words[at] === word);
}
