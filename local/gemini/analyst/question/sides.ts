import type { ResolvedName } from '../names/choose-entry.ts';
import { mergeFilters } from '../names/merge-filters.ts';
import { leavesOut, looksForParts } from './filter-ops.ts';
import type { DataQuestion, Filter, Question } from './question.ts';

/**
 * Names set against each other that are of different kinds ("retailers or wholesale"), or goods of different kinds that are listed
 * ("Kitchen and garden tools"), are no rows of one split: each is read by itself. Null where they are of one kind; "refused" where the question wants more than their totals.
 */
export function toNameSides(question: Question, found: ResolvedName[]): DataQuestion | 'refused' | null {
  const timed = toTimedSides(question, found);
  if (timed !== null) return timed;
  const against = findSides(found);
  const isListed = against.every(({ mention }) => !mention.against);
  const kinds = new Set(against.map(({ filter }) => filter.dimension));
  // "Kenya vs Colombia", of which there are several: each is told as a whole.
  const areGroups =
    !isListed &&
    kinds.has('product') &&
    against.some(({ filter }) => looksForParts(filter) || filter.values.length > 1);
  if (kinds.size < 2 && !areGroups) return null;
  if (question.kind !== 'data' && (question.kind !== 'overview' || areGroups)) return null;
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
  if (question.kind !== 'data' || !isPlain) return areGroups && kinds.size < 2 ? null : 'refused';
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

/** "Kitchen (online)" */
export function nameFilters(filters: Filter[]): string {
  const [one, ...others] = filters.map(({ values }) => values.join(' and '));
  return others.length > 0 ? `${one} (${others.join(', ')})` : (one ?? '');
}

/** "Knives in October than Cookware in September": each of the two is read in its own time. Null where both times are of all. */
function toTimedSides(question: Question, found: ResolvedName[]): DataQuestion | 'refused' | null {
  const own = found.filter(({ mention }) => mention.own !== undefined);
  const halves = [0, 1].map((side) => own.filter(({ mention }) => mention.own?.side === side));
  const kindsOf = (half: ResolvedName[] = []) => new Set(half.map(({ filter }) => filter.dimension));
  const [one, other] = [kindsOf(halves[0]), kindsOf(halves[1])];
  if (question.kind !== 'data' || one.size === 0 || other.size === 0) return null;
  const isAlone = ({ filter: { dimension } }: ResolvedName) => !(one.has(dimension) && other.has(dimension));
  const alone = own.filter(isAlone);
  const isOther = alone.length === own.length;
  const isSure = own.every(({ mention }) => mention.own?.isSure);
  if (isOther && !isSure) return null;
  const areShared = alone.every(({ mention }) => mention.own?.isOuter);
  const { dimensions, grain, share, conditions, per, why } = question;
  const isSplit = dimensions.some((name) => !one.has(name) && name !== 'product');
  if (
    (!isOther && !areShared) ||
    isSplit ||
    grain !== null ||
    share ||
    conditions.length > 0 ||
    per !== null ||
    why
  )
    return 'refused';
  const shared = found.filter((name) => !isOther && (alone.includes(name) || !own.includes(name)));
  const sides = halves.flatMap((half) => {
    const names = half.filter((name) => !shared.includes(name));
    const period = names[0]?.mention.own?.period;
    if (period === undefined) return [];
    const filters = mergeFilters([], names);
    return [{ name: nameFilters(filters), filters, period }];
  });
  return {
    ...question,
    dimensions: [],
    periods: [],
    against: null,
    order: null,
    limit: null,
    members: null,
    compares: false,
    changes: false,
    filters: mergeFilters(question.filters, shared),
    sides,
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
  // "Does Dallas sell more paper than Reno?": the two of one kind, of the paper.
  const last = against.findLast(({ mention }) => mention.against === 'before');
  const alike = found.filter(
    (other) => !other.mention.against && other.filter.dimension === last?.filter.dimension,
  );
  if (last && against.length === 2 && alike.length === 1 && !areOfOneKind(against)) return [...alike, last];
  const [one, ...more] = against;
  const others = found.filter((other) => other !== one && other.filter.op === 'is');
  const isAlone = one?.mention.against === 'before' && more.length === 0 && others.length === 1;
  return isAlone ? [...others, one] : against;
}

function areOfOneKind(names: ResolvedName[]): boolean {
  return new Set(names.map(({ filter }) => filter.dimension)).size < 2;
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
