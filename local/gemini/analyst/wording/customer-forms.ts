import { month } from '../time/time-patterns.ts';
import { customers } from '../vocabulary/things.ts';
import { buyerMoves } from './buyer-moves.ts';
import { buys, lapsedForms, toNoun } from './lapsed-forms.ts';
import { form, type Written } from './replace-with.ts';

/** Ways to ask who began to buy and who ceased: "new customers" and "lapsed customers" (or products), in the time that is said. */
export const customerForms: [RegExp, Written][] = [
  // "How many orders, and how big on average?", "how big were the orders?"
  form(
    `\\b(?<!purchase )(orders\\b[^?.!]*?|how many orders\\b[^?.!]*?),? (?:and )?how (?:big|large|high)(?: (?:were|was|are|is) (?:they|it|those|these|each(?: one)?|the orders))?(?: on average| each)?(?=\\W*$)`,
    '$1 and average order value',
  ),
  form(
    `^how (?:big|large) (?:were|was|are|is) (?:the |our |those |these |their )?(?:average )?(?<!purchase )orders(?: on average)?\\b`,
    'what is the average order value',
  ),
  // "Who is Okafor Hotel?" is asked of a customer or a supplier, whose name is a name.
  [
    /^[Ww]ho(?:['’]s| is| are) (?!(?:I|We)\b)(\p{Lu}[\p{L}\d&'’.-]*(?: (?:\p{Lu}[\p{L}\d&'’.-]*|&|and|of|the|\d+))*)(?=\s*[?.!]*\s*$)/gu,
    'how is $1 doing',
  ],
  // "Who ordered yesterday?" is asked of those who bought.
  form(
    `^who (?:has |have )?(?:ordered|placed (?:an )?orders?)(?: (?:with|from) us)?(?= (?:yesterday|today|last|this|on|in|since|during|over|most)\\b|\\s*[?.!]*\\s*$)`,
    'who bought',
  ),
  // "How many contractors placed orders?", "the number of hotels that placed an order": they are counted, and not their orders.
  form(
    `\\b(?:how many|(?:what|the) (?:is |was )?(?:the )?number of) (?!(?:times|orders|days|weeks|months|units|suppliers|vendors)\\b)([^?.!,]{2,40}?) (?:who |that |which )?(?:have |has |had )?(?:placed?|made|submitted|sent in|put in) (?:an? |any |some |their |at least one )?orders?\\b(?! (?:of|over|above|worth|for|to)\\b)(?: (?:with|from) us)?`,
    'how many $1 bought',
  ),
  [/\bwhat number of (?=\w)/gi, 'how many '],
  // "Which customers order by phone?": they do, and are no orders.
  form(
    '\\b((?:which|what|how many|list|show)(?: (?:of|our|the|all))* (?:[\\w-]+ )?(?!sales\\b)[a-zà-ÿ-]+s(?: (?:who|that))?) order (?=(?:by|via|through|over|on|online|from|with|in|at)\\b)',
    '$1 buy ',
  ),
  // "How many customers bought products last month?": what else.
  form(
    `\\b(how many (?:[\\w-]+ ){0,2}${customers} ${buys}) (?:any |some |our )?(?:products|items|articles|goods|something|anything)(?! (?:from|of|by|at|with|that|which|worth|more|other)\\b)(?! in (?!(?:the )?(?:last|this|past|q[1-4]|h[12]|20\\d\\d|${month})\\b))`,
    '$1',
  ),
  // "Purchases by customer" are what they bought.
  form(`\\bpurchases by (?=(?:the |our )?${customers}\\b)`, 'sales by '),
  // "Customers by type", "how many customers of each kind?", "number of customers per region and type"
  form(
    `\\b(${customers}(?: (?:are there|do we have|did we have|have we))?)( (?:by|per|for each|in each) (?:\\w+ and )?| (?:there are )?of each | of which )(?:type|kind|sort)s?\\b(?! of)`,
    (_, who = '', split = '') => `${who}${/^ (?:by|per|for|in)/i.test(split) ? split : ' by '}customer type`,
  ),
  ...lapsedForms,
  // "Which customers were new in 2024?", "who became a customer this year?"
  form(
    `\\b(?:which|what|how many)(?: of (?:our|the))? ((?:\\w+ )?${customers}) (?:are|were|is|was|have been) (?:brand[- ])?new(?: to us)?(?= (?:in|this|last|since|during|over|within|between|q[1-4]|20\\d\\d)\\b|\\s*[?.!,]|\\s*$)`,
    (said, who = '') => `${/^how many/i.test(said) ? 'how many ' : ''}new ${toNoun(who).trim()}`,
  ),
  form(
    `\\bwho (?:has |have )?(?:became|become) (?:an? )?(?:new )?${customers}(?: of ours)?\\b`,
    'new customers',
  ),
  // "Which accounts placed their very first order in 2024?"
  form(
    `\\b(?:who|(?:which |what |list |show |any |all |the |our )*((?:\\w+ )?${customers})(?: (?:who|that|which))?)(?: (?:have|has|had|did))* (?:placed?|made?|gave|sent)(?: us)? (?:their|its|an?|the) (?:very )?first(?:[- ]ever| ever)? (?:order|purchase)s?(?: ever)?(?: (?:with|from) us)?`,
    (_, who = '') => `new ${toNoun(who)}`,
  ),
  // "Who bought for the first time?", "customers that we won" (a win was written as the best before)
  form(
    `\\b(?:who|(?:which |what |list |show |any |all |the |our )*((?:\\w+ )?${customers})(?: (?:who|that|which))?)(?: (?:have|has|had|did))* (?:${buys}|placed an order)(?: from us| with us)? for the (?:very )?first time`,
    (_, who = '') => `new ${toNoun(who)}`,
  ),
  form(
    `\\b(?:first[- ]time|newly (?:won|acquired|gained)|brand[- ]new|new) ((?:\\w+ )?${customers})\\b`,
    (_, who = '') => `new ${toNoun(who)}`,
  ),
  // "Customers with only one order": no more, and no fewer.
  [
    /\b(with|have|has|had|having|placed|made) (?:only|just) (?=(?:one|two|three|four|five|[1-5]) (?:orders?|purchases?)\b)/gi,
    '$1 exactly ',
  ],
  form(`\\b(${customers}) with (?:one|1|a single) (?=orders?\\b)`, '$1 with exactly one '),
  form(
    `\\b(${customers})(?: (?:who|that|which))?(?: (?:have|has|had))? (?:(?:only|just) )?(?:ordered|bought|purchased|shopped)(?: (?:from|with|at) us)? (?:(?:only|just|exactly) )?once\\b`,
    '$1 with exactly one order',
  ),
  // "How many customers ordered more than once last month?"
  form(
    `\\b(${customers})(?: (?:who|that|which))?(?: (?:have|has|had))? (?:ordered|bought|purchased|shopped)(?: (?:from|with|at) us)? more than (once|twice)\\b`,
    (_, who = '', often = '') => `${who} had more than ${/once/i.test(often) ? 1 : 2} orders`,
  ),
  // "Which restaurant orders most often?"
  [
    /\b(which|who|what)( (?:of our |of the )?[^?.!,]{2,30}?)? (?:orders?|ordered|buys?|bought|purchased) (?:from us )?(?:the )?(most|least) (?:often|frequently|times)\b/gi,
    '$1$2 had the $3 orders',
  ],
  // "Customers who ordered more than 10 times"
  [
    /(?<!\b(?:we|i|us) (?:have |had )?)\b(?:(?:who|that|which) )?(?:have |has |had )?(?:ordered|bought|purchased|shopped)(?: (?:from|with|at) us)? (more than|less than|fewer than|at least|at most|over|under|up to) (\w+) times\b/gi,
    'with $1 $2 orders',
  ],
  // "Customers who spent more this year than last year"
  form(
    `\\b(?<!\\b(?:biggest|largest|best|top|main|important|smallest|worst) )(?:(?:which|what|list|show|all|how many|number of)(?: the| our| of our)? )?(${customers}) (?:(?:who|that|which) )?(?:have |has )?(?:spent|bought|ordered|purchased) (more|less)((?: with us)?(?: in)? (?:this|last|20\\d\\d|q[1-4]|h[12])[^?.!;,]{0,30}?) than (?:in )?((?:this|last|20\\d\\d|q[1-4]|h[12]|the)\\b[^?.!;,]{0,30})`,
    (_, who = '', way = '', now = '', then = '') =>
      `which ${who} that have ${way === 'more' ? 'grown' : 'fallen'}${now} compared with ${then}`,
  ),
  ...buyerMoves,
  // "How many new pubs started buying from us?", "which restaurants began ordering this year?"
  [
    /\b(?:(how many|number of) )?(?:which |what |any )?(?:new )?(?!(?:we|they|you|people|customers?|clients?|products?|items?|suppliers?|vendors?|brands?|sales|orders?)\b)([\w&'-]+s) (?:that |which |who )?(?:have |has )?(?:started|start|began|begun) (?:to )?(?:buy|order|trade|deal|shop)(?:ing)?(?: (?:from|with|at) us)?\b/gi,
    (_, counted = '', who = '') => `${counted ? 'how many ' : ''}new customers of ${who}`,
  ],
  // "How many new restaurants did we gain?", "new hotels this year"
  [
    /\bnew (?!(?:customers?|clients?|buyers?|accounts?|shoppers?|products?|items?|articles?|suppliers?|vendors?|brands?|orders?)\b)([\w&'-]+s)(?: (?:(?:did|have|has) )?(?:we|i) (?:(?:did|have|has) )?(?:win|won|the best|gain|gained|get|got|add|added|acquire|acquired|attract|attracted|sign up|signed up|pick up|picked up)\b| the best\b)/gi,
    'new customers of $1',
  ],
  // "Which region gained the most new customers?" ranks their number.
  form(
    `\\b(?:gain(?:ed)?|won|win|the best|got|add(?:ed)?|acquired?|attracted|brought in|signed up) (?=(?:the )?(?:most|fewest|more|fewer|least) new ${customers}\\b)`,
    'had ',
  ),
  // "How many of this year's customers are new?"
  form(
    `\\bhow many of (?:the |our )?(?:(this|last) (\\w+)['’]s )?${customers}( (?:in|this|last|of|since) [^?.!,]{2,25}?)? (?:are|were) new\\b`,
    (_, which = '', unit = '', time = '') => `how many new customers ${which} ${unit}${time}`,
  ),
  // "Customers who sent back goods for more than 1,200"
  form(
    `\\b(${customers}) (?:who|that|which) (?:have |has |had )?(?:returned|sent back|brought back)(?: (?:goods|things|items|products|stuff))?(?: (?:for|worth) (?=(?:more than|over|above|less than|under|below|at least) [$€£]?[\\d.,]+(?! ?\\w*(?:units|pieces|orders|items|times)\\b)(?! [a-z]+s\\b))| (?=(?:more than|over|above|less than|under|below|at least) [$€£]\\d))`,
    '$1 with returns ',
  ),
  form(
    `\\b(?:new )?${customers} +(?:that |which )?(?:have |did )?(?:we|i) (?:have )?(?:won|win|the best|gained?|acquired?|signed up|picked up)\\b|\\bnew ${customers} +(?:won|the best|gained|acquired)\\b`,
    'new customers',
  ),
];
