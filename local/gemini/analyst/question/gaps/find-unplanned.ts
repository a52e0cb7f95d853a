import { isOfNow } from '../../parts/purchasing-figures.ts';
import type { Plan } from '../../reads/plan-reads.ts';
import { findPart } from '../../reads/to-view.ts';
import type { View } from '../../reads/view.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import { leavesOut } from '../filter-ops.ts';
import type { DataQuestion } from '../question.ts';
import { liesWithin } from '../with-whole.ts';

/**
 * What a question asks for and its plan does not do: a ranking of what is only compared, a share without a whole, a bound beside
 * a comparison. Its figures would be those of another question. Said as the "way to …" that is missing; null where all is done.
 */
export function findUnplanned(question: DataQuestion, plan: Plan): string | null {
  const [main] = plan.reads;
  if (!main || question.members !== null) return null;
  if (question.listed !== null) return findUnlisted(question);
  const asked = toAsked(question, plan.view);
  const undone = findTooMuch(asked) ?? findUnbounded(asked) ?? findUnranked(asked, 'orderBy' in main.args);
  if (undone !== null) return undone;
  const { splits, setsTimes, asksTimes, view } = asked;
  const isOfTimes = setsTimes || asksTimes || view.grain !== null;
  if (question.whole !== undefined)
    return splits || isOfTimes ? `give that share by ${view.grain ?? (splits ? asked.by : 'time')}` : null;
  return findUncompared(asked) ?? findUnshared(asked);
}

/** "Open purchase orders compared with last year": a list is of one time. */
function findUnlisted({ compares, against, share }: DataQuestion): string | null {
  if (compares || against !== null) return 'compare this list with another time';
  return share ? 'give this list in percent' : null;
}

type Asked = ReturnType<typeof toAsked>;

function toAsked(question: DataQuestion, view: View) {
  return {
    question,
    view,
    splits: view.dimensions.length > 0,
    /** What it is split by, as it is said. */
    by: said(view.dimensions),
    isBounded: question.conditions.length > 0,
    setsTimes: view.spans !== null || view.pair !== null || view.yearOnYear,
    asksTimes: question.against !== null || question.periods.length > 1,
  };
}

function findTooMuch({ view: { dimensions, measures } }: Asked): string | null {
  if (dimensions.length > mostSplits) return `split by more than ${mostSplits} things at once`;
  return measures.length > mostMeasures ? `show more than ${mostMeasures} figures at once` : null;
}

/** Bounds and quotients beside times and splits. */
function findUnbounded({
  question,
  view,
  splits,
  by,
  isBounded,
  setsTimes,
  asksTimes,
}: Asked): string | null {
  const { measures, grain, spans } = view;
  // What is open now was not so before, and what was open then is not on record.
  if (spans !== null && measures.every(isOfNow)) return 'tell what was open or late at another time';
  if (isBounded && asksTimes && !setsTimes) return 'compare times and keep to a bound at once';
  // "Which brand with more than $500,000 grew the most?"
  if (isBounded && question.changes && question.order !== null && splits && !setsTimes)
    return 'rank changes and keep to a bound at once';
  if (isBounded && question.per !== null) return 'put a bound on a quotient';
  if (question.per !== null && spans && splits) return `compare a quotient by ${by} over time`;
  if (isBounded && splits && grain !== null && question.within === null)
    return `put a bound on each ${by} by ${grain}`;
  if (question.changeBounds.length > 0 && !view.sideBySide) return 'put a bound on this change';
  const isSame = spans?.before.start === spans?.after.start && spans?.before.end === spans?.after.end;
  return spans && isSame ? 'compare a time with itself' : null;
}

/** Places of a ranking, and rankings of what is only compared. */
function findUnranked(
  { question, view, splits, by, isBounded, setsTimes }: Asked,
  isOrdered: boolean,
): string | null {
  const { dimensions, grain } = view;
  const { place } = question;
  // "Was it more last year?", after what the ten best make together.
  if (question.share && question.asOne && question.limit !== null && setsTimes)
    return 'compare what the first of a ranking make together with another time';
  // "Second biggest growth": which moved most is told, and not which came next.
  if (place !== null && view.sideBySide) return 'tell which came next in a ranking of changes';
  const isSeveral = place === 'ends' || (place !== null && place.to > place.from);
  if (isSeveral && (question.within !== null || isBounded || setsTimes || (splits && grain !== null)))
    return 'tell both ends or several places of such a ranking';
  const isRanked = isOrdered || view.sideBySide || (grain !== null && !splits);
  if (question.order !== null && !isRanked)
    return splits && grain !== null ? `rank ${grain}s for each ${by}` : 'rank and compare times at once';
  const comparesOne = question.compares && !question.share && dimensions.length === 1;
  const only = comparesOne ? findOnly(question, dimensions) : undefined;
  if (only !== undefined) return `set others against ${only}`;
  const isSplit = grain !== null || dimensions.some((name) => name !== 'weekday');
  return question.sides.length > 0 && isSplit ? `set these against each other by ${grain ?? by}` : null;
}

/** More times than can stand side by side, and means of them. */
function findUncompared({ question, view, splits, by, setsTimes, asksTimes }: Asked): string | null {
  const { grain, spans } = view;
  const { periods } = question;
  // "How has the split changed since 2024?", after two channels: their sums since then say nothing of that.
  if (question.changes && grain === null && !setsTimes && !view.sideBySide)
    return 'tell how this changed over that time';
  // "Last week against the same week last year, by day": a Monday is set against no Sunday.
  if (view.yearOnYear && grain === 'day' && periods[0]?.grain === 'week')
    return 'set the days of two weeks side by side';
  // "H1 2013 vs H2 2013 vs H1 2014" would be read by month.
  const isOfMore = periods.length > 2 && periods.some(({ count }) => count > 1);
  if (isOfMore && question.grain === null) return 'compare more than two times of several months each';
  if (!question.averages) return null;
  const areMeans = spans !== null && grain !== null && !splits;
  if ((setsTimes || asksTimes) && !areMeans) return 'compare with an average';
  return splits && grain !== null ? `average over ${grain}s for each ${by}` : null;
}

/** Shares of what is not read. */
function findUnshared({ question, view, splits, by, setsTimes }: Asked): string | null {
  if (!question.share) return null;
  if (splits && setsTimes && view.dimensions.length > 1)
    return `give that share by ${by} and compare times at once`;
  // "What share do the others make up?": of each of them, and among them, it is no share of all.
  if (question.names.some(({ meant }) => meant?.filter && leavesOut(meant.filter)))
    return 'give the share of all the others together';
  // "Kitchen by subcategory as a percentage of company sales": of each of them all is Kitchen.
  if (question.shareOf === 'named' && liesWithin(question, question.filters))
    return `give the share of each ${said(question.dimensions)} in more than what was named`;
  if (isShared(question, view)) return null;
  return splits ? `give that share by ${view.grain ?? by}` : 'tell what the share is of';
}

/** "Which channel has a better margin than wholesale": of the channels only one would be read. */
function findOnly(question: DataQuestion, [dimension]: string[]): string | undefined {
  const { filters, grain, changes, against, periods } = question;
  if (grain !== null || changes || against !== null || periods.length > 1) return undefined;
  const own = filters.find((filter) => filter.op === 'is' && filter.dimension === dimension);
  return own?.values.length === 1 ? own.values[0] : undefined;
}

/** What the tools take. */
const [mostSplits, mostMeasures] = [4, 8];

/** A share needs its whole: the other members of what is named, or those of the split. */
function isShared({ per, ...question }: DataQuestion, { dimensions, measures }: View): boolean {
  if (per !== null || measures.some((name) => name.endsWith('_rate'))) return true;
  const part = question.shareOf === 'named' ? findPart(question) : undefined;
  return part ? dimensions.includes(part.dimension) : dimensions.length > 0;
}

function said(dimensions: string[]): string {
  return dimensions.map(toWords).join(' and ');
}
