import type { ResolvedName } from '../names/choose-entry.ts';
import { mergeFilters } from '../names/merge-filters.ts';
import { leavesOut } from './filter-ops.ts';
import type { DataQuestion, Question } from './question.ts';

/**
 * Names set against each other that are of different kinds ("retailers or wholesale"), or goods of different kinds that are listed
 * ("Kitchen and garden tools"), are no rows of one split: each is read by itself. Null where they are of one kind; "refused" where the question wants more than their totals.
 */
export function toNameSides(question: Question, found: ResolvedName[]): DataQuestion | 'refused' | null {
  const against = findSides(found);
  const isListed = against.every(({ mention }) => !mention.against);
  const kinds = new Set(against.map(({ filter }) => filter.dimension));
  if (kinds.size < 2) return null;
  if (question.kind !== 'data' && question.kind !== 'overview') return null;
  const isPlain =
    question.kind === 'data' &&
    question.dimensions.every((name) => kinds.has(name) || name === 'customer' || name === 'product') &&
    question.grain === null &&
    question.against === null &&
    question.periods.length < 2 &&
    (!isListed || (question.limit === null && question.order === null)) &&
    !against.some(({ mention }) => mention.asked) &&
    !question.share &&
    question.conditions.length === 0;
  if (question.kind !== 'data' || !isPlain) return 'refused';
  const others = found.filter((one) => !against.includes(one));
  return {
    ...question,
    dimensions: [],
    order: null,
    limit: null,
    members: null,
    compares: false,
    changes: false,
    filters: mergeFilters(question.filters, others),
    sides: against.map(({ filter, mention }) => ({
      name:
        filter.values.length === 1 && filter.op === 'is' ? (filter.values[0] ?? mention.text) : mention.text,
      filters: [filter],
    })),
  };
}

/** Goods of several kinds that are listed, or the names that are set against each other. */
export function findSides(found: ResolvedName[]): ResolvedName[] {
  const listed = findListedGoods(found);
  return listed.length > 0 ? listed : findOpposed(found);
}

/** "Do wholesale customers order more than contractors?": where one name is set against what stands far before it, the only other one is meant. */
function findOpposed(found: ResolvedName[]): ResolvedName[] {
  const against = found.filter(({ mention }) => mention.against);
  const [one, ...more] = against;
  const others = found.filter((other) => other !== one && other.filter.op === 'is');
  const isAlone = one?.mention.against === 'before' && more.length === 0 && others.length === 1;
  return isAlone ? [...others, one] : against;
}

/** Goods of several kinds side by side: what narrows to a category and to a brand at once would be neither's figure. */
function findListedGoods(found: ResolvedName[]): ResolvedName[] {
  const isGoods = ({ filter, narrows, mention }: ResolvedName) =>
    goods.test(filter.dimension) && !leavesOut(filter) && !narrows && mention.meant === undefined;
  const at = found.findIndex(
    (one, index) =>
      one.mention.beside === true &&
      [one, found[index - 1]].every((each) => each !== undefined && isGoods(each)) &&
      one.filter.dimension !== found[index - 1]?.filter.dimension,
  );
  if (at < 0) return [];
  const from = found.findLastIndex((one, index) => index < at && one.mention.beside !== true);
  const next = found.findIndex((one, index) => index > at && one.mention.beside !== true);
  const list = found.slice(Math.max(0, from), next < 0 ? found.length : next);
  return list.every(isGoods) ? list : [];
}

const goods = /^(?:category|subcategory|brand|product|sku|customer)$/;
