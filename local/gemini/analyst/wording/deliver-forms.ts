import { dayName } from '../time/time-patterns.ts';
import { form, type Written } from './replace-with.ts';

const goods = '(?:goods|pieces|units|things|products|shipments?|deliver(?:y|ies)|orders?|lines?)';
const comes =
  '(?:late|overdue|delayed|expect\\w*|due|arriv\\w*|incoming|inbound|suppliers?|vendors?|receiv\\w*|open|pending|purchase|coming|comes?|came|outstanding|in transit)';
const day = '(?:promised|agreed|expected|due) (?:days?|dates?)';

/** "What share of the units …", with who delivered or bought them. */
const shareOf =
  '\\b(?:what|which) (?:share|percentage|percent|%|proportion|part|fraction) of (?:(?:the|all|our) )*(?:units|goods|pieces|items|things|stuff|quantity|what|everything|all)(?: (?:that|which))? (?!(?:was|were|is|are|we)\\b)';
const refuse = '(?:reject|rejected|send back|sent back|refuse|refused)';
const inTime = '((?: (?:in|this|last|during|since|over|so far)\\b[^?.!,]{2,30}?)?)';

/** Ways to ask what suppliers still send, what they were given and what came and went. */
export const deliverForms: [RegExp, Written][] = [
  // "Which suppliers deliver next week?", "who is delivering tomorrow?": whose orders are due then.
  form(
    `^(?:who|which (?:suppliers?|vendors?|companies|company))(?: is| are| will| does| do| should)*(?: be)? (?:deliver(?:s|ing)?|suppl(?:y|ies|ying)|ship(?:s|ping)?|send(?:s|ing)?|com(?:es?|ing)|due)(?: (?:something|anything|goods|stuff|to us|us|in))* ((?:(?:this|next) (?:week|month|quarter)|today|tomorrow|in the next \\w+ (?:days|weeks)|(?:on |next |this )?${dayName}))(?=\\s*[?!.]*\\s*$)`,
    'open purchase orders due $1 by supplier',
  ),
  // "How much did it cost us to buy Garden stuff?"
  form(
    '\\b(?:how much|what) (?:did|does|has|will) it cost(?:ed)? (?:us )?to (?:buy|purchase|order|stock up on)(?: in)? ([^?.!,]{2,40}?)(?: (?:stuff|goods|products|things|items))?(?=\\s*[?.!,]|\\s*$| (?:in|last|this|since|during|over|from)\\b)',
    'how much did we spend on purchases of $1',
  ),
  form(
    '\\b(is|are|was|were) (?:the )?(?:most|furthest|farthest) behind(?=\\s*[?.!]|\\s*$)',
    'has the highest days late',
  ),
  // "Compare receipts and sales in units": those of both.
  form(
    '\\b(?:goods )?(?:receipts|received|deliveries received) (and|vs\\.?|versus|against|with|compared (?:to|with)) sales,? (?:both )?in units\\b',
    'units received $1 units sold',
  ),
  form(
    '\\bsales (and|vs\\.?|versus|against|with|compared (?:to|with)) (?:goods )?receipts,? (?:both )?in units\\b',
    'units sold $1 units received',
  ),
  // "What was written off there?" asks which goods.
  form(
    `^what (?:was|were|has been|have been|got) (?:written off|write-offs)(?! worth)\\b(?![^?.!]*\\b(?:in (?:money|dollars|value|total)|worth)\\b)`,
    'shrinkage by product',
  ),
  // "Top five suppliers by units they delivered"
  form(
    '\\b(suppliers|vendors)\\b([^?.!]*?)\\bunits (?:that )?they (?:have )?(?:delivered|shipped|supplied|sent)\\b',
    '$1$2units received',
  ),
  // "How many products came in last month?"
  form(
    '\\bhow many ((?:different |distinct )?(?:products|articles|skus|brands|categories)) (?:have |were )?(?:c[ao]me in|arrived|received|delivered)\\b(?! (?:late|on time|too))',
    'how many $1 did we receive',
  ),
  // "What do we expect in tomorrow?"
  form(
    `^what (?:do|are|can|should) we (?:be )?expect(?:ing)?(?: to (?:come|get|receive))? in (?=(?:this|next) week\\b|tomorrow\\b|today\\b|on ${dayName}\\b)`,
    'what is due in ',
  ),
  // "Which products have we ordered but not received for more than 60 days?"
  form(
    '\\b(?:(?:have|has|did) (?:we|i) )?(?:been )?order(?:ed)? (?:but|and) (?:(?:have|has|did) )?(?:not|never|still not)(?: yet)? (?:been )?(?:received|delivered|arrived|come in|got)(?: yet)? (?:for|since|in) (more than|over|longer than|at least) (\\w+) (days|weeks|months)\\b',
    'have days open $1 $2 $3',
  ),
  // "How much Kitchen did we receive vs sell in October?"
  form(
    '\\bhow (?:much|many)(?: units)?(?: of)? ([^?.!,]{2,40}?) (?:did|have) we receiv(?:e|ed) (?:and|vs\\.?|versus|against|compared (?:to|with)) (?:(?:did we |have we |we )?(?:sell|sold)|sales)\\b',
    'units received and units sold of $1',
  ),
  // "Purchase orders with rejected units": those of which some were.
  form(
    '^((?:(?:and|which|what|show|list|how many|number of|me|all|the|our) )*)(?:purchase orders?|pos|orders (?:to|with|from) (?:our )?suppliers) (?:(?:that|which|have|has|had|having|with|contain(?:s|ed|ing)?) )+(?:(?:any|some) )?(?:rejected (?:units|goods|items|pieces)|rejects|rejections?)\\b',
    (_, lead: string) => `${lead === '' ? 'which ' : lead}purchase orders have more than 0 rejected units`,
  ),
  // "Shipments last month, by warehouse" leave a warehouse, where nothing says that they come.
  form(
    `^(?![^?.!]*\\b(?:${comes}|how many|number of|count of|from|next|last shipments)\\b)([^?.!]*?)\\b(?:outbound |outgoing |customer )?shipments\\b(?! (?:to|from) (?:us|our)\\b)`,
    '$1units shipped',
  ),
  form(
    '\\breturns? (?:that )?(?:(?:went|go|put|booked|taken) )?(?:back )?(?:in)?to (?:the )?stock\\b',
    'units restocked',
  ),
  // "Average purchase orders per month" are counted; what one is worth is another figure.
  form(
    '\\b(?:average|mean) purchase orders (?:placed )?(?:per|a|each|every) (day|week|month|quarter|year)\\b',
    'average number of purchase orders per $1',
  ),
  // "Promised vs actual lead time": two figures of one noun.
  form(
    '\\b(?:promised|agreed|quoted) (?:vs\\.?|versus|and|against|compared (?:to|with)) (?:the )?(?:actual |real )?lead times?\\b',
    'promised lead time and lead time',
  ),
  // "Which supplier is the latest?"
  form(
    '\\b(suppliers?|vendors?) (?:is|are) (?:the |our )?latest(?=\\s*[?.!]|\\s*$)',
    '$1 has the highest days late',
  ),
  // "Purchase orders worth more than 5,000": by what was ordered, or by what of it is open.
  form(
    '\\b(open |outstanding )?(purchase orders|pos) (?:(?:that|which) (?:are|were) )?worth (?=(?:more|less|over|under|above|below|at least|at most)\\b)',
    (_, open = '', orders = '') => `${orders} with ${open === '' ? 'ordered' : 'open'} value `,
  ),
  // "Next delivery from Orsini"
  form(
    `^(?:the |our |my )?next (deliver(?:y|ies)|shipments?)((?: (?:of|from|for) [^?.!,]{2,50}?)?)(?=\\s*[?.!]|\\s*$)`,
    'when is the next $1$2 due',
  ),
  // "Did we receive more units than we sold last month?", "did we order more Kitchen than we sold?": each is told.
  form(
    `^(?:did|do|have|are) we (?:been )?(receiv|buy|bought|order|purchas|gett?)(?:e|ed|ing)?(?: in)? more(?: units| pieces| goods| stock)?((?: (?:of )?[\\w&'’-]+){0,4}?) than (?:we |we are |what we )?(?:have )?(?:sell|sold|selling|shipped|ship)\\b`,
    (_, verb = '', name = '') => {
      const of = name === '' ? '' : ` of ${name.trim().replace(/^of /i, '')}`;
      const bought = /^(?:rec|get)/i.test(verb) ? 'receive' : 'buy';
      return `how many units${of} did we ${bought} and how many units${of} did we sell`;
    },
  ),
  // "Which purchase orders came in last week?" are those that were received then, and not placed.
  form(
    `^(which) (?:(?:of (?:the|our) )?purchase orders?|pos) (?:have |were |got )?(?:came|come|arrived|received|delivered)(?: in)?(?= (?:last|this|yesterday|today|in|on|since|from|during|between)\\b|\\s*[?.!]|\\s*$)`,
    '$1 deliveries arrived',
  ),
  // "Which tools came in last week?"
  form(
    `^which (?!(?:${goods.replace('|things|products', '')}|purchase|suppliers?|vendors?|customers?|returns?)\\b)([^?.!,]{2,40}?) (?:have )?(?:came|come|arrived|got) ?(?:in)?(?= (?:last|this|yesterday|today|in|on|since|from|during|between)\\b|\\s*[?.!]|\\s*$)`,
    'which $1 did we receive',
  ),
  // "How often do they deliver on time?" is the share of what came.
  form(
    '\\bhow (?:often|frequently) (do|does|did|has|have|are|is|was|were) ([^?.!,]{2,60}?) (?:(?:been |being )?(?:deliver(?:ed|ing)?|arriv(?:e|ed|ing)|com(?:e|ing)(?: in)?|came|suppl(?:y|ied)|ship(?:ped)?|send|sent)(?: (?:us|goods|things|stuff|it|orders))? )?(?:been )?(?:(on[ -]time|in time|punctual(?:ly)?|by the promised da(?:y|te))|(?:too )?late|(?:be )?delayed|behind schedule)(?! orders)\\b',
    (_, verb = '', who = '', inTime: string | undefined) =>
      `what ${/^(?:did|was|were|has|have)$/i.test(verb) ? 'was' : 'is'} the ${inTime === undefined ? 'late delivery rate' : 'on-time rate'} of ${who}`,
  ),
  form('\\b(is|are|was|were) in delay\\b', '$1 late'),
  form(
    `\\b(lines|orders|pos|deliveries) (?:that |which )?we (?:still )?(?:wait|are waiting)(?: for)? (?:after|beyond|past) the ${day}`,
    'late $1',
  ),
  form(
    '\\b(?:(?:they|he|it) )?(?:(?:must|have to|has to|need to) still|still (?:must|have to|has to|need to)) (?:send|deliver|ship|supply)(?: us)?\\b',
    'are still to come',
  ),
  form(
    `\\bhow many days (?:(?:are|have|has|do|did|does) )?(?:passed|pass|go by|went by|gone by|elapsed?)(?: (?:in|on) average)? (?:until|till|before) (?:the )?(?:${goods}|they|it) (?:(?:are|is|were|have|has) )?(?:arrived?|arrive|here|come|came|delivered|received)\\b`,
    'lead time',
  ),
  form(
    '^(?:for|of) (?:the |all )?orders (?:made|placed|given|raised|from) ([^?.!,]{3,25}?),? (?=lead time\\b)',
    '$1 ',
  ),
  // What suppliers were given.
  form(
    '\\b(?:who|which (?:supplier|vendor|one)) (?:got|get|gets|received|receives) (?:the )?(?:more|most) orders from us\\b',
    'number of purchase orders by supplier, highest first',
  ),
  form(
    '\\b(?:who|which (?:supplier|vendor|one)) (?:got|get|gets|received|receives) (?:the )?(?:fewer|fewest|less|least) orders from us\\b',
    'number of purchase orders by supplier, lowest first',
  ),
  form(
    '\\b(pos?|purchase orders)((?: [^?.!,]{0,30})?),? and (?:worth|for) how (?:much|many)(?: money| dollars)?(?: in total)?(?=\\s*[?.!]|\\s*$)',
    '$1$2 and their value',
  ),
  form(
    ',? and how much (?:(?:money|cash|value|capital) )?(?:is|are|sits?|lies?) (?:tied up |bound |stuck )?in (?:them|those|these|it)\\b(?<=\\b(?:pos?|orders?|deliver\\w+|shipments?)\\b[^?!]*)',
    ' and their value',
  ),
  // "What share of the units they delivered did we reject?", "… of what they bought did they send back?"
  form(
    `${shareOf}([^?.!,]{3,60}?) (?:has |have |had )?(?:delivered|supplied|shipped|sent|brought)(?: (?:in|us|to us))?${inTime},? (?:(?:did|do|have|had) we (?:have to )?${refuse}|(?:was|were|got|is|are|has been|have been|had to be) ${refuse})\\b`,
    'what is the rejection rate of $1$2',
  ),
  form(
    `${shareOf}([^?.!,]{3,60}?) (?:has |have |had )?(?:bought|ordered|purchased|took|taken)${inTime},? (?:(?:did|do|have|has|had) [^?.!,]{2,40}? (?:return|returned|send back|sent back|bring back)|(?:was|were|got|is|are|has been|have been) (?:returned|sent back|brought back)|came back|comes back)\\b`,
    'what is the return rate of $1$2',
  ),
  // What came and went.
  form(
    '\\bdid (?:more|fewer|less) (?:units|pieces|goods|stock) (?:come|go) in than (?:(?:went|go|goes|came|come|left)(?: out)?|out)\\b',
    'units in and units out',
  ),
  form(
    `^where (?:have|do) we (?:still )?(?:got|have) (?:some|any|it|them|those|more)(?: of (?:it|them|those))?(?: left| in stock)?(?=\\s*[?.!]|\\s*$)`,
    'stock of it by warehouse today',
  ),
  form(
    '^(?:is|are) (.{3,40}?) (?:really |still |actually )?where (?:the )?most of (?:our |the )?(?:stock |inventory )?(?:money|capital|cash|value)(?: in stock)? (?:sits?|lies|is|are|goes)(?=\\s*[?.!]|\\s*$)',
    'what share of stock value is $1',
  ),
  form(
    '^are we out of (?:more|fewer) (?:things|products|items|articles|goods) in (.{2,40}?) than in (.{2,40}?)(?=\\s*[?.!]|\\s*$| today| now)',
    'products out of stock in $1 versus $2',
  ),
  form(
    '^(?:the |our )?(.{3,60}?),? (?:do )?we have (?:(?:it|of it|them|of them) )?enough(?: of (?:it|them))?(?=\\s*[?.!]|\\s*$)',
    'do we have enough $1',
  ),
  // "How many units, and for how much money, do we still have coming from Victory Bikes?"
  form(
    '\\bhow many units,? and (?:for )?how much (?:money|value),? do (?:we|i) (?:still )?have coming(?: in)?(?= from\\b|\\s*[?.!,]|\\s*$)',
    'open units and open value',
  ),
  form(
    '\\bhow (?:many|much)(?: units| pieces| goods)? do (?:we|i) (?:still )?have coming(?: in)?(?= from\\b|\\s*[?.!,]|\\s*$)',
    'open units',
  ),
  // "Shrinkage in units, at cost and as a rate of units issued"
  form(
    '\\b(shrinkage|write-offs?|losses)\\b([^?.!]*?)\\bas an? (?:rate|share|percentage|percent|%) of (?:the )?(?:units )?(?:issued|issues)(?: to sales)?',
    '$1$2shrinkage rate',
  ),
  // "Discounts by category, amount and percent of gross sales": the figure and its rate.
  form(
    '\\b(?<figure>discount|return|margin)(?<many>s?)\\b(?<rest>[^?.!]*?),? (?:in |as )?(?:an? |the )?(?:amount|value|money|dollars) and (?:as |in )?(?:an? |the )?(?:percent(?:age)?|%|rate|share)(?: of (?:(?:gross )?sales|revenue))?(?=\\s*[?.!,]|\\s*$)',
    '$<figure>$<many> and $<figure> rate$<rest>',
  ),
  form('\\b(?:shrinkage|write-offs?|losses),? valued at (?:standard |purchase )?cost\\b', 'shrinkage value'),
  form('\\b(shrinkage|write-offs?|losses)\\b([^?.!]*?), at cost\\b(?=,? and )', '$1$2, shrinkage value'),
  form('(?<=^|[?.!] )(?:and )?if (?:so|yes|any),? ', ''),
  form(
    ',? (?:over |for |of )?all (?:the )?(?:warehouses|sites|depots|locations) (?:together|combined|as one)\\b',
    ' in total',
  ),
  // "Which suppliers have late lines, and how many?": each of them, which is told.
  form(
    `^((?:which|what) [^?.!]{3,60}?\\b(?:have|has|had|are|were)\\b[^?.!]*?),? and how (?:many|much)(?: (?:of them|each|is it|are there|are they))?(?=\\s*\\?|\\s*$)`,
    '$1',
  ),
  form('\\b(are|is|as) class ([abcxyz])\\b', '$1 ABC class $2'),
  // "Which Kitchen products are A class?", "the A-class products"
  form('\\b(are|is|in|our|the|of) ([abcxyz])[- ]class\\b(?! (?:of|is|has|have)\\b)', '$1 ABC class $2'),
];
