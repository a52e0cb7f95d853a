import type { Parts } from '../../parts/parts.ts';
import type { DataQuestion, Filter, NameMention, Question } from '../../question/question.ts';
import { manyMembers } from '../../reads/view.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { asksWhichRose } from '../merge/merge-rows.ts';
import { findOfEach } from '../merge/merge-split.ts';
import { goods } from '../references/pick-rows.ts';
import { isOfAll, namesNothing, ofAllGoods, refersToContext, refersToRows } from '../references/refers.ts';
import { asksLateOfDue, outlivesState } from './late-orders.ts';
import { ranksFigure } from './ranks-figure.ts';
import {
  boundsElsewhere,
  goesOnSplit,
  isOpenedBy,
  isSameFigure,
  mostNamed,
  splitsSame,
} from './same-figure.ts';
import { withItsTime } from './with-its-time.ts';

/** The question that another one refers to; of the same message its names are not looked up yet. */
export type Source = { question: Question; isSameMessage: boolean };

/**
 * A new question about what the last one was about: it has that one's names, and its time where it names none. "What did they
 * return?", "how much stock of those do we have?"
 */
export function withContext(
  question: Question,
  parts: Parts,
  source: Source,
  vocabulary: Vocabulary,
): Question {
  const { question: last, isSameMessage } = source;
  if (!('filters' in last) || !('filters' in question)) return question;
  if (boundsElsewhere(question, parts, last)) return { kind: 'unheeded', words: [parts.text], names: [] };
  if (asksLateOfDue(question, parts, last)) return { kind: 'unheeded', words: ['of it'], names: [] };
  const refers = refersToRows(parts) || refersToContext(parts);
  // "I need to order from Orsini; what's running low?", "what's open with Orsini and what's late?"
  const isList = isListed(question) && isListed(last) && parts.names.length + parts.filters.length === 0;
  const goesOn = isSameMessage && (isList || continues.test(parts.text));
  const ofSplit = goesOnSplit(question, last);
  // "The reorder point" is nobody's.
  const isOfThem = asksWhichOfThem.test(parts.text);
  const said = isOfThem ? { ...parts, owns: false, dimensions: [] } : parts;
  const asksSame = namesNothing(said) || ranksFigure(question, parts, last);
  const ofNothing = asksSame && isNarrowedFor(question, parts, last, vocabulary);
  const splits = !isSameMessage && splitsSame(question, parts, last);
  const ofSame =
    splits || (!isSameMessage && ofNothing) || (isSameMessage && isOfOverview(question, parts, last));
  if (!refers && !goesOn && !ofSplit && !ofSame)
    return isSameMessage || parts.namesRow || isSameFigure(question, last)
      ? withItsTime(question, parts, last, vocabulary)
      : question;
  if (outlivesState(question, parts, last))
    return { kind: 'which', spoken: 'those', choices: [], most: vocabulary.mostValues };
  const before = ofSame ? last.filters.filter((filter) => !isOpenedBy(question, filter)) : last.filters;
  const narrowed = {
    ...atEachPlace(question, parts, last),
    filters: [
      ...toKept(before, question, refersToRows(parts) || ofSame, parts, vocabulary),
      ...question.filters,
    ],
  };
  return withItsTime(withRows(ofCounted(withNames(narrowed, source)), parts, last), parts, last, vocabulary);
}

/** "How did Tools do last month? Which products sold best?" asks both of Tools. */
function isOfOverview(question: Question, parts: Parts, last: Question): boolean {
  const isBare = [parts.names, parts.filters, parts.everywhere].every((list) => list.length === 0);
  return last.kind === 'overview' && question.kind === 'data' && isBare && !isOfAll(parts.text);
}

function isListed(question: Question): boolean {
  return question.kind === 'reorder' || (question.kind === 'data' && question.listed !== null);
}

/** "I need revenue and margin per subcategory", after a question, says what is wanted of it. */
const continues =
  /\beach\b|^(only|just|i need|i want|i would like|i'd like|show me|give me|please|sorted|split|broken down)\b/;

const addsOne = /^(?:and|but|also|only|just|what about|how about)\b/;

/** Rows that are named say enough where the figures are not kept by what else the last question was narrowed to. */
function toKept(
  filters: Filter[],
  question: Question,
  isBare: boolean,
  parts: Parts,
  { filters: known }: Vocabulary,
): Filter[] {
  const isWhole = ofAllGoods(parts);
  const open = filters.filter(
    ({ dimension }) =>
      !(isWhole && goods.has(dimension)) &&
      !parts.everywhere.includes(dimension) &&
      !parts.filters.some((own) => own.dimension === dimension),
  );
  const takes = known.get(toolOf(question));
  return isBare && takes ? open.filter(({ dimension }) => takes.has(dimension)) : open;
}

export function toolOf(question: Question): string {
  return 'tool' in question ? question.tool : 'get_reorder_recommendations';
}

/** "Sales last month", after the stock of Kitchen: of Kitchen, where sales are kept by category. */
function isNarrowedFor(
  question: Question,
  parts: Parts,
  last: Question,
  { filters: known }: Vocabulary,
): boolean {
  // Slow movers are a list of their own, unless they are asked for as one more thing: "and dead stock?"
  const isAdded =
    question.kind === 'report' && (question.tool === 'forecast_demand' || addsOne.test(parts.text));
  if ((!/^(?:data|reorder)$/.test(question.kind) && !isAdded) || !('filters' in last)) return false;
  const takes = known.get(toolOf(question));
  // "Most urgent three", of what is to be ordered of one supplier, has them already.
  if (question.kind === 'reorder' && question.filters.length > 0) return false;
  // "What should I reorder?", after the stock of Kitchen, asks which things, so that it is of all; "running low?" does not.
  // "Which are below the reorder point?" speaks of them.
  if (
    question.kind === 'reorder' &&
    last.kind !== 'reorder' &&
    asksWhat.test(parts.text) &&
    !asksWhichOfThem.test(parts.text)
  )
    return false;
  // The ten best sellers are rows that were told, and nothing that a person named; "which has the best margin?" is one of them.
  const isOfMany = last.filters.some(({ values }) => values.length > mostNamed);
  if (isOfMany && !asksWhichOfThem.test(parts.text)) return false;
  return last.filters.some(
    ({ dimension, op }) => op !== 'is_not' && named.has(dimension) && (takes?.has(dimension) ?? false),
  );
}

const asksWhat = /^(?:what|which|is there anything|are there any|anything|show|list|give)\b/;

const asksWhichOfThem =
  /^(?:and )?(?:which (?:ones? )?(?:is|are|was|were|has|have|had|need|needs|must|should|made|makes?|sold|sells?|brought|brings?|earned|earns?|costs?)\b|which (?:models?|sizes?|kinds?|types?|sorts?|variants?|versions?|colou?rs?|flavou?rs?) (?:is|are|has|have|need|needs|must|should)\b|(?:only|just) (?:what|which|those|the ones|things|items|products)\b)/;

/** Dimensions whose members are named: goods, partners and places, not days of the week. */
const named = new Set([
  ...['product', 'sku', 'brand', 'category', 'subcategory', 'supplier', 'customer', 'customer_segment'],
  ...['warehouse', 'region', 'channel'],
]);

/** Names of the same message, and of a question that was refused, are not looked up yet, so they are taken along. */
export function withNames<Asked extends Question>(
  question: Asked,
  { question: last, isSameMessage }: Source,
): Asked {
  if (!('filters' in question) || !('filters' in last)) return question;
  const own = question.names;
  const isOpen = (name: NameMention) =>
    (isSameMessage || name.open === true) && own.every(({ hint }) => hint !== name.hint || hint === null);
  const carried = last.names.filter(isOpen).map((name): NameMention => ({ ...name, carried: true }));
  return { ...question, names: [...carried, ...own] };
}

/** "Which of them has the best margin?", "the worst one": what is ranked are the rows of the last answer. */
export function withRanked(parts: Parts, { question: last }: Source, { filters }: Vocabulary): Parts {
  const ofEach = findOfEach(parts);
  if (ofEach !== null) {
    const each = [...filters.keys()].map((tool) => ({ tool, name: ofEach }));
    return { ...parts, each, dimensions: [each, ...parts.dimensions], limit: parts.limit ?? 1 };
  }
  // "Which ones lose money?"
  const bounds = parts.conditions.length > 0 && ofOnes.test(parts.text);
  const isOpen = (parts.order !== null || bounds) && parts.dimensions.length === 0 && parts.grain === null;
  if (!isOpen || parts.measures.length === 0) return parts;
  const several = parts.names.flatMap(({ meant }) => (meant && !meant.isOne ? [meant.dimension] : []));
  const isOne = bounds || /\bthe \w+ ones?\b/.test(parts.text);
  const before = isOne && last.kind === 'data' ? last.dimensions : [];
  const [dimension] = several.length > 0 ? several : before;
  if (dimension === undefined) return parts;
  return { ...parts, dimensions: [[...filters.keys()].map((tool) => ({ tool, name: dimension }))] };
}

const ofOnes = /^(?:and |so |but )?which ones?\b/;

/** Several rows that are meant are told one by one, unless their number or their sum is asked for. */
function withRows<Asked extends Question>(question: Asked, parts: Parts, last: Question): Asked {
  if (question.kind !== 'data' || question.dimensions.length > 0 || question.grain !== null) return question;
  const { focus } = parts;
  const countsRows = focus.has('count') && /\b(how many|number) of\b/.test(parts.text);
  if (countsRows || focus.has('total') || focus.has('share'))
    return { ...question, asOne: refersToRows(parts) };
  const several = parts.names.flatMap(({ meant }) => (meant && !meant.isOne ? [meant.dimension] : []));
  const [dimension] = several;
  // "How much of that is reserved?", of stock by warehouse: of each.
  const ofEach = /\bhow (?:much|many) of (?:that|it|those|them|these)\b/.test(parts.text);
  if (
    dimension === undefined &&
    ofEach &&
    last.kind === 'data' &&
    last.tool === question.tool &&
    question.order === null
  )
    return { ...question, dimensions: last.dimensions, grain: last.grain, share: false };
  if (dimension === undefined) return question;
  const ranked = besideRanking(question, parts, last, dimension);
  if (ranked !== null) return { ...question, ...ranked };
  const isRanked = manyMembers.has(dimension) || asksWhichRose(parts);
  return { ...question, dimensions: [dimension], order: question.order ?? (isRanked ? 'desc' : null) };
}

/** "How many contractors bought, and what did they buy most?": goods are ranked, and the contractors are not counted again. */
function ofCounted<Asked extends Question>(question: Asked): Asked {
  if (question.kind !== 'data' || question.order === null) return question;
  const names = question.names.map((name) =>
    name.carried && name.counted ? { ...name, counted: false } : name,
  );
  return { ...question, names };
}

/** "And how many are available there?", after the reorder points of a product in every warehouse: in each of them. */
function atEachPlace<Asked extends Question>(question: Asked, { text, names }: Parts, last: Question): Asked {
  if (question.kind !== 'data' || question.dimensions.length > 0 || question.grain !== null) return question;
  const isOfPlaces = last.kind === 'reorder' && last.level !== null && /\bthere\b/.test(text);
  if (isOfPlaces) return { ...question, dimensions: ['warehouse'] };
  // "How long will they last?", after the stock of a product in every warehouse: in each of them.
  const isSplit =
    last.kind === 'data' &&
    last.tool === question.tool &&
    last.limit === null &&
    /^(?:warehouse|region)$/.test(last.dimensions.join()) &&
    names.some(({ meant }) => meant?.isKnown) &&
    !/\b(?:total|together|altogether|overall|in all)\b/.test(text);
  return isSplit && question.order === null ? { ...question, dimensions: last.dimensions } : question;
}

/** "What's their reject rate?", after the suppliers that most is spent with, which are many: beside the spend, in its order, and not those with the highest rate. */
function besideRanking(
  question: DataQuestion,
  { names }: Parts,
  last: Question,
  dimension: string,
): Pick<DataQuestion, 'measures' | 'dimensions' | 'order'> | null {
  if (last.kind !== 'data' || last.tool !== question.tool || last.changes || question.changes) return null;
  const isRanking = last.order !== null && last.limit === null && last.conditions.length === 0;
  const isOfMany = names.some(({ meant }) => meant?.filter === null && (meant.rows?.length ?? 11) > 10);
  const isPlain = question.order === null && question.conditions.length === 0 && question.against === null;
  if (!isRanking || !isOfMany || !isPlain || last.dimensions.join() !== dimension) return null;
  const measures = [...new Set([...last.measures, ...question.measures])];
  return { measures, dimensions: [dimension], order: last.order };
}
