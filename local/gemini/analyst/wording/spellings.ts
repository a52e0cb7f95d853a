import { shortMonths } from '../time/time-patterns.ts';
import { form, type Written } from './replace-with.ts';

/** "Retail customers" are a kind of them, "our best customers" are not. */
const ofKind =
  /^(?!(?:new|lapsed|lost|our|the|all|any|most|many|some|which|those|these|best|top|big|bigger|good|other|\w+est)\b)(.+) (?:customers|clients|buyers|accounts)$/i;

/** Words that people write apart, and what they write short: as the vocabulary has them. */
export const spellings: [RegExp, Written][] = [
  [/\bwhole[ -]sales?\b/gi, 'wholesale'],
  [/\bon[ -]line\b/gi, 'online'],
  [/\bonline (?:web ?)?(?:shops?|stores?)\b/gi, 'online'],
  [/\bstock[- ]outs?\b/gi, 'stockouts'],
  [/\b(per|by|each|every) year (?=(?:19|20)\d\d)/gi, '$1 year for '],
  [/\b((?:19|20)\d\d) ?[-–] ?((?:19|20)\d\d)\b/g, '$1 to $2'],
  [/(?<![-\w./])(\d+(?:\.\d+)?)(kg|g|l|ml|cl|cm|mm|pcs)\b/gi, '$1 $2'],
  [/\bware houses?\b/gi, 'warehouse'],
  [/\b(?:class )?([ABCXYZ])[- ](?:class )?(products|items|articles|skus)\b/g, 'ABC class $1 $2'],
  [/\b(of|from|to) (gross|net)(?=\s*(?:$|[?.!,]))/gi, '$1 $2 sales'],
  [/\b(do|does|did) (?!(?:we|i|you|they)\b)(.{3,40}?) purchase\b(?! orders?\b)/gi, '$1 $2 buy'],
  [
    /(?:,\s*(?:and )?|(?<=\b(?:gross|discounts?|returns?|sales|costs?|margin),? )and )net(?=\s*(?:$|[.?])|\s(?:for|in|last|this|by|per|over|during|please)\b)/gi,
    ', net sales',
  ],
  [/\b(?:inventory|stock) at (?:list price|retail(?: price)?)\b/gi, 'retail value'],
  [
    /\bwhat (?:should|must) (?!we\b|i\b|be\b|the\b)([\w-]+(?: [\w-]+)?) (?:order|buy|restock)\b/gi,
    'what should we reorder for $1',
  ],
  [/\b(?:bags?|boxes|packs|rolls|cartons) of (?=\p{L})/giu, ''],
  // "Price per bottle", "the average bottle price"
  [/\b(?:a|one|each|every) (?:bottle|can|jar|tin|tube|pack|packet) of (?=\p{L})/giu, ''],
  [/\b(?:per|each|for (?:a|one)) (?:bottle|can|jar|tin|tube)\b/gi, 'per unit'],
  [/\b(?:bottle|can|jar|tin|tube) (?=prices?\b)/gi, ''],
  // "Did anybody send goods back?"
  [/\b(?:send|bring)(s?) (goods|things|anything|something|products|items|stuff) back\b/gi, 'return$1 $2'],
  [/\b(?:sent|brought) (goods|things|anything|something|products|items|stuff) back\b/gi, 'returned $1'],
  // "List price per unit": it is one of a unit.
  [/\b((?:list|catalogue|retail|shelf) prices?) (?:per|for each|of each|of one) (?:unit|piece)\b/gi, '$1'],
  [/\b(?:i|we) (?:mean|meant)\b,?/gi, ''],
  [/\b(?:beat|beats|outsell|outsells|outsold|outperform(?:s|ed)?|overtook|overtakes?)\b/gi, 'versus'],
  [/\b(?:(?:right|at) )?this (?:very )?(?:minute|second|moment)\b/gi, 'now'],
  [/\b(vs\.?|versus|compared (?:to|with)|against) now\b/gi, '$1 today now'],
  [/\bnow,? (vs\.?|versus|compared (?:to|with)|against|than)(?= )/gi, 'today now $1'],
  [/\bat the close of\b/gi, 'at the end of'],
  [/\baccounts? for\b/gi, 'has'],
  [/\bday of week\b/gi, 'weekday'],
  [/\bmost (?:reliable|punctual)\b/gi, 'highest on-time rate'],
  [
    /\b(?:takes?|took|needs?) (?:the )?longest(?: time)?(?: to deliver)?\b|\bslowest to deliver\b/gi,
    'have the highest lead time',
  ],
  [
    /\b(?:takes?|took|needs?) (?:the )?(?:shortest|least)(?: time)?(?: to deliver)?\b|\b(?:fastest|quickest) to deliver\b/gi,
    'have the lowest lead time',
  ],
  // "Do we lose money on the resellers?" is asked of them all.
  [
    /^(?:do|did|are|have) we (?:lose|losing|lost|making a loss) (?:money )?(?:on|with) (?:the |our )?(?!(?:any|some|what|which|it|them|that|this|these|those|products?|customers?|items?|anything)\b)([^?.!,]{2,40}?)(?=\?)/gi,
    'is gross margin of $1 below 0',
  ],
  // "Are we out of hammers?", "how many are we completely out of?"
  [
    /\b(?:are|were) (?:we|they) (?:completely |totally |fully |all )?out of(?! stock)(?=\s+(?:last|this|today|now|right|at|in|by|per)\b|\s*[?.!,]|\s*$)/gi,
    'are out of stock',
  ],
  [
    /\b(?:are|were) (?:we|they) (?:completely |totally |fully |all )?out of (?!(?:stock|anything|something|any|more|fewer)\b)(?:the |our )?([\p{L}\d' -]{3,30}?)(?=\s*[?.!,]|\s*$|\s+(?:in|at|today|now)\b)/giu,
    'which products of $1 are out of stock',
  ],
  [
    /\bhow often (?:did|does|do|has|have) (.{3,60}?) (?:order|ordered|buy|bought|purchase|purchased)\b/gi,
    'how many orders did $1 place',
  ],
  [/^(?:good )?(?:morning|afternoon|evening)(?: all| team| everyone)?\s*[,!.:-]\s*/gi, ''],
  [/\bcusts?\b/gi, 'customers'],
  [/\b(yesterday|today)s\b/gi, "$1's"],
  [/\bavg\b\.?/gi, 'average'],
  [
    /\bwhat (?=do (?:we|they) (?:buy|order|purchase|stock|carry|sell)\b(?! (?:for|it|them|one|these|those)\b))/gi,
    'which products ',
  ],
  [/\b(?:(?:gone|went|goes?|going|left) )?out (?:of )?the doors?\b/gi, 'shipped'],
  [/\b(top|bottom)(\d+)\b/gi, '$1 $2'],
  [/\b(?:as )?(?:an? )?stacked (?:bars?|columns?)(?: charts?| graphs?)?\b/gi, 'as a stacked bar chart'],
  [/\b(?:nothing|zero|none) (?:left )?(?:to promise|available|free|sellable)\b/gi, 'available at most 0'],
  // "What is our biggest customer worth to us?"
  [/\bwhat(?:['’]?s| is| are| were| was) (.{3,60}?) worth to us\b/gi, 'revenue of $1'],
  // "How often did we run out of stock last quarter?" is about days gone by, not about what to order.
  [
    /\bhow often (?:did|do|have|has|were|was|are|is) (.{3,40}?) (?:run |ran |been )?out(?: of stock)?\b/gi,
    'stock-out days of $1',
  ],
  [/\b(?:(?:sold|sell|selling|goes?|went) )?(?:at a loss|below cost)\b/gi, 'with gross margin below 0'],
  [
    /\b(?:is|are|was|were|been|being) (?:loss[- ]making|unprofitable|in the red|under ?water)\b/gi,
    'had gross margin below 0',
  ],
  // "Which of those make a profit?"
  [
    /^((?:which|what)\b[^?.!,]{0,60}?) (?:(?:made|makes?|making|turn(?:s|ed)?) (?:a|any|some) profit|(?:is|are|was|were) (?:profitable|in the black))\b/gi,
    '$1 have gross margin above 0',
  ],
  [/\b(?:loss[- ]making|unprofitable) (\p{L}{3,})/giu, '$1 with gross margin below 0'],
  [/\bpast[ -]due\b/gi, 'overdue'],
  [
    /\b(?:make|made) (?:the |our )?(?:biggest|largest|most|highest|worst) loss(?:es)?\b/gi,
    'have the lowest gross margin',
  ],
  [/\bper (?:head|buyer|person)\b/gi, 'per customer'],
  [/\bsingle (?=(?:day|week|month|quarter)\b)/gi, ''],
  // "What exactly is late from Orsini?" asks for what is in the orders.
  [
    /^what exactly is (?:still |currently |now )?(late|overdue|delayed|open|outstanding) (?:from|with|at|of) (?=\w)/gi,
    (_, state = '') => `${/open|outstanding/i.test(state) ? 'open' : 'late'} lines with product from `,
  ],
  // "What exactly is still missing on it?", "what exactly did they buy?" ask for no meaning.
  [
    /^what exactly (is|are|do|did|have|were) (?=(?:we|they|i|you|still|currently|now|missing|open|late|overdue|delayed|outstanding|out|sold out|left|on|in|coming|due|below|running)\b)/gi,
    'what $1 ',
  ],
  // "What's a fill rate in your reports?" asks for no figure.
  [
    /^what(?:['’]?s| is) an? ([a-z -]{3,25}?)(?: in (?:your|our|the|these) (?:reports?|data|figures|numbers|system|dashboard))?(?=\?|\s*$)/gi,
    'what is meant by $1',
  ],
  [/\bwhat does ["“'‘]([^"”'’]{2,40})["”'’] mean\b/gi, 'what does $1 mean'],
  [
    /\b(?:sends?|sent|ships?|shipped)\b(.{0,20}?)\bto (?:the |our )?other (?:sites?|warehouses?|depots?|locations?)\b/gi,
    'units transferred out$1',
  ],
  [
    /\b(warehouses?|sites?|depots?) (?:sends?|sent|ships?|shipped|gives?|gave|supplie[sd]|supply) (?:the )?(most|least)(?: units| goods| stock)? to (?:(?:the |our )?others?|(?:the )?rest|each other)\b/gi,
    '$1 has the $2 units transferred out',
  ],
  [
    /\b((?:did|do|does|have|has) (?:our |the )?(?:suppliers?|vendors?)) (?:bring|brought|bring us|send|sent) in\b/gi,
    '$1 deliver',
  ],
  [/\b(up|down) on last year\b/gi, '$1 compared with the same period last year'],
  // At its end a question asks for the days as well; at its beginning it asks for them alone.
  [/(?<=\S)(?<!^.{0,3}),? ?(?:and )?by how many days\b(?: at most| at the most)?/gi, ' and days late'],
  [
    /\b(suppliers?|vendors?) (?:is|are|was|were) (?:the |our )?(?:fastest|quickest)\b/gi,
    '$1 has the lowest lead time',
  ],
  [/\b(suppliers?|vendors?) (?:is|are|was|were) (?:the |our )?slowest\b/gi, '$1 has the highest lead time'],
  // "Jan-Mar 2026": as typed it is one word.
  form(`\\b(${shortMonths})([a-z]*)\\s?[-–]\\s?(?=(?:${shortMonths})[a-z]*\\b)`, 'from $1$2 to '),
  [/\bratio of (.{3,30}?) to (?=\w)/gi, '$1 per '],
  // "This year compared to last?"
  [
    /\bthis (week|month|quarter|year)\b(.{0,40}?)\b(compared (?:to|with)|vs\.?|versus|than|against|over) last(?=\s*[?.!,]|\s*$)/gi,
    'this $1$2$3 last $1',
  ],
  [
    /\b(?:that |which )?(?:has|have)(?: not|n['’]?t) (?:yet )?(?:shown up|arrived|come in|been delivered|been received|been closed|been completed|been filled|turned up)(?: yet)?\b/gi,
    'still open',
  ],
  [/\b(?:most unreliable|unreliable)\b/gi, 'least reliable'],
  [/\b(?:takes? |took )?(?:the )?(?:longest|slowest)(?: time)? to deliver\b/gi, 'has the highest lead time'],
  [
    /\b(?:takes? |took )?(?:the )?(?:shortest|fastest|quickest)(?: time)? to deliver\b/gi,
    'has the lowest lead time',
  ],
  [
    /\b(?:most expensive|biggest|largest|highest) (?=(?:purchase orders?|pos?)\b)/gi,
    'highest value ordered by ',
  ],
  // "What should I be worried about in stock?"
  [
    /\bwhat should (?:i|we) (?:be |get )?(?:worr(?:y|ied)|concerned) about (?:in|with|regarding) (?:the |our |my )?(?:stock|inventory)\b/gi,
    'what should I reorder',
  ],
  [/\bris(?:ing|en)\b(?=\W*$|\s+(?:or|this|since|in|over)\b)/gi, 'growing'],
  [/\bfalling\b(?=\W*$|\s+(?:or|this|since|in|over)\b)/gi, 'declining'],
  [/\b(?:getting|becoming) (better|worse|higher|lower|bigger|smaller)\b/gi, 'changing'],
  // "Are we out of anything?"
  [
    /\b(?:are|is|do|did) (?:we|they|you) (?:completely |currently |now )?(?:run |sold )?out of (?:anything|something|any(?: products?| items?)?)\b/gi,
    'which products are out of stock',
  ],
  // "How long do our suppliers really take to deliver?"
  [
    /\bhow (?:long|many days|quickly|fast) (?:do|does|did) (?:our |the )?(suppliers?|vendors?|deliver(?:y|ies)) (?:\w+ly |usually |typically )?(?:take|need|deliver)\b(?: to deliver| for (?:an order|a delivery))?/gi,
    'lead time by supplier',
  ],
  [/,? ?\b(?:i\.e\.|e\.g\.|that is to say),?/gi, ','],
  [/\bhow (?:long|many days) (?:do|does|did) (.{3,60}?) (?:take|need) to deliver\b/gi, 'lead time of $1'],
  // "Who are our slowest suppliers?"
  [/\b(?:slowest|latest)(?= (?:suppliers?|vendors?)\b)/gi, 'highest lead time'],
  [/\b(?:fastest|quickest)(?= (?:suppliers?|vendors?)\b)/gi, 'lowest lead time'],
  // "What did the helmet sell for in total?": revenue, and no price.
  [/\bwhat did (?:the |our )?(.{3,60}?) sell for in (?:total|all)\b/gi, 'what was the total revenue of $1'],
  // "How much did Nguyen Garden Center order last month?" asks for money.
  [
    /^how much (do|does|did|have|has) (?!we\b|you\b|i\b|they\b|it\b|each\b|people\b)(.{3,60}?)(?<!\bper) (?:buy|bought|order|ordered|purchase|purchased)(?: from us)?(?=\s*[?.!]|\s*$|\s+(?:in|last|this|during|since|from|between|over|so far|yesterday|today|by|per|each|every)\b)/gi,
    'how much $1 $2 spend',
  ],
  // "How much decaf did the offices buy last month?" asks for money, too.
  [
    /^how much (?!of\b|did\b|do\b|does\b|money\b|have\b|has\b|more\b|less\b)([^?.!,]{2,40}?) (do|does|did) (?!we\b|you\b|i\b|they\b|it\b|each\b|people\b|customers\b)([^?.!,]{3,60}?) (?:buy|order|purchase|take)(?: from us)?(?=\s*[?.!]|\s*$|\s+(?:in|last|this|during|since|from|between|over|so far|yesterday|today|by|per|each|every)\b)/gi,
    'how much $2 $3 spend on $1',
  ],
  // "What did Nguyen Garden Center buy last month?"
  [
    /^(?:what|which)(?: products| items| articles| goods| things)? (?:do|does|did|have|has) (?![^?.!]* both (?:buy|bought|order|ordered|purchased?)\b)(?!only\b|just\b|we\b|you\b|they\b|i\b|people\b|each\b|our\b|nothing\b|no\b|(?:less|fewer|more) than\b)(.{3,60}?) (?:buy|bought|been buying|order|ordered|been ordering|purchase|purchased)(?<!\b(?:per|each|every|an?) order)(?=\s*[?.!]|\s*$|\s+(?:in|last|this|during|since|from|between|over|so far|most|the most|mostly|besides|except|apart from|other than|without|excluding)\b)(?!.*\b(?:by|each|every|per|monthly)\b)/gi,
    (_, who = '') => `revenue by product of ${who.replace(ofKind, '$1')}`,
  ],
  // "How long will our grills last?"
  [
    /\b(?:for )?how (?:long|many days|many weeks) (?:will|does|do|would|can|is|are) (?:the |our )?(?:stock of )?(.{3,60}?) (?:last|suffice|sufficient|enough|be enough)\b(?: at (?:the |our |this )?(?:current|present|recent|usual|same) (?:pace|rate|speed|demand|sales rate)(?: of (?:sales|demand))?)?/gi,
    'days of cover of $1',
  ],
  [
    /\b(?:came|come|comes|coming|sent|brought|got|given|gave) back\b(?! (?:in|into|to|on|onto) (?:the |our )?(?:stock|shel(?:f|ves)|inventory|warehouse)\b)/gi,
    'returned',
  ],
  [/\breturned (?:the )?most (?:often|frequently)\b/gi, 'has the highest return rate'],
  [/\breturned (?:the )?least (?:often|frequently)\b/gi, 'has the lowest return rate'],
  [/\b(as an? )%(?= of\b)/gi, '$1percentage'],
  [/\b(percent|percentage|share) of (?:the )?list(?: prices?| value)?\b/gi, '$1 of gross sales'],
  // A sign that means a rate would be lost with the punctuation.
  [
    /\b(?:what|how much)(?: money| profit)? (?:did|do|have) (?:we|i) earn(?:ed)?(?: (?:on|from|with)(?! average))?\b/gi,
    'gross margin of',
  ],
  [/\b(?:gm|gp)\s*(?:%|pct\b)/gi, 'margin rate'],
  [/\b(margin|discount|return|returns|rejection|shrinkage)\s*(?:%|pct\b|in percent\b|in %)/gi, '$1 rate'],
];
