import { form, type Written } from './replace-with.ts';

const sites = '(?:warehouses?|sites?|depots?|locations?|places?|dcs?|branch(?:es)?)';
const goods = '(?:stock|inventory|units?|pieces|goods|quantity)';

/** Ways to ask about stock, its moves and orders to suppliers that the vocabulary has in other words. */
export const goodsForms: [RegExp, Written][] = [
  // "Has anything run out?", after "run out" is said as a state.
  [
    /^\s*(?:has |is )?(?:anything|something|any (?:products?|items?|articles?)) are out of stock\b/gi,
    'which products are out of stock',
  ],
  // "By how much did the Tools stock change since Monday?"
  [
    /\bby how (?:many units|many pieces|much)(?!.{0,30}\bvalue of),?(?: net,?)? (?:has|have|did) (?:the |our )?(.{0,40}?)\b(?:stock|inventory)(?: levels?)?( (?:of|in|at) .{2,40}?)? (?:moved?|changed?|grown?|grew|fallen?|fell|gone (?:up|down)|go (?:up|down)|risen?|dropped|drop)\b/gi,
    'net change of stock $1$2',
  ],
  [
    /\b(how many|number of) (?:out[- ]of[- ]stock|stock[- ]?out|sold[- ]out|empty) days\b/gi,
    '$1 days out of stock',
  ],
  [
    /\bhow (?:often|frequently) (?:did|do|have|were|was|are) (?:we|they|it) (?:hit|have|had|suffer|see|face|experience|encounter)(?:ed)? (?:an? )?(?:stock[- ]?outs?|out[- ]of[- ]stocks?|shortages?)\b/gi,
    'stock-out days',
  ],
  // "Net change in main last quarter": a place, where no noun comes after it.
  [
    /\b(in|at|from|into) main(?=\s*[?.!,]|\s*$| (?:last|this|over|in|during|for|by|per|now|right|today|since|year)\b)/g,
    '$1 Main',
  ],
  [
    /\b(?:cost|value) of (?:the )?(?:goods|stock|units|pieces|products) (?:that were |we )?(?:written off|lost|missing|thrown away)\b/gi,
    'shrinkage value',
  ],
  // "In the main warehouse" is at Main, where there is one.
  [/\b(in|at|from|into|to) (?:the |our )main (?:warehouse|site|depot|location|dc)\b/gi, '$1 Main'],
  // "What has come in at Main since May?"
  [
    /^what (?:(?:has|have) )?(?:come in|came in|arrived)(?= (?:at|to|in|since|from|so far|this|last|yesterday|today)\b)/gi,
    'units received by product',
  ],
  [/\bdays (?:out of stock|without stock|sold out|to stock-?outs?|in stock-?outs?)\b/gi, 'stock-out days'],
  [
    /\b(?:lost|lose|spent|had|missed) (the )?(most|fewest|least) stock-out days\b/gi,
    'had $1$2 stock-out days',
  ],
  // "How many are left, and in which places?"
  form(
    `\\b(left|remain(?:s|ing)?|available|on hand|in stock|have|held|hold|free|reserved)\\b([^?.!]{0,40}?),? (?:and|&) (?:where|(?:in|at) (?:which|what) ${sites})(?: (?:is|are) (?:it|they|these|those))?(?=\\s*\\?|\\s*$)`,
    '$1$2 by warehouse',
  ),
  // "Transferred in and how much out"
  [
    /\b(transferred|moved|came|went|shipped|transfers?) in,? (?:and|versus|against) (?:how (?:much|many)|what) (?:was |were |went )?out\b/gi,
    '$1 in and $1 out',
  ],
  form(`\\b(transfer\\w*)\\b(.{0,40}?) to (?:any of )?(?:our |the )?other ${sites}\\b`, '$1$2'),
  [/\bdid we book\b/gi, 'did we record'],
  [/\b(?:money|capital|cash) (?:have|do|has|did) we (?:got |have )?locked in\b/gi, 'money tied up in'],
  [
    /\b(?:money|capital|cash) (?:is|are|sits) (?:currently |now |still )?(?:stuck|sitting|locked(?: up)?|frozen|bound) in\b(?! (?:it|them|those|these|that|this)\b)/gi,
    'money is tied up in',
  ],
  [
    /\b(is|are) (?:our |the )?(?:stock|inventory) (?:of|for|in) (.{2,40}?) (?:sufficient|enough|adequate)\b/gi,
    'on hand and days of cover of $2',
  ],
  [
    /^(?:is|are) (?:there )?(?:anything|any(?: of)?(?: our| the)? (?:products|items|articles|skus))(?: that (?:is|are))? (discontinued|delisted)(?=\s*\?*$)/gi,
    'which products are $1',
  ],
  // "Is the Claw Hammer 20 oz discontinued?", "do we still sell garden hoses?"
  [
    /^(?:(?:is|are) (?:the |our )?(?!(?:it|they|this|that|these|those|there|any|some|all|no|products?|items?|\w+thing|which|what)\b)([^?.!,;]{3,60}?) (?:already |now |being |really )?(?:discontinued|delisted)|do we still (?:sell|carry|stock) (?:the |our )?(?!(?:it|them|this|that|these|those|any|some|all|to|in|at|more|less|as)\b)([^?.!,;]{3,60}?))(?=\s*\?*$)/gi,
    'on hand of $1$2 by product and product status',
  ],
  [
    /\bfor how long can we go on with\b|\bhow long(?:, in days,)? can we (?:go on|get by|carry on|manage|last) with\b/gi,
    'days of cover of',
  ],
  [/\bdid (.{2,50}?) reach(?=\s*\?|\s*$| (?:last|this|in)\b)/gi, 'did $1 achieve'],
  [
    /\b(promised|reserved|allocated|committed)(?: (?:to|for) (?:customer )?orders)? (?:but|and) not (?:yet )?(?:shipped|sent|delivered|dispatched)(?: yet)?/gi,
    '$1',
  ],
  [
    /\b(?:(?:show|list)(?: me)? )?(?:the )?(?:present |current )?contents? of (?:the )?(?!my\b|the\b)(?=\p{Lu})/giu,
    'stock by product in ',
  ],
  [
    /\b(?:number of|how many) (?:distinct |different )?(?:products|articles|items|skus) (?:kept|held|stored|stocked|carried)\b/gi,
    'stocked products',
  ],
  // "How many days of filters do we have left?"
  [
    /\bhow many (?:days|weeks)(?: worth)? of (?!cover|supply|sales)(?:(?:stock|inventory) (?:of |for )?)?(.{2,40}?) (?:stock )?(?:do|have) we (?:still )?(?:have|got)(?: left| in stock| on hand| available)?/gi,
    'days of cover of $1',
  ],
  // "Did we have more syrup at the end of August than we have now?"
  [
    / than (?:we (?:have|do|did|had)|(?:it|there|they) (?:is|are)) (?:now|today|at the moment|currently)\b/gi,
    ' versus today',
  ],
  [/\b(?:went|go|goes|gone|going|sent) out (?:for|to) (?:customer )?(orders|customers)\b/gi, 'units issued'],
  [
    /^(?:is|are) (?:the |our )?(.{3,60}?) (?:an?|in) (?:class )?([abcxyz])[- ](?:class|products?|items?|articles?|category)\b/gi,
    'ABC class of $1',
  ],
  // "How much of what sits in Main is promised?"
  [
    /\bhow much of (?:what|the (?:stock|inventory|goods)|our (?:stock|inventory)) (?:(?:that |which )?(?:sits|lies|is(?: there)?|we (?:have|hold|keep)) )?(?=(?:in|at)\b)(.{2,40}?) (?:is|are) (?=(?:already |currently )?(?:promised|reserved|allocated|committed|set aside|spoken for|earmarked|available|free|blocked))/gi,
    'how many units $1 are ',
  ],
  // "Which syrups are out?"
  [
    /\b((?:which|what|how many|any) [^?.!,]{2,40}) (is|are)(?: currently| now)? out(?=\s*[?.!]|\s*$| (?:right )?now\b| (?:at|and|today|currently)\b| in (?!the (?:works|pipeline)))/gi,
    '$1 $2 out of stock',
  ],
  [
    /\bwhat(?:['’]?s| is| are)(?: currently| now)? out(?=\s*[?.!]|\s*$| (?:right now|now|today|at|in)\b)/gi,
    'which products are out of stock',
  ],
  [
    /\b(?:still )?left to (?:deliver|arrive|come|be delivered|be shipped)(?: to us)?(?: (?:by|from))?(?= (?:the |our )?\p{L})/giu,
    'still to come from',
  ],
  // "What did we sell last month, and what is left?", "sales last month and the stock left": left now.
  [
    /(?<=\w.*),? and (?:what(?:['’]?s| is| have we got| do we have) (?:still )?left(?: in stock)?|(?:the |its |their )?(?:stock|inventory)(?: that is| that['’]s)? (?:still )?left)(?=\s*[?.]|\s*$)/gi,
    ' and how much of it is in stock',
  ],
  // "What's left of the jasmine pearls?"
  [
    /\bwhat(?:['’]?s| is| have we got| do we have) (?:still )?left(?= (?:of|in|at|from|per|by|for|over|there)\b|\s*[?.,]|\s*$)/gi,
    'stock on hand',
  ],
  [/,? and where(?=\s*\?|\s*$)/gi, ' by warehouse'],
  [
    /\b(?:closest|nearest|next) to (?:running|being|going|run) (?:dry|out|empty|short)(?: of stock)?\b/gi,
    'with the lowest days of cover',
  ],
  [
    /\b(?:value|worth) of (?:everything|all(?: the)?(?: stock| goods| things)?|whatever|what) (?:(?:that )?(?:is|sits|lies|we (?:have|keep)) )?(?:stored |kept |held )?(?=(?:in|at)\b)/gi,
    'stock value ',
  ],
  [
    /\bhow many (?:different |distinct )?(?:products|articles|items|skus) (?:are (?:there|kept|stored)|do we have|have we(?: got)?)(?= (?:in|at) )/gi,
    'stocked products',
  ],
  [
    /\b(?:has|have|had)(?:n['’]?t| not) (?:been )?sold (?:a single one |any(?:thing)? |one )?(?:in|for|over) (?:the (?:last|past) )?(\w+ (?:days|weeks|months))\b/gi,
    'not sold in the last $1',
  ],
  form(
    `\\b(?:moved|shifted|sent|shipped|transferred|went|goes|go|gone) (?:out of|from) (.{2,40}?) to (?:any of )?(?:the |our |all )*(?:other )?${sites}\\b`,
    'transferred out of $1',
  ),
  // "Items that will be gone within ten days"
  [
    /\b(?:that |which )?(?:will be |be |are |is )?(?:gone|sold out|out of stock|empty|used up) (?:within|in) (?:the next )?(\d+|\w+) (days|weeks)\b/gi,
    'with days of cover below $1 $2',
  ],
  [/\bat the end of last year ((?:19|20)\d\d)\b/gi, 'at the end of $1'],
  // Orders to suppliers.
  [
    /\b(?:still (?:have|has|need|needs) to|(?:have|has) yet to|(?:have|has) to) deliver(?: us)?(?: something| anything| goods| orders?)\b|\bstill (?:have|has|need|needs) to deliver\b/gi,
    'have open orders',
  ],
  [
    /(?<!\borders (?:that|which) )\b(?:has|have)(?:n['’]?t| not)(?: yet)? delivered(?: to us)?(?: yet)?\b/gi,
    'still to come',
  ],
  [
    /\bdo we (?:have to |usually )?wait (?:(?:for )?(?:the )?longest (?:for|on)\b|for (?:the )?longest\b)(?:,? on average)?/gi,
    'has the highest lead time',
  ],
  [/\b(late|overdue|behind)\b([^?.!]{0,30}?),? (?:and )?by how much\b/gi, '$1$2 and days late'],
  [
    /^(what|how much|how many units) (?:do we have|have we got)(?: still)? (?:coming|arriving|on (?:the|its) way|inbound)(?: in)?(?: to us)?(?= from\b|\s*\?|\s*$)/gi,
    '$1 is still to come',
  ],
  [
    /\b(?:longest|maximum) wait(?:ing time)?(?: for (?:a |any |one )?(?:delivery|order|shipment))?\b/gi,
    'longest lead time',
  ],
  // "The oldest open purchase order, and from whom?" is of that order; who returned most is no supplier.
  [
    /(?=,? and (?:from|with) )(?<=\b(?:(?:oldest|longest|latest|biggest|largest|smallest|newest)\b.*\b(?:purchase orders?|pos?)|purchase orders with the highest days open)\b.*),? and (?:from|with) (?:whom|which (?:supplier|vendor))(?=\s*\?|\s*$)/gi,
    ' with their supplier',
  ],
  [
    /(?<!\breturn\w*\b[^?]*),? (?:and )?by whom(?=\s*\?|\s*$)|,? (?:and )?(?:(?:from|with) whom|(?:from|by|with) which (?:supplier|vendor))(?<!\b(?:br(?:ing|ought) in|earn\w*|revenue|turnover)\b[^!]*)(?=\s*\?|\s*$)/gi,
    ' by supplier',
  ],
  [
    /\b(biggest|largest|highest|smallest) purchases?\b(?! (?:orders?|prices?|values?|volumes?|costs?))/gi,
    '$1 purchase orders',
  ],
  [/\b(suppliers?|vendors?) costs? us(?: the)?(?= most\b| least\b)/gi, '$1 do we spend with'],
  [
    /\bhow many (?:different )?(suppliers|vendors) (?:did|do|have) we (?:use|used|work with|worked with|deal with|dealt with|do business with|have|had)(?=\s*[?.!]|\s*$| (?:last|this|in|since|for)\b)/gi,
    'how many $1 did we order from',
  ],
  [
    /\b(?:average |mean |typical )size of (?:a |an |our |the )?(?:purchase orders?|pos?|orders? to suppliers?)\b/gi,
    'average purchase order value',
  ],
  [
    /\b(?:[Aa]re|[Ii]s|[Hh]ave|[Hh]as) (?:the |our )?((?:\p{Lu}[\w&.'’]* )*)(?:deliver(?:y|ies)|suppliers?|shipments?)(?: times?)? (?:getting|becoming|gotten|become|been getting) (?:any )?(?:slower|faster|quicker|longer|shorter)\b/gu,
    'lead time of $1by month',
  ],
  [/\bmost (?:trouble|problems|issues|hassle|headaches) with\b/gi, 'most'],
  [
    /\bhow (?:often|many times) (?:did|do|does|has|have) (.{3,40}?) (?:deliver|delivered|supply|supplied|ship|shipped)(?: to us)?\b/gi,
    'how many deliveries did we receive from $1',
  ],
  [
    /^\s*(?:taking|considering|looking at|counting)(?: only| just)? (?=(?:the |all |our )?(?:purchase orders|orders|pos|lines)\b)/gi,
    'of ',
  ],
  [/^who(?:['’]?s| is| are) (?:still )?(late|overdue|behind|delayed)\b/gi, 'which suppliers are $1'],
  [/\bhow (?:long|short|high|low) (?=(?:is|was|are|were) (?:the|our) )/gi, 'what '],
  [/\bby (dollar|money|monetary) (?:value|amount|terms)\b/gi, 'by value'],
  form(
    `\\b(?:purchase )?orders (?:to|with) (?:our |the )?suppliers\\b(.*?)\\b${goods} (?:that |which )?(?:ha(?:s|ve) )?(?:come in|arrived|been delivered|been received)\\b`,
    '$1units ordered and units received',
  ),
];
