import { form, type Written } from './replace-with.ts';

const end = '(?=\\s*[?.!]*\\s*$)';
const name =
  '(?:the |our )?(?!(?:it|they|this|that|these|those|there|which|what|most|all|everything|any)\\b)';

const was = "['’]?s| is| are| was| were| has been| have been";
const does = 'sold|sells|selling|did|does|doing|performed|performing|moved|moving|went|going';

/** Ways to ask where something is, whether it is still sold, and who or how many did something, as their figures are called. */
export const plainAsking: [RegExp, Written][] = [
  // "Where is the drafting stool available?", "where can I find the corner desk?"
  form(
    `^((?:and |so |ok,? )*)where (?:is|are) ${name}([^?.!,]{3,60}?) (?:still |now |currently )*(?:available|in stock|on hand|stocked|kept|held)${end}`,
    '$1available $2 by warehouse',
  ),
  form(
    `^((?:and |so |ok,? )*)where (?:can|could|do|would) (?:i|we|you|one|customers?|people) (?:still )?(?:find|get|buy|see|pick up) ${name}([^?.!,]{3,60}?)(?: in stock| right now| now| today)?${end}`,
    '$1available $2 by warehouse',
  ),
  // "Is the V7 still sold?"
  form(
    `^((?:and |so )*)(?:is|are) ${name}([^?.!,]{2,60}?) still (?:being )?(?:sold|on sale|for sale|offered|carried|in (?:the|our) (?:range|assortment|catalog(?:ue)?|line-?up))${end}`,
    '$1do we still sell $2',
  ),
  // "What sold well at the weekend?", "what's selling?", "what did badly?": which goods.
  form(
    `^((?:and |so |ok,? )*)what(?:${was})? (?:${does}) (?:really |very |so |particularly |quite )*(?:well|nicely|great)\\b`,
    '$1which products sold best',
  ),
  form(
    `^((?:and |so |ok,? )*)what(?:${was})? (?:${does}) (?:really |very |so |particularly |quite )*(?:badly|poorly)\\b`,
    '$1which products sold worst',
  ),
  form(
    `^((?:and |so |ok,? )*)what(?:${was}) (?:selling|hot)(?=\\s*[?.!]|\\s*$| (?:now|right now|today|yesterday|last|this|these|in|at|on|over|during)\\b)`,
    '$1which products sold best',
  ),
  // "Which products should I put on sale to clear stock?", "what should we mark down?"
  form(
    '^((?:and |so |ok,? )*)(?:which|what)(?: (?:products|items|articles|goods|stock|things|skus))? (?:should|could|can|must|do) (?:we|i) (?:need to |have to |want to )?(?:put on (?:sale|offer|promotion|clearance)|mark[ -]?down|discount|clear(?: out)?|get rid of|sell off|liquidate|run down)(?:,? (?:in order )?to [^?.!]*)?(?=\\s*[?.!]|\\s*$| (?:in|at|from)\\b)',
    '$1which products are slow movers',
  ),
  // "How many times did he order?"
  form(
    '\\bhow many times (?:did|has|have|does|do) ([^?.!,]{2,60}?) (?:order|ordered|buy|bought|purchased?|shop|shopped)\\b(?: (?:from|with) us)?',
    'how many orders did $1 place',
  ),
  // "Do corporate customers buy more chairs than home office customers?"
  form(
    '^((?:and |so )*(?:do|does|did|have|has) [^?.!]*\\b(?:customers|clients|buyers) (?:buy|bought|spend|spent|order|ordered|purchased?|return|returned|get|got|pay|paid)\\b[^?.!]*\\bthan (?:the |our )?(?!(?:any|all|other|new)\\b)(?:[\\w-]+ ){0,2}[\\w-]+) (?:customers|clients|buyers)(?=\\s*[?.!]|\\s*$| (?:last|this|in|over|during|since)\\b)',
    '$1',
  ),
  // "Which jacket sizes are available in Dallas?"
  form(
    '^((?:and |so )*)(?:which|what) ((?:[\\w&-]+ ){1,3}?)(?:colou?r|shade|size|flavou?r|scent|variant|variety|version)s (?:(?:are|is) (?:still )?(?:available|in stock|left|on hand)|do we (?:still )?(?:have|hold|stock|keep)(?: left| in stock| available)?)(?=\\s*[?.!]|\\s*$| (?:in|at)\\b)',
    '$1which products of $2are in stock',
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
