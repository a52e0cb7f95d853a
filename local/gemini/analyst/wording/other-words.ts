import { shortWeekdays } from '../time/time-patterns.ts';

/** Ways to ask that the vocabulary has in other words: where things lie, who earns, what grew over what. */
export const otherWords: [RegExp, string][] = [
  // "Units sold and returned" are both in units.
  [/\b(units|pieces) (sold|shipped) (and|vs\.?|versus|against) returned\b/gi, '$1 $2 $3 returned units'],
  // "What did Hansen buy last quarter? Units per product": the second sentence says what of it.
  [
    /^what (?:did|has|have) ([^?.!]{2,50}?) (?:buy|bought|order|ordered|purchased?)((?: (?:from us|in|last|this|during|over|since|so far)\b[^?.!]*)?)\? ((?:the )?(?:units|revenue|quantit(?:y|ies)|value|amounts?|pieces)[^?.!,]{0,30}? (?:per|by|for each) (?:product|item|article|category|brand))(?:,? (?:please|pls))?(?=\s*[?.!]|\s*$)/gi,
    '$3 bought by $1$2',
  ],
  // "Which bike models": models of a thing are the products of it.
  [/\b(\p{L}{3,}) models\b(?! of\b)/giu, '$1 products'],
  // "What do you think gloves will do next month?" asks for what is expected, and for no opinion.
  [
    /^(?:what|how) (?:do|would) you (?:think|reckon|guess|expect|suppose) (?:that )?((?:the |our )?[^,?]{2,50}?) (?:will|is going to|are going to) (?:do|sell|go|make|bring in|look like|perform)\b/gi,
    'what will we sell of $1',
  ],
  [
    /^what (?:do|would) you (?:think|reckon|guess|expect|suppose) (?:that )?((?:the |our )?[^,?]{2,50}?) will be\b/gi,
    'what will $1 be',
  ],
  [
    /^(?:what|which|how much|how many) ([^,?]{2,40}?) (?:should|can|could|may|might|do) (?:i|we|you) (?:expect|anticipate|count on)(?: to (?:see|make|sell|get))?(?= (?:in|for|over|during|next)\b)/gi,
    'forecast of $1',
  ],
  // "Units per calendar month over all years" is a season.
  [
    /\b(?:per|by|in|for) (?:each |every )?calendar month,? (?:(?:over|across|in|for|of) )?(?:all|several) (?:the |our )?(?:years|time)\b/gi,
    'by seasonality over all time',
  ],
  [/\bcalendar (?=(?:years?|months?|quarters?|weeks?)\b)/gi, ''],
  [
    /\bnumber (?:one|1) (?=(?:customer|client|product|item|brand|supplier|category|region|channel|segment)\b)/gi,
    'top 1 ',
  ],
  // "ABC analysis by revenue, how many products are in each class?"
  [
    /\b((?:abc|xyz)\b[^?.!]{0,80}?),? (?:and )?how many (?:products|items|articles) (?:are )?(?:in|per|of|fall in(?:to)?) each(?: class| category| group)?(?=\s*[?.!]|\s*$)/gi,
    '$1',
  ],
  // "A bar chart of the revenue of the Tea products": one bar for each.
  [
    /\b(chart|graph|plot|table|list) of (?:the |our )?([a-z -]{3,30}?) of (?:the |our |all )?([^?.!,]{2,30}?) (?:products|items|articles)(?=\s*[?.!,]|\s*$| (?:in|over|during|for|last|this|since)\b)/gi,
    '$1 of $2 by product in $3',
  ],
  // "By size, all sites": in all of them together.
  [
    /\b((?:by|per) [\w ]{3,20}),? (?:across |over |at |for |in )?all (?:the |our )?(?:sites|warehouses|locations|depots)(?=\s*[?.!]|\s*$)/gi,
    '$1',
  ],
  // "Which of our sales reps sold most?" asks for persons, also where a channel is called so.
  [
    /\b(?:which|who) (?:of (?:our|the) )?sales (?:reps?|representatives?|people|agents?)\b/gi,
    'which salesperson',
  ],
  // "Do all categories make a profit?", "is every brand profitable?"
  [
    /^((?:do|does|did|are|is|were|was|have|has) (?:all|every|each)(?: of)?(?: the| our)* [\w ]{3,30}?) (?:(?:make|made|making|earn|earned) (?:us )?(?:a |any )?(?:profit|money)|profitable)\b/gi,
    '$1 have gross margin above 0',
  ],
  // "Which products did we lose most on?"
  [/\b(?:did|do) (?:we|i) lose (?:the )?most(?: money)? (?:on|with)\b/gi, 'have the lowest gross margin'],
  [
    /\b(?:were |was |got )?(?:moved?|went|shifted|shipped|transferred|sent) from (?:one|a) (?:warehouse|site|depot|location) to (?:another|the next|the other)\b/gi,
    'transferred between warehouses',
  ],
  // "Which category grew fastest?"
  [/\b(?:grew|grow|grows|growing|grown) (?:the )?(?:fastest|quickest|strongest)\b/gi, 'grew relatively most'],
  // "How many brands grew this year?": those that did are told with their number.
  [
    /^how many (?:of (?:the |our )?|of )?((?:sub)?categories|brands|products|items|articles|suppliers|vendors|customers|clients|accounts|regions|territories|channels|segments|warehouses) (?:(?:have|has|are|were) )?(grew|grown|growing|rose|fell|fallen|falling|declined|declining|shrank|shrinking)(?= (?:last|this|in|since|over|year|month|compared|versus|vs)\b|\s*[?.!]|\s*$)/gi,
    '$1 that $2',
  ],
  // "Did cafés or offices grow faster?"
  [
    /\b(?:grew|grow|grows|growing|grown) (?:faster|quicker|more strongly)\b(?!.*\bthan\b)(?:(?=.*\bor\b)|(?<=\bor\b.*))/gi,
    'grew relatively most',
  ],
  [
    /\b(grew|grow|grows|growing|grown) more\b(?! (?:than|revenue|sales|in)\b)(?!.*\bthan\b)(?:(?=.*\bor\b)|(?<=\bor\b.*))/gi,
    '$1 most',
  ],
  [/\bshr(?:ank|unk|inks?)(?= (?:the )?most\b)/gi, 'declined'],
  // "Our biggest reseller account in 2012"
  [/\b(?<!\b(?:bank|user) )account(s?)(?= (?:in|by|last|this)\b|\s*[?.]|\s*$)/gi, 'customer$1'],
  [/\bwhen (last|this) (week|month|quarter|year) (?:closed|ended|was over)\b,?/gi, 'at the end of $1 $2'],
  [/\b(?:divided|spread|distributed) (?:over|across|among|between) (?:the |our )?/gi, 'by '],
  [/\b(?:is|are) worth (?:the )?(most|least)\b/gi, '$1 valuable'],
  [
    /^how many (?:different )?(?:products|articles|items|skus) (?:lie|sit|are (?:stored|kept|held)|do we (?:keep|store|hold)) (?:in|at) (?!stock\b)/gi,
    'stocked products in ',
  ],
  // "Where is Paint - Black stored?", "and where?"
  [
    /\bwhere (?:is|are) (.{2,60}?) (?:stored|kept|held|located|stocked|lying|sitting)\b/gi,
    'stock by warehouse of $1',
  ],
  [/\bwhere do we (?:keep|store|hold|stock|have) (.{2,60}?)(?=\s*\?|\s*$)/gi, 'stock by warehouse of $1'],
  // "What's in the Tool Crib?"
  [
    /^what(?:['’]?s| is| do we have| lies| sits)(?: stored| kept| held| lying| sitting)? (?:in|at) (?!stock\b|inventory\b|transit\b|progress\b|the pipeline\b|the queue\b|it\b|there\b|this\b|that\b|your\b|the data\b)([^,]{2,50}?)(?: (?:at the moment|right now|now|today|currently))?(?:,? (?:(?:split |listed )?(?:by|per) (?:product|item|article|sku)))?(?=\s*\?|\s*$)/gi,
    'stock by product in $1',
  ],
  // "Did customer 11000 buy anything in 2013?"
  [
    /^(?:did|has|have) (.{3,60}?) (?:buy|bought|order|ordered|purchase|purchased) (?:anything|something)\b(?:(.{0,40}?)(?:\?|,)? (?:and )?what)?/gi,
    'revenue by product of $1$2',
  ],
  // "How many products had sales in 2014?"
  [
    /\bhow many (products?|articles?|items?|skus?) (?:had|have|got|made|saw|with) (?:any )?(?:sales|revenue|orders)\b/gi,
    'number of products sold',
  ],
  [
    /\bhow many (customers?|clients?|accounts?) (?:had|have|made|placed|with) (?:any )?(?:sales|revenue|orders|purchases)\b/gi,
    'number of customers',
  ],
  // "What have we run out of?" is a state of stock, "what is running out?" asks what to order.
  [
    /\b(?:have|has|had|having)((?: (?!will\b|about\b|going\b)[\w'’-]+){0,6}?) run out(?: of stock| of)?\b/gi,
    '$1 are out of stock',
  ],
  [/\b(['’]ve|['’]s) (?:already )?run out(?: of stock| of)?\b/gi, ' are out of stock'],
  // "How many units left the warehouse?"
  [
    /\b(units?|pieces?|articles?|items?|goods|bags|much stock) (?:that |which )?(?:left|went out of) (?=(?:the |our )?(?:warehouses?|depots?|sites?|buildings?|locations?)\b)/gi,
    'units out at ',
  ],
  // "For how many days is the stock of grills sufficient?"
  [
    /\b(?:for )?how (?:long|many days|many weeks) (?:is|will|would|does) (?:the |our )?(?:stock|inventory)(?: level)?(?: (?:of|for) (.{2,40}?))? (?:be )?(?:sufficient|enough|suffice|last|hold out|do)\b/gi,
    'days of cover of $1',
  ],
  // "How often does the stock turn?"
  [
    /\bhow (?:often|many times) (?:do|does|did|has|have|is|was) (.{0,40}?)\b(stock|inventory)\b(.{0,30}?) (?:turn|turned|turns|rotate|rotated)(?: over)?\b/gi,
    'stock turnover $1$3',
  ],
  [
    /\b(?:how much|what) (?:does|do|did|would) (?:(?:one|an?|each|a single) (?:unit of |piece of )?)?(.{3,50}?)(?: units?| pieces?)? (?:sell|go|retail) for\b(?! (?:over|more|less|under))(?: on average)?/gi,
    'average price of $1',
  ],
  [
    /\b(?:(?:what|which products) (?:do|did|does) we (?:sell|charge for) (?!it\b)|how much (?:do|did|does) we (?:sell|charge for) )(.{2,40}?)(?: for)(?=\s*\?|\s*$| on average| last| this| in )/gi,
    'average price of $1',
  ],
  [
    /\b(?:(?:do|does|did|are|is|was|were) )?(?:we |they )?(?:lose|loses|losing|lost) (?:us )?money\b(?: (?:on|with))?/gi,
    'have gross margin below 0',
  ],
  // "On how many days were we without grills?"
  [
    /\b(?:number of|how many) days (?:were we|we were|did we go|we went|we had to do|have we been) (?:without|out of)(?! stock)\b/gi,
    'stock-out days of',
  ],
  [/^what (?:has |have )?(?:went|gone|goes|left|shipped) out of (?!stock\b)/gi, 'units out at '],
  [/^what (?:has |have )?(?:came|come|comes|went|gone) into (?!stock\b)/gi, 'units in at '],
  [
    /\bhow (?:fast|quickly|often) (?:does|do|did) (.{2,40}?) turn(?: over)?(?=\s*[?.]|\s*$)/gi,
    'stock turnover of $1',
  ],
  [/\bhow many (?:different )?people (?=bought|ordered|purchased|shopped)/gi, 'how many customers '],
  // "Does anybody actually buy the Decaf Box?"
  [
    /^(?:does|did|do|is|has) (?:anybody|anyone|people|somebody|someone) (?:actually |really |still |ever |even )*(?:buys|buy|buying|bought|order|ordered|want|take) (?=\w)/gi,
    'how many units did we sell of ',
  ],
  // "Which day of the week people place the most orders on": who does it is no name.
  [
    /(?<!\b(?:many|of|which|what|other|those|these|the|our|sales) )\b(?:people|folks)(?= (?:usually |mostly |actually |really |still |ever )?(?:buy|bought|buys|order|ordered|place|placed|purchase|purchased|return|returned|send|sent|bring|brought|shop|shopped|spend|spent)\b)/gi,
    'they',
  ],
  [
    /\bshopp?(?:ed|ing)? (?=(?:with|at|from|via|through) us\b|(?:on|via|through) (?:the )?(?:internet|web)|online\b|in (?:the |our )?stores?\b)/gi,
    'bought ',
  ],
  [/\bwith (?:an|at least one|one or more) (?:order|purchase|sale)s?\b/gi, ''],
  // "How deep were we discounting?"
  [
    /\bhow (?:deep|deeply|heavily|steeply) (?:were|was|are|is|do|did|have) (?:we |they |our prices )?(?:been )?(?:discount|discounting|discounted)\b/gi,
    'discount rate',
  ],
  // "What moved in and out of Bristol?", "transfers in and out"
  [
    /\bwhat (?:has |have )?(?:moved|came|went|goes|comes|moves) in and (?:(?:moved|came|went) )?out(?: of)?\b/gi,
    'units in and units out at',
  ],
  [/\btransfers? in and out\b|\btransferred in and out\b/gi, 'transferred in and transferred out'],
  [/\b(?:goods|units|stock|pieces) in and out\b/gi, 'units in and units out'],
  [
    /\b(?:counted|measured|expressed|stated|counting) (?:in )?(?=(?:units|pieces|dollars|money|percent)\b)/gi,
    'in ',
  ],
  [
    /\b(?:(?:if you |if we )?(?:take|taking|using|use)|valued at|priced at|based on) (?:the )?(list|retail|selling|sales) prices?\b/gi,
    'at $1 price',
  ],
  // "Units that left Bristol for orders"
  [
    /\b(?:units?|pieces?|articles?|goods|bags) (?:that |which )?left (?!in\b|at\b|on\b)([\w' -]{2,40}?) (?:for|to) (?:orders?|customers?)\b/gi,
    'units issued at $1',
  ],
  [
    /\b(units?|pieces?|goods|bags) (?:that |which )?left (?!in\b|at\b|on\b|over\b|of\b|to\b|for\b|by\b|per\b|and\b|or\b|now\b|right\b|with\b|behind\b|the\b|our\b|stock\b|last\b|this\b|today|yesterday|during\b|since\b|between\b)(?=\w{3})/gi,
    'units out at ',
  ],
  // "How much do we make on grills?"
  [
    new RegExp(
      `\\b(?:how much|what) (?:money |profit )?(?:do|did|have|are) (?:we|i) (?:make|made|earn|earned|making|earning) on (?!${shortWeekdays}|week|average|the \\d|\\d)(?=\\w)`,
      'gi',
    ),
    'gross margin of ',
  ],
  // "Units that have been lying around for over 180 days"
  [
    /\b(?:that |which )?(?:have |has |had )?(?:been )?(?:lying|sitting|lain|sat|gathering dust|untouched|stored|there|here|in stock|on the shel(?:f|ves)|in the warehouse)(?: around| about| there)? (?:for )?(?:more than|over|longer than) (\d+ days|a year|six months|three months|\d months)\b/gi,
    'older than $1',
  ],
];
