import { dayName } from '../time/time-patterns.ts';
import { end, form, type Written } from './replace-with.ts';

const usually = '(?:usually|normally|typically|generally|traditionally|as a rule|mostly|ordinarily)';
const mainly = '(?:mainly|mostly|chiefly|primarily|usually|normally|typically|generally)';
const often = `(?:${usually}|on average|as a rule|in general)`;
const weekday = `(${dayName})`;
/** Of a time that is named it is asked what was then, and not what is usual. */
const undated = '(?![^?.!]*\\b(?:last|this|past|since|(?:19|20)\\d\\d|between)\\b)';

/**
 * What is usual: a month of the year is told over two years, so that each month is in them as often; a weekday and a rate are of
 * many days already. "How much do we usually sell in December?" stays refused: one December is not what is usual.
 */
export const usualForms: [RegExp, Written][] = [
  // "How often does the lamp come back?", "how often do customers return it?"
  form(
    `^how often (?:(?:does|did) the (?!average\\b)([^?.!,]{2,50}?) come back|(?:do|does|did|is|are|was|were|has|have) (?:the |our )?(?!(?:we|i|they)\\b)([^?.!,]{2,50}?) (?:get |been )?(?:returned|sent back|brought back))(?=\\s*[?.!,]|\\s*$| (?:in|last|this|over|during|since)\\b)`,
    'what is the return rate of $1$2',
  ),
  form(
    `^how often (?:do|did|have) (?:the |our )?(?:customers|clients|people|buyers|they) (?:return(?:ed)?|sen[dt] back|br(?:ing|ought) back) (?:the |our )?(?!(?:to|here|again|within|in|after|every|each|per|last|this)\\b)([^?.!,]{2,50}?)(?=\\s*[?.!,]|\\s*$| (?:in|last|this|over|during|since)\\b)`,
    'what is the return rate of $1',
  ),
  // "What part of Orsini's deliveries did we reject?", "how much of what Orsini delivered did we have to reject, in percent?"
  form(
    `\\b(?:what|which) (?:percentage|share|percent|part|proportion|portion) of (?:the )?([^?.!,]{2,40}?)(?:['’]s?)? deliver(?:y|ies) (?:did|have|do|was|were) (?:we )?(?:have to |had to )?reject(?:ed)?\\b`,
    'what is the rejection rate of $1',
  ),
  form(
    `\\b(?:how much|what (?:percentage|share|percent|part|proportion|portion)) of (?:what|the goods|the units|everything)(?: that)? ([^?.!,]{2,40}?) (?:has |have )?(?:delivered|supplied|sent|shipped)((?: (?:in|last|this|over|since|during) [^?.!,]{2,25}?)?) (?:did|have|do|was|were) (?:we )?(?:have to |had to )?reject(?:ed)?\\b(?:,? in (?:percent|%))?`,
    'what is the rejection rate of $1$2',
  ),
  // "The average time between ordering gloves and receiving them"
  form(
    `\\b(?:the )?(?:average |mean )?(?:time|number of days|days) (?:between|from) (?:ordering|placing (?:an |the )?orders? for) ([^?.!,]{2,40}?) (?:and|to|until) (?:receiving|getting|having)(?: (?:them|it))?\\b`,
    'the average lead time of $1',
  ),
  // "What percentage of what we ordered did Orsini deliver?"
  form(
    `\\b(?:what|which|how (?:big|large|much)(?: an?| of an?)?) (?:percentage|share|percent|part|proportion|portion) of (?:what|everything|all|the units|the goods|the quantity)(?: that)? we (?:have |had )?(?:ordered|bought)((?: (?:in|last|this|over|since|during) [^?.!,]{2,25}?)?) (?:did|has|have|does|do) ([^?.!,]{2,40}?) (?:actually |really |in fact )?(?:deliver(?:ed)?|ship(?:ped)?|suppl(?:y|ied)|sen[dt])(?=\\s*[?.!]|\\s*$)`,
    'what is the fill rate of $2$1',
  ),
  // "How much is a purchase order worth on average?", "…, and what an order was worth"
  form(
    '\\b(?:how much|what) (?:(?:is|was) (?:an? |one |each |(?:the |our )(?:average |typical ))(?:average |typical )?(?:purchase order|po) worth(?: on average)?|(?:are|were) (?:the |our )?(?:purchase orders|pos) worth on average)',
    'average value per purchase order',
  ),
  form(
    '\\b(?:how much|what) (?:are|were) (?:all |the |our )*(?:purchase orders|pos) worth\\b(?! on average)',
    'what was the total value ordered',
  ),
  form(
    '\\b(?:what (?:an?|one|each|the average) (?:average |typical )?order (?:is|was)|how much (?:is|was|are|were) (?:an?|one|each|the average) (?:average |typical )?order) worth(?: on average)?',
    'what was the average order value',
  ),
  // "The value of goods that customers sent back" is that of returns, and of no stock.
  form(
    `\\b(?:value|worth) of (?:the |all |all the )?(?:goods|products|items|articles|things|stuff|units) (?:that |which )?(?:were |was |have been |got )?(?:(?:the |our )?(?:customers|clients|people|buyers|they) )?(?:(?:have |had )?(?:returned|sent back|brought back|sent in))\\b`,
    'value of returns',
  ),
  // "The value of our stock at cost" is the stock value.
  form(
    `^((?=[^?.!]*\\b(?:stock|inventory)\\b)(?=[^?.!]*\\b(?:value|valued|worth|money|cash|capital)\\b)[^?.!]*?),? (?:valued )?at cost(?: prices?)?(?=\\s*[?.!,]|\\s*$| (?:at|on|as|by|in|per|for)\\b)`,
    '$1',
  ),
  // "Which month usually has the highest sales of Garden?", "in which month do we normally sell most grills?"
  form(
    `^((?:in |during )?)(?:which|what) (?:calendar )?months?(?: of (?:the|a) year)?\\b${undated}([^?.!]*?),? ${usually}\\b([^?.!]*?)${end}`,
    '$1which month of the year$2$3 over the last 24 months',
  ),
  // "Is flu vaccine seasonal?", "are our Garden sales seasonal?"
  form(
    `^(?:is|are) (?:the |our )?(?:sales of |demand for )?([^?.!,]{2,40}?)(?: sales)? (?:very |strongly |somewhat )?seasonal${end}`,
    'revenue of $1 by seasonality over the last 24 months',
  ),
  // "How seasonal is Garden?"
  form(
    `^how (?:strongly )?seasonal (?:is|are) (?:the |our )?(?:sales of |demand for )?([^?.!,]{2,40}?)(?: sales)?${end}`,
    'revenue of $1 by seasonality over the last 24 months',
  ),
  // "Show the seasonality of Garden sales by month of the year"
  form(
    `^((?:show (?:me )?|what is |what['’]s )?)(?:the )?seasonality (?:of|for|in) (?:the |our )?([^?.!,]{2,40}?)(?: sales| revenue)?(?: by (?:calendar )?month(?: of (?:the )?year)?)?([:,;] ?(?:and )?in which (?:calendar )?months? (?:do|does) (?:they|it|we) (?:do|sell|go|run) (?:the )?best)?${end}`,
    (_, lead = '', what = '', best = '') =>
      `${lead}${best === '' ? 'revenue' : 'highest revenue'} of ${what} by seasonality over the last 24 months`,
  ),
  // "How much do we typically sell on a Saturday?", "what is our revenue on an average Monday?"
  form(
    `^((?:how much|what) (?:do|did) we )(?:${usually} |on average )?(?:sell|make|take|earn|turn over|bring in)(?: on average)? on (?:an? )(?:(?:average|typical|normal|usual) )?${weekday}(?: on average)?\\b`,
    (_, lead = '', day = '') =>
      `${lead.replace(/(?:how much|what) (?:do|did) we $/i, '')}average revenue per day on ${day}s`,
  ),
  form(
    `^((?:what is |what['’]s |what was )?)(?:the |our )?(?:(?:average|typical|usual) )?(revenue|sales|turnover) on an? (?:average|typical|normal|usual) ${weekday}\\b`,
    (_, lead = '', figure = '', day = '') => `${lead}average ${figure} per day on ${day}s`,
  ),
  form(
    `^((?:what is |what['’]s |what was )?)(?:the |our )?average (revenue|sales|turnover) (?:on|per|of) (?:an? )?${weekday}s?\\b`,
    (_, lead = '', figure = '', day = '') => `${lead}average ${figure} per day on ${day}s`,
  ),
  // "How many orders do we get on a typical Monday?"
  form(
    `^(?:about |roughly |approximately )?how many (orders|units|customers|returns) (?:do|did) we (?:${usually} )?(?:get|take|have|receive|sell|see|ship)(?: on average)? on (?:an? )(?:average|typical|normal|usual) ${weekday}\\b`,
    'average $1 per day on $2s',
  ),
  // "How many orders per day do we get?", "how much do we sell a week?": of a day like any other.
  form(
    `^(how (?:many|much)(?: (?:orders|units|revenue|sales|money|returns|pieces|items))?) ((?:per|a|each|every) (?:day|week|month)) (do we [a-z]+(?: in)?)${end}`,
    '$1 $3 $2 on average',
  ),
  form(
    `^(how (?:many|much)(?: (?:orders|units|revenue|sales|money|returns|pieces|items))? do we [a-z]+(?: in)? (?:per|a|each|every) (?:day|week|month))${end}`,
    '$1 on average',
  ),
  // "Which weekday is usually strongest for store sales?"
  form(`\\b((?:week ?days?|days? of the week|on (?:which|what) days?)\\b[^?.!]*?),? ${usually}\\b`, '$1'),
  // "What do most of our customers buy?" is told by their number.
  form(
    `^what (?:do|did) most (?:of (?:the |our |all )*)?(?:customers|clients|buyers) (?:buy|order|purchase)\\b`,
    'which products have the most customers',
  ),
  // "What do customers in the West mainly buy?", and not "what do they mostly buy, which category?"
  form(
    `^((?:what|which (?:products|items|articles|categories|brands)) (?:do|does|did) [^?.!]{2,60}?) ${mainly} (buy|order|purchase|return|sell)\\b(?!,? (?:in |by )?which\\b)`,
    '$1 $2 most',
  ),
  form(`^(who) ${mainly} (buys|bought|orders|purchases) (?=\\w)`, '$1 $2 the most '),
  // "How long does Orsini normally take to deliver?"
  form(`^(how (?:long|many days) (?:do|does) [^?.!]{2,50}?) ${usually} (take|need)\\b`, '$1 $2'),
  // "How's Pinecrest doing as a supplier?"
  form(
    `^((?:how (?:is|are|was|has|have|does|do|did)|how['’]s) )([^?.!]{2,50}?) (?:been )?(?:do(?:ing)?|perform(?:ing|ed)?|working out) as an? (?:supplier|vendor)\\b`,
    'on-time rate, lead time and fill rate of $2',
  ),
  // "How late are they usually?", "how many days late does Orsini normally deliver?"
  form(
    `^how (?:late|(?:much|many days) (?:too )?late|long overdue) (?:do|does|did|is|are|was|were) (?![^?.!]*\\borders?\\b)([^?.!]{2,50}?)(?: (?:deliver|come|arrive|be|run))? ${often}(?: (?:deliver|come|arrive|be|run))?${end}`,
    'what is the delivery delay of $1',
  ),
  // "How reliable are they usually?"
  form(`^(how (?:reliable|punctual|dependable) (?:is|are|was|were) [^?.!]{2,50}?),? ${often}${end}`, '$1'),
  // "Are they normally on time?", "is Orsini usually late?"
  form(
    `^(?:is|are|do|does|was|were) (?![^?.!]*\\borders?\\b)([^?.!]{2,60}?) ${often} (?:(?:deliver|arrive|come|be|run) )?(?:(on time|punctual|reliable|in time)|(?:too )?(?:late|delayed|overdue))${end}`,
    (_, who = '', onTime: string | undefined) =>
      `what is the ${onTime === undefined ? 'late delivery rate' : 'on-time rate'} of ${who}`,
  ),
  // "What is the usual lead time of Orsini?"
  [
    /\b(?:usual|normal|typical) (?=(?:lead time|delivery time|(?:average )?order value|margin rate|discount rate|return rate|on-time rate|order size)\b)/gi,
    'average ',
  ],
  // "How many different wines did The Black Bull buy?", "how many kinds of tea were sold?": products, and not their units.
  [
    /\bhow many (?:different|distinct|unique|kinds of|types of|sorts of) (?!(?:[\w'-]+ )*(?:products|items|articles|skus|goods|things|units|pieces|customers|clients|accounts|people|suppliers|vendors|brands|categories|subcategories|orders|lines|warehouses|stores|sites|channels|regions|segments|days|weeks|months|quarters|years|times|prices)\b)([\w'-]{3,30}(?: [\w'-]{3,30})?) (?=(?:were|have been) sold\b|(?:do|did|have|does|has) [^?.!]{2,40}? (?:sell|sold|buy|bought|order|ordered|purchased?|take|took)\b(?! (?:to|from)\b))/gi,
    'how many different $1 products ',
  ],
  // "How has the share of wholesale changed since last year?": that of this year against the last, and not one of both together.
  [
    /^(how (?:has|have|did) [^?.!]*\bshare\b[^?.!]*? (?:changed?|develop(?:ed)?|evolved?|moved?)) since last (year|quarter|month)\b/gi,
    '$1 this $2',
  ],
];
