import { aboveOne } from '../vocabulary/numbers.ts';
import { goods, sites } from '../vocabulary/things.ts';
import { form, type Written } from './replace-with.ts';

const wholly = '(?:(?:all|completely|totally|fully|already|now|currently|entirely|quite|just|almost all) )*';
/** What is said of goods of which there are none; "gone up" and "finished goods" say something else. */
const gone = `(?:finish(?:ed)?(?! (?:goods|the|in (?:first|last)|first|last|third|second))|gone(?! (?:up|down|to|into|missing|back|out|from|through|well|by|over|wrong|bad|off|on|for)\\b)|nil|(?:at |down to )(?:zero|nil|0)(?! (?:price|cost|margin))|used up|sold off|cleaned out|bone dry|no longer (?:in stock|available|there|on stock)|not (?:any ?more |any longer )?(?:in stock|on stock|available|on the shel(?:f|ves))(?: any ?more| any longer)?|not there any ?more)`;
const left =
  '(?: (?:left|any ?more|any longer|remaining|at all|in stock|on stock|available|there|to sell|of))*';
const asks = '(?:which|what|how many|list|show(?: me)?|any|are there|is there|tell me|everything|all)';
/** What has a price of its own, and not a list price. */
const noPurchase =
  '(?! (?:(?:purchase )?orders?|pos?|suppliers?|vendors?|customers?|months?|weeks?|days?|quarters?|deliver(?:y|ies)|to (?:buy|run|ship|supply)|suppl\\w*)\\b)';
const ofClass = (letter: string) =>
  `(?:(?:abc |xyz )?class(?:es)? |categor(?:y|ies) |groups? )?["'“]?${letter}["'”]?(?: (?:products?|items?|articles?|skus?|parts))?`;
const and = '(?:,? (?:and|or|&|vs\\.?|versus|from) |, ?|/)';
const classNoun = '(?: (?:class(?:es)?|groups?|things?|products?|items?|articles?|skus?|parts))?(?![\\w-])';
const asClasses =
  (written: string): Written =>
  (spoken) =>
    /class|categor|group|thing|products?|items?|articles?|skus?|parts?/i.test(spoken) ? written : spoken;
const losses = '(returns|discounts|write-offs|shrinkage|rejects|rejections)';
/** "Which products cost us the most in write-offs" asks for money. */
const toMoney = (loss: string): string =>
  /^(?:write|shrink)/i.test(loss) ? 'shrinkage value' : /^reject/i.test(loss) ? 'rejected value' : loss;
const pace = '(fastest|quickest|slowest|(?:most|least) (?:quickly|slowly|often|frequently|rarely))';
const toRank = (said: string): string =>
  /^(?:slow|least (?:q|o|f)|most (?:s|r))/i.test(said) ? 'lowest' : 'highest';

/** Ways to ask what is gone, what things cost and which classes they are in. */
export const stockForms: [RegExp, Written][] = [
  // "Why did stock change last month?" asks of what lies there, and not why the change was another one.
  form(
    '\\bwhy (did|has|have) (?:the |our )?(?:stock|inventory)(?: levels?)? (chang(?:e|ed)|mov(?:e|ed))\\b',
    'why $1 stock on hand $2',
  ),
  // "Which reorders are critical?", "urgent reorders in Calgary": those come first in the list.
  form(
    '\\b(?:most )?(?:urgent|critical|pressing) (re-?orders?|reorder (?:list|lines?|recommendations?)|orders? to place)\\b',
    'most urgent $1',
  ),
  form(
    '\\b(re-?orders?(?: lines?)?) (?:is|are) (?:the )?(?:most )?(?:urgent|critical|pressing)\\b',
    '$1 are most urgent',
  ),
  // "How much would it cost to reorder Kitchen?": what each of its lines costs, and no price of Kitchen.
  form(
    '\\bhow much (?:would|will|does|do) (?:it|that) cost (?:us )?to (?:re-?order|restock|replenish) (?:all |everything )?(?:of |in |from |for )?(?=[a-z])(?!everything\\b|all\\b|it\\b|them\\b|that\\b|those\\b|these\\b)',
    'reorder list for ',
  ),
  // "When will we run out of stock?": first of what lasts least.
  form(
    `^when (?:will|do|would|shall) (?:we|it|they) run out(?: of (?:stock|inventory|goods|products|everything|things))?(?=\\s*[?.!]|\\s*$)`,
    'which products have the lowest days of cover',
  ),
  // "How much stock did we buy last month?", "stock sold by category": what was sold or bought, and not what lies there.
  form(
    '\\bhow much stock (did|do|have|has|had) (we|i) (?=(?:sell|sold|buy|bought|order|ordered|purchased?)\\b)',
    'how many units $1 $2 ',
  ),
  form('\\bhow much stock (was|has been|got) (?=(?:sold|bought|purchased|ordered)\\b)', 'how many units $1 '),
  form('^((?:the |show (?:me )?)*)stock (?=(?:sold|bought|purchased)\\b)', '$1units '),
  // "Products with fewer than 7 days of cover and no open purchase order", "which are out of stock and not on order?"
  form(
    `^(?![^?.!]*\\b(?:suppliers?|vendors?|customers?|clients?)\\b)([^?.!]*?)((?:,? (?:and|but))?)(?: (?:are|is|have|has|with|that|which))* (?:not (?:yet )?on order|nothing on order|no open (?:purchase )?orders?|no (?:purchase )?orders? (?:open|outstanding)|without (?:an? |any )?open (?:purchase )?orders?)(?=\\s*[?.!]|\\s*$)`,
    (_, lead = '', and = '') => `${lead}${and ? ' and have' : ' with'} at most 0 units on order`,
  ),
  // "Which region buys the most expensive products?": by what is paid for a unit, and not by list prices.
  form(
    `^((?:which|what) (?:regions?|channels?|segments?|customer segments?|customers?|clients?)) (?:buys?|bought|orders?|ordered|purchases?d?) the (most expensive|priciest|dearest|cheapest|least expensive) (?:products|items|articles|goods|things|stuff)(?: on average)?`,
    (_, lead = '', rank = '') =>
      `${lead} has the ${/^(?:cheap|least)/i.test(rank) ? 'lowest' : 'highest'} average price`,
  ),
  // "How many products make up 80% of revenue?" is what class A is.
  form(
    `\\b(how many|which|what) (products|items|articles|skus) (?:(?:do|does) it take to )?(?:(?:have |has )?(?:make|made|bring|brought|account|accounted|generate|generated|drive|drove|represent|represented|(?:are|were) responsible)(?: up| in| for)?) (?:the (?:first|top) )?80 ?(?:%|percent) of (?:our |the |all |total )*(revenue|sales|turnover|(?:gross )?(?:margin|profit)|units)\\b`,
    (_, asked = '', noun = '', of = '') =>
      `${asked} ${noun} are in ABC class A${/margin|profit/i.test(of) ? ' by gross margin' : /units/i.test(of) ? ' by units' : ''}`,
  ),
  // "Where is most of our slow moving stock?"
  form(
    `^where (?:is|are|lies|sits|do we (?:have|hold|keep)) (?:the )?most (?:of )?(?:the |our )?(?=(?:[\\w-]+ ){0,2}(?:stock|inventory|overstock|slow[- ]movers)\\b)`,
    'which warehouse has the most ',
  ),
  // "What does class A mean?"
  [
    /^what (?:does|do) (?:an? |the )?(?:abc |xyz )?class(?:es)? ([abcxyz])(?: products?)? (?:mean|stand for|say)(?=\s*[?.!]|\s*$)/gi,
    (_, letter = '') => `what do the ${/[abc]/i.test(letter) ? 'ABC' : 'XYZ'} classes mean`,
  ],
  // "How much money is tied up in tools that did not sell in the last 3 months?"
  form(
    `\\b(?:how much (?:money|capital|cash|value|stock)(?: value)? (?:is|sits|lies)(?: (?:tied up|bound|stuck|sitting|lying))? in|what is the (?:stock )?value of|(?:stock )?value of) (?:the |our )?([^?.!,]{3,40}?) (?:that|which) (?:did not|didn['’]t|have not|haven['’]t|has not|hasn['’]t|were not|weren['’]t) (?:been )?(?:sell|sold|sold at all|move|moved)\\b`,
    'value of products without a sale of $1',
  ),
  // "What can't we ship today?"
  form(
    "^what (?:can(?:no|['’])?t|can not|are we unable to) (?:we )?(?:currently )?(?:ship|deliver|sell|supply|send)(?: out)?(?: (?:right )?now| today| at the moment| currently)?(?=\\s*[?.!]|\\s*$)",
    'which products are out of stock',
  ),
  // "Which tools can't Sacramento ship right now because nothing is available?"
  form(
    "^which ([^?.!,]{2,40}?) (?:can(?:no|['’])?t|can not|is) ([^?.!,]{2,30}?) (?:not able to |unable to )?(?:ship|deliver|sell|supply|send)(?: out)?(?: right now| now| today| at the moment| currently)?(?:,? (?:because|as|since) (?:nothing|none|no stock) (?:of (?:it|them) )?is (?:available|left|there|in stock))?(?=\\s*[?.!]|\\s*$)",
    'which $1 are out of stock in $2',
  ),
  // "Run rate on Bikes, units/day?": it is of a day already.
  form(
    '\\b((?:run rate|daily demand|demand per day|sales rate)[^?.!]*?),? (?:in )?(?:units?|pieces|pcs)(?: (?:per|a) |/)day\\b',
    '$1',
  ),
  // "How many products is each site out of?"
  form(
    `\\b((?:how many|which|what) ${goods}) (?:is|are) (?!we\\b)([^?.!,]{2,40}?) (?:currently |completely )?out of(?=(?: (?:right )?now| today| at the moment)?\\s*(?:[?.!]|$))`,
    '$1 are out of stock in $2',
  ),
  // "How many products were class A by revenue in 2013?"
  form(
    '\\b(how many|which|what) (products|items|articles|skus) (?:is|are|was|were|fall|falls|fell|belong|belonged)(?: in(?:to)?| to)? (?:the )?(?:abc |xyz )?class ([abcxyz])\\b',
    '$1 ABC class $3 $2',
  ),
  // "Is anything overstocked? Say more than 50 days of cover": the bound says what is meant by it.
  form(
    `^[^?.!]*?\\b(?:overstock(?:ed)?|over-stocked|excess stock|too much stock)\\b([^?.!]*?)[?.!,;:–-]+\\s+(?:(?:(?:let['’]?s |i['’]?d )?say|i mean|i\\.?e\\.?|meaning|that is|as in),? )?(?:(?:anything|everything|products|items|articles|skus|those) )?(?:with |for |of |over |that (?:has|have) |which (?:has|have) )*\\s*(?=(?:more than|over|above|at least|beyond|longer than) \\d+ (?:days|weeks)|(?:with )?days of cover (?:above|over|at least|more than) \\d+)(?:with )?`,
    'which products$1 have ',
  ),
  // "Which products sold out last month?"
  form(
    `\\b((?:which|what|any) (?:[\\w-]+ )?${goods}) (?:have |has )?sold out (?=(?:last|this|in|during|over|since)\\b)`,
    '$1 had stock-out days ',
  ),
  // "Which products were out of stock on the most days?"
  form(
    '\\b(?:were|was|are|been|ran) out of stock (?:on|for) (?:the )?(most|fewest|least) days\\b',
    'had the $1 stock-out days',
  ),
  // "Value them at cost", after how many there are
  form(
    '^((?:please )*)value (?:them|it|that|these|those|the stock|all of it|everything) at (?:(?:purchase|standard|unit) )?cost(?: price)?(?=\\s*[?.!,]|\\s*$)',
    '$1in stock value',
  ),
  // "How much stock do we hold per warehouse, in units and at cost?"
  form(
    '\\bhow much (?:stock|inventory) (?:do we (?:hold|have|keep|carry)|is there)([^?.!]*?),? (?:both )?in (?:units|pieces) and (?:in |at )?(?:value|cost|cost value|money|dollars)(?=\\s*[?.!,]|\\s*$)',
    'stock on hand and stock value$1',
  ),
  // "Which discontinued products are still on the shelf, and how many of each?": the list tells it.
  form('\\b(discontinued[^?.!]*?),? and how many (?:units |pieces )?of each(?=\\s*[?.!]|\\s*$)', '$1'),
  // "In units and at cost", "more than a year of cover"
  form(
    '\\bin units and (?:in |at )?(?:cost|cost value|cost price|purchase cost|money|dollars)(?=\\s*[?.!,]|\\s*$)',
    'in units and value',
  ),
  form('\\b(more|less|longer|shorter) than (?:a|one) year of cover\\b', '$1 than 365 days of cover'),
  form(
    '\\bhow (?:often|many times) (?:did|do|does|have) (?:we|they|it) turn(?:ed)? (?:over )?(?:the |our )?(?:stock|inventory) of\\b',
    'what was the stock turnover of',
  ),
  // "Which category turns over fastest and which slowest?", "the fastest turning products"
  form(
    `\\bturn(?:s|ed|ing)?(?: over)? (?:the )?${pace}(?:,? and (?:(?:which|what|the)(?: (?:one|ones|is|are|turns?(?: over)?))* )?(?:the )?${pace})?\\b`,
    (_, one = '', other = '') =>
      `have the ${toRank(one)}${other && ` and the ${toRank(other)}`} stock turnover`,
  ),
  form(
    '\\b(fastest|quickest|slowest)(?:[- ](?:stock|inventory))?[- ](?:turnover|turning)\\b',
    (_, said = '') => `${toRank(said)} stock turnover`,
  ),
  // "Our most expensive grills", "articles cheaper than $20"
  form(
    `\\b(?:more expensive|pricier|dearer|higher priced) than (?=[$€£]?\\d)|\\b(?:that |which )?(?:costs?|costing|(?:are |is )?priced) (?:more than|over|above) (?=[$€£]?\\d)`,
    'with list price above ',
  ),
  form(
    `\\blower priced than (?=[$€£]?\\d)|\\b(?:that |which )?(?:costs?|costing|(?:are |is )?priced) (?:less than|under|below) (?=[$€£]?\\d)`,
    'with list price below ',
  ),
  form(`\\b(?:most expensive|priciest|dearest|most highly priced)${noPurchase}`, 'highest list price'),
  form(`\\b(?:cheapest|least expensive|lowest[- ]priced)${noPurchase}`, 'lowest list price'),
  // "The three products that cost us the most in returns", "… in write-offs": money
  form(
    `\\b(?:(?:that|which|have|has|had|did) )?(?:costs?|costing)(?: us)? (?:the )?(most|least)(?: money)? (?:in|through|by|on|from|with|due to|because of) ${losses}\\b`,
    (_, most = '', loss = '') => `with the ${/^least$/i.test(most) ? 'lowest' : 'highest'} ${toMoney(loss)}`,
  ),
  form(
    `\\b(?:which|what) ${losses} (?:have |has |did )?(?:costs?|costing)(?: us)? (?:the )?(most|least)(?: money)?\\b`,
    (_, loss = '', most = '') => `${/^least$/i.test(most) ? 'lowest' : 'highest'} ${toMoney(loss)}`,
  ),
  // "Where do we keep the City Helmet and how many are there?": how many at each place.
  form(
    `\\b(?:where (?:is|are) (.{2,60}?) (?:stored|kept|held|located|stocked|lying|sitting)|where do we (?:keep|store|hold|stock|have) (.{2,60}?)|(?:in |at )?(?:which|what) ${sites}(?: do we)? (?:hold|holds|have|has|keep|keeps|store|stores|stock|stocks|carry|carries) (.{2,60}?)),? and (?:how (?:many|much)|in what quantit(?:y|ies))(?: (?:is|are|do|does|have|has|we|it|they|there|in|at|hold|keep|got|each|lie|lies|sit|sits|of|them|those|units|pieces|place|location|warehouse|site|one))*(?=\\s*[?.!]|\\s*$)`,
    (_, one = '', other = '', third = '') => `stock by warehouse of ${one || other || third}`,
  ),
  // "What do the classes A, B and C mean?", "the difference between A and C items"
  form(
    `(?<![\\w-])(?:the )?(?:${ofClass('a')}${and}${ofClass('b')}(?:${and}${ofClass('c')})?|${ofClass('a')}${and}${ofClass('c')})${classNoun}`,
    asClasses('ABC classes'),
  ),
  form(
    `(?<![\\w-])(?:the )?${ofClass('x')}${and}${ofClass('y')}${and}${ofClass('z')}${classNoun}`,
    asClasses('XYZ classes'),
  ),
  // "Which articles are finish?", "what is all gone in Sacramento?"
  form(`^(${asks}\\b[^?.!]{0,70}?\\b(?:is|are|be|was|were|has|have)) ${wholly}${gone}`, '$1 out of stock'),
  form(`^(is|are) (?:the |our |all )?(.{3,60}?) ${wholly}${gone}(?=\\s*[?!.]|\\s*$)`, '$1 $2 out of stock'),
  // "What is out of stock in more than one warehouse?": in how many it is, is what the figure of a product counts.
  form(
    `^(?:what(?:['’]s| is| are)?|(?:which|what|show(?: me)?|list) (?:the |all )*(?:products?|items?|articles?|skus?|goods|things)(?: that)?(?: is| are)?) (?:out of stock|sold out|unavailable|${gone}) (?:in|at) (?:(more than|at least|over) (one|${aboveOne}|\\d+)|(${aboveOne}|\\d+) or more|(several|multiple)) (?:of (?:our|the) )?${sites}`,
    (_, bound = '', least = '', floor = '', some = '') =>
      `which products have out of stock ${some ? 'above 1' : floor || bound === 'at least' ? `of at least ${floor || least}` : `above ${least}`}`,
  ),
  // "Everything we have none of any more", "articles with nothing left"
  form(
    `\\b(?:(?:do |that |which |of which )?(?:we|i) )?(?:have|has|with|having|got|there (?:is|are)) (?:got )?(?:absolutely )?(?:none|nothing|no more (?:stock|units|pieces|inventory))\\b(?! (?:but|than|to do|reserved|promised|on order))${left}`,
    'are out of stock',
  ),
  form(
    `\\b(?:(?:can|could) (?:we|i) no longer|(?:we|i) (?:can|could) no longer|(?:we|i) can(?:['’]?t|not)|can(?:['’]?t| not) (?:we|i)) (?:sell|deliver|ship|offer|supply)(?: any ?more)?(?: (?:because|as|since)\\b[^?.!]*)`,
    'are out of stock',
  ),
  // "How many customer returns were booked into stock?": the units that came back on the shelf.
  form(
    "\\b(?:customers?(?:[’']s?)? )?returns? (?:(?:were|was|are|got|get|have|has|been|we) )*(?:booked|put|taken|entered|received|checked) (?:back )?(?:in(?:to)? (?:the )?(?:stock|inventory|warehouses?)|in(?=\\s*[?.!]|\\s*$| (?:by|at|per|last|this|today|yesterday)\\b))",
    'units restocked',
  ),
  // "What was lost to adjustments, in money?"
  form(
    '\\b(lost|lose|losses|loss) (to|through|in|by|from|with|due to|because of) (?:(?:stock|inventory) )?adjustments?\\b',
    '$1 $2 shrinkage',
  ),
];
