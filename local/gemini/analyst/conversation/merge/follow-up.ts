import type { Parts } from '../../parts/parts.ts';
import { asksHoldings } from '../../question/fresh-question.ts';
import type { Question } from '../../question/question.ts';
import { isSale } from '../context/same-figure.ts';
import {
  namedAnew,
  refersToContext,
  refersToFigure,
  refersToRows,
  speaksOfThem,
} from '../references/refers.ts';
import { followsList, isBareFigure } from './after-list.ts';
import { changesSomething, hasShape } from './changes-something.ts';
import { addsFigure, sortsBy } from './merge-figures.ts';
import { countsKind } from './name-counted.ts';

const cue =
  /^(and|also|only|just|now|then|instead|same|but|without|excluding|exclude|except|as|by|per|for|in|show (it|that|this|them|these|as)|what about|how about|make (it|that)|break|drill|split|again|ok|compare (it|that|this|them|with|to)|sort|sorted|ranked|add|plus|include|plot (it|that|this)|chart (it|that)|why|with|versus|vs|the same|switch|change|over|since|from|so (the|that|our)|draw (it|that)|(at|of|to|with|on) (what|which|how))\b/;

/** Whether the parts change the last question rather than ask a new one. */
export function isFollowUp(parts: Parts, previous: Question): boolean {
  if (!/^(data|reorder|overview|report)$/.test(previous.kind)) return false;
  if (parts.removes !== null) return previous.kind === 'data';
  if (countsKind(parts, previous)) return false;
  const { opening, text, focus } = parts;
  const begins = cue.test(opening) || /\b(instead|rather)\b/.test(text);
  const changes = changesSomething(parts);
  if (previous.kind === 'report') return followsList(parts, previous, changes, begins);
  // What a person named is told of alone.
  const isBoth = (focus.has('total') || focus.has('compare')) && parts.time.against === null;
  const isBare = [parts.names, parts.dimensions, parts.time.periods].every((list) => list.length === 0);
  if (previous.kind === 'overview' && isBoth && isBare && parts.time.versus === null) return false;
  if (ranksOthers(parts, previous)) return false;
  const isOfRows = refersToRows(parts);
  if (parts.measures.length > 0) {
    if (previous.kind === 'reorder' && (previous.level !== null || asksItsCost(parts)))
      return asksItsCost(parts);
    if (previous.kind === 'reorder' && isBareFigure(parts, begins)) return true;
    if (addsFigure(parts) || sortsBy(parts)) return true;
    if (isOfRows) return asksTheirShare(parts, previous);
    // "Which size sold most?", after the units of one model.
    if (isOfSameFigure(parts, previous) && focus.has('sell') && !begins && drillsDown(parts, previous))
      return true;
    // "Who had the worst fill rate in the third quarter?", after that of all suppliers by quarter: in that year.
    if (isOfSameFigure(parts, previous) && ranksSame(parts, previous)) return true;
    // "Margin?", "total units"
    const isTotal = /^(?:and )?(?:in )?total(?: \w+){1,2}\W*$/.test(text);
    if (isTotal || (parts.words <= 2 && !parts.owns && !/^(what|how|show|list)\b/.test(opening))) return true;
    const named = parts.time.periods.length + parts.dimensions.length + namedAnew(parts).length;
    // "How much profit was there?", of the same things and time.
    const isOfSame =
      previous.kind === 'data' &&
      parts.measures.every((references) => references.some(({ tool }) => tool === previous.tool));
    // "How long do they take to deliver?", after late orders, is asked of all their orders.
    const isOther =
      previous.kind === 'data' &&
      previous.listed !== null &&
      parts.measures.flat().some(({ name }) => name === 'lead_time');
    const isOpen =
      !isOther && named === 0 && parts.words <= 7 && parts.grain === null && parts.order === null;
    if (
      isOpen &&
      isOfSame &&
      !/\b(our|my|each)\b/.test(text) &&
      parts.conditions.length === 0 &&
      !focus.has('define')
    )
      return true;
    // "Margin rate by category", after the margin of 2013: in that year.
    const isFragment = parts.words <= 5 && !verbs.test(text) && parts.dimensions.length === 1;
    if (isFragment && isOfSame && named === 1 && parts.conditions.length === 0) return true;
    // "Is that a worse rejection rate than at Vision Cycles?" names one side of two.
    const [side, ...sides] = parts.names;
    if (side?.against === 'before' && sides.length === 0 && focus.has('compare') && !parts.owns) return true;
    return (refersToFigure(parts) && parts.words <= 7) || (begins && parts.words <= 8 && named <= 1);
  }
  // "How did the first one do in each month?", "what about the others?"
  if (isOfRows) {
    // "How much did we sell of them?", after stock.
    const asksSales = focus.has('sell') && !isSale(previous);
    return !asksHoldings(parts) && !asksSales && (!focus.has('overview') || hasShape(parts));
  }
  // "How many grills do we have?", after sales: what there is of them.
  const asksStock = /^(?:and |so |but )?how (?:many|much)\b/.test(text) && asksHoldings(parts);
  if (asksStock && namedAnew(parts).length > 0 && !isOf(previous, 'query_inventory')) return false;
  // "How is Lighting doing?", after what to reorder or which products sold best: all that is told of it.
  const isOfFigure = previous.kind === 'data' && previous.dimensions.length === 0;
  if (!isOfFigure && focus.has('overview') && (namedAnew(parts).length > 0 || /\bwe\b/.test(text)))
    return false;
  // "Is that better than the same point last month?"
  if (changes && /^(is|was|how is|how was|how does|does|did) (that|this|it)\b/.test(opening)) return true;
  // "Are we better than at this point last month?" has a time to compare with, and none of its own.
  const { time } = parts;
  const isBeside = (time.against ?? time.versus) !== null && time.periods.length === 0;
  const names = namedAnew(parts).filter(({ optional }) => !optional);
  if (isBeside && names.length === 0 && parts.dimensions.length === 0) return true;
  const asksChange = focus.has('change') && parts.words <= 6 && previous.kind === 'data';
  const comparesTwo = focus.has('compare') && previous.kind === 'data' && previous.compares;
  // "And what did we sell of it?", after stock, is another figure of the same thing.
  const sellsAnew = focus.has('sell') && !isSale(previous) && /^(?:and )?(?:what|how) /.test(opening);
  if (sellsAnew) return false;
  if (!changes) return asksChange || (begins && comparesTwo) || (begins && focus.has('why'));
  if (focus.has('sell') && !begins) return drillsDown(parts, previous);
  return begins || countOwn(parts, previous) <= 7 || refersToContext(parts);
}

/** "Who were the three weakest in the third quarter?", after a figure of suppliers: its time makes it no question of its own. */
function countOwn(parts: Parts, previous: Question): number {
  const isBare = ranksRows(parts, previous) && !/\b(?:our|my)\b/.test(parts.text);
  return isBare ? parts.words - parts.time.used.size : parts.words;
}

/** Whether what is ranked are the rows of the last question, as far as it is said. */
function ranksRows({ order, dimensions, names, grain }: Parts, previous: Question): boolean {
  if (previous.kind !== 'data' || order === null || names.length > 0 || grain !== null) return false;
  return dimensions
    .flat()
    .every(({ tool, name }) => tool !== previous.tool || previous.dimensions.includes(name));
}

function ranksSame(parts: Parts, previous: Question): boolean {
  const isOfAll = previous.kind === 'data' && previous.filters.length + previous.names.length === 0;
  const [period, ...others] = parts.time.periods;
  const isBare = period !== undefined && others.length === 0 && !/\d{4}/.test(parts.text);
  return isOfAll && isBare && previous.dimensions.length > 0 && ranksRows(parts, previous);
}

/** "Who are our best customers?", after the stock of Kitchen: stock has none, and our suppliers are those of all. */
function ranksOthers(
  { text, order, dimensions, measures, owns, focus, time }: Parts,
  previous: Question,
): boolean {
  const [asked, ...others] = dimensions;
  const isBare = order !== null && measures.length + others.length === 0 && asked !== undefined;
  if (!isBare || previous.kind !== 'data' || focus.has('sell') || !verbs.test(text)) return false;
  const isOurs = owns && previous.tool === 'query_inventory' && asked.some(({ name }) => name === 'supplier');
  const isPartner = asked.every(({ name }) => /^(?:customer|customer_segment|supplier)$/.test(name));
  // "What are our top products?", after how sales grew by region, is of what is sold, and not of what grew.
  const isOfSize = previous.changes && /\bour\b/.test(text) && !focus.has('change');
  // "The three best products of this year", after late orders.
  const isOfList = previous.listed !== null && time.periods.length > 0;
  return isOurs || isOfSize || isOfList || (isPartner && asked.every(({ tool }) => tool !== previous.tool));
}

/** What begins a question that stands alone, or says that it is of all. */
const verbs =
  /^(?:what|which|who|where|when|why|how|show|list|give|tell|is|are|was|were|do|does|did|has|have|can)\b|\b(?:our|my|total|overall|all)\b/;

/** Whether a sentence has its meaning only after the last question, though it may be one that cannot be answered. */
export function goesOnFrom(previous: Question | null, parts: Parts): boolean {
  if (previous === null)
    return parts.measures.length === 0
      ? fragment.test(parts.text) || parts.words <= 3 || refersToContext(parts) || ranksOnly(parts)
      : /\binstead\b/.test(parts.text) ||
          (/^(?:and|but|also|then|now)\b/.test(parts.text) && parts.words <= 5) ||
          (ofWhatBefore.test(parts.text) && parts.names.length + parts.time.periods.length === 0) ||
          ((refersToFigure(parts) || speaksOfThem(parts)) && parts.words <= 9);
  return (
    /^(?:and|but|also|then)\b/.test(parts.text) ||
    isFollowUp(parts, previous) ||
    refersToRows(parts) ||
    refersToContext(parts)
  );
}

/** "At what cost?", "sorted by cost", "how much money is tied up?" do not say of what. */
const ofWhatBefore =
  /^(?:and |so |but )*(?:(?:at|for|from|to|by|with|on|in|of) (?:what|which)\b[^?]{0,25}|(?:sort|sorted|rank|ranked|ordered) by\b[^?]{0,25}|how much (?:money|cash|capital|value|stock) (?:is|are) (?:it|that|this|tied|stuck|locked|bound|sitting|lying)\b[^?]{0,20})\W*$/;

/** "What's left?" does not say of what. */
export function asksWhatIsLeft(spoken: string): boolean {
  return whatIsLeft.test(spoken);
}

const whatIsLeft =
  /^(?:and |so |but )*(?:what|how (?:much|many))(?:['’]?s| is| are)?(?: still)? (?:left|remaining|there|available)(?: now| of (?:it|them|those))?\W*$/i;

/** "Which brand is best?", "who bought the most?" do not say by what, or of what. */
function ranksOnly({ order, measures, names, time, owns, focus }: Parts): boolean {
  const isBare = measures.length + names.length + time.periods.length === 0 && time.against === null;
  return order !== null && isBare && !owns && !focus.has('change');
}

/** "And for the South only", "from which suppliers" */
const fragment =
  /^(?:(?:more|less|fewer|faster|slower|better|worse|higher|lower|bigger|smaller|longer|shorter|earlier|later) than|and|but|also|only|just|from|by|for|with|without|of|per|as|worth|then|now|same|the same|instead|drop|split|compare[d]?|versus|vs|sort|show (?:it|that|them)|how do(?:es)? (?:all )?the other)\b/;

/** "Has Dublin grown? First half of 2025 against first half of 2024": the second sentence is the time of the first. */
export function saysWhenOnly(parts: Parts, previous: Question): boolean {
  const { measures, dimensions, names, filters, order, grain, time } = parts;
  const isBare =
    [measures, dimensions, names, filters].every((list) => list.length === 0) &&
    order === null &&
    grain === null;
  const isOpen = previous.kind === 'data' && previous.periods.length === 0;
  // "How much do we have, and how much did we sell last month?" has its figure in the verb.
  const sells = parts.focus.has('sell') && !isSale(previous);
  return isBare && isOpen && !sells && (time.periods.length > 0 || time.against !== null);
}

/** "Which products sold best there?", after their revenue in a region. */
function drillsDown(parts: Parts, previous: Question): boolean {
  const isOpen =
    parts.time.periods.length === 0 &&
    namedAnew(parts).length === 0 &&
    (parts.dimensions.length > 0 || parts.order !== null);
  return isSale(previous) && isOpen && (parts.words <= 5 || refersToContext(parts));
}

function isOfSameFigure({ measures }: Parts, previous: Question): boolean {
  return (
    previous.kind === 'data' &&
    measures.every((references) => references.some(({ name }) => previous.measures.includes(name)))
  );
}

function isOf(previous: Question, tool: string): boolean {
  return previous.kind === 'data' && previous.tool === tool;
}

/** "How much do they make up of the total?" */
function asksTheirShare(parts: Parts, previous: Question): boolean {
  const { focus, names } = parts;
  const isAll = names.some(({ meant }) => meant?.isAll && !meant.isOne);
  return focus.has('share') && isAll && isOfSameFigure(parts, previous);
}

/** "What will it cost?", of what is to be ordered. */
function asksItsCost(parts: Parts): boolean {
  return (
    parts.words <= 7 && parts.measures.every((references) => references.some(({ name }) => name === 'cost'))
  );
}
