import { leavesOut, looksForParts, toOpposite } from '../question/filter-ops.ts';
import type { Filter } from '../question/question.ts';
import { fold } from '../vocabulary/words.ts';
import type { ResolvedName } from './choose-entry.ts';

/** Kinds that narrow the same thing: naming another one replaces it. */
export const productKinds = ['product', 'sku', 'category', 'subcategory'];

/** Filters of a follow-up: what is named anew replaces what it narrows, values of one dimension come together. */
export function mergeFilters(held: Filter[], named: ResolvedName[]): Filter[] {
  const back = named.filter(
    ({ mention, filter }) => mention.back && held.some((one) => leavesOutAll(one, filter)),
  );
  const before = held.flatMap((one) => withoutValues(one, back));
  const found = named.filter((one) => !back.includes(one));
  const added: Filter[] = [];
  // "It" is what was meant before, unless the follow-up names something else of the kind; of "those" one that is named.
  const isOver = ({ mention, filter }: ResolvedName) =>
    mention.meant !== undefined &&
    !mention.against &&
    found.some(
      (one) =>
        !one.mention.meant &&
        !one.mention.against &&
        one.filter.dimension === filter.dimension &&
        (mention.meant?.isKnown || one.filter.values.every((value) => filter.values.includes(value))),
    );
  for (const { filter: named, narrows, mention } of found.filter((one) => !isOver(one))) {
    const there = before.filter(({ dimension }) => mention.added && dimension === named.dimension);
    const own = mention.too && !leavesOut(named) && there.some(leavesOut) ? toOpposite(named) : named;
    const beside = there.find(({ op }) => op === own.op);
    const filter = beside ? { ...beside, values: [...new Set([...beside.values, ...own.values])] } : own;
    const same = narrows
      ? undefined
      : added.find((other) => other.dimension === filter.dimension && other.op === filter.op);
    if (same) same.values = [...new Set([...same.values, ...filter.values])];
    else added.push({ ...filter, values: [...filter.values] });
  }
  // "Only the red ones", of helmets, or of one model: those of them that are red.
  const isOfThose = ({ mention, filter }: ResolvedName) =>
    mention.only === true && filter.dimension === 'product' && !leavesOut(filter);
  const isGrouped = before.some(({ dimension }) => /category$/.test(dimension));
  const narrowed = (filter: Filter) =>
    found.some(isOfThose) &&
    found.every((one) => isOfThose(one) || !productKinds.includes(one.filter.dimension)) &&
    productKinds.includes(filter.dimension) &&
    (filter.dimension !== 'product' || !isGrouped);
  // "Not Road-150 either", after "without black": both stay out.
  const staysOut = ({ dimension, op }: Filter) =>
    leavesOut({ op }) &&
    found.some(({ mention, filter }) => mention.added && filter.dimension === dimension) &&
    added.every((one) => one.dimension !== dimension || (leavesOut(one) && one.op !== op));
  const replaced = (filter: Filter) =>
    !narrowed(filter) &&
    !staysOut(filter) &&
    added.some(
      (one) =>
        // "Without the first one", of those called Larsen: the others of that name.
        (one.dimension === filter.dimension && !(leavesOut(one) && filter.op === 'contains')) ||
        (!leavesOut(one) && productKinds.includes(one.dimension) && productKinds.includes(filter.dimension)),
    );
  // "Drop Tools", of three categories: the other two.
  const left = before.map((filter) => {
    const out = added.find((one) => one.dimension === filter.dimension && leavesOut(one));
    const values = filter.values.filter((value) => out === undefined || !names(out, value));
    return out &&
      filter.op === 'is' &&
      filter.values.length > 1 &&
      values.length > 0 &&
      values.length < filter.values.length
      ? { filter: { ...filter, values }, out }
      : null;
  });
  const done = left.flatMap((one) => (one ? [one.out] : []));
  return [
    ...before.flatMap((filter, index) => left[index]?.filter ?? (replaced(filter) ? [] : [filter])),
    ...added.filter((filter) => !done.includes(filter)),
  ];
}

function names(filter: Filter, name: string): boolean {
  return looksForParts(filter)
    ? filter.values.some((part) => fold(name).includes(fold(part)))
    : filter.values.includes(name);
}

function leavesOutAll(filter: Filter, named: Filter): boolean {
  return (
    leavesOut(filter) &&
    toOpposite(filter).op === named.op &&
    filter.dimension === named.dimension &&
    named.values.every((value) => filter.values.includes(value))
  );
}

/** What is left out without what comes back: "include East again". */
function withoutValues(filter: Filter, back: ResolvedName[]): Filter[] {
  const gone = back.filter((one) => leavesOutAll(filter, one.filter)).flatMap((one) => one.filter.values);
  if (gone.length === 0) return [filter];
  const values = filter.values.filter((value) => !gone.includes(value));
  return values.length > 0 ? [{ ...filter, values }] : [];
}
