import { months, shortWeekdays } from '../time/time-patterns.ts';
import { aboveOne } from '../vocabulary/numbers.ts';
import { bidForms } from './bid-forms.ts';
import { form, type Written } from './replace-with.ts';

const period = `(?:the )?(?:(?:last|previous|prior|same|this|past) |a (?:year|month|week|quarter) (?:ago|earlier|before)|yesterday|q[1-4]\\b|(?:${months})\\b|(?:year|month|quarter|week|period) (?:before|earlier))`;

/** Ways to put a question that are more than other words: where what is set against comes last, or first. */
export const plainForms: [RegExp, Written][] = [
  ...bidForms,
  // Customers and orders are won by nobody in a ranking.
  [
    /\b(?:win|won|winning)(?= (?:(?:more|fewer|less|new|any|some|many|as many|a lot of|\d+) )*(?:new )?(?:customers?|clients?|buyers?|accounts?|orders?|business)\b)/gi,
    'get',
  ],
  // "How much money did the online shop take in October?"
  [
    /\bhow much(?: money)? (?:did|has|have|does) ([^?.!,]{2,40}?) (?:take|took|taken)(?: in)?(?= (?:in|last|this|on|during|over|since|so far|today|yesterday|for)\b|\s*[?.!]|\s*$)/gi,
    'what was the revenue of $1',
  ],
  // The noun is a figure, the verb is none.
  [/\b((?:did|does|do|will)(?: (?!have\b)[\w'’]+){1,5}?) shrink\b/gi, '$1 decline'],
  // "What's our average margin?": an average of what is a part is the rate.
  [
    /\b(?:average|avg|mean|typical) margin\b(?! (?:per|by|a|an|each|for each) (?:order|unit|product|customer|day|week|month|quarter|year|piece|item|line|sale)\b)(?! (?:value|amount|rate|percent|%))/gi,
    'margin rate',
  ],
  // "What's the split of revenue between regions?"
  [
    /\b(?:(?:what|how)(?:['’]?s| is| was) )?(?:the |our )?split of (?:the |our )?([a-z][a-z ]{2,40}?) (?:between|across|among|amongst|over) (?=(?:the |our )?[a-z]+s\b)/gi,
    'how is $1 split across ',
  ],
  // "How long does it take to sell our stock?"
  [
    /\bhow (?:many days|long) (?:does|will|would|did) it take (?:us )?to (?:sell|sell off|sell through|get through|work through|use up|clear)(?: all)?(?: of)? (?:the |our )?(?:current |entire |whole )?(?:stock|inventory)\b(?: (?:that )?we have| on hand)?/gi,
    'what are the days of cover',
  ],
  // "Value of the goods we received last month" is of what came in, and of no stock.
  [
    /\bvalue of (?:the |all |our |those )*(?:goods|products|items|things|stuff|merchandise|articles|deliveries) (?:that |which )?(?:(?:we|were|was|have been|had been|got|have|had) )*(received|rejected|ordered)\b/gi,
    'value $1',
  ],
  // "How much do they make together?"
  [/\b(?<!\b(?:bought|sold|ordered|purchased|go|goes|went) )together(?! with\b)/gi, 'in total'],
  // "Which category pulled it down the most?"
  [
    /\b(?:pull(?:ed|s)?|drag(?:ged|s)?|held|holds|hold|brought|brings|(?:is|are|was|were) (?:pulling|dragging|holding|bringing)) (?:it|us|that|them|sales|revenue|the total|things) (?:down|back)(?: (?:the )?(most|least))?(?=\s*[?.!,]|\s*$| in\b)/gi,
    'fell $1',
  ],
  // "Over all categories, the three products that …"
  [
    /^(?:over|across|of) all (?:the |our )?(?:categories|subcategories|regions|channels|warehouses|brands|suppliers|segments),? (?=(?:the |which |what |show )*(?:top |\d+ |two |three |five |ten )?(?:products|customers|suppliers|brands|items|articles)\b)/gi,
    'altogether, ',
  ],
  // "How did last week go?"
  form(
    `^how (?:did|was|has) ((?:the |this )?${period}[\\w ]{0,12}?|black friday|cyber monday|christmas|this (?:week|month|quarter|year)(?: so far)?)(?: been)?(?: go(?:ne|ing)?| (?:end|finish|close|wrap)(?: out| up)?)?(?: for us)?(?=\\s*\\??$|,? (?:by|per) )`,
    'give me a quick summary of $1',
  ),
  [/\bincl\.(?= )/gi, 'including'],
  [/\bexcl\.(?= )/gi, 'excluding'],
  form(`\\b(?:fell|falls?) (?=on (?:${shortWeekdays}|week))`, 'came '),
  [
    /\b(?:in|from|across|within) (?:our|the|its|their) (?:whole |entire |full |product )?(?:range|assortment|portfolio|catalog(?:ue)?|line-?up|offering)\b/gi,
    '',
  ],
  [
    /^((?:please )?)(?:order|arrange) (?=(?:the|our|all|these|them) .*\b(?:ascending|descending|first|least|most|highest|lowest|biggest|smallest|by)\b)/gi,
    '$1sort ',
  ],
  [/(?:(?<!\d ?)%|(?<!\d )\bpercent|\bpercentage) (discount|margin|return)s?\b/gi, '$1 rate'],
  // "Who are the big buyers there?"
  [
    /\b((?:who|which|what) (?:are|were) (?:the |our |my )?)big(?:ger)? (buyers|customers|clients|accounts|spenders|sellers|brands|suppliers|markets)\b/gi,
    '$1biggest $2',
  ],
  // "If so, how big?", "how big is the gap?"
  [/,? and,? if so,? (?:how (?:big|much|large|far)|by how much)(?: (?:is|was) (?:it|that))?/gi, ''],
  [/\bhow (?:big|large|great|wide|deep|steep) (?=(?:is|was|are|were) (?:the|our|that|this)\b)/gi, 'what '],
  // "Where it stood at the end of Q3", "the one before it"
  [
    /\bwhere (?:it|they|we|that|this|things) (?:stood|was|were|stand) (?=(?:at|in|on|last|a|this|same|by|as)\b)/gi,
    '',
  ],
  [
    /(?<!\b(?:an?|one|\d+) )\b(?:the )?(week|month|quarter|year|period) (?:prior|previous|preceding|earlier)(?: to (?:it|that))?(?=\s*[?.!,]|\s*$)/gi,
    'the $1 before',
  ],
  // "Online next to store", "put Bedding next to it"
  [
    /\bnext to (?!each other|one another|nothing|last|none|it\b|that(?:\s*[?.!]|\s*$)|them\b|this\b)(?=\S)/gi,
    'versus ',
  ],
  // "Does online outpace store?", "goods received exceed goods sent"
  [/\boutpac(?:e|es|ed)\b|\boutgr(?:ow|ows|ew)\b/gi, 'grow versus'],
  [/\b(?:outpacing|outgrowing)\b/gi, 'growing versus'],
  [/^how (?:do|does|did) (.{3,60}? and .{3,60}?) differ\b/gi, 'difference between $1'],
  [/\b(?:fastest|strongest|quickest|most rapidly)[- ]growing\b/gi, 'relatively most growing'],
  // "Number one" of a list is a row; of all it is the best.
  [
    /\b(is|was|are|were|came|ranks?|ranked) (?:the |our )?(?:number[- ]one|no\.? ?1|# ?1)\b(?! (?:on|of|in) (?:that|the|this) list)/gi,
    '$1 the best',
  ],
  [
    /\b(longest|shortest) (?=(?:average )?(?:lead times?|delivery times?|delays?|days of|waits?|waiting|cover|overdue|late\b|turnaround))/gi,
    (_, which: string) => (/^l/i.test(which) ? 'highest ' : 'lowest '),
  ],
  // "Which order has been late the longest?"
  [
    /\b(?:is|are|has been|have been|was|were) (?:late|overdue|delayed|past due) (?:for )?(?:the )?(longest|shortest)\b/gi,
    (_, which: string) => `has the ${/^l/i.test(which) ? 'highest' : 'lowest'} days late`,
  ],
  // "Value at cost of stock on hand for more than 180 days (FIFO)"
  [
    /\bvalue(?: at cost)? of (?:the |our |all )?stock (?:(?:that |which )?(?:is |has been |we have had )?on hand )?for (?:more|longer) than (\d+) days(?: ?\(?fifo\)?)?/gi,
    'value of stock older than $1 days',
  ],
  // "Three slowest movers by days of cover", "slowest movers - products with the most days of cover"
  [
    /\b(?:the )?slowest(?:[- ]moving| movers?| sellers?)(?: products| items| articles)?(?: please| pls)?(?:,? by| -| –|,|:) (?:the )?(?:products |items |those )?(?:with )?(?:the )?(?:most |highest )?(?=days of cover\b)/gi,
    'products with the highest ',
  ],
  // "A pie chart would be nice."
  [
    /[,.?!;]+ (?:maybe |perhaps )?(?:as )?(an? (?:stacked |horizontal )?(?:pie|bar|line|area|table|heat ?map|column|scatter)(?: ?chart| graph| plot)?) (?:would|will) be (?:nice|great|good|perfect|helpful|lovely|ideal|best)(?=\s*[?.!]|\s*$)/gi,
    ', as $1',
  ],
  [
    /\bhow far (?:off|away from|from|short of|apart from) (?=(?:the |our )?(?:last|previous|prior|same))/gi,
    'how much versus ',
  ],
  [
    /\bwhy (is|was|were|are|did|does) ([^?.!]{2,40}?) (?:look |so |that |this |perform |do )*(?:weak|bad|badly|poor|poorly|low|slow(?![- ]mov)|soft|terrible|disappointing)\b/gi,
    'why did $2 decline',
  ],
  // "Pharmaceuticals look weak in February. What is behind the fall from January?"
  form(
    `^(?:the |our )?([^?.!,]{2,40}?) (?:look|looks|looked|felt|feels?|was|were|is|are|seem|seems|seemed) (?:rather |a bit |a little |quite |so |pretty )?(?:weak|soft|low|slow|bad|poor|down|disappointing)((?: in| during| for| this| last)? (?:the )?${period})?[.,;!]+\\s+(?:so )?what(?:['’]?s| is| was) (?:behind|the (?:reason|cause) (?:for|of)|driving) (?:the |this |that )?(?:fall|drop|decline|dip|decrease|it|that)(?: (?:from|since|on|versus|vs|compared (?:to|with)) (?=(?:the )?${period}))?`,
    (spoken, what = '', when = '') =>
      `why did revenue of ${what} decline${when ?? ''}${/ (?:from|since|on|versus|vs|to|with) ?$/i.test(spoken) ? ' compared with ' : ''}`,
  ),
  // "Why was revenue in June so much lower than in May?"
  form(
    `\\bwhy (?:was|were|is|are) ([^?.!]{2,40}? (?:in |for |during )?(?:the )?${period}[^?.!]{0,20}?) (?:so |that )?(?:much |a lot |far |significantly |clearly )?(lower|higher|weaker|stronger|smaller|bigger|worse|better|less|more) than (?:(?:it was|they were) )?(?:in |for |during )?(?=(?:the )?${period})`,
    (_, what = '', way = '') =>
      `why did ${what} ${/^(?:higher|stronger|bigger|better|more)$/i.test(way) ? 'grow' : 'decline'} compared with `,
  ),
  // "Why did Dental Clinics buy less in February?"
  [
    /\bwhy (?:did|do|does|has|have|are|is) ([^?.!]{2,40}?) (?:buy|bought|buying|order(?:ed|ing)?|sell|sold|selling|spend|spent|spending|make|made|earn(?:ed)?|bring in) (?:so much |much |a lot )?(less|fewer|more)\b(?! than\b)/gi,
    (_, who: string, way: string) => `why did ${who} ${way === 'more' ? 'grow' : 'decline'}`,
  ],
  [
    /\bwhy ([^?.!]{2,40}?) (?:went|did|ran|sold|performed|has done) (?:so |that |this |very )*(?:badly|poorly|weakly)\b/gi,
    'why did $1 decline',
  ],
  [
    /\bwhy (is|was|were|are|did|does) ([^?.!]{2,40}?) (?:look |so |that |this |perform |do )*(?:good|well|strong|high|great)\b/gi,
    'why did $2 grow',
  ],
  [
    /\b(?:on|in|for) an? (?:average|typical|normal|usual) (day|week|month|quarter|year)\b/gi,
    'on average per $1',
  ],
  [
    /\b(sales|revenue|business|demand|orders|margins?|units|things)( (?:are|is|was|were))? (?:been )?pick(?:ing|ed)? up\b/gi,
    '$1$2 growing',
  ],
  // Definitions.
  [
    /\bexplain (?:to me |me )?(?:the )?(?:term|word|concept|metric|measure|notion|meaning)(?: of)? ["“'‘]?([^"”'’?.!]{3,40}?)["”'’]?(?=\s*[?.!]|\s*$)/gi,
    'what does $1 mean',
  ],
  // "Is revenue before or after discounts?", "does margin include returns?"
  [
    /^(?:(?:is|are) (?:the |our |your )?(revenue|sales|turnover|(?:gross )?margin|(?:gross )?profit|stock value|units sold|average order value)(?: figures?| numbers?)? (?:(?:shown|stated|counted|measured|meant|calculated) )?(?:before(?: or after)?|after|net of|gross of|gross or net|net or gross|with or without|including|excluding|inclusive of|exclusive of)|(?:does|do) (?:the |our |your )?(revenue|sales|turnover|(?:gross )?margin|(?:gross )?profit|stock value|units sold|average order value)(?: figures?| numbers?)? (?:already )?(?:include|exclude|contain|count)) (?:or \w+ )?(?:the )?(?:discounts?|returns?|costs?)(?: (?:and|or|,) (?:discounts?|returns?|costs?))*(?=\s*[?.!]|\s*$)/gi,
    (_, is = '', does = '') => `how is ${is || does} defined`,
  ],
  [
    /\bhow (?:do|does|did|would) (?:you|we|one|they|it) (?:compute|work out|derive|figure out|arrive at|come up with|determine|define|get to)\b/gi,
    'how do you calculate',
  ],
  [/\b(calculate|define|definition of|meaning of) ["“'‘]([^"”'’]{2,40})["”'’]/gi, '$1 $2'],
  // "Ahead of last year", "did Q3 exceed Q2?"
  form(
    `\\b(?:ahead of|in front of|in excess of|well above|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|outdo(?:es)?|outdid|top(?:s|ped)|better(?:s|ed)|improv(?:e|es|ed) (?:up)?on|up (?:on|from)(?! last year)|higher than in|beyond)(?= (?:that of |those of |what (?:we|it) (?:had|was|were|did) (?:in )?)?${period})`,
    'up versus',
  ),
  form(
    `\\b(?:behind|short of|lag(?:s|ged|ging)?(?: behind)?|trail(?:s|ed|ing)|down (?:on|from)(?! last year)|lower than in|fall(?:s|ing)? short of|fell short of)(?= (?:that of |those of )?${period})`,
    'down versus',
  ),
  [
    /\b(20\d\d) (?:exceed(?:s|ed)?|surpass(?:es|ed)?|beat|beats|top|topped|outdo|outdid|better than|ahead of|behind|short of|trail(?:s|ed)?) (20\d\d)\b/gi,
    '$1 versus $2',
  ],
  form(
    `\\b(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|outweigh(?:s|ed)?|outstrip(?:s|ped)?|outnumber(?:s|ed)?|outdo(?:es)?|outdid)\\b(?! ?(?:by )?[$€£]?(?:\\d|an? |half|zero|one|${aboveOne}))`,
    'versus',
  ),
  // "Split by channel for each of our brands": but each of the last six months is a month.
  form(
    `\\b(?:in|for|of) (?:each|every)(?: single)?(?: one)? of (?:our|the|these|those) (?!(?:last|past|previous|preceding|first|next|coming|\\d|${aboveOne})\\b)`,
    'for each ',
  ),
  [/\b(?:for|in) every (?:single )?one of the (?=last|past|previous)/gi, 'for each of the '],
  [/\beach of the (?:previous|preceding|latest|most recent)\b/gi, 'each of the last'],
  [/\bsingle (?=(?:best|worst|biggest|largest|highest|lowest|most|top|strongest|weakest|busiest)\b)/gi, ''],
  [
    /\b(?:can|could|do|should) (?:we|i|you|one) (?:really |actually )?(least|most|best) (?:rely|depend|count|bank) (?:up)?on\b/gi,
    'is the $1 reliable',
  ],
  [
    /\b(?:the )?(least|most) (?:that )?(?:we|i|you|one) (?:can|could) (?:rely|depend|count|bank) (?:up)?on\b/gi,
    'the $1 reliable',
  ],
  // "Bought most often" counts orders.
  [
    /\b(?:is|are|was|were|get|gets|got) (?:bought|ordered|purchased|sold) (most|least) (?:often|frequently)\b/gi,
    'had the $1 orders',
  ],
  [/\b(most|least) (?:often|frequently)[- ](?:bought|ordered|purchased|sold)\b/gi, 'with the $1 orders'],
  [
    /(?<!\b(?:i|we|you|they|does|do|it|to) )\b(?:arithmetic )?mean (?=(?:of|order|basket|revenue|sales|price|discount|lead|monthly|weekly|daily|quarterly|yearly|value|number|delivery|margin|stock|inventory|units?)\b)/gi,
    'average ',
  ],
  // "How many bikes and how many helmets did we sell?"
  [
    /\bhow (many|much) ((?:(?!\w+ed\b|orders|customers|clients|buyers|units|pieces|products|items|articles|skus|suppliers|lines|came|went|got|sold|left|is|are|was|were|did|do|does)[\w-]+ ?){1,3}) and how (?:many|much) (?=(?:(?!\w+ed\b)[\w-]+ ){1,3}(?:did|do|does|have|has|were|are|was|is)\b)/gi,
    'how $1 $2 and ',
  ],
  [
    /\bon an? (\w+)[- ](?:by[- ]\1 )?(?:level|basis)\b(?<!(?:daily|weekly|monthly|quarterly|yearly|annual) basis)/gi,
    'by $1',
  ],
  [
    /\bat (?:an? |the )?(category|subcategory|brand|product|sku|region|channel|warehouse|customer|supplier|segment) level\b/gi,
    'by $1',
  ],
  [
    /\b(\w{4,})[- ]wise\b(?<!(?:percentage|other|like|time|cost|volume|value|revenue|sales|profit|margin|unit|quantity|stock)[- ]wise)/gi,
    'by $1',
  ],
  [/\b(category|brand|region|channel|warehouse|supplier|segment|customer|product) by \1\b/gi, 'by $1'],
];
