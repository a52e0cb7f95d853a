import { shortMonths } from '../time/time-patterns.ts';
import { end, form, type Written } from './replace-with.ts';

const name =
  '(?:the |our )?(?!(?:it|they|this|that|these|those|there|which|what|most|all|everything|any)\\b)';

const was = "['’]?s| is| are| was| were| has been| have been";
const does = 'sold|sells|selling|did|does|doing|performed|performing|moved|moving|went|going';

const moment = `(?:this|last) (?:week|month|quarter|year)|(?:${shortMonths})[a-z]*(?: (?:19|20)\\d\\d)?|q[1-4](?: (?:19|20)\\d\\d)?|yesterday|(?:19|20)\\d\\d`;
const members =
  '(?:products|items|articles|skus|brands|categories|subcategories|customers|channels|regions|warehouses|suppliers)';
const stopTime = '(?=\\s*[?.!]|\\s*$| (?:in|at|this|last|over|during|since)\\b)';
const goods = '(?:what|which (?:products|items|articles|goods|things))';
const buyers =
  '(?:the |our |all |most )*(?:customers|clients|people|buyers|shoppers|consumers|everyone|everybody|folks)';
const often = '(?: (?:mostly|mainly|usually|currently|actually|typically|normally))?';
const stop =
  '(?=\\s*[?.!]|\\s*$| (?:most|now|right now|at the moment|currently|these days|lately|today|yesterday|last|this|in|at|on|over|during|since|online|from us)\\b)(?: the most| most| from us)?';

const asksWhether =
  "(?:,? (?:right|correct|is (?:that|it) (?:right|true|correct|so)|did(?: not|n['’]?t) (?:they|we)))?\\s*\\?+\\s*";

/** Ways to ask where something is, whether it is still sold, and who or how many did something, as their figures are called. */
export const plainAsking: [RegExp, Written][] = [
  // "So the resellers bought nothing at all in June?", "we sold no grills, right?" ask whether there was anything.
  form(
    `^(?:is it (?:true|right|correct) that |did |do )?((?!(?:which|what|who|whose|how|where|why|list|show|any|all|is|are)\\b)(?:(?!\\b(?:that|who|which)\\b)[^?.!,]){2,40}?) (?:really |actually )?(?:(?:buy|bought|order(?:ed)?|purchased?)|(sell|sold)) (?:nothing(?: at all| whatsoever)?|(no (?!(?:more|less|fewer|longer|one)\\b)[^?.!,]{3,30}?))(?= ?(?:in|at|to|from|last|this|that|since|during|on|over|,|\\?))([^?.!,]*)${asksWhether}$`,
    (_, who = '', sells = '', no = '', rest = '') =>
      `did ${who} ${sells === '' ? 'buy' : 'sell'} ${no === '' ? 'anything' : no.replace(/^no/i, 'any')}${rest}?`,
  ),
  // "Where is the drafting stool available?", "where can I find the corner desk?"
  form(
    `^where (?:is|are) ${name}([^?.!,]{3,60}?) (?:still |now |currently )*(?:available|in stock|on hand|stocked|kept|held)${end}`,
    'available $1 by warehouse',
  ),
  form(
    `^where (?:can|could|do|would) (?:i|we|you|one|customers?|people) (?:still )?(?:find|get|buy|see|pick up) ${name}([^?.!,]{3,60}?)(?: in stock| right now| now| today)?${end}`,
    'available $1 by warehouse',
  ),
  // "Is there still some City Helmet at San Antonio?"
  form(
    `^(?:is|are) there (?=still\\b|[^?.!,]* (?:left|in stock|available|remaining|on hand)\\b)(?![^?.!]*\\b(?:customers?|clients?|suppliers?|orders?|deliver\\w+|returns?|sales|growth|stock-?outs?)\\b)(?:still )?(?:any|some)(?: more)? (?:of (?:the |our )?)?(?!(?:of|reason|way|chance|product|item|region|categor|brand|channel|warehouse|store|month|week|day|change|news|trend|difference|risk|problem|stock)\\w*\\b)([^?.!,]{3,50}?)(?: (?:left|in stock|available|remaining|on hand))? (?:at|in) (?=(?!(?:stock|the (?:last|past)|(?:19|20)\\d\\d)\\b)[^?.!,]{3,30}\\s*\\?)`,
    'how many $1 are in stock at ',
  ),
  // "Is the V7 still sold?"
  form(
    `^(?:is|are) ${name}([^?.!,]{2,60}?) still (?:being )?(?:sold|on sale|for sale|offered|carried|in (?:the|our) (?:range|assortment|catalog(?:ue)?|line-?up))${end}`,
    'do we still sell $1',
  ),
  // "What sold well at the weekend?", "what's selling?", "what did badly?": which goods.
  form(
    `^what(?:${was})? (?:${does}) (?:really |very |so |particularly |quite )*(?:well|nicely|great)\\b`,
    'which products sold best',
  ),
  form(
    `^what(?:${was})? (?:${does}) (?:really |very |so |particularly |quite )*(?:badly|poorly)\\b`,
    'which products sold worst',
  ),
  form(
    `^what(?:${was}) (?:selling|hot)(?=\\s*[?.!]|\\s*$| (?:now|right now|today|yesterday|last|this|these|in|at|on|over|during)\\b)`,
    'which products are selling',
  ),
  // "What are customers buying?", "what do people buy online?", "which products are customers returning?"
  form(
    `^${goods}(?: (?:is|are|was|were|has|have|do|does|did))? ${buyers}(?: been)?${often} (?:buy|buying|bought|order|ordering|purchase|purchasing)${stop}`,
    'what do customers buy most',
  ),
  form(
    `^${goods}(?: (?:is|are|was|were|has|have|do|does|did))? ${buyers}(?: been)?${often} (?:return|returning|returned|send(?:ing)? back|bring(?:ing)? back|give back|giving back)${stop}`,
    'which products were returned most',
  ),
  // "What are our customers in the West buying?", "what do wholesale customers buy?"
  form(
    `^${goods} (?:is|are|was|were|do|does|did) ${buyers} (?:in|from|at) ((?!(?:the )?(?:last|this|past)\\b)(?![^?.!,]*\\b(?:spend|spent|pay|paid|per)\\b)[^?.!,]{2,40}?)${often} (?:buy|buying|order|ordering|purchase|purchasing)${stop}`,
    'what do customers buy most in $1',
  ),
  form(
    `^what (?:is|are|was|were) (?!(?:we|you|they|he|she|it|i)\\b)([^?.!,]{2,40}?) (?:buying|ordering|purchasing)${stop}`,
    'what does $1 buy most',
  ),
  // "Why is margin lower this month?", "why was February weaker?"
  form(
    `^(why) (?:is|are|was|were) (${moment}) (?:so )?(?:much )?(?:lower|higher|weaker|stronger|worse|better|bad|good|low|high|weak|strong|slow|poor)${end}`,
    '$1 did it change in $2',
  ),
  form(
    `^(why) (?:is|are|was|were) ([^?.!,]{2,40}?) (?:so )?(?:much )?(lower|weaker|worse|down|higher|stronger|better|up) ((?:in |on |during )?(?:${moment}))${end}`,
    (_, why = '', what = '', way = '', time = '') =>
      `${why} did ${what} ${/^(?:higher|stronger|better|up)$/i.test(way) ? 'rise' : 'fall'} ${time}`,
  ),
  // "How much are they holding up?", of what is late, by whatever name.
  form(
    '\\bhow (much|many)(?: (?:money|value|stock|goods|units|pieces))? (?:is|are|do|does) ([^?.!,]{2,60}?) (?:holding|hold) (?:up|back)(?=\\s*[?.!]|\\s*$)',
    (_, much = '', whom = '') =>
      `what is the late ${/^many$/i.test(much) ? 'units' : 'value'} of ${/^they$/i.test(whom) ? 'them' : whom}`,
  ),
  // "How many of our products are profitable?", "which customers are not profitable?"
  form(
    `\\b(how many|which|what)(?: of (?:our|the|all))? (${members}) (?:are|were)(?: (not))? (un)?profitable${stopTime}`,
    (_, asks = '', who = '', not = '', un = '') =>
      `${asks} ${who} have a gross margin ${not !== '' || un !== '' ? 'below' : 'above'} 0`,
  ),
  // "Which products should I put on sale to clear stock?", "what should we mark down?"
  form(
    `^(?:which|what)(?: (?:products|items|articles|goods|stock|things|skus))? (?:should|could|can|must|do) (?:we|i) (?:need to |have to |want to )?(?:put on (?:sale|offer|promotion|clearance)|mark[ -]?down|discount|clear(?: out)?|get rid of|sell off|liquidate|run down)(?:,? (?:in order )?to [^?.!]*)?(?=\\s*[?.!]|\\s*$| (?:in|at|from)\\b)`,
    'which products are slow movers',
  ),
  // "How many times did he order?"
  form(
    '\\bhow many times (?:did|has|have|does|do) ([^?.!,]{2,60}?) (?:order|ordered|buy|bought|purchased?|shop|shopped)\\b(?: (?:from|with) us)?',
    'how many orders did $1 place',
  ),
  // "Do corporate customers buy more chairs than home office customers?"
  form(
    `^((?:do|does|did|have|has) [^?.!]*\\b(?:customers|clients|buyers) (?:buy|bought|spend|spent|order|ordered|purchased?|return|returned|get|got|pay|paid)\\b[^?.!]*\\bthan (?:the |our )?(?!(?:any|all|other|new)\\b)(?:[\\w-]+ ){0,2}[\\w-]+) (?:customers|clients|buyers)(?=\\s*[?.!]|\\s*$| (?:last|this|in|over|during|since)\\b)`,
    '$1',
  ),
  // "Which jacket sizes are available in Dallas?"
  form(
    `^(?:which|what) ((?:[\\w&-]+ ){1,3}?)(?:colou?r|shade|size|flavou?r|scent|variant|variety|version)s (?:(?:are|is) (?:still )?(?:available|in stock|left|on hand)|do we (?:still )?(?:have|hold|stock|keep)(?: left| in stock| available)?)(?=\\s*[?.!]|\\s*$| (?:in|at)\\b)`,
    'which products of $1are in stock',
  ),
  // "Which items were out of stock the longest?"
  form(
    '\\b(?:is|are|was|were|has been|have been) (?:out of stock|sold out|unavailable)(?: for)? (?:the )?longest\\b',
    'had the most stock-out days',
  ),
  // "Which products are out of stock but still on order?"
  form(
    `^(?![^?.!]*\\b(?:suppliers?|vendors?|customers?)\\b)([^?.!]*\\b(?:out of stock|sold out))(?:,? (?:and|but|yet))(?: (?:which|that))?(?: (?:are|is|have been))?(?: (?:still|already|currently|now))* (?:on order|on (?:the|its|their) way|(?:re-?)?ordered)${end}`,
    '$1 and have at least 1 units on order',
  ),
  // "Cost of goods purchased" is what was ordered for, and not the cost of what was sold.
  form(
    '\\b(?:cost|value) of (?:the )?(?:goods|products|items) (?:purchased|bought|ordered)\\b',
    'ordered value',
  ),
  // "Leave out our own brand Bright Basics"
  form('\\b(?:our|the|my) own (brand|label) (?=\\p{Lu})'.replace('\\p{Lu}', '[A-Z]'), '$1 '),
  // "Which of our customers are called Heather?"
  form(
    `\\b(?:which|what) (?:of (?:the |our |all )*)?(customers|clients|suppliers|products) (?:are|is) (?:called|named) (?=["“\\w])`,
    'list all $1 named ',
  ),
];

/** "The Columbus store" is the place, and no channel of that name. */
export const storeNoun: [RegExp, Written] = [
  /\bthe (?!(?:Online|Internet|Web|Retail|Outlet|Factory|Department|App)\b)(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?) (?:store|shop)(?=['’]s\b|\s*[?.!,]|\s*$| \p{Ll})/gu,
  'the $1 branch',
];
