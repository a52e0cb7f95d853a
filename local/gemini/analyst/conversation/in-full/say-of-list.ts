import type { Question } from '../../question/question.ts';
import { begins } from '../../vocabulary/lead.ts';
import { aboveOne } from '../../vocabulary/numbers.ts';
import { sites } from '../../vocabulary/things.ts';

/** "And B?", "only class A", after classes of products: that class of them. */
export function sayOfClass(sentence: string, previous: Question): string {
  if (previous.kind !== 'report' || previous.tool !== 'classify_products') return sentence;
  const name = asked.exec(sentence)?.groups?.name;
  if (name === undefined) return sentence;
  const [period] = previous.periods;
  const there = previous.filters.length > 0 ? ' there' : '';
  return `class ${name} products${there}${period ? ` ${period.text}` : ''}`;
}

/**
 * "Which of those are in Sacramento?", after a list of slow movers that is too long to be named: the same list, narrowed. "Their
 * suppliers", of products, are who supplies them.
 */
export function sayOfList(sentence: string, previous: Question): string {
  // "Third?", after the second best.
  const ordinal = placed.exec(sentence)?.[1];
  if (ordinal !== undefined && previous.kind === 'data' && previous.place !== null && previous.order !== null)
    return `${ordinal} ${previous.order === 'asc' ? 'lowest' : 'highest'}`;
  // "What did the new ones spend?", after a list of them.
  if (previous.kind === 'report' && previous.tool === 'find_new_or_lapsed' && theOnes.test(sentence))
    return sayOfList(sentence.replace(theOnes, 'they'), previous);
  const isList = /^re(?:port|order)$/.test(previous.kind);
  // "Which ones should I clear first?": both lists begin with what matters most.
  const isByGroup = (previous.kind === 'report' || previous.kind === 'reorder') && previous.by !== null;
  const { group } = insideGroup.exec(sentence)?.groups ?? {};
  if (isByGroup && group !== undefined) return `only ${group}`;
  const isInOrder = isSlow(previous) || (previous.kind === 'reorder' && previous.level === null);
  const { few = 'five' } = comesFirst.exec(sentence)?.groups ?? {};
  if (isInOrder && comesFirst.test(sentence)) return `top ${few}`;
  const asks = isList ? ofAll.find(({ form }) => form.test(sentence))?.asks : undefined;
  // "How many are they?", of more within a bound than can be named.
  const isBounded =
    previous.kind === 'data' && previous.conditions.length > 0 && previous.dimensions.length === 1;
  if (isBounded && theirNumber.test(sentence)) return 'how many are there?';
  const counts = previous.kind === 'report' ? theirNumber.exec(sentence) : null;
  // Slow movers are lines of products in warehouses.
  if (counts !== null && !(isSlow(previous) && counts.groups?.noun)) return 'how many are there?';
  const told = asks === undefined ? null : sayOfAll(asks, previous);
  if (told !== null) return told;
  const worst = previous.kind === 'report' ? hardestHit.exec(sentence)?.[1] : undefined;
  if (worst !== undefined) return `by ${worst}`;
  const isOfProducts = previous.kind === 'data' && previous.dimensions.includes('product');
  if ((isList || isOfProducts) && theirSuppliers.test(sentence)) return 'who supplies those?';
  // "Which one has been waiting longest?", of late orders: the one that is latest.
  if (previous.kind === 'data' && previous.measures.includes('days_late'))
    return sentence.replace(waiting, 'has the highest days late');
  return isList ? sentence.replace(narrowed, 'only ') : sentence;
}

const they = '(?:they|those|these|them|it|that|this|the (?:list|lot|whole lot))(?: all)?';

/** What is asked of all that was listed: how much it is worth or costs, and where it lies. */
const ofAll = [
  { asks: 'money', form: `(?:how much|what) (?:are|is) ${they}(?: worth)?` },
  {
    asks: 'money',
    form: `(?:what(?:['’]s| is) )?(?:the|their|its) (?:total |stock )*value(?: of ${they})?`,
  },
  {
    asks: 'money',
    form: `(?:how much|what) (?:money|cash|capital) is (?:tied|stuck|locked)(?: up)?(?: in ${they})?`,
  },
  { asks: 'money', form: `how much(?: (?:is|are))? (?:${they} )?worth` },
  {
    asks: 'money',
    form: `(?:how much|what) (?:have|has|did|do) ${they} (?:spen[dt]|ma[dk]e|br(?:ing|ought) (?:us )?in|buy|bought)`,
  },
  { asks: 'units', form: `how many (?:units|pieces)(?: (?:is|are|was|were) (?:${they}|there))?` },
  { asks: 'money', form: `(?:how much|what) (?:would|will|does|do) ${they} cost(?: us)?` },
  { asks: 'money', form: `(?:how much|what) (?:would|will|does) it cost(?: us)? to (?:re)?order ${they}` },
  { asks: 'place', form: `(?:where|in (?:which|what) ${sites}) (?:are|is|do) ${they}(?: lie| sit)?` },
  { asks: 'place', form: `(?:which|what) ${sites} (?:are|is) ${they} (?:in|at)` },
  { asks: 'place', form: `(?:where|(?:in|at) (?:which|what) ${sites})` },
  { asks: 'much', form: '(?:by how much|how (?:much|many)(?: units| pieces)? too (?:much|many))' },
].map(({ asks, form }) => ({
  asks,
  form: begins(`${form}(?: in total| altogether| together| in all)?\\W*$`),
}));

/** "How many are they?", "how many products are in it?", after a list or a class of products: as many as it has. */
const theirNumber = begins(
  `how many(?<noun> (?:products|items|articles|customers|clients))? (?:are|is) (?:${they}|there|in (?:it|there|(?:that|this|the) (?:class|group|list)))(?: in total| altogether| in all)?\\W*$`,
);

/** "Which category is worst?", after the slow movers. */
const hardestHit = begins(
  'which (category|subcategory|brand|supplier|warehouse|region) (?:is|has it) (?:the )?(?:worst|hardest hit|most affected)\\W*$',
);

/** The words by which a list is asked for that; null where it tells none. */
function sayOfAll(asks: string, previous: Question): string | null {
  if (asks === 'place') return 'by warehouse';
  if (asks === 'much') return isSlow(previous) ? 'total stock value' : null;
  if (asks === 'units') return isSlow(previous) ? 'how many units in total' : null;
  if (isSlow(previous)) return 'total stock value';
  if (previous.kind === 'reorder') return 'total cost';
  return previous.kind === 'report' && previous.tool === 'forecast_demand' ? 'in revenue' : null;
}

function isSlow(previous: Question): boolean {
  return previous.kind === 'report' && previous.tool === 'find_slow_movers';
}

/** "What's in the first one?", "show me those in it", after a list by category. */
const insideGroup = begins(
  `(?:what(?:['’]?s| is| are)?|(?:show|give|list)(?: me)?(?: the| all)?(?: products| items| lines| those| these| ones)?|which (?:products|items|lines|ones)?(?: ?are)?|those|the ones)(?: that (?:are|is))? (?:in|of|from|at) (?<group>(?:the [a-z]+ one|that one|it|that|them))\\W*$`,
);
const things = '(?: (?:ones?|products?|items?|articles?|lines?|of (?:them|those|these)))?';
const comesFirst = begins(
  `(?:(?:which|what)(?: (?<few>${aboveOne}|\\d{1,2}))?${things}(?: (?:(?:should|must|shall|do|would|could) (?:i|we)|to|should|goes|comes)\\b[a-z ]{0,25}?)? (?:first|soonest|most urgently)|where (?:should|do|shall|would) (?:i|we) (?:start|begin))\\W*$`,
);

const placed =
  /^(?:(?:and|what about),? )*(?:the )?(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))(?: one)?\W*$/i;

const theirSuppliers =
  /^(?:(?:and|now|ok|show(?: me)?|list|what about|who are),? )*(?:their|the) (?:suppliers|vendors)(?: of (?:those|them|these))?\W*$/i;

const waiting =
  /\b(?:is|are|has been|have been|was|were|have we been) (?:waiting|waited|outstanding|pending|open|on order)(?: for)? (?:the )?longest\b/i;

const theOnes =
  /\bthe (?:new|lost|lapsed) (?:ones|customers|buyers|clients)(?= (?:spen[dt]|buy|bought|order(?:ed)?|make|made|bring|brought)\b)/i;
const narrowed =
  /^(?:(?:[Aa]nd|[Nn]ow|[Ss]o),? )*[Ww]hich (?:ones )?of (?:those|them|these) (?:are|is|lie|sit) (?:in|at|from) (?:the )?(?=\p{Lu})/u;

const asked =
  /^(?:(?:and|now|ok|but|only|just|show(?: me)?|what about|how about),? )*(?:the )?(?:class |group )?(?<name>[abcxyz])(?: (?:class|group|ones|products|items|articles))?\W*$/i;
