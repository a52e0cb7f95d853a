import { dayName, months } from '../time/time-patterns.ts';
import { aboveOne } from '../vocabulary/numbers.ts';
import { end, form, type Written } from './replace-with.ts';

const things =
  '(?:products?|items?|articles?|brands?|categor(?:y|ies)|subcategor(?:y|ies)|customers?|segments?|channels?|regions?|territor(?:y|ies)|suppliers?|warehouses?)';
const time =
  '(?:in|at|this|last|over|during|since|for|on|by|from|between|yesterday|today|so far|(?:19|20)\\d\\d)';
const amounts =
  'returns?|refunds?|units|orders|margins?|profits?|discounts?|customers|stock|deliveries|receipts|costs?';
const stop = `(?=\\s*[?.!,]|\\s*$| ${time}\\b)`;
const nobody = '(?!(?:we|i|you|they|it|us|our)\\b)';
const now = '(?:right now|now|at the moment|currently|at present|these days|lately|today)';
const units = '(?:days?|weeks?|months?|quarters?)';
const bound =
  '(?:above|over|more than|below|under|less than|at least|at most|better than|higher than|lower than)';
const money = '([$€£] ?\\d[\\d,.]*(?: ?(?:k|m|thousand|million))?|\\d[\\d,.]* ?(?:k|m|thousand|million))';

const figures = '(?:revenue|sales|turnover|units|orders|gross margin|margin|profit|returns|discounts?)';
const leading = '(?:top|best|biggest|largest|bottom|worst)';
const many = `(?:\\d+|${aboveOne})`;
const leaders = `((?:${leading} ${many}|${many} ${leading}) [a-z]+)`;

function toStart(figure: string): string {
  return `${figure.charAt(0).toUpperCase()}${figure.slice(1)}`;
}

function toUnit(each: string): string {
  return /^daily$/i.test(each) ? 'day' : each.replace(/ly$/i, '');
}

/** What people ask of their business, in words that name no figure. */
export const businessForms: [RegExp, Written][] = [
  // "Show me everything Okafor Hotel bought in September"
  form(
    `^(?:please )?(?:show|list|give|tell)(?: me| us)? (?:everything(?: that)?|all that|all (?:the |of the )?(?:products|items|things|goods)(?: that)?) ${nobody}([^?.!,]{2,50}?) (?:has |have )?(?:bought|ordered|purchased)\\b`,
    'what did $1 buy',
  ),
  // "How much business do we do over the phone?", "how much business did we do with Okafor Hotel?"
  form(
    `^how much (?:business|trade) (do|did|have|are) we (?:do|done|doing) (with|over|through|via|by|on|in|at|from)\\b`,
    (_, did = '', way = '') =>
      way === 'with' ? `what was the revenue of` : `how much ${did === 'do' ? 'do' : 'did'} we sell ${way}`,
  ),
  // "Net sales after returns" are what sales are.
  [
    /\b((?:net |gross )?(?:margins?|profits?)|(?:net )?(?:sales|revenue|turnover)) (?:after|net of) (?:the |all |any )*(?:returns|refunds|discounts|rebates)(?:(?:,| and| or) (?:the |all )?(?:returns|refunds|discounts|rebates))*(?: (?:are |is |were )?(?:taken off|deducted|subtracted))?(?=\s*[?.!,]|\s*$| (?:for|in|by|per|last|this|on|of|since|during|over)\b)/gi,
    '$1',
  ],
  // "Which brands do hotels prefer?"
  form(
    `\\b((?:which|what)(?: (?!channel)[a-zà-ÿ-]+)?) (do|does|did) (?:the |our )?${nobody}([^?.!,:]{2,40}?) (?:prefer|favou?r|like (?:the )?(?:best|most)|go for(?: most)?)(?=\\s*[?.!]|\\s*$)`,
    '$1 $2 $3 buy most',
  ),
  // "What do hotels buy most often?": the goods that are in most of their orders.
  form(
    `^(?:what|which (?:products|items|articles|goods|things)) (?:do|does|did) (?:the |our )?${nobody}([^?.!,]{2,40}?) (?:buy|order|purchase)(?: from us)? (?:the )?most (?:often|frequently)\\b`,
    'which products have the most orders for $1',
  ),
  // "Which channel do hotels use?", "how do hotels order?"
  form(
    `^(?:which|what) (?:sales |order )?(channels?) (?:do|does|did) (?:the |our )?${nobody}([^?.!,]{2,40}?) (?:use|prefer|order (?:through|by|via)|buy (?:through|by|via))(?: most)?${stop}`,
    'revenue by channel of $2',
  ),
  form(
    `^how (?:do|does|did) (?:the |our )?${nobody}([^?.!,]{2,40}?) (?:usually |mostly |normally )?(?:order|buy|place (?:their )?orders)(?: from us)?${end}`,
    'orders by channel of $1',
  ),
  form(
    '\\b((?:which|what|how many) (?:of (?:our|the) )?(?:customers|clients|buyers)) (use|uses|used) (?!(?:to|(?:an? |any |the )?(?:discounts?|returns?|refunds?|rebates?|coupons?|vouchers?))\\b)(?=\\S)',
    (_, who = '', use = '') => `${who} ${/d$/i.test(use) ? 'bought' : 'buy'} `,
  ),
  // "Which customers buy the widest range?", "customers with the most different products"
  form(
    `(?:(?:which|what|list|show) (?:of )?(?:the |our )?)?\\b(?!warehouses?\\b|sites?\\b|suppliers?\\b)(${things}) (?:that |who |which )?(?:buys?|bought|orders?|ordered|has|have|had|with) (?:from us )?(?:the )?(?:(?:widest|broadest|biggest|largest) (?:range|variety|choice|assortment|selection)(?: of (?:our |the )?(?:products|items|articles|goods))?|most (?:different|distinct) (?:products|items|articles))\\b`,
    (_, who = '') => `number of products sold by ${who.replace(/ies$/i, 'y').replace(/s$/i, '')}`,
  ),
  // "Are hospitals worth more than clinics?"
  form(
    `^(is|are|was|were) ((?:the |our )?${nobody}[^?.!,]{2,40}?) worth (more|less)(?: to us)? than (?=\\S)`,
    (_, is = '', who = '', way = '') => `${/^w/i.test(is) ? 'did' : 'do'} ${who} spend ${way} than `,
  ),
  // "How dependent are we on our biggest customer?"
  form(
    `^how (?:dependent|reliant) (?:are|is) (?:we|the company|the business) on (?:the |our |one )?(?:(?:single )?(?:top|biggest|largest|best|main)) (customer|client|product|brand|category|channel|segment|region)${end}`,
    'what is the share of the biggest $1 in revenue',
  ),
  // "Was last month a good month?": against the one before.
  form(
    `^(?:was|is|has) ((?:last|this) (?:week|month|quarter|year)|yesterday|today)(?: been)? an? (?:very |really |particularly )?(?:good|bad|strong|weak|slow|busy|great|poor|decent) (day|week|month|quarter|year)(?: for us)?${end}`,
    'how did revenue $1 compare with the $2 before',
  ),
  // "What was our best Saturday this year?"
  form(
    `^(?:what|which|when) (?:was|is|were) (?:our|the) (best|worst|strongest|weakest|busiest|slowest|biggest) ((?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b(?! (?:for|by|in) (?:${amounts})\\b)`,
    (_, way = '', day = '') =>
      `which day had the ${/^(?:worst|weakest|slowest)$/i.test(way) ? 'lowest' : 'highest'} revenue on ${day}s`,
  ),
  // "Did we have a better November than last year?"
  form(
    `^did we have an? (?:much )?(better|worse|stronger|weaker|busier|slower) (${months}|week|month|quarter|year|spring|summer|autumn|fall|winter|christmas|weekend|${dayName}) than\\b`,
    (_, way = '', when = '') =>
      `was revenue ${/^(?:better|stronger|busier)$/i.test(way) ? 'higher' : 'lower'} in ${when} than`,
  ),
  // "Has Garden overtaken Outdoor?"
  form(
    `^(?:has|have|did) (?:the |our )?([^?.!,]{2,30}?) (?:overtaken|overtake|passed|surpassed|outgrown)(?: the| our)? (?!(?:us|last|the|it|them)\\b)([^?.!,]{2,30}?)(?: in (?:sales|revenue))?${stop}`,
    'does $1 sell more than $2',
  ),
  // "How is the year going?"
  form(
    `^how(?:['’]s| is| has) the (week|month|quarter|year) (?:going|looking|been(?: going)?|shaping up|coming along|doing|so far)(?: so far)?${end}`,
    'how is this $1 going',
  ),
  // "Which months were above 1.3 million?", "on how many days did we sell more than $50,000?"
  form(
    `\\b(which|what|how many) (${units}) (?:were|was|are|is|came in|came out|closed|ended) (${bound}) ${money}(?=\\s*[?.!,]|\\s*$| ${time}\\b)`,
    '$1 $2 had revenue $3 $4',
  ),
  form(
    `\\b(?:on |in )?(which|what|how many) (${units}) (?:did|do|have) we (?:sell|sold|make|made|take|took|turn over|turned over|earn|earned)(?: in)? (more than|less than|over|under|at least|above|below) ${money}`,
    '$1 $2 had revenue $3 $4',
  ),
  // "Which products were never discounted?"
  form(
    `\\b(which|what|how many) (products|items|articles|brands|categories|customers)(?: (?:have|has|are|were|was|did))? (?:never|not)(?: (?:ever|been|yet))* (?:discounted|given a discount|sold at a discount|get a discount|got a discount)\\b`,
    '$1 $2 have discount of at most 0',
  ),
  // "Which products had no returns?"
  form(
    `\\b(which|what|how many) (${things})((?: (?:in|of|from) [^?.!,]{2,30}?)?) (?:had|have|has|with|got|gets?|receives?|received) no (returns|discounts?)\\b`,
    '$1 $2$3 have $4 of at most 0',
  ),
  // "How many customers get a discount?"
  form(
    `\\b(which|what|how many) (${things}) (?:gets?|got|receives?|received|have|had|has) (?:an? |any |some )?(discounts?)(?! (?:rate|of|above|over|below|under|by|per|in|than)\\b)${stop}`,
    '$1 $2 have $3 of more than 0',
  ),
  // "How good a customer is Riverside Hotel?"
  form(
    `^how (?:good|big|important|valuable|large) (?:of )?an? (?:customer|client|account|buyer) (?:is|was) ([^?.!,]{2,50}?)${stop}`,
    'what was the revenue of $1',
  ),
  // "Which items did we stop selling?"
  form(
    `^(?:which|what) (products|items|articles|skus) (?:(?:did|have|do) we (?:stop(?:ped)?|quit|cease(?:d)?|give(?:n)? up) selling|(?:did|have|do) we (?:no longer|not) sell(?: any ?more| any longer)?|have we discontinued|did we discontinue|do we no longer (?:sell|carry|stock))\\b`,
    'which products are discontinued',
  ),
  // "What's hot right now?", "what is selling at the moment?": of the last days, and not of a year.
  form(
    `^what(?:['’]s| is| are)(?: (?:selling|hot|popular|trending|in demand|going well|moving))+(?: ${now})?${end}`,
    (spoken) =>
      new RegExp(`\\b(?:hot|trending|${now})`, 'i').test(spoken)
        ? `which products sold best in the last 30 days`
        : spoken,
  ),
  // "Which products are trending?"
  form(
    `\\b(which|what)( of (?:our|the))? (${things})((?: (?:in|of|from) [^?.!,]{2,30}?)?) (?:is|are) (?:trending(?: up(?:wards?)?)?|hot|taking off|picking up|on the rise|on the up|gaining (?:traction|momentum))(?: ${now})?${stop}`,
    '$1$2 $3$4 are growing',
  ),
  form(
    `\\b(which|what)( of (?:our|the))? ((?!supplier)${things})((?: (?:in|of|from) [^?.!,]{2,30}?)?) (?:is|are) (?:trending down(?:wards?)?|slowing(?: down)?|cooling(?: off| down)?|tailing off|going down|weakening|softening|slipping|on the (?:way down|decline))(?: ${now})?${stop}`,
    '$1$2 $3$4 are declining',
  ),
  // "Which products drag Garden down?", "which category helped most?"
  form(
    `\\b(which|what) (${things}) (?:is |are |was |were )?(?:drag|dragged|dragging|drags|pull|pulled|pulling|pulls|bring|brought|bringing|brings|weigh|weighed|weighing) (?!(?:it|us|them|this|that|sales|revenue|margin|the)\\b)([^?.!,]{2,30}?) down(?: (?:the )?most)?${stop}`,
    '$1 $2 of $3 declined most',
  ),
  form(
    `\\b(which|what) (${things}) (?:has |have )?(?:helped|lifted (?:it|us|sales)|boosted (?:it|us|sales)|pushed (?:it|us|sales) up)(?: (?:us|it))?(?: the)? most${stop}`,
    '$1 $2 grew most',
  ),
  form(
    `\\b(which|what) (${things}) (?:has |have )?(?:hurt|hit|dragged (?:it|us|sales) down|pulled (?:it|us|sales) down)(?: (?:us|it))?(?: the)? most${stop}`,
    '$1 $2 declined most',
  ),
  // "Is the web shop taking over from phone orders?": how both moved.
  form(
    `^(?:is|are) (?:the |our )?([^?.!,]{2,30}?)(?: sales| orders)? (?:slowly |gradually )?(?:taking over from|overtaking|replacing|eating into|displacing|cannibali[sz]ing|growing at the expense of) (?:the |our )?([^?.!,]{2,30}?)(?: sales| orders)?${end}`,
    'how did revenue of $1 and $2 change this year compared with last year',
  ),
  // "Which product do we earn the most on?" is what is left of it.
  form(
    `\\b(which|what|who|whom) (${things}|[\\w-]+s?)?( ?)(do|did|have) we (?:earn|make|earned|made) (?:the )?(most|least)(?: money)? (?:on|off|out of|from)\\b`,
    '$1 $2$3brings the $5 gross margin',
  ),
  // "How big is the average tender?": what it is worth.
  form(
    `^how (?:big|large) (?:is|was|are|were) (?:the|an|our) (?:average|typical) (?!(?:order|basket|ticket|cart|discount|margin|price|spend|sale|purchase|delivery|lead|stock|inventory|customer|client|cost|return|delay|day|week|month|quarter|year|product|item)s?\\b)([a-zà-ÿ-]{3,})(?= order)?${stop}`,
    'what is the average order value of $1',
  ),
  // "Which bikes make a loss?"
  form(
    '\\b(which|what|how many)((?: of (?:our|the))? [^?.!,]{2,40}?) (?:(?:do|does|did|are|is) )?(?:make|makes|made|making|run|runs|ran|running|sold|selling)(?: at)? (?:a loss|losses)\\b',
    '$1$2 have a gross margin below zero',
  ),
  // "By how many percent did helmets grow?"
  [/\bby how many (?:percent|per cent|%|percentage points)/gi, 'by how much'],
  // "Which is bigger, clothing or accessories?"
  form(
    `^(?:which|what) (?:is|are|was|were|sells|sold) (?:the )?(bigger|larger|smaller|stronger|weaker|more|less|better)(?: one| seller)?[,:]? ([^?.!,]{2,30}? or [^?.!,]{2,30}?)${end}`,
    'compare revenue of $2',
  ),
  // "How much margin do we make on a bag of coffee?"
  form(
    `^how much(?: (margin|profit|money|revenue))? (?:do|did) we (make|earn|get|take) (?:on|per|for|from) (?:an?|one|each|every|a single)? ?(?:unit|piece|bag|box|pack|bottle|can|tube|case|carton|pair|tin|jar) of (?=\\S)`,
    (_, figure = '', verb = '') =>
      `${/^(?:margin|profit)$/i.test(figure) || (figure === '' && /^(?:make|earn)$/i.test(verb)) ? 'gross margin' : 'revenue'} per unit of `,
  ),
  // "How much do we make per bike?" is of one of them.
  form(
    `^how much (?:margin |profit )?(?:do|did) we (make|earn|get|take) (?:per|on each|on every|on a single|for each) ${nobody}(?!(?:customers?|orders?|units?|pieces?|products?|items?|days?|weeks?|months?|quarters?|years?|regions?|channels?|stores?|brands?|categor(?:y|ies)|segments?|suppliers?|warehouses?|sales?|baskets?|employees?|head|person)\\b)([a-zà-ÿ][\\wÀ-ÿ -]{1,30}?)${stop}`,
    (_, verb = '', what = '') =>
      `${/^(?:make|earn)$/i.test(verb) ? 'gross margin' : 'revenue'} per unit of ${what}`,
  ),
  // "Monthly revenue for the top five brands": of those that lead in all of the time, and not in each month.
  form(
    `^(?:show (?:me )?)?(?:the |our )?(monthly|weekly|quarterly|yearly|daily) (${figures}) (?:of|for|from|by) (?:the |our )?${leaders}${end}`,
    (_, each = '', figure = '', top = '') =>
      `${top} by ${figure}. ${toStart(figure)} by ${toUnit(each)} of those`,
  ),
  form(
    `^(?:show (?:me )?)?(?:the |our )?(${figures}) (?:of|for|from) (?:the |our )?${leaders} (?:by|per) (month|week|quarter|year|day)${end}`,
    (_, figure = '', top = '', unit = '') => `${top} by ${figure}. ${toStart(figure)} by ${unit} of those`,
  ),
  // "How much did the top twenty products make?": all of them together.
  form(
    `^how (much|many units) (?:did|do|have|has|does) (?:the |our )?((?:top|best|biggest|largest|bottom|worst) (?:\\d+|two|three|four|five|six|seven|eight|nine|ten|twenty)(?: [a-z]+){1,2}?) (?:make|made|bring in|brought in|earn|earned|turn over|sell|sold|generate|generated|contribute|spend|spent|buy|bought)\\b(?! (?:each|every)\\b)`,
    (_, much = '', top = '') =>
      `what is the ${/^many/i.test(much) ? 'units' : 'revenue'} of the ${top} together`,
  ),
];
