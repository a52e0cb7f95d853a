import type { Parts } from '../../parts/parts.ts';
import type { DataQuestion } from '../../question/question.ts';
import { toConditions } from '../../question/to-conditions.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { inTheirUnit } from './fit-bounds.ts';
import { asksTotal, countsList, type Merge, sumsList } from './merge.ts';
import { meantOf } from './merge-split.ts';

type Merged = Pick<DataQuestion, 'conditions' | 'partBounds' | 'changeBounds'>;

/** The bounds on the figures: those of the follow-up, or those before where they are on the same things still. */
export function mergeBounds(
  merge: Merge,
  { tool, measures, dimensions, grain }: DataQuestion,
  vocabulary: Vocabulary,
): Merged {
  const { parts, previous } = merge;
  const own = () => toConditions(inTheirUnit(parts, tool, measures, vocabulary), tool, measures, vocabulary);
  const kept = boundsAlso(parts, previous, tool) ? previous.conditions : [];
  // "Which day of the week is best?", after the weeks below some figure: the bound was on weeks.
  const isOfUnits = previous.grain !== null && previous.dimensions.length === 0 && grain !== previous.grain;
  const isOver = isOfUnits || outlivesBounds(merge, tool, dimensions);
  return {
    conditions: parts.conditions.length > 0 ? [...kept, ...own()] : isOver ? [] : previous.conditions,
    partBounds: parts.partBounds,
    changeBounds:
      parts.changeBounds.length > 0
        ? parts.changeBounds
        : asksWhyOfOne(parts)
          ? []
          : turned(parts, previous.changeBounds),
  };
}

/** "Why?", after the only region that fell: what moved there, whichever way. */
function asksWhyOfOne(parts: Parts): boolean {
  return parts.focus.has('why') && meantOf(parts).some(({ isOne }) => isOne);
}

/** "And those that grew?", after the ones that fell. */
function turned({ text, falls }: Parts, before: DataQuestion['changeBounds']): DataQuestion['changeBounds'] {
  const isSign = before.length === 1 && before[0]?.value === 0;
  return isSign && (falls || rises.test(text)) ? [{ op: falls ? 'below' : 'above', value: 0 }] : before;
}

/** "By how much?", after those that fell, says no way. */
const rises =
  /\b(?:gr[eo]w\w*|rose|risen|ris(?:e|es|ing)|gain\w*|improv\w*|increas\w*|better|up|winners?|more)\b/;

/** "And more than 500 units sold", after the products with a margin under 20 %: both bounds hold. */
export function boundsAlso(
  { text, conditions, measures }: Parts,
  previous: DataQuestion,
  tool: string,
): boolean {
  const isOther = measures.every((references) =>
    references.every(({ name }) => previous.conditions.every(({ measure }) => measure !== name)),
  );
  return (
    previous.conditions.length > 0 &&
    conditions.length > 0 &&
    measures.length > 0 &&
    isOther &&
    tool === previous.tool &&
    /^(?:and|but|also|that|which|who) /.test(text)
  );
}

/** "Only those with at least 500 units", after a ranking by the margin rate: the same rows and figure, and fewer of them. */
export function boundsRows(
  { text, conditions, measures }: Parts,
  previous: DataQuestion,
  tool: string,
): boolean {
  const bounds = conditions.flatMap(({ references }) => references ?? []).map(({ name }) => name);
  const isBound = measures.every((references) => references.some(({ name }) => bounds.includes(name)));
  const hasRows = previous.dimensions.length > 0 || previous.grain !== null;
  return (
    measures.length > 0 &&
    isBound &&
    hasRows &&
    tool === previous.tool &&
    previous.listed === null &&
    onlyThose.test(text)
  );
}

const onlyThose =
  /^(?:(?:and|but|now|ok|okay|please|just|show|me|keep) )*only (?:the )?(?:those|these|ones|them|(?:brands?|products?|items?|customers?|categories|subcategories|regions?|suppliers?|vendors?|months?|channels?)) /;

function outlivesBounds(merge: Merge, tool: string, dimensions: string[]): boolean {
  const { parts, previous } = merge;
  // The bound of a question of yes or no was answered with it.
  const isVerdict = previous.dimensions.length === 0 && previous.grain === null && previous.listed === null;
  // "Stock value by category", after products that are out of stock: a bound on products is none on those.
  // "Which supplier?", after the orders above $10,000, is asked of those orders.
  const areNamed = meantOf(parts).some(({ isAll, filter }) => isAll && filter?.op === 'is');
  const isOfOthers =
    (parts.measures.length > 0 || areNamed) &&
    parts.dimensions.length > 0 &&
    !dimensions.some((name) => previous.dimensions.includes(name));
  // "Total orders?", after a list within a bound: the bound was on each of its rows.
  const isTotal = asksTotal(merge) && dimensions.length === 0 && previous.listed === null;
  return isTotal || countsList(merge) || sumsList(merge) || isVerdict || tool !== previous.tool || isOfOthers;
}
