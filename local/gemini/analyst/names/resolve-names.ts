import type { ToolStep } from '../conversation/read-steps.ts';
import { looksForParts, toOpposite } from '../question/filter-ops.ts';
import type { Filter, NameMention } from '../question/question.ts';
import { isEnglish } from '../vocabulary/english.ts';
import { fold, toLemma } from '../vocabulary/words.ts';
import { agreeKinds } from './agree-kinds.ts';
import { type Entry, isSameName, readEntries, readFound, toNameWords, withoutId } from './catalog-entries.ts';
import { choose, type ResolvedName, type Search } from './choose-entry.ts';
import { findSeveral } from './find-several.ts';
import { productKinds } from './merge-filters.ts';
import { findStray, narrowProducts, withoutKindLeftOut } from './narrow-products.ts';
import { isOtherSize, productsOf } from './other-size.ts';
import { shareNoun } from './share-noun.ts';
import { withoutCounted } from './without-counted.ts';

export type Resolution = {
  found: ResolvedName[];
  /** Names that the catalog does not have, with the nearest entries; or those that several have, of which one is meant. */
  unknown: { mention: NameMention; nearest: string[]; haveIt?: true }[];
  /** Names that were not looked up yet. */
  pending: NameMention[];
};

/**
 * Reads the answers of search_catalog: which dimension and value each name stands for.
 * @param before what the last question was narrowed to
 */
export function resolveNames(names: NameMention[], steps: ToolStep[], before: Filter[] = []): Resolution {
  const shared = shareNoun(names, (mention) => isExact(mention, steps));
  if (shared.pending.length > 0) return { found: [], unknown: [], pending: shared.pending };
  const { unknown, pending, ...each } = resolveEach(shared.names, steps);
  const found = narrowProducts(withoutKindLeftOut(withoutCounted(each.found)), readFound(steps));
  const entries = readFound(steps);
  const open = [
    ...findStray(found, entries).map((one) => ({ one, nearest: [] })),
    ...found.filter((one) => isOtherSize(one, found)).map((one) => ({ one, nearest: productsOf(found) })),
    ...findSeveral(found, before, entries),
  ];
  const known = found.filter((name) => open.every(({ one }) => one !== name));
  return {
    found: agreeKinds(known, before, entries),
    unknown: [...unknown, ...open.map(({ one: { mention }, ...near }) => ({ mention, ...near }))],
    pending,
  };
}

/** Whether the catalog has exactly it; null where it was not looked up. */
function isExact(mention: NameMention, steps: ToolStep[]): boolean | null {
  const search = findSearch(mention, steps);
  if (search === null) return null;
  const chosen = choose(mention, search);
  return chosen?.takenFor === null && !looksForParts(chosen.filter);
}

function resolveEach(names: NameMention[], steps: ToolStep[]): Resolution {
  const resolution: Resolution = { found: [], unknown: [], pending: [] };
  for (const mention of names) {
    if (mention.meant) {
      const { filter } = mention.meant;
      if (filter)
        resolution.found.push({
          mention,
          filter: mention.excluded ? toOpposite(filter) : filter,
          takenFor: null,
        });
      continue;
    }
    const search = findSearch(mention, steps);
    if (!search) resolution.pending.push(mention);
    else {
      const { entries } = search;
      const chosen = choose(mention, search);
      const isSame =
        chosen !== null &&
        (chosen.takenFor === null || toLemma(fold(chosen.takenFor)) === toLemma(fold(mention.text)));
      const isSure = mention.counts ? chosen !== null : isSame && !looksForParts(chosen.filter);
      const isWhole =
        chosen?.filter.values.every((name) => isSameName(withoutId(name), mention.text)) ?? false;
      if (mention.optional && (!isSure || (mention.whole && !isWhole))) continue;
      // "Northern sales" are those of the north, and not what the supplier "Northern Heat & Air" sent.
      const isPartOfOne =
        !isSame && /^(?:supplier|customer)$/.test(chosen?.filter.dimension ?? '') && mention.text in ofPlaces;
      if (chosen && !isPartOfOne) resolution.found.push(chosen);
      else if (toSynonyms(mention).length > 0) resolveSynonyms(mention, search.entries, steps, resolution);
      else if (toPlace(mention) !== null) resolvePlace(mention, search.entries, steps, resolution);
      else if (/\s/.test(mention.text)) resolveWords(mention, entries, steps, resolution);
      else resolution.unknown.push({ mention, nearest: toNearest(mention, entries) });
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

/** What is of a place: "Welsh sales". */
const ofPlaces: Record<string, string> = {
  ...{ welsh: 'Wales', scottish: 'Scotland', english: 'England', irish: 'Ireland', european: 'Europe' },
  ...{ northern: 'North', southern: 'South', eastern: 'East', western: 'West', american: 'America' },
  ...{ us: 'United States', usa: 'United States', uk: 'United Kingdom' },
  ...{
    german: 'Germany',
    french: 'France',
    canadian: 'Canada',
    australian: 'Australia',
    dutch: 'Netherlands',
  },
};

function toSynonyms({ text, tried }: NameMention): string[] {
  const word = toLemma(fold(text));
  const place = ofPlaces[word];
  if (place !== undefined && !tried) return [place];
  // "The online shop" is what is sold online.
  const stem = word.replace(/ (?:shop|store|site|channel|business|side|arm)$/, '');
  return tried ? [] : (channels.find((names) => names.includes(stem)) ?? []).filter((name) => name !== word);
}

/** Takes a channel that the catalog has by another name, and says so. */
function resolveSynonyms(mention: NameMention, entries: Entry[], steps: ToolStep[], into: Resolution): void {
  const others = toSynonyms(mention).map((text) => ({ ...mention, text, hint: null, tried: true }));
  const { found, pending } = resolveNames(others, steps);
  const kinds =
    ofPlaces[toLemma(fold(mention.text))] === undefined ? /^(channel|customer_segment)$/ : /^region$/;
  const isChannel = ({ filter }: ResolvedName) => kinds.test(filter.dimension);
  const exact = found.filter((one) => isChannel(one) && one.takenFor === null);
  // "Online" is the "web shop", but "store" is none.
  const like = found.filter(({ filter }) => filter.dimension === 'channel' && filter.values.length === 1);
  const isOnline = channels[0]?.includes(toLemma(fold(mention.text))) ?? false;
  const [known] = exact.length > 0 || !isOnline ? exact : like;
  if (known) into.found.push({ ...known, mention, takenFor: known.filter.values[0] ?? null });
  else if (pending.length > 0) into.pending.push(...pending);
  else into.unknown.push({ mention, nearest: toNearest(mention, entries) });
}

/** "Philly", "Minny": the beginning of a place, its last letter twice, and an ending that makes it familiar; but not "Germany". */
function toPlace({ text, tried, excluded, hint, ...mention }: NameMention): NameMention | null {
  const stem = /^(\p{L}{2,}(\p{L}))\2(?:y|ie)$/u.exec(text.trim())?.[1];
  if (tried || stem === undefined || (hint !== null && hint !== 'warehouse')) return null;
  return { ...mention, text: stem, hint: 'warehouse', excluded, tried: true };
}

/** Takes the one place that begins like it, and says so; of several, or none, it stays unknown. */
function resolvePlace(mention: NameMention, entries: Entry[], steps: ToolStep[], into: Resolution): void {
  const place = toPlace(mention);
  const { found, pending } = resolveNames(place ? [place] : [], steps);
  const [known] = found.filter(({ filter }) => filter.dimension === 'warehouse');
  if (known) into.found.push({ ...known, mention });
  else if (pending.length > 0) into.pending.push(...pending);
  else into.unknown.push({ mention, nearest: toNearest(mention, entries) });
}

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
function resolveWords(mention: NameMention, entries: Entry[], steps: ToolStep[], into: Resolution): void {
  const words = mention.text.split(/\s+/);
  // "Product 771": an id, with what it is the id of before it.
  const [, id = ''] = words;
  const isNumbered = words.length === 2 && /^\d+$/.test(id) && mention.hint !== null;
  const parts = resolveNames(
    isNumbered
      ? [{ ...mention, text: id }]
      : words.slice(0, mostWords).map((text, at) => toWord({ ...mention, text }, at, words.length)),
    steps,
  );
  // Words side by side narrow each other ("black mountain"); in a list each is a choice.
  const lists = /[,;&/]/.test(mention.text);
  const isId = ({ filter }: ResolvedName) => filter.dimension === mention.hint;
  if (parts.pending.length > 0) into.pending.push(...parts.pending);
  else if (words.length > mostWords || (isNumbered && !parts.found.every(isId)))
    into.unknown.push({ mention, nearest: toNearest(mention, entries) });
  else if (parts.unknown.length === 0)
    into.found.push(
      ...withoutQualifiers(mention, parts.found).map((one) => ({
        ...one,
        narrows: !lists && one.mention.against === undefined,
      })),
    );
  else into.unknown.push({ mention, nearest: toNearest(mention, entries) });
}

/** "Grills online vs in stores": of several words the one nearest to the other side is set against it. */
function toWord({ against, ...mention }: NameMention, at: number, count: number): NameMention {
  const isNear = at === (against === 'after' ? count - 1 : 0);
  // "Children's books"
  const text = mention.text.replace(/['’]s?$/, '');
  return { ...mention, text, hint: null, ...(against && isNear && { against }) };
}

/** Words of one name that are looked up one by one. */
const mostWords = 4;

/** A word of English is not a name misspelt: "longest" is nothing like "Digging Spade Long". */
function toNearest({ text }: NameMention, entries: Entry[]): string[] {
  const isWord = /^[a-z'’-]+$/.test(text) && isEnglish(text);
  const near = entries.filter(
    ({ name }) => !isWord || toNameWords(name).map(toLemma).includes(toLemma(text)),
  );
  return [...new Set(near.map(({ name }) => name))].slice(0, 3);
}

/** "Camping gear": beside a group of products that is named exactly, a word that is only like another one adds nothing. */
function withoutQualifiers(mention: NameMention, found: ResolvedName[]): ResolvedName[] {
  const isGroup = ({ filter }: ResolvedName) => /category|brand/.test(filter.dimension);
  const exact = found.filter((one) => isGroup(one) && one.takenFor === null && one.filter.op === 'is');
  const [group] = exact;
  // "Kenyan coffee" is the coffee from Kenya, and not all of it.
  const isOrigin = ({ mention: { text } }: ResolvedName) => /^\p{L}{2,}(?:an|ese|ish)$/u.test(text);
  // "Inkjet printers" are those that are called so, and not all printers.
  const isCalled = ({ mention: { text }, takenFor, filter }: ResolvedName) =>
    filter.dimension === 'product' &&
    !collective.test(toLemma(fold(text))) &&
    toNameWords(takenFor ?? '').includes(toLemma(fold(text)));
  const likes = found.filter(
    (one) => one.takenFor !== null && isProductKind(one) && !isOrigin(one) && !isCalled(one),
  );
  if (!group || exact.length > 1 || likes.length === 0) return found;
  const kept = found.filter((one) => !likes.includes(one) && one !== group);
  return [...kept, { ...group, mention, takenFor: group.filter.values[0] ?? null }];
}

const collective =
  /^(?:gear|stuff|good|thing|item|equipment|kit|range|line|supply|product|article|ware|merchandise)$/;

function isProductKind({ filter }: ResolvedName): boolean {
  return productKinds.includes(filter.dimension);
}

export function toQuery(mention: NameMention): string {
  return mention.text.slice(0, 100);
}
