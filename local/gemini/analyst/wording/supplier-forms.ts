import { aboveOne } from '../vocabulary/numbers.ts';
import { orderAgeForms } from './order-age-forms.ts';
import { form, type Written } from './replace-with.ts';

/** Ways to ask how well suppliers keep their word, and how long they let us wait. */
export const supplierForms: [RegExp, Written][] = [
  // "What do we owe Orsini for open orders?" is what is on order; what was delivered and not paid for is not in the records.
  form(
    `^(?:what|how much)(?: money)? (?:do|will) (?:we|i) (?:still )?owe (?:to )?([^?.!,]{2,40}?) (?:for|on|in) (?:the |our |all |all the )?(?:open|outstanding|pending) (?:purchase )?(?:orders|pos|deliveries)(?=\\s*[?.!]*\\s*$)`,
    'what is the open order value of $1',
  ),
  // "Which suppliers should I chase today?": those who are late.
  [
    /\b(?:(who)|which (suppliers?|vendors?|purchase orders?|orders?|pos|deliver(?:y|ies))) (?:should|must|do|could|can) (?:i|we) (?:need to |have to )?(?:chase|remind|press|nag)(?: up)?(?: about [^?.!]{3,30}?)?(?: (?:today|now|first|this week|this morning))*(?=\s*[?.!]|\s*$)/gi,
    (_, who: string | undefined, what = 'suppliers') =>
      who !== undefined || /^[sv]/i.test(what)
        ? 'late purchase orders by supplier'
        : 'which purchase orders are late',
  ],
  // "Purchase orders with more than 10 lines", "which purchase orders have the most lines?"
  form(
    `\\b((?:purchase orders?|pos) (?:(?:that|which) )?(?:with|having|have|has|had) (?:(?:more|fewer|less) than|at least|at most|over|under|exactly|up to|the (?:most|fewest))(?: (?:\\d+|one|${aboveOne}))? )lines\\b`,
    '$1order lines',
  ),
  ...orderAgeForms,
  // "Purchase orders with more than 500 units"
  [
    /\b(?:(open|outstanding) )?((?:purchase )?orders|pos) ((?:that|which)? ?(?:with|having|have|of) (?:more than|over|less than|fewer than|under|at least|at most) \d[\d,]*) (?:units|pieces|pcs)\b(?! (?:open|ordered|received|late|rejected))/gi,
    (said, state = '', orders = '', bound = '') =>
      state === '' && !/purchase|pos/i.test(orders)
        ? said
        : `purchase orders ${bound} ${state === '' ? 'units ordered' : 'open units'}`,
  ],
  // "Which suppliers were late more than 10 times?", "late more than 30% of the time"
  [
    /\b(?:(?:were|was|are|is|have been|has been|deliver(?:s|ed)?|came|arrived?) (?:too )?late|(?:have |has )?missed (?:their|its|the) dates?) ((?:more than|over|less than|fewer than|under|at least|at most) \w+) times\b/gi,
    'had $1 missed dates',
  ],
  [
    /\b(?:were|was|are|is|have been|has been|deliver(?:s|ed)?|came|arrived?) (?:too )?late (?:(?:on|in|for) )?(more than|over|less than|under|at least|at most) (\d+)(?: ?%| percent)(?: of)? (?:the time|the cases|(?:all |their |its |the )*(?:orders|deliveries|lines))\b/gi,
    (_, than = '', part = '') =>
      `have an on-time rate ${/more|over|least/i.test(than) ? 'below' : 'above'} ${100 - Number(part)}%`,
  ],
  // "Which suppliers always deliver on time?", "suppliers that delivered everything on time", "that never deliver late"
  [
    /\b(suppliers?|vendors?)(?: (?:that|who|which))? (?:always deliver(?:s|ed)? (?:on time|punctually)|deliver(?:s|ed)? (?:always|only|everything|all(?: of)?(?: their| its| the| our)? (?:orders|deliveries|lines|goods)|every (?:order|delivery|line)) (?:on time|punctually)|never (?:delivers?|delivered|(?:are|is|were|was|came|come|comes|arrived?)) (?:too )?late|(?:are|is|were) always (?:on time|punctual)|(?:are|is|were|have|has) never (?:been )?late)\b/gi,
    '$1 have an on-time rate of at least 100%',
  ],
  // "Which suppliers let us down most, and how much do we spend with them?": the first of them.
  [
    /\bwhich (suppliers|vendors) (?:let|lets|letting) us down(?: (?:the )?(?:most|worst))?(?: often)?(?=,? (?:and|so)\b[^?.!]*\b(?:them|those|their|they)\b)/gi,
    'which five $1 have the lowest on-time rate',
  ],
  // "Do all suppliers deliver on time?": each of them, always.
  [
    /^(?:do|does|did|have|has|are|is|were) (?:all|every|each)(?: of)?(?: the| our)* (?:suppliers?|vendors?)(?: always)? (?:deliver\w*|arriv\w+|be|been) (?:always )?(?:on time|punctual\w*)/gi,
    'does every supplier have an on-time rate of at least 100%',
  ],
  // "Which supplier lets us down most often?", "has Orsini let us down this year?"
  [
    /\b(?:who|which ((?:\w+ )?(?:suppliers?|vendors?|ones?)))(?: (?:has|have|is|are))?(?: (?:most|more) often| always| usually)? (?:lets?|letting) us down(?: (?:the )?(?:most|worst|more))?(?: (?:often|frequently))?(?: of all)?\b/gi,
    (_, who = 'suppliers') => `which ${who} have the lowest on-time rate`,
  ],
  [
    /\b(?:has|have|did|does|do|is|are) ((?:the )?(?!it\b|they\b|that\b|this\b|anyone\b|anybody\b|any\b|(?:our |the |my )?(?:\w+ )?(?:sales|revenue|turnover|margins?|profits?|orders|customers?|products?|items?|articles?|stock|inventory|warehouses?|brands?|channels?|stores?|shops?)\b|we\b|you\b)[^?.!,]{2,40}?) (?:ever |often |really |always )?(?:lets?|letting) us down\b/gi,
    'what is the on-time rate of $1',
  ],
  // "Which suppliers are late, on how many orders, and how much value is still to come on those?"
  [
    /^which (?:suppliers|vendors) are (?:running )?(late|overdue),?(?: and)?(?: (?:on|with) how many (?:purchase )?orders)?,? and how much (?:value|money) is (?:still )?(?:to come|outstanding|open|missing|owed) (?:on|from|in) (?:those|them|these)\b/gi,
    '$1 purchase orders by supplier, with the value outstanding',
  ],
  // "Lead time by supplier, only those with at least 50 lines": a number of lines that were ordered.
  [
    /^(?=.*\b(?:suppliers?|vendors?|lead times?|on[- ]time|rejection|fill rates?)\b)(.*?\b(?:(?:at least|at most|more than|less than|fewer than|over|under|above|below|up to) \d[\d,]*|\d[\d,]*\+?(?: or (?:more|fewer|less))?)) lines\b(?! (?:received|delivered|arrived|open|late))/gi,
    '$1 purchase order lines',
  ],
  // "… with more than 10 deliveries": each is a line that was received.
  [
    /^(?=.*\b(?:suppliers?|vendors?|lead times?|on[- ]time|rejection|fill rates?)\b)(.*?\b(?:at least|at most|more than|less than|fewer than|over|under|above|below|up to) \d[\d,]*) (?:deliveries|receipts|shipments)\b(?! (?:late|open|rejected|on time))/gi,
    '$1 lines received',
  ],
  // "Late orders with each wholesaler": who is late with an order to us is a supplier.
  [
    /\b((?:late|overdue|delayed) (?:purchase )?(?:orders|deliveries|pos)\b[^?.!]*? (?:each|every|by|per|which)) (?:wholesaler|distributor)s?\b/gi,
    '$1 supplier',
  ],
  // "How many lines are open, and of those how many are overdue?": both numbers.
  [
    /\b(?:number of|how many) (?:(?:open|outstanding) (?:purchase )?(lines|orders|pos)|(?:purchase )?(lines|orders|pos)((?: (?:at|with|from|for|of) [^?.!,]{2,40}?)?) are (?:still )?(?:open|outstanding))((?: (?:at|with|from|for) [^?.!,]{2,40}?)?),? and (?:how many )?of (?:those|them|these|which) (?:how many )?(?:are |is )?(?:already )?(?:late|overdue|past due|delayed)\b/gi,
    (_, first = '', second = '', of = '', where = '') =>
      `open ${first || second} and late ${first || second}${of || where}`,
  ],
  // "How many purchase orders are late as of today, and how many lines is that?"
  [
    /\bhow many (?:purchase )?(?:orders|pos) are (?:currently )?(late|overdue|open|outstanding)([^?.!,]{0,30}?),? and how many lines (?:is|are|does|do) (?:that|those|it|they)(?: make| come to)?\b/gi,
    '$1 orders and $1 lines$2',
  ],
  // "How many late purchase orders do we have, and what value is outstanding on them?"
  [
    /\b(?:late|overdue) ((?:purchase )?(?:orders|pos|lines))([^?.!,]{0,30}),? and (?:what|how much)(?: (?:value|money|is the value))? (?:is |are |of )?(?:still )?(?:outstanding|open|due|tied up|at stake)(?: (?:on|in|with) (?:them|these|those|it))/gi,
    'late $1 and late value$2',
  ],
  // "Which products are overdue?": a product is late on an order.
  [
    /\b(?:which|what) (?:products|items|articles|skus|goods) are (?:(?:still|currently|now) )?(?:late|overdue|delayed)\b/gi,
    'which order lines are late',
  ],
  // "What exactly is still missing on the late Albrecht order?"
  [
    /^what(?: exactly)?(?:['’]s| is| are)(?: still| exactly)* (?:missing|outstanding|due|to come|left|open)(?: (?:on|from|of|in|with))? (?:the |our |that )?(late|overdue|open) ([^?.!,]{3,30}? )?(?:purchase )?orders?\b/gi,
    (_, state = '', who = '') => `which order lines${who && ` of ${who.trim()}`} are ${state}`,
  ],
  // "How many units are suppliers due to deliver next week?"
  [
    /\b(?:is|are) (?:the |our )?(?:suppliers?|vendors?) (?:due|scheduled|supposed|meant) to (?:deliver|send|bring|ship)(?: us)?\b/gi,
    'are due',
  ],
  // "The number of days each is late", of a list of orders
  [
    /\b(?:the )?(?:number of|how many) days (?:each|every one|it|they)(?: (?:one|order|of them))? (?:is|are) (?:already )?(?:late|overdue|behind)\b/gi,
    'the days late',
  ],
  // "How far behind is Orsini?"
  [/\bhow far (?:behind|overdue|in arrears) (is|are) /gi, 'how many days late $1 '],
  // "When is the next delivery due?"
  [
    /\b((?:and )?)when (?:is|are|does|do|will|do we get|can we expect|will we get) (?:the |our )?next (?:delivery|shipment|batch|lot|one)((?: from [^?.!,]{2,40}?)?)(?: (?:due|coming|arriving|arrives?|comes?|expected|to arrive|planned))?(?: in)?(?=\s*[?.!,]|\s*$)/gi,
    (_, and = '', of = '') =>
      and !== '' && of === ''
        ? 'and when is the next delivery due'
        : `${and}open units${of} by expected date`,
  ],
  [
    /^when (?:are|is) (?:the |our )?(?:open |outstanding )?(?:purchase )?(?:orders?|pos|deliver(?:y|ies)) ((?:of|from|with) [^?.!,]{2,40}?) (?:due|expected|coming|arriving|to arrive)(?: in)?(?=\s*[?.!,]|\s*$)/gi,
    'open units $1 by expected date',
  ],
  // "How many suppliers did we actually place orders with?"
  [
    /\b(did|do|have|had) (we|i) (?:actually )?place(?:d)? (?:(?:any|our|purchase|new) )*orders? with\b(?! (?:an?|the|returns?|discounts?|more|less)\b)/gi,
    '$1 $2 order from',
  ],
  // "Who can't we rely on?", "days from order to receipt"
  [
    /^(?:who|which (?:suppliers?|vendors?)) can(?:no|['’])?t we rely on(?=\s*[?.!,]|\s*$)/gi,
    'which suppliers have the lowest on-time rate',
  ],
  [
    /\b(?:number of )?days (?:from|between) (?:the )?order(?:ing)? (?:to|and|until|till) (?:the )?(?:receipt|delivery|arrival)\b/gi,
    'lead time',
  ],
  // "Supplier lead times, actual against promised"
  [/\bsupplier lead times\b(?! (?:by|per|for each)\b)/gi, 'lead times by supplier'],
  [
    /\blead times?\b([^?.!]{0,60}?)[ ,:;(–-]+(?:the )?(?:actual|real|measured|true)(?: ones?)? (?:vs\.?|versus|against|and|compared (?:to|with)) (?:the )?(?:promised|agreed|quoted|planned)(?: ones?)?\b\)?/gi,
    'lead time and promised lead time$1',
  ],
  [
    /\b(?:actual |real |measured )?lead times? (?:vs\.?|versus|against|and|compared (?:to|with)) (?:the )?(?:promised|agreed|quoted|planned)(?: ones?)?\b(?! lead)/gi,
    'lead time and promised lead time',
  ],
  [
    /\b(?:actual|real|measured) (?:vs\.?|versus|against|and|compared (?:to|with)) (?:promised|agreed|quoted|planned) lead times?\b/gi,
    'lead time and promised lead time',
  ],
  // "When's the next delivery of grills due?"
  [
    /^when(?:['’]s| is| are) (?:the |our )?next (deliver(?:y|ies)|shipments?|orders?|receipts?) (of|for|from) ([^?.!]{2,50}?)(?: (?:due|expected|coming(?: in)?|arriving|scheduled))?(?=\s*[?.!]|\s*$)/gi,
    'when is the next $1 $2 $3',
  ],
  // "Which suppliers kept their dates best?", "who sticks to the promised dates worst?"
  [
    /\b(?:keeps?|kept|meets?|met|stick(?:s|ing)? to|stuck to|hold(?:s)? to|held|honou?r(?:s|ed)?) (?:to )?(?:the |its |their )?(?:(?:promised|agreed|delivery|due|expected) )?(?:dates|deadlines|promises|promised days)(?: (?:the )?)(best|most|worst|least)\b/gi,
    (_, most = '') => `had the ${/^(?:best|most)$/i.test(most) ? 'highest' : 'lowest'} on-time rate`,
  ],
  // "Which supplier missed the most promised dates?"
  [
    /\bmiss(?:es|ed)? (?:the |its |their |our )?(most |fewest |least )?(?:of (?:its|their) )?(?:(?:promised|delivery|due|expected) (?:dates?|days?)|deadlines?|promises?)\b/gi,
    'have the $1missed dates',
  ],
  [
    /\b(?:(?:most|least) often )?fail(?:s|ed)? to (?:deliver|ship|arrive|come|be) (?:by|on|within|at) the (?:promised|agreed|due|expected) (?:dates?|days?|time)\b/gi,
    'have the most missed dates',
  ],
  [
    /\bdeliver(?:s|ed)? everything (?:that )?(?:we|is|was) order(?:ed)?\b|\bdeliver(?:s|ed)? in full\b/gi,
    'have the highest fill rate',
  ],
  [/\bdelivers? (?:the )?latest\b/gi, 'has the highest delivery delay'],
  // "Which deliveries run late?", "ran over a week late".
  [/\bran (?=(?:\S+ ){0,4}late\b)/gi, 'were '],
  [/\b(?:runs?|running) (?=(?:\S+ ){0,4}late\b)/gi, 'are '],
  [/\bcan (?:we|i) rely on (?:the )?(least|most)\b/gi, 'have the $1 on-time rate'],
  // "How long do we wait for Orsini?", "who are we waiting for?"
  [
    /\bhow (?:long|many days) (?:do|did|does|have|must) (?:we|i|one|it) (?:have to |had to |to )?(?:wait|waited) (?:for|on)(?: deliver(?:y|ies) (?:from|of))?\b/gi,
    'lead time of',
  ],
  [
    /^who(?:m)? (?:are|do|were) we (?:still )?(?:waiting|wait) (?:for|on)\b/gi,
    'which suppliers have open orders',
  ],
  // "What are we still waiting for from them?" asks which goods those are.
  [
    /^what (?:are|were) we (?:still |currently )*(?:waiting (?:for|on)|awaiting|expecting)(?: to (?:get|receive|come(?: in)?))?(?=(?: (?:from|in|at) [^?.!,]{2,50})?\s*(?:[?.!]|$))/gi,
    'open units by product',
  ],
  [
    /^(?:what|which (?:goods|products|items)) (?:has|have) ([^?.!,]{2,40}?) (?:still )?not (?:yet )?(?:delivered|sent|shipped)(?: to us)?(?: yet)?(?=\s*(?:[?.!]|$))/gi,
    'open units by product from $1',
  ],
  [
    /^who (?=(?:delivers?|supplies|supply) (?:us )?(?:the )?(?:most|least|fewest|worst|best)\b)/gi,
    'which suppliers ',
  ],
  [
    /\bpast (?:their|its|the) (?:due |promised |expected |delivery |agreed )?(?:dates?|deadlines?)\b/gi,
    'overdue',
  ],
  [
    /\b(?:the )?longest (?:that )?we(?: have|['’]ve)?(?: ever)? (?:had to )?wait(?:ed)?(?: for)?(?: an?| any)?(?: deliver(?:y|ies)| orders?)?\b/gi,
    (spoken) => (/\bever\b/i.test(spoken) ? 'the longest lead time ever' : 'the longest lead time'),
  ],
  // "The biggest order that is still open"
  [
    /\b((?:purchase )?(?:orders?|pos?))(?: that| which)? (?:is|are) still (open|outstanding)(?=\s*[?.!,]|\s*$| and\b)/gi,
    '$2 $1',
  ],
  // "How much of what we ordered in August has arrived by now?": of the orders of August, whenever it came.
  [
    /\b(?:share|percentage|part|proportion|how much) of (?:what|the goods|the units|the goods that|the units that) (?:we |was |were )?ordered( [^?.!,]{2,40}?)? (?:has|have|had)(?: actually| already| really)? (?:arrived|come(?: in)?|been (?:delivered|received)|got here|reached us)(?: (?:by now|so far|yet|already|to date|until now|up to now))?(?=\W*$)/gi,
    'fill rate$1',
  ],
  [
    /\b(?:share|percentage|part|proportion|how much) of (?:what|the goods|the units|the goods that|the units that) (?:we |was |were )?ordered\b/gi,
    'fill rate where',
  ],
  [/\bhow long does it take (?!us\b|to\b)(.{2,40}?) to (?:ship|deliver|supply|send)\b/gi, 'lead time of $1'],
];
