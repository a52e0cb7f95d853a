import { months } from '../time/time-patterns.ts';
import { aboveOne } from '../vocabulary/numbers.ts';
import { form, type Written } from './replace-with.ts';

const paidEach = 'value ordered per unit ordered';
const each = '(?:per|for (?:an?|each|one)) (?:unit|piece|item)|each';

/** What is typed as in a query or a note: "desc, limit 8", "q3 v q3", "five is enough". */
export const shortRequests: [RegExp, Written][] = [
  // "Don't give me a chart, just sales by region", "sales by region without a chart": a table.
  [
    /^(?:please )?(?:do not|don['’]?t|no need to) (?:give|show|draw|make|send|need)(?: me| us)? (?:an?|any|the) (?:charts?|graphs?)[,.;:]? (?:but |and )?(?:just |only )?(?:give me |show me )?(.{4,}?)(?=\s*[?.!]*\s*$)/gi,
    '$1 as a table',
  ],
  [
    /,? (?:without|with no|but no|no) (?:an? |any )?(?:chart|graph)s?(?: please)?(?=\s*[?.!]*\s*$)/gi,
    ' as a table',
  ],
  [
    /\bgross (vs\.?|versus|and|or|against|compared (?:to|with)) net (sales|revenue)\b/gi,
    'gross sales $1 net sales',
  ],
  [/^(?:as |in )?gross(?: please)?(?=\s*[?.!]*\s*$)/gi, 'gross sales'],
  // "What's not selling?", "what sold yesterday?": which products.
  [
    /^what(?:['’]?s not| is not| isn['’]?t| (?:does|do|is)n['’]?t| does not) (?:selling|sell|moving|move)\b/gi,
    'which products aren’t selling',
  ],
  [
    /^what (?:was |has been |got |has )?sold(?= (?:that|yesterday|today|last|this|in|on|during|since|then)\b(?!.*\b(?:best|most|least|worst|fastest|first|out)\b))/gi,
    'revenue by product',
  ],
  // "Has Okafor been buying more or less lately?"
  [
    /^(?:has|have|is|are) (.{3,50}?) (?:been )?(?:buying|ordering|spending|selling) (?:more or less|less or more)(?: (?:lately|recently|than before|these days|now))?(?=\s*[?.!]*\s*$)/gi,
    'how is $1 doing',
  ],
  // "I need to place an order with Orsini. What should be on it?", "how many lines do we stock?"
  [
    /^what (?:should|must|would) (?:be|go|come) on (?!(?:it|there|the|this|that|a|an|our|my|sale|offer|display|top)\b)([^.?!,;:]{2,50}?)(?=\s*[?.!]*\s*$)/gi,
    'What should we reorder from $1',
  ],
  [
    /\bhow many (?:different )?(?:stock |product )?(?:lines|articles|items) (?:do|did) we (?:stock|carry|keep(?: in stock)?|hold|have in stock)\b/gi,
    'how many products do we stock',
  ],
  // "What needs my attention today?" asks what cannot wait.
  [
    /^(?:(?:hi|hello|hey|good morning|morning)[,!. ]+)?(?:so )?(?:(?:what|which things?)(?: (?:here|there))? (?:needs?|requires?|deserves?|wants?) (?:(?:my|our|some|immediate|urgent) )?attention|(?:what (?:should|must|do|would) (?:i|we)|(?:is there )?anything(?: (?:that|which))? (?:i|we)(?: (?:should|must|ought to))?) (?:need to |have to )?(?:be )?(?:worr(?:y|ied) about|worr(?:y|ied)|concerned about|look at|look into|deal with|take care of|know about|act on|watch)|(?:is there )?anything (?:wrong|urgent|critical|alarming|worrying)|what(?:['’]s| is| are) (?:the |my |our )?(?:urgent (?:things|matters|issues|problems)|most urgent|on fire|burning))(?: (?:first|today|now|right now|this morning|this week|most|urgently|(?:in|with|about) (?:the |our |my )?(?:stock|inventory|warehouses?)))*\s*[?.!]*$/gi,
    'What should we reorder? Which products are out of stock? Which purchase orders are late?',
  ],
  // "How did the summer go?" is no product of that name.
  [
    /^how(?:['’]s| is| was| did) (?:the |our )?(summer|winter|spring|autumn)(?: season| months)?(?: (?:go|do|look|been|turn out))?(?=\s*[?.!]*$)/gi,
    'how is the business doing last $1',
  ],
  // "How is November going?", "how was last week?"
  form(
    `^how(?:['’]s| is| was| has| did) ((?:this|last) (?:week|month|quarter|year|weekend)|yesterday|today|(?:${months})(?: 20\\d\\d)?|q[1-4](?: 20\\d\\d)?|20\\d\\d)(?: (?:going|doing|looking|shaping up|go|been|turning out|turned out))?(?: so far)?(?=\\s*[?.!]*$)`,
    'how is the business doing $1',
  ),
  // "How much business came in through tenders?"
  [
    /\bhow much business (?=(?:(?:has |have |had )?(?:c[ao]me|comes|coming|gone|went|goes)|is coming|(?:did|does|do|have|has) (?:[\w'’-]+ ){1,4}?(?:bring|brought|give|gave|given|generate|generated|make|made))\b)/gi,
    'how much revenue ',
  ],
  // "2013-01-01..2013-12-31", "q3 v q3 last year", "desc, limit 8"
  [/(\d{4}-\d\d-\d\d) ?\.\. ?(?=\d{4}-\d\d-\d\d)/g, '$1 to '],
  [/(?<=\S) v\.? (?=\S)/g, ' vs '],
  [/\bdesc(?:ending)?\b(?=\W*(?:limit|top|$))/gi, 'highest first'],
  [/\basc(?:ending)?\b(?=\W*(?:limit|top|$))/gi, 'lowest first'],
  [/\blimit (?:of |to )?(?=\d{1,3}\b)/gi, 'top '],
  // "Which customers got most discount? Five is enough."
  form(
    `[?.!]\\s*(?:just |only )?(?:the )?(?:first |top )?(\\d{1,2}|${aboveOne}) (?:(?:is|are|will be|would be) (?:enough|fine|sufficient|plenty)|will do|would do|suffices?)(?=\\s*[?.!]|\\s*$)`,
    ', just $1',
  ),
  // "Show all seven"
  form(
    `\\b(show|list|give|name)((?: me)? all) (?:\\d+|${aboveOne})(?: of (?:them|those))?(?=\\s*[?.!]|\\s*$)`,
    '$1$2',
  ),
  [/\bfast[- ](?:moving|selling) (?=(?:items?|products?|articles?|goods|skus?)\b)/gi, 'best selling '],
  [/\bfast[- ]?movers\b/gi, 'best sellers'],
  // "Which day do the stores sell least?" is one of the week.
  [
    /\b(?:which|what) days? (?=(?:do|does|is|are)\b.*\b(?:sell|busiest|quietest|best|worst|most|least|fewest|strongest|weakest|highest|lowest)\b)(?!.*\b(?:this|last|in|of) (?:the )?(?:year|month|week|quarter|20\d\d)\b)/gi,
    'which weekday ',
  ],
  [
    /(?<!\b(?:ordered|bought|sold|purchased|buy|order) )\btogether with(?: the)?(?: corresponding| matching| respective)?\b/gi,
    'and the',
  ],
  [/\bcross[- ]?tab(?:ulat(?:e|ion))?(?: of)?\b/gi, 'table of'],
  [/\boutside (?:of )?(?=\p{Lu})/gu, 'without '],
  [/\bfound (?:an? |any )?(?:buyers?|takers?|customers?)\b/gi, 'were sold'],
  [/\b(in|for|of) ['’]?([12]\d)(?=\s*[?.]|\s*$)/g, '$1 20$2'],
  [/\b(orders?|buys?|spends?|shops?) (?:bigger|larger)\b/gi, 'has the higher average order value'],
  // "What did we pay per unit for the Duo", "average price paid to Orsini", "purchase price of grills": to suppliers, and not by customers.
  form(
    `\\b(?:what|how much) (?:(?:do|did|have) we )(?:(?:usually|normally|currently) )?(?:pay|paid) (?:on average )?(?:${each})(?: on average)?`,
    paidEach,
  ),
  [
    /\b(?:the |our )?(?:average |mean )?(?:unit )?prices? (?:(?:that )?we (?:have |had )?(?:paid|pay)|paid(?= to\b))(?! for (?:electricity|rent|shipping|freight))(?: per (?:unit|piece))?/gi,
    paidEach,
  ],
  [
    /\b(?:the |our )?(?:average |mean )?(?:purchas(?:e|ing)|buy(?:ing)?) prices?(?: per (?:unit|piece))?/gi,
    paidEach,
  ],
  // "What do we pay for the Duo?" is its price, where no time is spoken of.
  [
    /^(?:what|how much) do we (?:(?:usually|normally|currently) )?pay for (?=(?:the|an?|one|it|them)\b)(?!.*\b(?:in|last|this|per|by|each)\b)/gi,
    `${paidEach} `,
  ],
  [/\b(?<=per unit ordered )(?:to|at)\b/g, 'with'],
  // "Average lead time overall and of Orsini": two figures.
  [/^([^,.?!]{3,50}?) (?:overall|in total) and (?=(?:of|for|in|at|with|from) )/gi, '$1? $1 '],
  // "How much did returns cost us": they are money themselves.
  [
    /\b(?:how much|what) (?:did|do|does|have|has) (?:the |our )?(returns|refunds|discounts|rebates|markdowns) cost(?: us| the (?:company|business))?\b/gi,
    'how much were $1',
  ],
  // "Tender sales down?"
  [
    /^((?:(?!is\b|are\b|was\b|were\b|did\b|why\b|what\b|how\b)[\w&-]+ ){0,3}(?:sales|revenue|margin|orders|returns)) (up|down)(?=\s*\?)/gi,
    'are $1 $2',
  ],
  // "And sell it at?"
  [/^(?:what (?:do|did) we )?sell ([^?.!,]{2,40}?) (?:at|for)(?=\s*[?.!]*$)/gi, 'and average price of $1'],
  // "What they paid per unit"
  [
    /\b(?:what|how much) (?:do |did )?(?:(?:they|customers|people|you) (?:pay|paid|charged?|got|get)|we (?:charged?|got|get)) (?:on average )?(?:per|for (?:an?|each|one)) (?:unit|piece|item)\b/gi,
    'average price',
  ],
  [/,? if (?:any|anything|at all)(?: (?:were|was|is|are|there (?:was|were|is|are)))?,?(?= )/gi, ''],
  [
    /\bhow did (?:we|i) (?:close|finish|end)(?: out| up)?(?= (?:last|this|the|q[1-4]|20)|\s*[?.!])/gi,
    'how did we do',
  ],
  [/^([\w &-]{2,30}), what(?:['’]s| is) (?:it|that|this)\s*\??$/gi, 'what does $1 mean'],
  [/\b(in|by|as) (\$|€|£)(?=\s*(?:[?.!,]|$|and\b|&|plus\b))/g, '$1 money'],
  [/\bserved (?:the )?(most|fewest|least) customers\b/gi, 'had the $1 customers'],
  // "An x-y chart", "revenue on the x axis and margin on the y axis"
  [/\b(?:x[ -/]?y|xy)[ -](?=chart|plot|graph|diagram)/gi, 'scatter '],
  [
    /,? ?\(?\b(?:on|along|as) (?:the )?[xy](?:[- ]?axis)?\)?(?=\s*(?:[?.!,]|$|and\b|vs|versus|against|by\b|per\b|for\b|over\b))/gi,
    '',
  ],
  [/\b[xy](?:[- ]axis)? ?(?:=|:|is) ?(?=\w)/gi, ''],
  [/\baverage value (?:of|per) (?:one|an?|a single|each|our|the) (?=(?:purchase )?orders?\b)/gi, 'average '],
  [/\b(?:places|companies|firms|businesses|outfits) like (?=\w)/gi, ''],
  // "Jerseys - making us any money?" asks what is left of it.
  [/\bma(?:ke|kes|king|de) (?:us |me )?(?:any|some|good|real|decent) money\b/gi, 'gross margin'],
  [/\b(deliver(?:s|ed|ing|ies)?|arrive(?:s|d)?|came|come|comes) in time\b/gi, '$1 on time'],
];
