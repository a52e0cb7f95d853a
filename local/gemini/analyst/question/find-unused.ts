import { isOfNow } from '../parts/purchasing-figures.ts';
import type { Plan } from '../reads/plan-reads.ts';
import { findPart } from '../reads/to-view.ts';
import type { View } from '../reads/view.ts';
import { toWords } from '../vocabulary/to-words.ts';
import { leavesOut } from './filter-ops.ts';
import type { DataQuestion } from './question.ts';
import { liesWithin } from './with-whole.ts';

/**
 * What a question asks for and its plan does not do: a ranking of what is only compared, a share without a whole, a bound beside
 * a comparison. Its figures would be those of another question. Said as the "way to …" that is missing; null where all is done.
 */
export function findUnused(question: DataQuestion, { reads, view }: Plan): string | null {
  const [main] = reads;
  if (!main || question.members !== null) return null;
  // "Open purchase orders compared with last year": a list is of one time.
  if (question.listed !== null) {
    if (question.compares || question.against !== null) return 'compare this list with another time';
    return question.share ? 'give this list in percent' : null;
  }
  const { dimensions, measures, grain } = view;
  const splits = dimensions.length > 0;
  if (dimensions.length > mostSplits) return `split by more than ${mostSplits} things at once`;
  if (measures.length > mostMeasures) return `show more than ${mostMeasures} figures at once`;
  const isBounded = question.conditions.length > 0;
  const setsTimes = view.spans !== null || view.pair !== null || view.yearOnYear;
  // What is open now was not so before, and what was open then is not on record.
  if (view.spans !== null && measures.every(isOfNow)) return 'tell what was open or late at another time';
  const asksTimes = question.against !== null || question.periods.length > 1;
  if (isBounded && asksTimes && !setsTimes) return 'compare times and keep to a bound at once';
  // "Which brand with more than $500,000 grew the most?"
  if (isBounded && question.changes && question.order !== null && splits && !setsTimes)
    return 'rank changes and keep to a bound at once';
  if (isBounded && question.per !== null) return 'put a bound on a quotient';
  if (question.per !== null && view.spans && splits)
    return `compare a quotient by ${said(dimensions)} over time`;
  if (isBounded && splits && grain !== null && question.within === null)
    return `put a bound on each ${said(dimensions)} by ${grain}`;
  if (question.changeBounds.length > 0 && !view.sideBySide) return 'put a bound on this change';
  if (
    view.spans &&
    view.spans.before.start === view.spans.after.start &&
    view.spans.before.end === view.spans.after.end
  )
    return 'compare a time with itself';
  // "Was it more last year?", after what the ten best make together.
  if (question.share && question.asOne && question.limit !== null && setsTimes)
    return 'compare what the first of a ranking make together with another time';
  // "Second biggest growth": which moved most is told, and not which came next.
  if (question.place !== null && view.sideBySide) return 'tell which came next in a ranking of changes';
  const isSeveral =
    question.place === 'ends' || (question.place !== null && question.place.to > question.place.from);
  if (isSeveral && (question.within !== null || isBounded || setsTimes || (splits && grain !== null)))
    return 'tell both ends or several places of such a ranking';
  const isRanked = 'orderBy' in main.args || view.sideBySide || (grain !== null && !splits);
  if (question.order !== null && !isRanked)
    return splits && grain !== null
      ? `rank ${grain}s for each ${said(dimensions)}`
      : 'rank and compare times at once';
  const only =
    question.compares && !question.share && dimensions.length === 1
      ? findOnly(question, dimensions)
      : undefined;
  if (only !== undefined) return `set others against ${only}`;
  if (question.sides.length > 0 && (grain !== null || dimensions.some((name) => name !== 'weekday')))
    return `set these against each other by ${grain ?? said(dimensions)}`;
  const isOfTimes = setsTimes || asksTimes || grain !== null;
  if (question.whole !== undefined)
    return splits || isOfTimes ? `give that share by ${grain ?? (splits ? said(dimensions) : 'time')}` : null;
  // "Last week against the same week last year, by day": a Monday is set against no Sunday.
  const [first] = question.periods;
  if (view.yearOnYear && grain === 'day' && first?.grain === 'week')
    return 'set the days of two weeks side by side';
  // "H1 2013 vs H2 2013 vs H1 2014" would be read by month.
  const isOfMore = question.periods.length > 2 && question.periods.some(({ count }) => count > 1);
  if (isOfMore && question.grain === null) return 'compare more than two times of several months each';
  const areMeans = view.spans !== null && grain !== null && !splits;
  if (question.averages && (setsTimes || asksTimes) && !areMeans) return 'compare with an average';
  if (question.averages && splits && grain !== null)
    return `average over ${grain}s for each ${said(dimensions)}`;
  if (question.share && splits && setsTimes && dimensions.length > 1)
    return `give that share by ${said(dimensions)} and compare times at once`;
  // "What share do the others make up?": of each of them, and among them, it is no share of all.
  if (question.share && question.names.some(({ meant }) => meant?.filter && leavesOut(meant.filter)))
    return 'give the share of all the others together';
  // "Kitchen by subcategory as a percentage of company sales": of each of them all is Kitchen.
  if (question.share && question.shareOf === 'named' && liesWithin(question, question.filters))
    return `give the share of each ${said(question.dimensions)} in more than what was named`;
  // "How has the split changed since 2024?", after two channels: their sums since then say nothing of that.
  if (question.changes && grain === null && !setsTimes && !view.sideBySide)
    return 'tell how this changed over that time';
  if (question.share && !isShared(question, view))
    return splits ? `give that share by ${grain ?? said(dimensions)}` : 'tell what the share is of';
  return null;
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
