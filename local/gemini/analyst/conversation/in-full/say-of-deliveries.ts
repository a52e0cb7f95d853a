import type { Parts } from '../../parts/parts.ts';
import type { DataQuestion, Question } from '../../question/question.ts';
import { begins, lead } from '../../vocabulary/lead.ts';

/** "How much of it is still on its way?", "how long did those take to arrive?", after what was ordered. */
export function sayOfDeliveries(sentence: string, previous: Question): string {
  const isOrdered = previous.kind === 'data' && previous.tool === 'get_purchase_orders';
  const listed = previous.kind === 'data' ? (previous.listed ?? '') : '';
  const state = /^(?:late|open)(?=_orders)/.exec(listed)?.[0];
  const kind = previous.kind === 'data' ? /^open_(\w+)$/.exec(previous.measures[0] ?? '')?.[1] : undefined;
  const isPart = previous.kind === 'data' && previous.limit !== null;
  const isReceived = previous.kind === 'data' && previous.daysOf === 'received';
  const late = kind === undefined ? '$&' : `late ${kind}${isPart ? ' of those' : ''}`;
  const isOpen =
    listed !== '' || /^(?:open|late)_/.test(previous.kind === 'data' ? (previous.measures[0] ?? '') : '');
  const ofProducts =
    previous.kind === 'data' &&
    previous.tool === 'query_inventory' &&
    previous.dimensions.join() === 'product';
  const isOnOrder = previous.kind === 'data' && previous.measures[0] === 'on_order';
  const open = sentence
    .replace(owes, '$1what is the open value of $2')
    // What was ordered in a year has mostly come: the next delivery is one of what is open.
    .replace(
      next,
      isOpen
        ? '$1show them by expected date'
        : `$1open units of ${ofProducts ? 'those' : 'it'} by expected date`,
    )
    .replace(barePromise, isOrdered ? '$1promised lead time' : '$&')
    .replace(latePart, isOrdered ? late : '$&')
    .replace(lateOfIt, isOnOrder ? 'late units' : '$&')
    .replace(stillMissing, isOrdered && !isOpen ? '$1and the open units' : '$&')
    .replace(missingGoods, isOrdered && isOpen ? 'those' : '$&')
    .replace(manyMissing, isOrdered && isOpen ? '$1how many units is that' : '$&')
    .replace(unitsBehind, isOrdered ? '$1how many $2 are late with $3' : '$&')
    .replace(offender, isOrdered ? 'which supplier has the most' : '$&')
    .replace(onItsWay, isOrdered ? '$1 still open' : '$1 on order');
  // Money in orders is what is to come of them, and nothing that lies in stock.
  if (isOrdered && isOpen && tiedUp.test(sentence)) return `${toState(previous)} value in total`;
  return isOrdered
    ? open
        .replace(ofTheseOrders, previous.dimensions.includes('purchase_order') ? '$&' : '$1 ')
        .replace(
          inThem,
          previous.dimensions.includes('purchase_order')
            ? `$1${toState(previous)} units by product of them`
            : '$&',
        )
        .replace(onIt, previous.filters.some(isOneOrder) ? '$1ordered units by product' : '$&')
        // "What is on it?", after the oldest order of a ranking
        .replace(onIt, ranksOrders(previous) ? '$1ordered units by product of it' : '$&')
        .replace(
          mostOfThem,
          previous.dimensions.includes('purchase_order') ? `$1 has the $2 ${toOrders(previous)}` : '$&',
        )
        .replace(holdsUp, toState(previous) === 'late' ? '$1and late units by product' : '$&')
        .replace(manyLate, previous.measures[0] === 'missed_rate' ? 'missed dates instead' : '$&')
        .replace(atWhatPrice, 'value ordered per unit ordered')
        .replace(
          itsPrice,
          (_, row = '') => `value ordered per unit ordered of ${/^(?:its|the)$/i.test(row) ? 'it' : row}`,
        )
        .replace(whoIsCheap, isOfSome(previous) ? 'value ordered per unit ordered by supplier' : '$&')
        // "What's in it?", after the supplier that has most of what is due.
        .replace(
          onIt,
          previous.dimensions.join() === 'supplier' ? `$1${toState(previous)} units by product of it` : '$&',
        )
        .replace(wasFull, 'what was the fill rate')
        .replace(hasCome, isReceived || isOpen ? '$&' : 'how much of it is still open')
        .replace(wasLate, isReceived ? 'what share of it came late' : '$&')
        .replace(cameLate, isReceived || isOpen ? '$&' : 'what share of it came late')
        .replace(tookLong, ofTheRows(previous) ? 'what is their lead time' : 'what was the lead time')
        .replace(mustSend, '$1 is still open')
        .replace(onOrder, state === undefined ? '$&' : `${state} units by product of $1`)
        .replace(chases, 'which $1 are those from')
        .replace(/\bwhich (?:one )?of their (?:orders|pos|deliveries)\b/i, 'which purchase order of theirs')
    : open;
}

/** "What's late?" is asked of orders to suppliers, where nothing else was spoken of. */
export function tellState(sentence: string): string {
  return sentence.replace(
    bareState,
    (_, lead: string, state: string, of: string) =>
      `${lead}${/^(?:open|outstanding)$/i.test(state) ? 'open' : 'late'} purchase orders${of}`,
  );
}

const bareState = new RegExp(
  `^(${lead})(?:what(?:['’]?s| is| are)|(?:is |are )?(?:there )?any(?:thing)?)(?: (?:still|currently|running))? (late|overdue|delayed|open|outstanding)(?: now| right now| today| at the moment)?((?: (?:with|from|at|of|for) [^?.!,]{2,40}?)?)(?=\\s*[?.!]*\\s*$)`,
  'i',
);

/** "How much money is tied up in them all together?", of late or open orders. */
const tiedUp = begins(
  '(?:how much|what)(?: (?:money|cash|capital|value))? (?:is|are|do we have|have we(?: got)?|sits?|lies?)(?: (?:tied|locked) up| stuck| bound| sitting| at stake)? (?:in|with|on) (?:it|them|those|these|that|this)(?: (?:all|orders|pos))*,?(?: (?:in total|in all|altogether|all together|together|overall))?\\W*$',
);
/** "What do they still owe us?" */
const owes = new RegExp(
  `^(${lead})(?:what|how much) (?:do|does) (they|he|she|it) (?:still )?owe us(?: still)?(?: (?:in total|in all|altogether|now))*(?=\\W*$)`,
  'i',
);

/** "…, and when is the next delivery due?" */
const next = new RegExp(
  `^(${lead})(?:when(?:['’]s| is| are| do we get| can we expect| will we get| do| does| will) )?(?:the |our |its |their )?next (?:delivery|deliveries|shipments?|batch|lot|one)(?: of (?:it|them))?(?: (?:due|coming|come|arriving|arrive|expected|to arrive|planned))?(?: in)?(?=\\W*$)`,
  'i',
);
/** "How many units is each of them behind?" */
const unitsBehind = new RegExp(
  `^(${lead})how (?:many|much) (units|pieces|orders|lines) (?:is|are) (each(?: of (?:them|those|these))?|they|those|these)(?: still)? (?:behind|in arrears)(?: with| on)?(?=\\W*$)`,
  'i',
);
/** "What's on it?", of one order. */
const onIt = new RegExp(
  `^(${lead})(?:what(?:['’]?s| is| was| are)|which (?:products|items|articles|lines) (?:is|are|were))(?: exactly)? (?:on|in|part of) (?:it|that|this|them)(?: one| order| po)?(?=\\W*$)`,
  'i',
);
/** "What's in them?", of several. */
const inThem = new RegExp(
  `^(${lead})(?:what(?:['’]?s| is| was| are)|which (?:products|items|articles|lines) (?:is|are|were))(?: exactly)? (?:on|in|part of) (?:them|those|these)(?: orders| pos)?(?=\\W*$)`,
  'i',
);
function toState({ measures, listed }: DataQuestion): 'late' | 'open' | 'ordered' {
  const told = listed ?? measures[0] ?? '';
  return /late/.test(told) ? 'late' : told.startsWith('open') ? 'open' : 'ordered';
}
/** "Which supplier has the most of them?", of orders. */
const mostOfThem =
  /\b(who|which \w+) (?:has|have|had|accounts? for|is responsible for|causes?|makes? up) (?:the )?(most|fewest) of (?:them|those|these)(?=\W*$)/i;
function toOrders(question: DataQuestion): string {
  const state = toState(question);
  return state === 'ordered' ? 'purchase orders' : `${state} orders`;
}
function ranksOrders({ dimensions, order, listed }: DataQuestion): boolean {
  return listed === null && order !== null && dimensions.join() === 'purchase_order';
}
const isOneOrder = ({ dimension, op, values }: DataQuestion['filters'][number]): boolean =>
  dimension === 'purchase_order' && op === 'is' && values.length === 1;
/** "Promised?", after the lead time of a supplier: what is reserved is no answer. */
const barePromise = new RegExp(`^(${lead})(?:what was |as )?promised(?=\\W*$)`, 'i');

/** "Which of these orders are late already?", after what is open with each supplier: no order was told. */
const ofTheseOrders =
  /\b(?<=^|and |so )(which|how many) of (?:these|those) (?=(?:purchase )?(?:orders|pos|deliveries)\b)/i;

/** "The late part of it", of what is open: the same figure of what is late. */
const latePart =
  /\b(?:the )?(?:late|overdue) (?:part|portion|share|bit)(?: of (?:it|that|this|them|those|these))?(?=\W*$)/i;

/** "What does that hold up?", of orders that are late. */
const holdsUp =
  /^((?:(?:and|so|but),? )*)(?:what|which (?:products|items|goods|things)) (?:(?:is|are|does|do) (?:it|that|this|they|those|these)(?: all)? )?(?:hold(?:ing)?|held|are held|is held) up(?: by (?:it|that|them|those))?(?=\W*$)/i;
/** "How many orders is that?", after the rate of promised days that were missed. */
const manyLate =
  /^(?:(?:and|so|but),? )*how (?:many|often)(?: (?:orders|deliveries|lines|times))? (?:is|was|are|were) (?:that|it|this|those|they|late)(?=\W*$)/i;
/** "At what price?", of what was ordered: what one unit cost, and not what it is sold for. */
const atWhatPrice =
  /^(?:(?:and|so|but),? )*(?:at (?:what|which) (?:price|cost)s?|for how much (?:each|a piece|per unit)|(?:what|how much) (?:did|do) (?:we|they) (?:pay|charge)(?: us)? (?:(?:per|for (?:a|one|each)) (?:unit|piece|bag|box|bottle|carton|pack|case|tub|roll|tin|jar|sack|crate|can)|each|a piece|for one)|(?:what|how much) (?:is|was) (?:that|it) (?:per (?:unit|piece)|each|a piece)|how much (?:per (?:unit|piece)|each|a piece)|(?:the |their )?(?:unit )?prices?(?: per (?:unit|piece))?)(?=\W*$)/i;
/** "Price per unit of the first one?" */
const itsPrice = begins(
  '(?:what(?:.s| is| was) )?(?:the )?(?:unit |purchase |buying )?(?:price|cost)s?(?: per (?:unit|piece|one))? (?:of|for) (it|that|them|those|these|the [a-z]+ one|each(?: of (?:them|those|these))?)(?=\\W*$)',
);
/** "How long do they take?", after the best of several suppliers: those, and not the same number of all. */
function ofTheRows({ dimensions, limit }: DataQuestion): boolean {
  return limit !== null && dimensions.join() === 'supplier';
}
/** Of a few suppliers each price is told; quotients of many are not ranked. */
function isOfSome({ filters }: DataQuestion): boolean {
  return filters.some(
    ({ dimension, op, values }) =>
      dimension === 'supplier' && op === 'is' && values.length > 1 && values.length < 6,
  );
}
/** "Who is cheaper?", of suppliers. */
const whoIsCheap =
  /^(?:(?:and|so|but),? )*(?:who|which(?: one| supplier| vendor| of (?:them|those|the two))?) (?:is|was|are|were) (?:the )?(?:cheap(?:er|est)|dearer|dearest|more expensive|most expensive)(?: one)?(?=\W*$)/i;
/** "Which of it is overdue?", of what is on order. */
const lateOfIt =
  /^(?:(?:and|so|but),? )*(?:which|what|how (?:much|many)(?: units)?|(?:is|are) any(?:thing)?|any)(?: (?:part |share )?of (?:it|that|this|them|those|these))? ?(?:(?:is|are) )?(?:already )?(?:late|overdue|delayed)(?: already| now)?(?=\W*$)/i;
/** "What is still missing?", after what was ordered: what has not come. */
const stillMissing =
  /^((?:(?:and|so|but),? )*)(?:what|how much|which|anything)(?: of (?:it|that|those|them))?(?:['’]?s| is| are)(?: (?:still|yet))* (?:missing|outstanding|not (?:here|in|delivered|received|arrived)(?: yet)?|to come)(?=\W*$)/i;
/** "Who is the biggest offender?", of orders that are late. */
const offender =
  /\b(?:who|which (?:one|supplier|vendor))(?:['’]?s| is| are) (?:the |our )?(?:biggest|worst|main|top) (?:offenders?|culprits?|sinners?)\b/i;
/** "What's on the Albrecht one?", "what is still missing on the late Albrecht order?", of orders that are late. */
const onOrder =
  /\bwhat(?: exactly)?(?:['’]?s| is| was)(?: exactly)?(?: still| yet)?(?: missing| outstanding| open)? (?:on|in|from) the (?:late |open |overdue )?([^?.!,]{2,30}?) (?:one|order|po|purchase order)(?=\W*$)/i;
/** "Which vendors do we have to chase?" */
const chases =
  /\bwhich (suppliers|vendors) (?:do|should|must|shall) (?:we|i) (?:have to |need to )?(?:chase|call|ring|contact|remind|push|phone)(?: up)?(?=\W*$)/i;
/** "Was it complete?", of what was delivered. */
const wasFull = begins(
  '(?:was|were|is|are) (?:it|they|that|those|these|everything|all of it)(?: all)? (?:delivered |received )?(?:complete|completely|in full)(?=\\W*$)',
);
/** "All of it delivered?", after what was ordered: what is still open says it. */
const hasCome = begins(
  '(?:(?:was|were|is|are|has|have) )?(?:everything|all(?: of (?:it|them|that|those))?|(?<=\\b(?:has|have|was|were|is|are) )(?:it|they|that|those)(?: all)?)(?: been)? (?:delivered|received|arrived|come|here|in)(?: (?:already|yet|by now|now))?(?=\\W*$)',
);
/** "How much of it was late?", of what was received: that is late no longer. */
const wasLate = begins(
  'how (?:much|many)(?: of (?:it|that|them|those|these|this))? (?:was|were|came|arrived) (?:too )?late(?=\\W*$)',
);
/** "How much of it came late?", of what was ordered: what came is late no longer. */
const cameLate = begins(
  'how much(?: of (?:it|that|them|those|these|this))? (?:was|were|(?:(?:was|were|has|have) )?(?:been )?(?:came|come|arrived|delivered)) (?:too )?late(?=\\W*$)',
);
/** "The missing goods", of orders that are late or open, have not come: none was lost in stock. */
const missingGoods =
  /\b(?:(?:all )?(?:the|these|those)|all) (?:(?:still|yet) )?(?:missing|outstanding|late|overdue|delayed|undelivered|awaited|pending|open) (?:goods|items|units|products|pieces|stuff|things|articles|stock|merchandise|deliveries)\b/i;
const manyMissing = new RegExp(
  `^(${lead})how (?:many|much)(?: (?:units|pieces|items|goods|products))? (?:is|are) (?:still )?(?:missing|outstanding|overdue)(?=(?: (?:in total|altogether|in all|together|now))*\\W*$)`,
  'i',
);
const onItsWay =
  /\b(is|are|was|were) (?:still |currently |now )*(?:on (?:its|their|the) way|in transit|in the pipeline|to come(?: in)?|outstanding|not here yet)\b/i;
const mustSend =
  /\b(how (?:many|much)(?: \w+)?) (?:do |must |have )?(?:they|it|he|she) (?:(?:still|must|have to|has to|need to|needs to) )+(?:send|deliver|ship|bring|supply)(?: us)?(?=\W*$)/i;
const tookLong =
  /\bhow (?:long|many days) (?:did|do|does|has|have) (?:it|they|those|these|that|them) (?:(?:usually|normally|typically) )?(?:take|taken?|need)(?: to (?:arrive|come(?: in)?|deliver|be delivered|get here)| until \w+.*?)?(?: on average)?(?=\W*$)/i;

/** "What did they deliver?", of suppliers. */
export function tellsDelivered({ text, names }: Parts): boolean {
  const isOfSuppliers = names.some(({ meant, hint }) => (meant?.dimension ?? hint) === 'supplier');
  return (
    isOfSuppliers &&
    /^(?:and |so )?(?:what|how (?:much|many)) (?:did|have|has)\b.* (?:deliver|delivered|sent|send)\W*$/.test(
      text,
    )
  );
}
