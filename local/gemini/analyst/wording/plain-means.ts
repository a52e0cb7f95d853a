import { form, rewrite, type Written } from './replace-with.ts';

/** "How many orders did each customer place?" is a list. */
const one = '(?:a single|the average|an average|our average|an?|one|(?:each|every)(?=.*\\bon average\\b))';
const counted = '(orders?|units?|pieces?|items?|articles?|purchases|transactions?)';
const money = '(revenue|sales|turnover|money|income|profit|margin|gross margin|gross profit|discount)';
/** What a mean is taken over; what it is of may stand before it: "a wholesale customer". */
const over =
  '((?:[\\w&-]+ ){0,2}?)(customers?|clients?|buyers?|shoppers?|orders?|baskets?|transactions?|purchases?|carts?)';
const acts =
  '(?:places?|placed|contains?|contained|holds?|held|has|have|had|includes?|included|comprises?|comprised|counts?|counted|buys?|bought|made|makes?|takes?|took|consists? of|got|gets?|brings?|brought|spends?|spent|pays?|paid|generates?|generated|earns?|earned|gives?|gave|yields?|yielded|leaves?|left)';

/** A word that may be a kind of customer: "hotel". */
const buyer =
  '(?!(?:products?|items?|articles?|brands?|categor(?:y|ies)|stores?|shops?|regions?|channels?|segments?|warehouses?|sites?|suppliers?|vendors?|days?|weeks?|months?|quarters?|years?|orders?|sales?|purchases?|units?|pieces?|customers?|clients?|buyers?|shoppers?|person|people|average|typical|single|new|one)\\b)([\\wÀ-ÿ-]{3,})';
const oneBuyer =
  '(?:a single|(?:the|an?|our) (?:average|typical)|an?|one|(?:each|every)(?=.*\\bon average\\b))';
const perBuyer = '(?:(?:an?|one|each|every|the)(?: average| typical)? )?';
const endOfBuyer =
  '(?=\\s*[?.!,]|\\s*$| (?:customer|per|an?|each|every|by|in|on|last|this|over|during|since|for|so)\\b)';

/** Goods by a name in the plural, and no figure. */
const goods =
  '(?!(?:[\\w&-]+ )?(?:products|items|articles|goods|skus|pieces|units|orders|lines|purchases|customers|clients|buyers|sales|returns|refunds|discounts|rebates|costs|profits|margins|deliveries|shipments|transfers|stock-outs|brands|categories|subcategories|warehouses|regions|channels|segments|stores|days|weeks|months|years|suppliers|visits|hours|dollars)\\b)((?:[\\w&-]+ )?[a-zà-ÿ-]{3,}s)';

const figures: Record<string, string> = { order: 'orders', purchase: 'orders', transaction: 'orders' };
const things: Record<string, string> = { customer: 'customer', client: 'customer', buyer: 'customer' };

function toFigure(noun: string): string {
  const word = noun.toLowerCase().replace(/s$/, '');
  return figures[word] ?? (/^(?:unit|piece|item|article)$/.test(word) ? 'units' : noun);
}

function perThing(noun: string, described: string): string {
  const word = noun.toLowerCase().replace(/s$/, '');
  return `per ${described.replace(/\baverage /i, '')}${word === 'shopper' ? 'customer' : (things[word] ?? 'order')}`;
}

/** What one of many comes to on average, as a figure per thing: "how many orders does a wholesale customer place on average?" */
const forms: [RegExp, Written][] = [
  // "The average number of orders placed by a customer"
  form(
    `\\b(?:the |our )?(?:average|mean) (?:number|count) of ${counted}(?: \\w+ed| bought)? (?:per|(?:by|per|for|in|of|from|with|on) ${one}) ${over}\\b`,
    (_, noun: string, described: string, thing: string) => `${toFigure(noun)} ${perThing(thing, described)}`,
  ),
  // "Average number of bikes per order", "bikes per customer": how many of them.
  form(
    `(?:\\b(?:the |our )?(?:average|mean) (?:number|count) of|\\bhow many|^) ?${goods} (?:per|in an average|in (?:each|every)) (order|basket|customer)(?=\\s*[?.!,]|\\s*$| (?:in|last|this|during|over|for|by|on)\\b)`,
    'units per $2 of $1',
  ),
  // "How many pieces did a reseller order contain on average?"
  form(
    `\\bhow many ${counted} (?:does|do|did|has|have|are|were|is|was)(?: there)? (?:in |on |for )?${one} ${over}(?: ${acts})?\\b`,
    (_, noun: string, described: string, thing: string) => `${toFigure(noun)} ${perThing(thing, described)}`,
  ),
  // "How much profit does one order leave us on average?"
  form(
    `\\bhow much(?: ${money})? (?:does|do|did|has|have|is|was) (?:there )?(?:in |on |from )?${one} ${over} (?:worth|${acts})(?: us)?(?: in)?(?: (?:in )?${money})?\\b`,
    (_, figure: string, described: string, thing: string, other: string) =>
      `${toMoney(figure ?? other)} ${perThing(thing, described)}`,
  ),
  // "Average daily sales last month"
  [
    /^((?:what (?:is|was|are|were) )?)(?:the |our )?average daily (sales|revenue|turnover)\b(?![^?.!]*\b(?:units|stock|cover|demand)\b)/gi,
    '$1average $2 per day',
  ],
  // "What does each customer spend on average?"
  form(
    `\\bwhat (?:does|do|did) ${one} ${over} (?:spend|spent|pay|paid)(?: with us)?(?: on average)?\\b`,
    (_, described: string, thing: string) => `revenue ${perThing(thing, described)}`,
  ),
  // "How much does one retailer spend on average?", "how much does a typical hotel spend a month?"
  form(
    `\\bhow much(?: money)? (?:does|do|did|has|have) ${oneBuyer} ${buyer} (?:spend|spent|pay|paid|buy|bought|order|ordered)(?: (?:with|from) us)?\\b`,
    'revenue per $1 customer',
  ),
  form(`\\bwhat (?:does|did) ${oneBuyer} ${buyer} (?:spend|pay)(?: with us)?\\b`, 'revenue per $1 customer'),
  // "Average spend of a restaurant", "the average spending per hotel"
  form(
    `\\b(?:the |our )?(?:average|mean|typical|usual) (?:spend|spending|purchases?) (?:of|by|per|for|from) ${perBuyer}${buyer}${endOfBuyer}`,
    'revenue per $1 customer',
  ),
  // "How many orders does an average hotel place a month?", "average number of orders per hotel"
  form(
    `\\bhow many (?:orders|purchases) (?:does|do|did|has|have) ${oneBuyer} ${buyer} (?:place|placed|make|made|send|sent|give|gave|have|had)(?: (?:with )?us)?\\b`,
    'orders per $1 customer',
  ),
  form(
    `\\b(?:the |our )?(?:average|mean) (?:number|count) of (?:orders|purchases)(?: (?:placed|made))? (?:per|by|for|of|from) ${perBuyer}${buyer}${endOfBuyer}`,
    'orders per $1 customer',
  ),
  // "How many grills does a retailer buy on average?"
  form(
    `\\bhow many (?!orders\\b|purchases\\b)([\\w&-]+(?: [\\w&-]+){0,2}) (?:does|do|did) ${oneBuyer} ${buyer} (?:buy|order|take|get|purchase)(?: from us)?\\b`,
    (_, goods: string, who: string) => `units per customer of ${goods} for ${who}s`,
  ),
  // "How much coffee does an office buy a month?"
  form(
    `\\bhow much (?!money\\b|revenue\\b)([\\w&-]+(?: [\\w&-]+)?) (?:does|do|did) ${oneBuyer} ${buyer} (?:buy|order|take|get|purchase|use)(?: from us)?\\b`,
    (_, goods: string, who: string) => `revenue per customer of ${goods} for ${who}s`,
  ),
  // "How much do hotels spend on average?"
  form(
    `\\bhow much(?: money)? (?:do|did) (?:the |our )?(?!(?:we|you|they|i|customers|clients|buyers|people|orders|products|items|suppliers|vendors)\\b)([\\wÀ-ÿ-]+)s (?:spend|buy|order|pay)(?: (?:with|from) us)? on average\\b(?! (?:per|an?|each|every|for)\\b)`,
    'revenue per $1 customer',
  ),
  // "How much did customers from the North spend on average?"
  form(
    '\\bhow much(?: money)? (?:did|do|have|has) (?:the |our )?(?:customers|clients|buyers) (from|in|at) ([^?.!,]{2,30}?) (?:spend|spent|buy|bought|pay|paid)(?: with us)? on average\\b(?! (?:per|an?|each|every)\\b)',
    'revenue per customer $1 $2',
  ),
  // "How large was an order on average, in value?"
  form(
    `\\b(?:how (?:large|big|high|valuable|much|expensive)|what size|of what size) (?:is|was|were|are) ${one} (?:average )?((?:[\\w&-]+ ){0,2}?)(?:orders?|baskets?|purchases?|transactions?|carts?)(?: worth)?(?: to us)?(?: on average)?(?:,? (?:in|by) (?:value|money|revenue|dollars))?(?=\\s*[?.!,]|\\s*$| (?:in|last|this|during|over|for|on|by|per|from|at)\\b)`,
    'average order value $1',
  ),
  // "…, number of orders and the average order?": a figure of its own beside others
  [
    /(?<!\b(?:open|late|overdue|purchase|suppliers?|vendors?|received|lead)\b[^?.!]*)(,|\b(?:and|plus)) (?:the |an? |our )?average (?:sales )?order(?= (?:this|last|in|over|for|by|per|so)\b|\s*[?.!,]|\s*$)(?![^?.!]*\b(?:suppliers?|vendors?|purchase)\b)/gi,
    '$1 average order value',
  ],
  // "… and what did they spend on average per order?"
  [
    /\b(?:what|how much) (?:did|do|does|have|has) (?:they|each(?: of them)?|customers|buyers|people) (?:spend|spent|pay|paid) (?:on average )?(?:per|on an?|for an?|(?:on|for) (?:each|every)|an|each|every) (?:order|purchase)(?: on average)?(?=\s*[?.!,]|\s*$| (?:in|last|this|during|over|for|by)\b)/gi,
    'average order value',
  ],
  // "How much did phone customers buy on average?"
  [
    /\bhow much(?: money)? (?:did|do|have|has) (?:the |our )?((?:[\w&-]+ ){0,2}?)(?:customers|clients|buyers) (?:spend|spent|buy|bought|pay|paid) (?:with us )?on average\b(?! (?:per|an?|each|every)\b)/gi,
    'revenue per $1customer',
  ],
  // "Number of items per basket"
  [
    /\b(?:(?:the )?(?:average |mean )?(?:number|count) of |how many |(?:average|mean) )?(?:items|pieces|articles) (?:(?:sold|bought|are|were|there) )*(?:per|in (?:each|every)) (?:order|basket|cart|transaction|ticket|receipt)\b(?! value)/gi,
    'units per order',
  ],
  // "Average discount per order": the money, and no rate of it.
  [
    /\b(?:average|mean) discount (?:per|on an?|on each|on every) (order|customer)\b(?! (?:segment|type|group|kind))/gi,
    'discount amount per $1',
  ],
  // "Spend per purchase order"
  [
    /(?<!\b(?:open|outstanding|late|overdue|received|rejected|cancell?ed) )\b(?:average )?(?:spend|spending|value|ordered value|value ordered|cost) (?:per|of each|on each) (?:purchase order|po)\b/gi,
    'average purchase order value',
  ],
  [/\bshopping (?=(?:baskets?|carts?|trolleys?)\b)/gi, ''],
];

function toMoney(figure: string | undefined): string {
  return figure === undefined || /^money$/i.test(figure) ? 'revenue' : figure;
}

/** A question about one of many as the figure per thing; "on average" is said by it. */
export function withMeans(text: string): string {
  const written = rewrite(text, forms);
  return written === text ? text : written.replace(/,? \b(?:on|as an) average\b/i, '');
}
