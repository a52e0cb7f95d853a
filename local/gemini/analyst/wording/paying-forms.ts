import { form, type Written } from './replace-with.ts';

/** What no product is, and what no price is kept of. */
const services = '(?:shipping|delivery|freight|postage|service|returns|it|them|this|that)\\b';
const buyers = '(?:the |our )?(?:customers|clients|people|buyers|shoppers|consumers)';
/** Of these a price or a sum is no buyer's. */
const notBuyers =
  '(?!(?:we|i|you|they|it|he|she|each|every|that|this)\\b)(?!(?:[\\w-]+ ){0,2}(?:products?|items?|articles?|skus?|brands?|categor(?:y|ies)|suppliers?|vendors?|warehouses?)\\b)';
const notBuyersButThey = '(?!(?:we|i|you|it|that|this|each|every)\\b)';
const which = `(which |what )${notBuyers}([^?.!,"“”]{2,30}? )`;
const bound =
  '(?:above|over|more than|greater than|exceeding|at least|below|under|less than|fewer than|at most)';
const percent = '(\\d[\\d.]*) ?(?:%|percent\\b|per cent\\b)';
const returns = '(?:returns?|returned|sends? back|sent back|brings? back|brought back)';

function asWhich(who: string): string {
  return /^who\b/i.test(who) ? 'which customers ' : who;
}

/** What buyers pay, what they are given off, and what of it they send back: as prices, sums and rates of theirs. */
export const payingForms: [RegExp, Written][] = [
  form(
    '\\bwhat (?:average )?(?:unit )?price (?:are|do|did|have) we (?:paying|pay|paid) ([^?.!,]{2,40}?) (?:per (?:unit|piece|item)|on average)\\b(?: on average)?',
    'what is the average purchase price per unit from $1',
  ),
  // "The average price per unit that we're paying Orsini"
  form(
    "\\b(?:the |our )?(?:average |mean )?(?:unit )?prices?(?: per (?:unit|piece|item))? (?:that )?we(?:['’]re| are|['’]ve been| have been|['’]ve)? (?:paying|paid|pay)(?: to)? (?=\\w)(?!(?:for|per|each|on|in|at|by|to|over|during|since|last|this|suppliers|vendors)\\b)",
    'average purchase price per unit from ',
  ),
  // "Average price that customers pay for masks", "price paid by segment": with a buyer in it, no price of suppliers.
  form(
    `\\b((?:average |mean )?(?:selling |sales |unit )?prices?) (?:that )?${buyers} (?:have |actually |really )*(?:paid|pay)\\b`,
    '$1',
  ),
  form(
    '\\b((?:average |mean )(?:selling |sales |unit )?prices?) paid(?= (?:for|by|per|in|last|this)\\b)(?=[^?.!]*\\b(?:customers?|clients?|buyers?|segments?|channels?|regions?)\\b)',
    '$1',
  ),
  // "What do customers actually pay for the Duo?" is its price.
  form(
    `^(?:what|how much) (?:do|does) ${buyers} (?:actually |really |usually |typically |normally |currently )*pay(?: us)?(?: on average)? for (?!${services})(?=\\S)`,
    'what is the average price of ',
  ),
  // "What do we charge for the Duo?"
  form(
    `^(?:what|how much) do we (?:currently |usually )?charge (?:${buyers} )?for (?!${services})(?=\\S)`,
    'what is the price of ',
  ),
  // "What did Okafor Hotel pay for grills in 2024?"
  form(
    `^(?:what|how much) (did|do|does|has|have) (?![^?]*\\bfor ${services})${notBuyers}([^?.!,]{2,50}?) (?:pay|paid|spend|spent)(?: us)? for (?!(?:it|them|that|this|each|an?|one|every)\\b)`,
    'how much $1 $2 spend on ',
  ),
  // "Which segment pays the lowest prices?", "who gets the lowest price?"
  form(
    `\\b(?:(who )|${which})(?:pays?|paid|gets?|got|is paying|are paying|were paying)(?: us)? (?:the )?(highest|lowest) (?:average |unit )?prices?\\b`,
    (_, who = '', asks = '', what = '', way = '') =>
      `${asWhich(who || asks + what)}have the ${way} average price`,
  ),
  // "Who pays the least?", "how much did they pay?"
  form(
    `^who (?:pays?|paid)(?: us)? (?:the )?(most|least)(?: money)?(?=\\s*[?.!]*\\s*$)`,
    'which customers spent the $1',
  ),
  form(
    `^(?:what|how much) (did|have|has) ${notBuyersButThey}([^?.!,]{2,50}?) (?:pay|paid)(?: us)?(?=\\s*[?.!]|\\s*$| (?:in|last|this|during|over|so far)\\b)`,
    'how much $1 $2 spend',
  ),
  // "Do hospitals get better prices than clinics?": to who pays, the lower one.
  form(
    `\\b(?:get|gets|got|pay|pays|paid|have|has|enjoy|enjoys) (better|cheaper|lower|worse|higher) (?:unit )?prices(?= than\\b)`,
    (_, way = '') => `have ${/^(?:worse|higher)$/i.test(way) ? 'higher' : 'lower'} average price`,
  ),
  // "Who pays the most for masks?"
  form(
    `\\b(?:(who )|${which})(?:pays?|paid)(?: us)? (?:the )?(most|least) (?:money )?for (?!(?:each|an?|one|every)\\b)`,
    (_, who = '', asks = '', what = '', way = '') => `${asWhich(who || asks + what)}spent the ${way} on `,
  ),
  // "Who gets discounts above 10 %?"
  form(
    `\\bwho (?:gets?|got|receives?|received|has|have|had) (?:an? )?(?:average )?discounts?(?: rates?)?(?: of)? (?=${bound} \\d)`,
    'which customers have discounts ',
  ),
  // "Which customers return more than 10 % of what they buy?"
  form(
    `\\b(?:(who )|(which |what |how many |list |all )([^?.!,"“”]{2,30}? ))(?:have |has )?${returns} (${bound}) ${percent}(?: of (?:what|everything|all|their|the|its)\\b[^?.!,]*?)?(?=\\s*[?.!,]|\\s*$| (?:in|last|this|since|during|over)\\b)`,
    (_, who = '', asks = '', what = '', than = '', share = '') =>
      `${asWhich(who || asks + what)}have a return rate ${than} ${share}%`,
  ),
  // "How much revenue did we lose to returns?", "what do discounts eat up?": the sum itself.
  form(
    '\\b(?:how much|what) (?:money |revenue |sales |turnover |income )?(?:did|do|have|are|were|is|was) (?:we )?(?:los(?:e|t|ing)|giv(?:e|en|ing) up|miss(?:ed|ing)? out on)(?: out)? (?:to|through|from|by|on|in|because of|due to|with|via|as) (?:the |our |customer )*(returns|refunds)\\b',
    'what were the $1',
  ),
  form(
    '\\bhow much (?:money |revenue |sales |turnover |income |margin |profit )?(?:did|do|have|are|were|is|was) (?:we )?(?:los(?:e|t|ing)|giv(?:e|en|ing) up|giv(?:e|ing) away|miss(?:ed|ing)? out on)(?: out)? (?:to|through|from|by|on|in|because of|due to|with|via|as) (?:the |our )*(discounts|discounting|rebates|markdowns)\\b',
    'how much discount did we give',
  ),
];
