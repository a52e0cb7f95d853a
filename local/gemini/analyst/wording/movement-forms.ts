import { shortMonths } from '../time/time-patterns.ts';
import { form, type Written } from './replace-with.ts';

const sites = '(?:sites?|warehouses?|depots?|stores|locations?|branch(?:es)?)';
const corrections =
  '(?:(?:stock|inventory|count) )?(?:corrections?|adjustments?|count(?:ing)? differences?|differences? (?:in|of) (?:the )?(?:stock )?counts?|variances?|discrepanc(?:y|ies))';
const downward = '(?:downwards?|negative|minus|down|to the negative|to the downside)';
const goods = '(?:products|items|articles|skus|goods|things|stuff)';

const day = `(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${shortMonths})[a-z]*(?:,? \\d{4})?|(?:${shortMonths})[a-z]* \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{4}-\\d\\d-\\d\\d)`;
const did =
  '(?:sell|sold|receive|received|ship|shipped|buy|bought|order|ordered|reject|rejected|write off|written off)';

/** The figure that a verb speaks of. */
function figureOf(verb: string): string {
  if (/^los/i.test(verb)) return 'shrinkage';
  if (/^rec/i.test(verb)) return 'units received';
  return /^rej/i.test(verb) ? 'units rejected' : 'stock';
}

/** Ways to ask what came, went and was written off, and what is to be ordered. */
export const movementForms: [RegExp, Written][] = [
  // "How much did we bin?", "what went in the bin?" name no place in a warehouse.
  form('\\b(we|they|to) (?:bin|chuck (?:out|away)|throw out|toss (?:out|away)|scrap)\\b', '$1 throw away'),
  form('\\b(?:went|goes|ended up|landed) (?:straight )?in the (?:bin|trash|garbage)\\b', 'was thrown away'),
  // "How much did we buy and sell in Kitchen?": two figures of the same.
  form(
    `^(how (?:much|many [a-z]+)(?: of [\\w &'-]{2,30}?)? (?:did|have) (?:we|they) )(${did}) and (${did})\\b(?! (?:more|less|back|it|them|that)\\b)([^?!]*)`,
    '$1$2$4 and $1$3$4',
  ),
  // "How many units did we ship?": what went out, while "units" alone are without those that came back.
  form(
    '\\bhow many (units|pieces) (?:did|have) we ship(?:ped)?(?: out)?\\b(?! (?:back|and)\\b)',
    'how many $1 were shipped',
  ),
  // "How many units did we ship out of Sacramento?": to orders, and none that was written off there.
  form('\\bship(s|ped|ping)? out of (?=(?:the |our )?(?!stock\\b)\\w)', 'ship$1 from '),
  // "Where do we lose the most stock?", "shrinkage in units and value"
  form(
    '\\bwhere (?:do|did) we lose (?:the )?most (?:stock|goods|units)\\b',
    'which warehouse has the highest shrinkage',
  ),
  form(
    '\\bshrinkage,? (?:both )?in units and (?:in )?(?:value|money|dollars)\\b',
    'shrinkage and shrinkage value',
  ),
  // "…, all warehouses added up"
  form(
    `,? (?:over |across |for )?all (?:the |our )?${sites} (?:added up|total|in total|together|combined|taken together|summed(?: up)?)(?=\\s*[?.!,]|\\s*$)`,
    '',
  ),
  // "…, counted over all warehouses"
  form(
    `,? (?:all )?(?:counted|summed|summed up|added up|taken|measured|totall?ed) (?:over|across|in|for) all (?:the |our )?${sites}(?: together)?(?=\\s*[?.!,]|\\s*$)`,
    '',
  ),
  // "Where do we keep it, and how many are in each place?"
  form(
    `^(where (?:do|does|is|are)\\b[^?.!]*?),? and how (?:many|much)(?: (?:is|are|do we have))?(?: there)? (?:in|at) each(?: (?:place|one|spot|of them|${sites}))?(?=\\s*[?.!]|\\s*$)`,
    '$1',
  ),
  // "How much came in and how much went out?"
  form(
    '\\b(?:how (?:much|many(?: units| pieces)?)|what) (?:came|come|comes|has come|went|goes) in,? (?:and|vs\\.?|versus|against) (?:(?:how (?:much|many(?: units| pieces)?)|what) )?(?:went|has gone|goes|came|come|comes|left)(?: out)?\\b',
    'units in and units out',
  ),
  // "What came into the Cold Store last month and what went out, in units?"
  form(
    '\\b(?:what|how much|how many(?: units| pieces)?) (?:came|come|comes|has come|went|goes) in(?:to)? ((?:the |our )?(?!and\\b)[^?.!,]{2,60}?),? (?:and|vs\\.?|versus) (?:what|how much|how many(?: units| pieces)?) (?:came|went|has gone|goes|left)(?: back)? out(?: of (?:it|there)| again)?(?:,? in units)?(?=\\s*[?.!]|\\s*$)',
    'units in and units out in $1',
  ),
  form('\\b(in|received|transfers in) ?/ ?(out|sent)\\b', '$1 and $2'),
  form(
    '(?:\\b(?:units?|goods|pieces|coming) )?\\bin,? (?:minus|less) (?:what )?(?:(?:units?|goods|pieces|going|went) )?out\\b',
    'net change',
  ),
  // "And how much went out there?", "what left the Sacramento warehouse?"
  form(
    '^(?:how (?:much|many(?: units| pieces)?)|what)(?: (?:has|have))? (?:went|gone|goes) out(?= there\\b| (?:in|during|over) |\\s*[?.!]|\\s*$)',
    'units out',
  ),
  form(
    `^what (?:has |have )?left (?:the |our )?(?=\\w)(?!(?:over|in|of|to|for|by|on|at|stock|us|last|this|and|when)\\b)`,
    'units out at ',
  ),
  // A transfer is told by the warehouse that sent it, unless it is said to come.
  form(
    '\\b(?:took in|takes? in|gets?|got|received?|receives) (?:the )?(?:(most|fewest|least|more|fewer) )?(?:(?:of the )?(?:stock|units|goods) )?transfers\\b(?! (?:in|out))',
    'had the $1 incoming transfers',
  ),
  form(
    '\\b(?:sent|sends?|gave|gives?|shipped|ships?|made|makes?)(?: out| away| off)? (?:the )?(?:(most|fewest|least|more|fewer) )?transfers\\b(?! (?:in|out))',
    'had the $1 outgoing transfers',
  ),
  // "Transferred between warehouses, by receiving warehouse"
  form(
    '\\b(transfer\\w*)((?: [^?.!,]{0,60})?),? by (?:the )?(receiving|destination|target|recipient|sending|source|origin|shipping) (warehouse|site|depot|location)',
    (_, verb = '', rest = '', way = '', place = '') =>
      `${verb} ${/^[rdt]/i.test(way) ? 'in' : 'out'}${rest.replace(/ between (?:the |our )?(?:warehouses|sites|depots|locations)/i, '')} by ${place}`,
  ),
  form(
    '\\b(?:(?:went|came|come|go|moved|shipped|sent) (?:by|via|in|as) (?:an? )?transfers?|(?:were |was |got |been )transferred) (?:over )?(?:in)?to (?!(?:our |the )?(?:other|customers?|suppliers?|one|another|each|clients?)\\b)(?!.*\\bfrom\\b)',
    'transferred in at ',
  ),
  // "Which warehouse shifted the most units to the other warehouses?"
  form(
    `\\b(?:shift|shifts|shifted|moved?|moves|sen[dt]|sends|shipped|ships?|gave|transferred)( the (?:most|fewest|least))?( units| pieces| goods| stock)? (?:out |over )?to (?:any of )?(?:the |our |all )*other ${sites}\\b`,
    'transferred out$1$2',
  ),
  // "How many units did we transfer to Calgary?": what came in there.
  form(
    '\\b(how (?:many|much)(?: units| pieces| goods)?|what) (?:did|have|do) we (?:transfer(?:red)?|moved?|sen[dt]|shift(?:ed)?) (?:over )?(?:in)?to (?!(?:our |the )?(?:other|customers?|suppliers?|one|another|each|clients?)\\b)(?!.*\\bfrom\\b)',
    'units transferred in at ',
  ),
  // What was taken off when stock was counted.
  form(
    `\\b${downward} ${corrections}|\\b${corrections} (?:which were |that were )?${downward}(?![\\w-])`,
    'shrinkage',
  ),
  form(
    '\\b(?:units|pieces|stock|goods) (?:were |was |got |been )?(?:corrected|adjusted|counted) down(?:wards?)?\\b',
    'shrinkage',
  ),
  form('\\b(?:were|was|got|been) (?:corrected|adjusted) down(?:wards?)?\\b', 'were written off'),
  // "Shifted between our sites last quarter, and who sent them out?"
  form(
    `\\b((?:between|to another|from one) (?:our |the )?${sites}\\b[^?.!]*?),? and (?:who|which (?:site|one|warehouse|depot)s?) (?:sent|shipped|moved|gave|dispatched|let) (?:(?:them|it|those)(?: out| away| go)?|(?:out |away )?(?:the )?most(?: of (?:them|it|those))?)`,
    '$1 by warehouse',
  ),
  form(
    '\\bby (?:type|kind|reason) how the stock of (.{3,60}?) (?:moved|changed)\\b',
    'stock movements of $1 by movement type',
  ),
  // "Does Philadelphia lose more stock than the other warehouses do?" is told by all of them.
  form(
    `^(?:do|does|did|has|have|is|are) (?:the )?.{3,40}? (?:really |actually |still )?(lose|lost|hold|held|have|receive[sd]?|reject(?:ed)?) (?:more|less|fewer) (?:units |stock |goods |pieces )*([^?.!]{0,40}?)than (?:any of )?(?:the |our |all )?other (${sites}|suppliers|vendors)(?: do| does| did)?`,
    (_, verb = '', rest = '', of = '') => `${figureOf(verb)} by ${of} ${rest}`,
  ),
  // What runs low is to be ordered.
  form(
    `^((?:which|what|any|anything|list|show)\\b[^?.!]{0,40}?)\\b(?:(?:is|are|will be|goes|going|getting|becoming|close to|near|nearing|about) )*(?:near(?:ing|ly)? (?:to )?(?:the end|finish(?:ed|ing)?|empty|zero|gone|sold out|exhausted)|about to (?:be (?:empty|finished|gone|sold out)|finish|run dry|run out|go)|almost (?:gone|finished|empty|sold out|used up)|soon (?:gone|empty|finished|out|used up|sold out)|(?:finish(?:es)?|gone|out|empty|ends?|used up) soon|(?:getting|going|becoming|looking) (?:low|short|scarce|thin)|out next week|gone next week)`,
    '$1are running low',
  ),
  form(
    '\\b(need(?:s)?|have|has|ought|want) to (?:bring|get|call|ship|pull) in(?! (?:more )?(?:customers|sales|revenue|money|line|shape))',
    '$1 to order',
  ),
  form(
    '\\b((?:i|we) (?:must|should|have to|need to|ought to|shall) (?:re-?order|order|buy|purchase|get)|(?:must|should|do|shall) (?:i|we)(?: have to| need to)? (?:re-?order|order|buy|purchase|get)) (?:new|again|anew|afresh|fresh|next|(?:some |any )?more)\\b(?!(?: of (?:it|them|this|that))? than\\b)',
    '$1',
  ),
  form(
    '\\b(?:(?:must|shall) (?:i|we)|(?:do|have) (?:i|we) (?:have to|need to|to)|(?:i|we) (?:must|have to|need to)) (?:re-?order|order|buy|purchase)\\b(?! from\\b)',
    'should we reorder',
  ),
  // "Need to place orders today for Main, what should I reorder", "… and how much of each?"
  form(
    '^(?:i |we )?(?:need|have|want|got) to (?:place|send|make|do|write) (?:an? |some |the |our )?(?:purchase )?orders?(?: today| now| tomorrow| this week)? (?:for|at|in) ([^,.:;?]{2,40}?)(?:,|\\.|:|;| -)+ (?:so )?(what (?:should|do|must) (?:i|we) (?:need to |have to )?(?:re-?order|order|buy|restock))\\b',
    '$2 for $1',
  ),
  form(
    '\\b(reorder|restock|replenish)\\b([^?.!]*?),? and (?:how (?:much|many)|what quantit(?:y|ies))(?: of (?:each|it)(?: one| of (?:them|those))?| of (?:them|those)| each)?(?: (?:should|must|do|would) (?:i|we)(?: need to| have to)? (?:take|get|order|buy|bring in))?(?=\\s*(?:[?.!]|$))',
    '$1$2',
  ),
  // What is on order counts for all of them.
  form(
    "\\b(re-?order\\w*)\\b([^?.!]*?),? (?:even |also |already )*(?:counting|including|considering|taking into account|allowing for) (?:what(?:[’']?s| is| we have)|stock|units|goods|things)? ?(?:already )?(?:on order|on the way|ordered)\\b",
    '$1$2',
  ),
  // "Slow movers - five products with the fewest units": what ranks says what they are.
  form(
    '^slow(?:est)?[ -](?:movers|sellers|moving \\w+) ?[-–:] ?(?=[^?!]*\\b(?:fewest|least|lowest|worst|slowest)\\b)',
    '',
  ),
  // "Running low even counting what's on the way": what is on order always counts.
  form(
    "(?<=\\b(?:re-?order|running low|run(?:s|ning)? out|below)\\b[^?!]*?),? (?:even |also |already )*(?:counting|with|including|considering|allowing for) what(?:[’']?s| is| we have)(?: already)? (?:on (?:the|its|their) way|on order|coming(?: in)?|ordered)\\b",
    '',
  ),
  form('\\b(reorder|restock) (?:most )?urgently(?:,|:| -) (?=\\w)', '$1 for '),
  form('\\b(reorder|restock) (?:most )?urgently\\b', '$1'),
  // "Which products will run out before the next delivery?" is what reordering is about.
  form(
    '\\b(?:(?:will|would|may|might|could|is going to|are going to) )?(?:runs?|sells?) (?:out|dry)(?: of stock)? before (?:(?:the|our|their|its|any) )?(?:next |new |more )?(?:deliver(?:y|ies)|shipments?|trucks?|stock|goods|supply|supplies)(?: (?:arrives?|comes?(?: in)?|gets? (?:here|in)|is due))?(?=\\s*(?:[?.!,]|$))',
    'should we reorder',
  ),
  // "Dead articles", "stuff that lies around since long and nobody buys"
  form(`\\bdead (?=${goods}\\b)`, 'dead stock '),
  form(
    `\\b(?:lies?|lying|sits?|sitting|stands?|standing) around (?:since|for) (?:long|ages|a long time|months|too long)(?: and (?:nobody|no one) (?:buys|wants|orders|takes) (?:it|them|that))?`,
    'are slow movers',
  ),
  form(
    "\\b(?:that |which |who )?(?:has|have|did)(?:n['’]?t| not) (?:been )?(?:moved?|sold|sell)(?: at all| any ?more)? (?:in|for|over|since|during) (?:the )?(?:(?:last|past) )?(\\d+|\\w+) (days|weeks|months)\\b",
    'not sold in the last $1 $2',
  ),
  form(
    "\\b((?:not|never|n[’']t|nobody) [^?.!]{0,30}?(?:sold|bought|sell|buy)(?: it| them| one)?) (?:for|since|over|in) (?:the )?(?:(?:last|past) )?(\\d+|\\w+) (days|weeks|months)\\b",
    '$1 in the last $2 $3',
  ),
  // What is to come.
  form(
    '\\b(?:do you expect|(?:can|should|do|shall) we expect|will (?:we|there) (?:have|see|get|be|sell|make)|are we going to (?:have|see|get|sell)) (?:more|higher) or (?:less|fewer|lower) (sales|revenue|units|orders)\\b',
    'forecast of $1',
  ),
  form(
    '\\bwhat (?:will|is going to) (?:be )?(?:the |our )?(demand|sales|need)s?(?: be| look like)?\\b',
    '$1 forecast',
  ),
  form(
    '^will (?:the |our |we )?(.{3,50}?) sell (?:more|less|better|worse|as much|well)(?: of it| of them)?\\b(?=[^?.!]* next\\b)',
    'forecast for $1',
  ),
  form('\\bat the (\\w[\\w .]{2,25}?) (?:site|branch|facility|hub)\\b', 'at the $1 warehouse'),
  form(
    '^(?:[^?.!]{0,20}[,!.] )?(?:from )?when (?:exactly )?(?:does|do|is|are) (?:an? |the |our )?(?:purchase )?(orders?|lines?|pos?|deliver(?:y|ies)) (?:count|counted|considered|regarded|treated|seen|qualify) (?:as )?(?:being )?(?:late|overdue)(?=\\s*[?.!]|\\s*$)',
    'what is meant by late $1',
  ),
  form(
    '\\bwhat (?:counts as|do you (?:call|consider)|is considered|qualifies as) (?:being )?(?:late|overdue)(?=\\s*[?.!]|\\s*$)',
    'what is meant by late lines',
  ),
  form(
    `^how (?:does|do) (?:the |your )?(?!(?:we|you|i|they|it|this|that)\\b)(.{3,40}?) work(?: here| exactly| in (?:here|this)(?: \\w+)?)?(?=\\s*\\??$)`,
    'what is meant by $1',
  ),
  form('\\bwhat do you (?:understand by|take to be|have in mind with)\\b', 'what do you mean by'),
  form('\\b(without|no|not)( any)? (?:an? )?single (?=sale|unit|order|piece)', '$1 a '),
  // Stock has no flow: "between 31 December and today" are two days.
  form(
    `^(?=[^?.!]*\\b(?:stock|inventory|on hand)\\b)(?=[^?.!]*\\b(?:chang(?:e|ed)|mov(?:e|ed)|grow|grown|grew|ris(?:e|en)|rose|fall(?:en)?|fell|differ(?:ed)?|gone|went|drop(?:ped)?)\\b)([^?.!]*?) (?:from|between) (${day}) (?:to|and|until|till) (today|now|${day})`,
    (_, before = '', first = '', last = '') => `${before} ${last === 'now' ? 'today' : last} versus ${first}`,
  ),
  form(
    `^where (did|do|does|is|are|was|were) ((?:our |the )?(?:purchas\\w+|spend(?:ing)?|stock|inventory|shrinkage|write-offs?|receipts|transfers)\\b)`,
    'in which warehouse $1 $2',
  ),
];
