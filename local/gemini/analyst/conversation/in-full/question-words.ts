import type { Question } from '../../question/question.ts';
import { begins, lead } from '../../vocabulary/lead.ts';
import { aboveOne } from '../../vocabulary/numbers.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { toSingular, toWords } from '../../vocabulary/to-words.ts';
import { askOfList } from '../merge/after-list.ts';
import { countsThings } from '../merge/name-counted.ts';
import { nouns } from '../references/nouns.ts';
import { goods } from '../references/pick-rows.ts';
import type { Subject } from '../subject.ts';
import { askForArrival } from './ask-for-arrival.ts';
import { askOfMovements } from './ask-of-movements.ts';
import { askOfRows } from './ask-of-rows.ts';
import { pronounForms } from './pronoun-forms.ts';
import { sayOfDeliveries } from './say-of-deliveries.ts';
import { countItsOrders, nameWhichOne } from './which-one.ts';

/** What a question word asks for that stands alone: a split of what was told. */
const splits: { asks: string; by: string }[] = [
  { asks: 'whose', by: 'partner' },
  { asks: 'with whom?|who with|who (?:is|are|was|were) (?:it|that|this|they|those) with', by: 'partner' },
  {
    asks: 'to whom|who to|(?:(?:bought|ordered|returned|sent back|brought back) )?by whom|who (?:bought|buys) (?:it|them|that)',
    by: 'customer',
  },
  {
    asks: 'from who|from whom|who from|whom? (?:is|are|was|were) (?:it|they|that|those|these) from',
    by: 'supplier',
  },
  { asks: '(?:on|for|of|in) what', by: 'product' },
  { asks: '(?:from )?where(?: from| to)?', by: 'warehouse' },
];
const asksNoun = '(?:from|to|by|on|for|of|in|at|with) (?:which|what) (?<noun>(?!(?:price|cost)s?\\b)\\p{L}+)';
const mostWith = begins('(?:with|from|to) (?:whom?|which one)(?: was it| is it| did we)? (?:the )?most\\W*$');
/** "Mostly what?", after one figure. */
const mostlyWhat = begins(
  '(?:(?:is|was) (?:it|that) )?(?:(?:mostly|mainly|chiefly|primarily)(?: on| for| of| in)? what|what,? (?:mostly|mainly|chiefly|primarily))(?: (?:is|was) (?:it|that))?\\W*$',
);
const ofThose =
  '(?: (?:is|are|was|were) (?:it|they|that|those|these)(?: (?:all|now|stored|kept|held|located))*)?';

/** "From whom?", "and where is it?" after an answer: the same by supplier, by warehouse. */
export function askInFull(
  sentence: string,
  previous: Question,
  _vocabulary: Vocabulary,
  { asksOne, rows, most }: Subject,
): string {
  const said = countItsOrders(nameWhichOne(sentence.trim(), previous), previous);
  // "Who delivered them?", "how many of each?", after what came in or is on order: of all of it, not of the rows that are shown.
  if (isOfAll(previous) && isOfUnits(previous)) {
    if (whoDelivered.test(said)) return 'by supplier';
    if (manyOfEach.test(said)) return 'by product';
  }
  if (isOfGoodsMoved(previous) && whatWasIt.test(said)) return 'by product';
  const moved = askOfAll(said, previous) ?? askOfMovements(said, previous);
  if (moved !== null) return moved;
  const split = isOfLeader(said, previous)
    ? undefined
    : splits.find(({ asks }) => alone(asks).test(said))?.by;
  const ofParties = askWhereParties(said, previous);
  if (split === 'warehouse' && ofParties !== null) return ofParties;
  const sells = previous.kind === 'data' && previous.tool === 'query_sales';
  const partner = sells ? 'customer' : 'supplier';
  // "Who is it with?", after the biggest open order: whose that one is.
  const isOfFirst = previous.kind === 'data' && previous.listed !== null && previous.order !== null;
  if (split === 'partner' && isOfFirst && /\b(?:it|that)\b/i.test(said))
    return `${previous.listed?.startsWith('late') ? 'late' : 'open'} value of it by supplier`;
  const noun =
    (split === 'partner' || isOfParties(split, previous) ? partner : split) ??
    alone(asksNoun).exec(said)?.groups?.noun;
  const isOfTooMany = (rows?.kinds[0]?.names.length ?? 0) > most && !isBounded(previous);
  if (noun !== undefined) return isOfAll(previous) || isOfTooMany ? `by ${noun}` : `show them by ${noun}`;
  if (previous.kind === 'data' && previous.dimensions.length === 0 && mostlyWhat.test(said))
    return `which products have the highest ${toWords(previous.measures[0])}`;
  // "With whom most?"
  if (mostWith.test(said)) return `which ${partner} has the most`;
  if (previous.kind === 'data' && asksMeaning.test(said))
    return `how is ${toWords(previous.measures[0])} defined`;
  const others = askOfOthers(said, previous);
  if (others !== null) return others;
  // "The ones for Bristol" are rows, and what was counted has none.
  const named = previous.kind === 'data' && countsThings(previous) ? said : said.replace(theOnes, 'those ');
  const ofList = askAhead(sayOfDeliveries(askOfList(named, previous), previous), previous);
  const plain = pronounForms.reduce(
    (text, [form, plain]) => text.replace(form, plain),
    askForArrival(askOfRows(ofList, previous), previous, asksOne),
  );
  const told = previous.kind === 'report' ? plain.replace(theySpent, 'what was the revenue of those') : plain;
  // "Who ordered most often, and what did they spend?" is no number of orders.
  const isCount =
    previous.kind === 'data' && previous.tool === 'query_sales' && !isMoney.test(previous.measures[0] ?? '');
  const spent = isCount && told !== said ? told.replace(theyMade, 'what was the revenue of those') : told;
  return spent.replace(behind, `${toCause(previous)}$1`);
}

function isBounded(previous: Question): boolean {
  return previous.kind !== 'data' || previous.conditions.length + previous.changeBounds.length > 0;
}

/** "From whom?", after what was ordered, of which the answer shows the first twenty: all of it, and not these rows alone. */
function isOfAll(previous: Question): boolean {
  if (previous.kind !== 'data' || previous.listed !== null || previous.changes) return false;
  const { order, limit, conditions, dimensions } = previous;
  return dimensions.length > 0 && order === null && limit === null && conditions.length === 0;
}

const whoDelivered = begins(
  'who (?:delivered|supplied|sent|brought|shipped) (?:it|them|that|those|this|these)(?: all)?\\W*$',
);
const manyOfEach = begins('how many(?: units| pieces)?(?: (?:are there|is it))? of each(?: one)?\\W*$');

function isOfUnits(previous: Question): boolean {
  return (
    previous.kind === 'data' &&
    previous.dimensions.join() === 'product' &&
    /^(?:units_received|on_order|on_hand|open_units|received_units|ordered_units)$/.test(
      previous.measures[0] ?? '',
    )
  );
}

/** "What was it?", after the units that came in. */
const whatWasIt = begins(
  '(?:what (?:was|were|is|are) (?:it|that|this|they|those)(?: exactly| all)?|(?:which|what) (?:kinds?|types?|sorts?|ones)(?: (?:is|are|was|were) (?:it|that|they|those|these))?)\\W*$',
);

function isOfGoodsMoved(previous: Question): boolean {
  if (previous.kind !== 'data' || previous.dimensions.length > 0 || previous.grain !== null) return false;
  return /^(?:units_|transferred_|shrinkage$|received_units|rejected_units|ordered_|open_units|on_order|stock_value|on_hand|aged_|unsold_)/.test(
    previous.measures[0] ?? '',
  );
}

const isMoney = /^(?:revenue|gross_\w+|returns|discount|cost)$/;
const theyMade = /^how much did (?:they|each(?: of (?:them|those|these))?) make(?=\W*$)/i;

/** "Who buys it?", after what sells best: that one, and not all that were shown. */
function isOfLeader(said: string, previous: Question): boolean {
  const isRanking = previous.kind === 'data' && previous.order !== null && previous.dimensions.length > 0;
  return isRanking && /\bwho (?:bought|buys) (?:it|that)\W*$/i.test(said);
}

/** "How much has each bought?", after a list of customers that a tool makes by itself. */
const theySpent =
  /\bhow much (?:has|have|had|did|do|does) (?:each(?: of (?:them|those|these))?|they) (?:make|made|buy|bought|spen[dt]|order(?:ed)?|bring in|brought in)\b/i;

/** "Make it eight weeks", after a forecast of four; "how accurate is it?", which the forecast itself tells. */
function askAhead(sentence: string, previous: Question): string {
  if (previous.kind !== 'report' || previous.tool !== 'forecast_demand') return sentence;
  if (howSure.test(sentence)) return `in ${previous.options.measure ?? 'units'}`;
  if (previous.options.horizon === undefined) return sentence;
  return sentence.replace(ahead, '$1for the next $2');
}

const howSure = begins(
  'how (?:accurate|reliable|certain|sure|precise|exact|good|trustworthy) (?:is|are|was) (?:it|that|this|they|(?:the|this|that|your) (?:forecast|figure|number|estimate))\\W*$',
);

const ahead = new RegExp(
  `^((?:(?:and|now|ok|please),? )*)(?:make (?:it|that)|extend (?:it|that) to|go (?:out |up )?to|do(?: it for)?|for|what about|how about) ((?:\\d+|${aboveOne}) (?:days|weeks|months|quarters))\\b`,
  'i',
);

/** "Compared to other brands", after the figure of one: of all of them. */
function askOfOthers(said: string, previous: Question): string | null {
  if (previous.kind !== 'data' || !besideOthers.test(said)) return null;
  const noun = besideOthers.exec(said)?.groups?.noun?.toLowerCase();
  const only = previous.filters.findLast(
    ({ op, values, dimension }) =>
      op === 'is' && values.length === 1 && (noun === undefined || nouns[toSingular(noun)] === dimension),
  );
  if (!only) return null;
  const word = toWords(only.dimension);
  return `by ${word}, all ${word.replace(/y$/, 'ie')}s`;
}

const besideOthers = begins(
  '(?:how (?:does|is|do) (?:that|it|this) )?(?:compared?|versus|vs\\.?|against)(?: (?:it|that|this))?(?: (?:to|with|against))? (?:all )?(?:the )?(?:others?|rest|other (?<noun>\\w+))\\W*$',
);

/** "How do you work that one out?", "how is it calculated?" */
const asksMeaning = begins(
  'how (?:(?:do|did|have) (?:you|we|they) (?:(?:work|worked|figured?) (?:that|this|it)(?: one)? out|(?:calculated?|computed?|measured?|defined?|get to|arrived? at|c[ao]me up with) (?:that|this|it)(?: one| figure| number| value)?)|(?:is|was) (?:that|this|it)(?: one| figure| number| value)? (?:calculated|computed|measured|defined|worked out))\\W*$',
);

const theOnes = /\b(?:the|those) ones (?=(?:for|in|at|from|with|of|to) )/i;

function alone(asks: string): RegExp {
  return new RegExp(`^${lead}(?:${asks})${ofThose}\\W*$`, 'iu');
}

/** "Which products are behind it?": behind a figure stands what has most of it, behind a change what moved it. */
function toCause(previous: Question): string {
  if (previous.kind !== 'data') return 'contributed most to ';
  const { changes, compares, against, periods, measures } = previous;
  const moves = changes || compares || against !== null || periods.length > 1;
  return moves ? 'contributed most to ' : `have the highest ${toWords(measures[0])} of `;
}

const behind =
  /\b(?:(?:is|are|was|were|lies?|stands?) (?:mainly |mostly |most )?(?:behind|responsible for|to blame for|the cause of|the reason for)|dr(?:ove|ives?)|caused?|explain(?:s|ed)?|(?:accounts?|accounted) for (?:the )?(?:most|(?:biggest|largest|main) (?:part|share|chunk|bit))(?: of)?|ma(?:kes?|de) up (?:the )?most of) (it|that|this|them|those|the (?:\w+est|top|worst|best)(?: one)?)\b/i;

/** "Where are they?", after customers or suppliers, and not goods: a customer is where it is sold to; where a supplier is no figure tells. */
function askWhereParties(said: string, previous: Question): string | null {
  const [told, ...others] = previous.kind === 'data' ? previous.dimensions : [];
  if (others.length > 0 || !/\bwhere (?:is|are) (?:they|it|those|these)\b/i.test(said)) return null;
  if (told === 'supplier') return 'where are the suppliers based';
  return told === 'customer' ? 'show them by region' : null;
}

/** "To whom?", after what went back to suppliers; "from whom?", after what wholesale brought in, or what came back. */
function isOfParties(split: string | undefined, previous: Question): boolean {
  if (previous.kind !== 'data' || (split !== 'customer' && split !== 'supplier')) return false;
  if (previous.tool === 'get_purchase_orders') return true;
  const isOfSales = previous.tool === 'query_sales' && previous.dimensions.length === 0;
  if (previous.tool === 'query_sales' && previous.measures.every((name) => /^return/.test(name))) return true;
  return (
    isOfSales &&
    previous.filters.some(({ dimension }) => /^(?:channel|customer_segment|region)$/.test(dimension))
  );
}

/**
 * "And in total?", after one figure that is narrowed: of all sites or customers where one of these was named, else of all goods. Where
 * both are narrowed the goods stay.
 */
function askOfAll(said: string, previous: Question): string | null {
  if (previous.kind !== 'data' || !inTotal.test(said)) return null;
  const { dimensions, grain, filters, conditions, periods } = previous;
  if (dimensions.length > 0 || grain !== null || conditions.length > 0 || periods.length > 1) return null;
  const others = filters.filter(({ dimension }) => !goods.has(dimension));
  const [only, ...more] = others.length > 0 ? others : filters;
  if (only === undefined || more.length > 0) return null;
  const word = toWords(only.dimension);
  return `all ${word.replace(/y$/, 'ie')}s`;
}

const inTotal =
  /^(?:and )?(?:(?:what|how much|how many)(?: is (?:it|that))? )?(?:in total|in all|overall|altogether|all in all|everywhere)\W*$/i;
