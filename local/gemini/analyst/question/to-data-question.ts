import { type Parts, setsTimes } from '../parts/parts.ts';
import { asksRate, namesPartLast, takesMean } from '../parts/read-wording.ts';
import { fallsIn, toOrder } from '../parts/to-order.ts';
import { countUnits, startOf } from '../time/calendar.ts';
import type { Period } from '../time/period.ts';
import type { DataQuestion } from './question.ts';
import { endsWithTop, sumsNamed, sumsTop } from './sums-top.ts';

type Figures = Pick<
  DataQuestion,
  'tool' | 'measures' | 'conditions' | 'changeBounds' | 'within' | 'members' | 'claimed'
>;

/**
 * The parts of a sentence as a question.
 * @param named what the sentence names itself: a figure that is taken where it names none is not among them
 */
export function toDataQuestion(
  parts: Parts,
  figures: Figures,
  named: { measures: string[]; dimensions: string[]; attributes: string[] },
  periods: Period[],
): DataQuestion {
  const { focus, time } = parts;
  const { measures, dimensions, attributes } = named;
  const { tool, within } = figures;
  const [first = ''] = figures.measures;
  const falls = fallsIn(parts, first);
  const isOverview =
    focus.has('overview') && measures.length === 0 && dimensions.length === 0 && parts.grain === null;
  const against = time.versus?.text === 'last year' ? 'last_year' : time.against;
  // "How did last month go?" is told by what it was a year before.
  const isOfOne = isOverview && isOneUnit(periods) && against === null && !comparesTime(parts);
  const isByMonth = isOverview && hasMonths(periods) && !comparesTime(parts) && !isOfOne;
  return {
    kind: 'data',
    ...figures,
    dimensions: [...dimensions, ...attributes],
    grain: parts.grain ?? (isByMonth ? 'month' : null),
    periods,
    against: isOfOne ? 'last_year' : against,
    names: parts.names,
    filters: parts.filters,
    order: toOrder(parts, measures) ?? toMoved({ ...parts, falls }, dimensions),
    // "Biggest customer per region": one of each.
    limit: parts.limit ?? (within === null ? null : 1),
    ...(parts.variants !== null && { variants: parts.variants }),
    place: parts.place,
    partBounds: parts.partBounds,
    chart: parts.chart,
    otherChart: parts.otherChart,
    compares: focus.has('compare') && !comparesMeasures(parts, measures),
    changes: focus.has('change'),
    trend: focus.has('trend'),
    share: asksPart(parts),
    shareOf: sumsTop(parts) && endsWithTop(parts) ? 'members' : parts.shareOf,
    ofFigure: parts.ofFigure,
    asOne: sumsTop(parts) || sumsNamed(parts) || isMeanPrice(parts, figures.measures),
    why: focus.has('why'),
    falls,
    byRate: asksRate(parts),
    partLast: namesPartLast(parts),
    per: parts.per?.find((reference) => reference.tool === tool)?.name ?? null,
    daysOf: parts.daysOf,
    // What is due is told with its number.
    listed:
      measures[0] === 'open_units' && dimensions.includes('purchase_order') && parts.conditions.length === 0
        ? 'open_orders'
        : null,
    counts: focus.has('count'),
    averages: takesMean(parts),
    sides: parts.daySides,
    lists: listsRows(parts, first),
    defines: asksMeaning(parts, measures),
  };
}

/** One week or month, also the running one. */
function isOneUnit([period, ...others]: Period[]): boolean {
  if (period === undefined || others.length > 0) return false;
  const { start, end } = period;
  return start < end && (['week', 'month'] as const).some((grain) => startOf(end, grain) === start);
}

/** "What share of sales …", "how much of our sales is Bikes?" */
export function asksPart(parts: Parts): boolean {
  const { focus, names } = parts;
  return focus.has('share') || (focus.has('howMuchOf') && names.length > 0 && namesPartLast(parts));
}

/** "The average list price of road bikes": one for all of them. */
function isMeanPrice({ focus }: Parts, measures: string[]): boolean {
  return focus.has('average') && measures.every((name) => /^(?:list_price|unit_cost)$/.test(name));
}

function listsRows({ focus, opening }: Parts, measure: string): boolean {
  const isOfLines = focus.has('list') && /^(?:late|open)_lines$/.test(measure);
  const shows = /^(show|list|plot|chart|draw|display|give)/.test(opening) && !focus.has('total');
  return focus.has('overview') || isOfLines || shows;
}

/** "What is the margin rate?" */
function asksMeaning({ text, words, owns, names }: Parts, measures: string[]): boolean {
  const isBare = measures.length === 1 && words <= 5 && !owns && names.length === 0;
  return isBare && /^what(['’]?s| is| are) /.test(text);
}

/** "Which brands are growing?", "in which regions did sales fall?" ranks them by how they moved. */
function toMoved({ focus, falls, text, grain }: Parts, dimensions: string[]): Parts['order'] {
  const asks = focus.has('change') && grain === null && dimensions.length === 1 && asksWhich.test(text);
  return asks ? (falls ? 'asc' : 'desc') : null;
}

const asksWhich = /(?:^|, )(?:and |so )?(?:(?:in|at|for|from|with|of|on) )?(?:which|what) /;

/** "Did we take in more than we shipped?": figures against each other, not times. */
function comparesMeasures({ time, names, text }: Parts, measures: string[]): boolean {
  return (
    measures.length > 1 &&
    !setsTimes(time) &&
    !names.some(({ against }) => against) &&
    /\b(than|vs|versus|against)\b/.test(text)
  );
}

/** A week or less is told as one, not as a month that is cut. */
function hasMonths([period]: Period[]): boolean {
  return period !== undefined && (countUnits(period.start, period.end, 'day') ?? 0) > 27;
}

function comparesTime({ time, focus }: Parts): boolean {
  return time.against !== null || time.versus !== null || (focus.has('compare') && time.periods.length > 1);
}
