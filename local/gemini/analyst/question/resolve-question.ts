import type { DataEnd } from '../conversation/data-end.ts';
import type { PastTurn } from '../conversation/read-steps.ts';
import type { ResolvedName } from '../names/choose-entry.ts';
import { mergeFilters } from '../names/merge-filters.ts';
import { type Resolution, resolveNames } from '../names/resolve-names.ts';
import { planReads } from '../reads/plan-reads.ts';
import type { Setting, Understood } from '../setting.ts';
import { findTerm } from '../vocabulary/declared-terms.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { leavesOut } from './filter-ops.ts';
import {
  withAskedGoods,
  withCounted,
  withKindsOfWho,
  withoutLoneSide,
  withoutOnly,
  withProducts,
  withRanked,
} from './fit-split.ts';
import { findBesideNames } from './gaps/find-beside-names.ts';
import { findUnplanned } from './gaps/find-unplanned.ts';
import { lacking, lostSplit, sidesInTime, undone, unlikeSides } from './gaps/lacking.ts';
import { amongAll } from './is-leader.ts';
import type { DataQuestion, Filter, NameMention, Question } from './question.ts';
import { findSides, toNameSides } from './sides.ts';
import { withWhole } from './with-whole.ts';

/** Looks the names of a question up, as far as that is done, and holds what it asks for to what its plan does. */
export function resolve(
  question: Question,
  turn: PastTurn,
  dataEnd: DataEnd | null,
  { vocabulary, today }: Setting,
): Understood {
  const nothing: Resolution = { found: [], unknown: [], pending: [] };
  const alone = (answered: Question): Understood => ({ question: answered, resolution: nothing, dataEnd });
  if (!('names' in question) || question.names === undefined) return alone(question);
  // So many unknown words are no question about this data.
  if (question.names.filter(({ optional }) => !optional).length > mostNames)
    return alone({ kind: 'unclear' });
  const before = 'filters' in question ? question.filters : [];
  const resolution = withoutCarried(question, resolveNames(question.names, turn.steps, before));
  // Found in the catalog, it is read as a name the next time; else it stays refused.
  if (question.kind === 'missing' || question.kind === 'unheeded')
    return { question, resolution: { ...nothing, pending: resolution.pending }, dataEnd };
  const beside = findBesideNames(question, resolution.found, turn.question);
  if (beside !== null) return alone({ kind: 'unheeded', words: [beside], names: [] });
  const apart = toNameSides(question, resolution.found);
  if (apart === 'refused' && resolution.found.some(({ mention }) => mention.own))
    return alone(lacking(sidesInTime));
  if (apart === 'refused') {
    const sides = findSides(resolution.found).map(({ mention, filter }) => ({
      name: filter.values[0] ?? mention.text,
      dimension: filter.dimension,
    }));
    return alone(lacking(unlikeSides(sides)));
  }
  if (apart) return { question: apart, resolution, dataEnd };
  // "Our most expensive drill, and how many are left?": of that one; resellers and the internet stand side by side.
  const isOfRow = resolution.found.some(({ mention }) => mention.meant !== undefined);
  const [earlier, own] = [true, false].map((isOpen) =>
    resolution.found.filter(
      ({ mention }) => (mention.open ?? (isOfRow && mention.carried === true)) === isOpen,
    ),
  );
  const asked = withRows(question, resolution.found);
  const merged: Filter[] = mergeFilters(mergeFilters(asked.filters, earlier ?? []), own ?? []);
  const filters = asked.kind === 'data' && asked.share ? inPlace(merged, asked.filters) : merged;
  const ranked = withCounted(
    withWhole(
      withRanked(withKindsOfWho(withAskedGoods(asked, resolution), resolution, turn.question), resolution),
      resolution.found,
      filters,
      turn.question,
    ),
    resolution,
    vocabulary,
  );
  const whole = withProducts(
    withoutLoneSide(withoutOnly(amongAll({ ...ranked, filters }, resolution, turn.question)), before),
  );
  const isOpen = resolution.pending.length > 0 || resolution.unknown.length > 0;
  const unused =
    whole.kind === 'data' && !isOpen
      ? findUnplanned(whole, planReads(whole, vocabulary, dataEnd ?? { today, last: today }))
      : null;
  const isOfGoods = filters.some((filter) => !leavesOut(filter) && goods.test(filter.dimension));
  if (whole.kind === 'data' && whole.variants !== undefined && !isOpen && !isOfGoods)
    return alone({
      kind: 'missing',
      spoken: whole.variants,
      topic: lostSplit(whole.tool, whole.variants, vocabulary),
      rest: { ...whole, dimensions: whole.dimensions.filter((name) => name !== 'product') },
    });
  if (unused !== null) return alone(lacking(undone(unused)));
  return { question: isOpen ? whole : withKnownNames(whole), resolution, dataEnd };
}

/** "And for Tamarack?", after the share of Northgate in Kitchen: what takes the place of the part is the part. */
function inPlace(filters: Filter[], before: Filter[]): Filter[] {
  const placeOf = ({ dimension }: Filter) => {
    const at = before.findIndex((one) => one.dimension === dimension);
    return at < 0 ? before.length : at;
  };
  return filters.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** What is rows of an answer goes with the group that they are rows of: "What about Home?", after the best brands of Kitchen. */
function withRows<Asked extends Question & { filters: Filter[] }>(
  question: Asked,
  found: ResolvedName[],
): Asked {
  if (question.kind !== 'data') return question;
  const { ofRows = [], filters } = question;
  const groups = found.flatMap(({ mention, filter }) =>
    mention.meant === undefined && filter.op === 'is' && goods.test(filter.dimension)
      ? [filter.dimension]
      : [],
  );
  const isLeft = filters.some(
    ({ dimension }) => goods.test(dimension) && !ofRows.includes(dimension) && groups.length > 0,
  );
  const rows = found.flatMap(({ mention, filter }) =>
    mention.meant && !mention.meant.isKnown && filter.op === 'is' ? [filter.dimension] : [],
  );
  // "And on furniture?", after what the third customer spent on technology: of the same customer.
  const isPicked = ({ dimension, values }: Filter) =>
    values.length === 1 &&
    /^(?:customer|supplier|warehouse|region|channel|customer_segment)$/.test(dimension);
  const left = isLeft
    ? filters.filter((filter) => ofRows.includes(filter.dimension) && !isPicked(filter))
    : [];
  return {
    ...question,
    filters: filters.filter((filter) => !left.includes(filter)),
    // As many of the others: the five best of Home.
    limit: question.order === null ? question.limit : (question.limit ?? left[0]?.values.length ?? null),
    ofRows: [...new Set([...(isLeft ? [] : ofRows), ...rows])],
  };
}

/** What was found is among the filters: the next question takes them from there. */
function withKnownNames<Asked extends Question & { names?: NameMention[] }>(question: Asked): Asked {
  if (!question.names?.some(({ open }) => open)) return question;
  return { ...question, names: question.names.map(({ open: _, ...name }) => name) };
}

/** What has variants. */
const goods = /^(?:product|sku|subcategory|category)$/;

const mostNames = 6;

/** "Compare Mountain-200 Black with Mountain-200 Silver": names of several products each are read apart. */
export function toSeparate(one: Understood, { datasets }: Vocabulary): Understood[] {
  const { question } = one;
  // "Why did the margin rate fall?": the rate of all is in no row of its members.
  if (
    question.kind === 'data' &&
    question.why &&
    question.dimensions.length === 0 &&
    isRate(question, datasets)
  )
    return [{ ...one, question: { ...question, why: false, changes: true } }, one];
  if (question.kind !== 'data' || !question.compares || question.dimensions.length > 0) return [one];
  const several = question.filters.find(({ op, values }) => op === 'contains' && values.length > 1);
  if (!several) return [one];
  return several.values.slice(0, 3).map((value) => ({
    ...one,
    question: {
      ...question,
      compares: false,
      filters: question.filters.map((filter) =>
        filter === several ? { ...filter, values: [value] } : filter,
      ),
    },
  }));
}

function isRate({ tool, measures }: DataQuestion, datasets: Vocabulary['datasets']): boolean {
  return measures.every((name) => {
    const unit = findTerm({ tool, name }, datasets)?.unit;
    return unit === 'fraction' || unit === 'days' || name.startsWith('average_');
  });
}

/** "Do we lose money on resellers? Margin by channel": of all channels. */
function withoutCarried(question: Question, resolution: Resolution): Resolution {
  // A list of orders tells the supplier of each.
  if (question.kind !== 'data' || question.listed !== null) return resolution;
  const countOf = (dimension: string) =>
    resolution.found.filter(({ mention, filter }) => mention.carried && filter.dimension === dimension)
      .length;
  const found = resolution.found.filter(
    ({ mention, filter }) =>
      !(mention.carried && filter.values.length === 1 && countOf(filter.dimension) === 1) ||
      !question.dimensions.includes(filter.dimension),
  );
  return { ...resolution, found };
}
