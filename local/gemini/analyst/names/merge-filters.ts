import type { Filter } from '../question/question.ts';
import type { ResolvedName } from './choose-entry.ts';

/** Kinds that narrow the same thing: naming another one replaces it. */
export const productKinds = ['product', 'sku', 'category', 'subcategory'];

/** Filters of a follow-up: what is named anew replaces what it narrows, values of one dimension come together. */
export function mergeFilters(before: Filter[], found: ResolvedName[]): Filter[] {
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
      ? before.find(({ dimension, op }) => dimension === own.dimension && op === own.op)
      : undefined;
    const filter = beside ? { ...own, values: [...new Set([...beside.values, ...own.values])] } : own;
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
