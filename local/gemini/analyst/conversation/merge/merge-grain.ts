import type { DataQuestion } from '../../question/question.ts';
import { manyMembers } from '../../reads/view.ts';
import { asksTotal, type Merge, rankedWay } from './merge.ts';

/** The unit of time of the rows: the one that the follow-up names, or that of the last question where it still has rows. */
export function mergeGrain(merge: Merge): DataQuestion['grain'] {
  const { parts, previous, time } = merge;
  // "And average of the last 4 weeks": of a week.
  const [asked] = parts.time.periods;
  const mean = parts.focus.has('average') && asked !== undefined && asked.count > 1 ? asked.grain : null;
  return parts.grain ?? time.finer ?? (keepsTimes(merge) ? previous.grain : null) ?? mean;
}

function keepsTimes(merge: Merge): boolean {
  const { parts, shown } = merge;
  const { focus } = parts;
  const isTimed =
    rankedWay(merge) === null || (shown.length === 0 && !focus.has('sell') && !focus.has('change'));
  // The products of a year by month would be too many.
  const isMany = shown.some((name) => manyMembers.has(name));
  return isTimed && !isMany && !asksWhole(merge) && !isUnit(merge) && !asksEither.test(parts.text);
}

function asksWhole(merge: Merge): boolean {
  const { parts, figures, shown } = merge;
  const { focus } = parts;
  // "As a percentage of gross sales", of months, is one for each.
  const isDivided = figures.per !== undefined || parts.per !== null || figures.isDeclared === true;
  return (
    asksTotal(merge) ||
    focus.has('whole') ||
    (focus.has('total') && shown.length > 0) ||
    (focus.has('share') && !isDivided) ||
    parts.removes === 'split'
  );
}

/** One month, after the best of all months, is no row of a ranking. */
function isUnit({ parts, previous, time, dimensions }: Merge): boolean {
  const [only, ...others] = time.periods;
  return (
    dimensions.length === 0 &&
    others.length === 0 &&
    parts.time.periods.length === 1 &&
    only?.grain === previous.grain &&
    only?.count === 1 &&
    time.against === null
  );
}

/** "Better or worse than a year ago?", after an overview by month, is asked of the whole. */
const asksEither =
  /\b(?:better or worse|worse or better|ahead or behind|up or down|higher or lower|more or less)\b/;
