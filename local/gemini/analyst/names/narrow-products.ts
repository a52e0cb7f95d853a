import { leavesOut } from '../question/filter-ops.ts';
import { fold, toLemma } from '../vocabulary/words.ts';
import { type Entry, toNameWords } from './catalog-entries.ts';
import { isOrdinaryNoun, type ResolvedName } from './choose-entry.ts';

/**
 * "Red Road-250", "Road-650 in black": two names of products that stand in no list mean what is both. In "the LED Panel in 4000K or
 * in 6500K" each of the list is one of the panels. Where no product is both, each is meant by itself.
 * @param entries all that the catalog was found to have
 */
export function narrowProducts(all: ResolvedName[], entries: Entry[]): ResolvedName[] {
  const found = all.filter(
    (one, at) => !all.slice(0, at).some((other) => isGoods(one) && isSame(one, other)),
  );
  const goods = found.filter(isGoods);
  const groups: ResolvedName[][] = [];
  for (const one of goods) {
    const isListed = one.mention.beside || one.mention.against === 'before';
    if (isListed && groups.length > 0) groups.at(-1)?.push(one);
    else groups.push([one]);
  }
  if (groups.length < 2) return withinHead(found, groups[0] ?? [], entries);
  const names = new Set(entries.flatMap(({ kind, name }) => (kind === 'product' ? [name] : [])));
  const common = [...names].filter((name) => groups.every((group) => group.some((one) => holds(one, name))));
  if (common.length === 0) return found;
  const [list, ...others] = groups.filter((group) => group.length > 1);
  if (list === undefined)
    return found.map((one) => (goods.indexOf(one) > 0 ? { ...one, narrows: true } : one));
  const each = new Map(list.map((one) => [one, common.filter((name) => holds(one, name))]));
  if (others.length > 0 || [...each.values()].some((values) => values.length === 0)) return found;
  return found
    .filter((one) => !goods.includes(one) || each.has(one))
    .map((one): ResolvedName => {
      const values = each.get(one);
      return values ? { ...one, filter: { dimension: 'product', op: 'is', values }, takenFor: null } : one;
    });
}

/** "Crew shirts black, navy and white": the navy ones and the white ones are crew shirts, too, where there are such. */
function withinHead(
  found: ResolvedName[],
  [first, ...others]: ResolvedName[],
  entries: Entry[],
): ResolvedName[] {
  const head = toNameWords(first?.mention.text ?? '')
    .slice(0, -1)
    .map(toLemma);
  const isWord = ({ mention }: ResolvedName) => toNameWords(mention.text).length === 1;
  if (head.length === 0 || others.length === 0 || !others.every(isWord)) return found;
  const names = [...new Set(entries.flatMap(({ kind, name }) => (kind === 'product' ? [name] : [])))];
  const ofHead = names.filter((name) => {
    const words = toNameWords(name).map(toLemma);
    return head.every((word) => words.includes(word));
  });
  const each = new Map(others.map((one) => [one, ofHead.filter((name) => holds(one, name))]));
  if ([...each.values()].some((values) => values.length === 0)) return found;
  return found.map((one): ResolvedName => {
    const values = each.get(one);
    return values ? { ...one, filter: { dimension: 'product', op: 'is', values }, takenFor: null } : one;
  });
}

/** "GU10 LED 5W lamps", where other goods are called lamps: neither of both, and no name of its own. */
export function findStray(found: ResolvedName[], entries: Entry[]): ResolvedName[] {
  const goods = found.filter(isGoods);
  const names = entries.flatMap(({ kind, name }) => (kind === 'product' ? [name] : []));
  return goods.filter(
    (one, at) =>
      at > 0 &&
      !one.mention.beside &&
      !one.mention.against &&
      isOrdinaryNoun(one.mention.text) &&
      !names.some((name) => goods.every((other) => holds(other, name))),
  );
}

/** "Without Mountain-200 bikes" leaves these bikes out, not all bikes: what they are called after their name is no name of its own. */
export function withoutKindLeftOut(found: ResolvedName[]): ResolvedName[] {
  return found.filter(({ mention, filter }, at) => {
    const before = found[at - 1]?.filter;
    const isKind = filter.dimension === 'category' || filter.dimension === 'subcategory';
    const isListed = mention.beside || mention.against;
    const isOfGoods = before?.dimension === 'product' && leavesOut(before);
    return !(isKind && leavesOut(filter) && isOfGoods && !isListed);
  });
}

function isGoods({ mention, filter, narrows }: ResolvedName): boolean {
  return (
    filter.dimension === 'product' && !leavesOut(filter) && mention.meant === undefined && narrows !== true
  );
}

/** "Water Bottle - 30 oz.", of which each half is found to be the whole. */
function isSame(a: ResolvedName, b: ResolvedName): boolean {
  return JSON.stringify(a.filter) === JSON.stringify(b.filter);
}

function holds({ filter }: ResolvedName, name: string): boolean {
  return filter.op === 'contains'
    ? filter.values.some((value) => fold(name).includes(fold(value)))
    : filter.values.includes(name);
}
