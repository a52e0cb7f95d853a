import type { Filter } from '../question/question.ts';
import type { ResolvedName } from './choose-entry.ts';

/** Kinds that narrow the same thing: naming another one replaces it. */
export const productKinds = ['product', 'sku', 'category', 'subcategory'];

/** Filters of a follow-up: what is named anew replaces what it narrows, values of one dimension come together. */
export function mergeFilters(held: Filter[], named: ResolvedName[]): Filter[] {
  const back = named.filter(
    ({ mention, filter }) => mention.back && held.some((one) => leavesOut(one, filter)),
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
  for (const { filter: own, narrows, mention } of found.filter((one) => !isOver(one))) {
    const beside = mention.added
      ? before.find(
          ({ dimension, op }) =>
            dimension === own.dimension && (op === own.op || (mention.too && op === 'is_not')),
        )
      : undefined;
    const filter = beside ? { ...beside, values: [...new Set([...beside.values, ...own.values])] } : own;
    const same = narrows
      ? undefined
      : added.find((other) => other.dimension === filter.dimension && other.op === filter.op);
    if (same) same.values = [...new Set([...same.values, ...filter.values])];
    else added.push({ ...filter, values: [...filter.values] });
  }
  // "Only the red ones", of helmets, or of one model: those of them that are red.
  const isOfThose = ({ mention, filter }: ResolvedName) =>
    mention.only === true && filter.dimension === 'product' && filter.op !== 'is_not';
  const isGrouped = before.some(({ dimension }) => /category$/.test(dimension));
  const narrowed = (filter: Filter) =>
    found.some(isOfThose) &&
    found.every((one) => isOfThose(one) || !productKinds.includes(one.filter.dimension)) &&
    productKinds.includes(filter.dimension) &&
    (filter.dimension !== 'product' || !isGrouped);
  const replaced = (filter: Filter) =>
    !narrowed(filter) &&
    added.some(
      ({ dimension, op }) =>
        // "Without the first one", of those called Larsen: the others of that name.
        (dimension === filter.dimension && !(op === 'is_not' && filter.op === 'contains')) ||
        (op !== 'is_not' && productKinds.includes(dimension) && productKinds.includes(filter.dimension)),
    );
  // "Drop Tools", of three categories: the other two.
  const left = before.map((filter) => {
    const out = added.find(({ dimension, op }) => dimension === filter.dimension && op === 'is_not');
    const values = filter.values.filter((value) => !out?.values.includes(value));
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

function leavesOut(
  { dimension, op, values }: Filter,
  { dimension: own, op: how, values: named }: Filter,
): boolean {
  return (
    op === 'is_not' && how === 'is' && dimension === own && named.every((value) => values.includes(value))
  );
}

/** What is left out without what comes back: "include East again". */
function withoutValues(filter: Filter, back: ResolvedName[]): Filter[] {
  const gone = back.filter((one) => leavesOut(filter, one.filter)).flatMap((one) => one.filter.values);
  if (gone.length === 0) return [filter];
  const values = filter.values.filter((value) => !gone.includes(value));
  return values.length > 0 ? [{ ...filter, values }] : [];
}
