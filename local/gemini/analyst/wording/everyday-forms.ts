import { month } from '../time/time-patterns.ts';
import { form, type Written } from './replace-with.ts';

const until = '(?:to|until|till|through)';
const timed =
  '(?=\\s*[?.!]*\\s*$| (?:in|last|this|on|during|over|since|so far|today|yesterday|for|between|from|per|by)\\b)';
const claims =
  '(?:under ?water|in the red|loss[- ]?making|losing money|making (?:a )?loss(?:es)?|bleeding(?: money)?|not (?:profitable|making (?:any )?money)|unprofitable|negative|below zero|too (?:low|high))';

const colour =
  '(?:red|black|blue|white|silver|gr[ea]y|green|yellow|orange|brown|pink|purple|beige|gold|navy|turquoise)';
const colours = `${colour}(?:(?:, | or | and |, or |, and )${colour})+\\b`;

const kinds = '(?:colou?rs?|sizes|variants|versions|models|flavou?rs|styles)';
const allKinds = `all (?:the |its |their )?${kinds}(?:(?:,| and| &) ${kinds})*`;
const together = '(?:taken |added |put |lumped )?(?:together|combined|in one|in total)';

/** "Helmet red, helmet black or helmet blue" */
function eachIn(thing: string, list: string): string {
  return list
    .replace(/ or /i, ' and ')
    .replace(new RegExp(`\\b${colour}\\b`, 'gi'), (own) => `${thing} ${own}`);
}

/** What stands before the words that were found: their place and the whole come last. */
function before(found: unknown[]): string {
  return String(found.at(-1)).slice(0, Number(found.at(-2)));
}

const boundsStock =
  /\b(?:fewer|less|under|below|at most)\b[^?!]*\b(?:units|pieces|pcs|items|stock|on hand|left)\b/i;

/** What people say when they talk of their business, and not of its figures. */
export const everydayForms: [RegExp, Written][] = [
  // "How many went last month?": so many were sold.
  form(
    `\\bhow many(?: (?:units|pieces|of (?:them|those)))? (?:went|have gone)(?= (?:last|this|yesterday|since|during|over the (?:last|past)|in (?:${month}|the|20\\d\\d|q[1-4]))\\b|\\s*[?,])`,
    'how many were sold',
  ),
  form(
    "\\b(how many (?:were sold|did we sell|have we sold)\\b[^?.!]*?),? and what(?:['’]s| is) left(?: of (?:it|them|those))?(?=\\s*[?.!]*\\s*$)",
    '$1 and how many are left',
  ),
  // "What has the helmet been selling for?": at what price.
  form(
    `^what (?:has|have|did|does|do|is|are|was|were) (?:the |our )?(?!(?:we|they|you|i|one|an?|each)\\b)([^?.!,]{2,50}?) (?:been )?(?:sell|sold|selling|go|gone|going) for(?: on average)?(?! (?:in (?:total|all)|free)\\b)(?=\\s*[?.!,]|\\s*$| (?:in|last|this|since|by|per|over|during|online)\\b)`,
    'what was the average price of $1',
  ),
  // "Which products haven't moved since August?"
  [
    /\b(products|items|articles|goods|skus|things) ((?:has|have)(?:n['’]?t| not)) moved\b(?! (?:from|to|between|up|down)\b)/gi,
    '$1 $2 sold',
  ],
  // "How many of each helmet did we sell?"
  form(
    `\\bhow many of each (?!(?:one|of|type|kind|size|colou?r|product|item|customer|supplier|brand|categor\\w+|subcategor\\w+)\\b)([\\w'’& -]{3,30}?) ((?:did|do|have) (?:we|they) (?:sell|sold|order|ordered|ship|shipped|have)|(?:were|are|was) (?:sold|returned|ordered|shipped|left|in stock))\\b([^?.!,]*)`,
    'how many $1 $2$3 by product',
  ),
  // "How much is in each warehouse?"
  form(
    '\\bhow (?:much|many)(?: units| pieces)? (?:is|are)(?: there)? (?:in|at) each (?=(?:warehouse|site|depot|location)\\b)',
    'how much is in stock in each ',
  ),
  // "Which suppliers are overdue with deliveries, and how much is it in dollars?"
  form(
    `^(?:who|which)(?: (?:among|of) (?:our|the))?(?: (?:suppliers|vendors))? (?:is|are) (?:overdue|late|behind)(?: with (?:their )?(?:deliveries|orders|goods|something))?,? and (?:with )?how much(?: (?:is|are) (?:it|that|they))?(?:,)? in (?:dollars|money|value)`,
    'late value by supplier',
  ),
  // "Ordered from our vendors" names none of them.
  [/\b(order|ordered|buy|bought|purchased?|get|got) from our (vendors|suppliers)\b/gi, '$1 from $2'],
  // "Which tea did we buy most of?"
  [
    /\b(order|ordered|buy|bought|purchased?|sell|sold) (?:the )?(most|least) of(?= (?:in|during|over|last|this|since)\b|\s*[?.!])/gi,
    '$1 $2',
  ],
  // "Products that haven't had a single buyer"
  [
    /\b((?:has|have)(?:n['’]?t| not)) had (?:an?|any|one)(?: single)? (?:buyer|customer|taker|sale|order)s?\b/gi,
    '$1 sold',
  ],
  // "What sort of margin do we make on Kitchen?" is a rate; "how many days' worth of stock" is how long it lasts.
  [
    /\bwhat (?:sort|kind|type) of (?:gross |profit )?margins? (?=(?:do|did|are|have) we\b)/gi,
    'what margin rate ',
  ],
  [/\b(days|weeks)['’]? ?(?:worth|supply) of (?:stock|inventory|supply)\b/gi, '$1 of cover'],
  // "How are Halden and Oakshott doing against each other?"
  form(
    `^how (?:are|is|do|did|have) ([^?.!,]{2,30}?) and ([^?.!,]{2,30}?) (?:been )?(?:doing|do|done|perform(?:ing|ed)?|far(?:e|ing)|stack(?:ing)? up|comparing) (?:against|compared (?:with|to)|versus|next to|relative to) (?:each other|one another)`,
    'compare the revenue of $1 and $2',
  ),
  // "What's coming in from Orsini, and when?"
  form(
    `^what(?:['’]s| is| are we) (?:still )?(?:coming|due|expected|expecting|to come)(?: in)? from ([^?.!,]{2,40}?),? and (?:by )?when(?: (?:is it|is that|will it)(?: due)?)?(?=\\s*[?.!]*\\s*$)`,
    'list the open purchase orders with $1 with their due dates',
  ),
  // "Which day brings us the most orders?": their number ranks, and not what they bring.
  form(
    '\\b(?:brings?|brought|gives?|gave|gets?|got)(?: us)?(?: in)? the (most|fewest|least) (?=(?:[\\w-]+ )?(?:orders|customers|returns|units)\\b)',
    'has the $1 ',
  ),
  // "How much stock in dollars did we write off?"
  form(
    '\\bhow much (?:stock|inventory)( in (?:dollars|money|value|euros))? (did|have) we (?:write off|written off|lose|lost|throw away|thrown away)\\b',
    (_, money = '') => (money === '' ? 'how many units were written off' : 'what was the shrinkage value'),
  ),
  // "Which products sold for more than $1,600 on average?"
  [
    /\b(?<!\b(?:units?|pieces?|items?) )(?:sold|sell|sells|selling|went|go|goes) (?:for|at) ((?:more|less) than|over|under|above|below|at least|at most) ([$€£] ?\d[\d,.]*)(?: on average| apiece| each| a piece| per unit)\b/gi,
    'had an average price $1 $2',
  ],
  // "Which category do customers send back most in relation to what they buy?"
  form(
    `\\b(?:in )?((?:which|what) [a-z]+) (?:do|did) (?:the |our )?(?:customers|clients|people|buyers|they) (?:return (?:the )?most|send (?:the )?most back|send back (?:the )?most|bring back (?:the )?most|bring (?:the )?most back|send the most back),? (?:in relation to|relative to|compared (?:to|with)|measured against|in proportion to) (?:what|how much) (?:they (?:buy|bought|order|ordered)|we (?:sell|sold)|(?:is|was) sold)`,
    '$1 has the highest return rate',
  ),
  // "Which products can't we sell because we've run out?"
  form(
    "^((?:[^?.!,]{2,30}, )?)(which|what) (products|items|articles|goods|things) (?:can(?:no|['’])?t|can not|are) we (?:not able to |unable to )?(?:sell|ship|deliver|supply|send)(?: out)?(?: right now| now| today| at the moment| currently)?,? (?:because|as|since)[^?.!]*",
    '$1$2 $3 are out of stock',
  ),
  // "How many orders did we have to cancel?"
  [
    /\b(?:(?:did|do) we have|(we) had|(we)['’]ve had|had|needed) to (cancel|reject|return|refund)\b/gi,
    (_, one = '', other = '', verb = '') =>
      `${one || other}${one || other ? ' ' : ''}${/^cancel/i.test(verb) ? 'cancelled' : `${verb}ed`}`,
  ],
  // "I need three figures for 2025: gross sales, discounts and revenue"
  form(
    `^(?:(?:i|we)(?:['’]d)? (?:need|want|like|would like) |give (?:me|us) |show (?:me|us) |please (?:give|show) me )?(?:the following |these |just |the )?(?:\\d+ |two |three |four |five |a few |some )?(?:figures|numbers|kpis|metrics|values)((?: (?:for|of|in|from) [^:?]{2,30})?): (?!(?:what|which|how)\\b)([^?:]{5,120}?)(?=\\s*[?.!]*\\s*$)`,
    'show me $2$1',
  ),
  // "How many people spent more than $500?"
  form(
    '\\bhow many people (?=(?:have |has |had )?(?:spent|bought|ordered|purchased|paid|returned|shopped)\\b)',
    'how many customers ',
  ),
  // "Top five brands by their share of sales"
  form(
    '\\b((?:products|items|articles|brands|categories|subcategories|customers|clients|suppliers|vendors|channels|regions|segments|territories|warehouses|bikes|accessories)\\b[^?.!]*?) by (?:their|its) (?=(?:share|part|percentage|revenue|sales|turnover|margins?|gross|profit|units|orders|returns?|discounts?|fill|on-time|lead|spend|stock|value|growth)\\b)',
    '$1 by ',
  ),
  // "Is any Kitchen item below its reorder point?"
  form(
    `\\bany (?!(?:of|other|single|new|more|our|the)\\b)([\\w&'’-]+(?: [\\w&'’-]+)?) (?:item|product|article)s?(?= (?:(?:is|are) )?(?:under|below|beneath|out of|running|low|sold out|about to)\\b)`,
    'anything in $1',
  ),
  // "Which products does Main no longer have any stock of?"
  form(
    `^((?:which|what) [^?.!,]{3,40}?) (?:does|do|has|have) (?!(?:we|they|i|you)\\b)([^?.!,]{2,40}?) (?:no longer|not) (?:have|hold|got)(?: any(?:thing)?)?(?: stock)?(?: of| left| in stock)*(?=\\s*[?.!]*\\s*$)`,
    '$1 are out of stock in $2',
  ),
  // "Which colour of the helmet sold most in 2013: red, black or blue?"
  form(
    `^which colou?rs? (?:of|in) (?:the |our )?([\\w'’&-]+(?: [\\w'’&-]+){0,4}?) (?:sold|sells|is selling|did|does|went|goes)(?: the)? (?:best|better|most|more|worst|worse|least|less|fastest)((?: [^?.!,:]{2,30}?)?)[,:]? (${colours})`,
    (_, thing = '', time = '', list = '') => `compare the units of ${eachIn(thing, list)}${time}`,
  ),
  // "What discount do they get on average?"
  [
    /\b(?:what|which|how (?:much|big|high|large)) (?:an? )?(discount|margin)\b([^?.!]*?),? on average\b/gi,
    'what average $1$2',
  ],
  // "The Mountain-200 models" are called so; "which bike model" is a product.
  [/(?<=\p{L}-\d{2,4}) models?\b/giu, ''],
  [/\b(which|what) (?!(?:other|new|old|single|specific)\b)(\p{L}{3,20}) model\b/giu, '$1 $2 product'],
  // "Which products has nobody bought?"
  [
    /\b(which|what) (products|items|articles|skus|goods|things) (?:has|have|did|does|do) (?:nobody|no ?one|none|no customers?) (?:ever )?(?:bought|buys?|ordered|order|purchased?)\b/gi,
    '$1 $2 did not sell',
  ],
  // "Which brands are losing ground?"
  [/\b(?:los(?:e|es|ing)|g[ai]v(?:e|es|ing)(?: up)?) ground\b/gi, 'declining'],
  [/\blost ground\b/gi, 'declined'],
  [/\bgain(?:s|ing)? ground\b/gi, 'growing'],
  [/\bgained ground\b/gi, 'grew'],
  // "What did the web shop take last week?"
  form(
    `^(?:what|how much)(?: money)? (?:did|has|does) (?!(?:we|i|you|it|they|that|this|those|these|he|she|each|every|both|all)\\b)(?![^?.!,]*\\b(?:top|best|worst|biggest|first|second|third|last|ones?|other|which|most)\\b[^?.!,]*\\b(?:take|make|bring|turn|earn|gross|pull))([^?.!,"“”]{2,40}?) (?:take|taken|make|made|bring in|brought in|turn over|turned over|earn|earned|gross|grossed|pull in)(?: in)?${timed}`,
    'what was the revenue of $1',
  ),
  // "Which coffees are below 20 bags?": what is there of them.
  form(
    `^((?:which|what)\\b[^?.!,]{2,40}?) (?:are|is)(?: now| already| currently)? (?:below|under|less than|fewer than) (\\d+) (?:bags|units|pieces|pcs|boxes|packs|bottles|cartons|items|cases|pairs)(?=\\s*[?.!]|\\s*$| (?:in|at)\\b)`,
    '$1 have less than $2 units in stock',
  ),
  // "How much of the gauze was sent back?"
  form(
    `^how much of (?:the |our )?(?!(?:it|that|this|them|those|these|what|sales|revenue|turnover|everything)\\b)([^?.!,]{2,40}?) (?:was|were|is|are|got|has been|have been) (?:returned|sent back|brought back|given back|refunded)(?=\\s*[?.!]|\\s*$| (?:in|last|this|during|since|by|from|so far)\\b)`,
    'what were the returns of $1',
  ),
  // "Average order worth"
  [/\b(average|mean) (order|basket|cart) (?:worth|spend|total|amount)\b/gi, '$1 order value'],
  // "Which are down to fewer than 40 pieces?"
  [
    /\b(?:is|are|was|were) (?:now |already )?down to ((?:fewer than|less than|under|below|no more than|at most) \d+|\d+ or (?:less|fewer))(?: (?:pieces|units|items|pcs))?\b/gi,
    'have $1 units in stock',
  ],
  // "Do we actually earn anything on bikes?"
  [
    /^(?:do|did|are|were) we (?:actually |really |even |still )*(?:earn|make|earning|making) (?:anything|something|any(?: money)?|money|a profit|any profit) (?:on|with|from|off) (?:the |our )?([^?.!,]{2,40}?)(?=\s*[?.!]|\s*$| (?:in|last|this|during|over)\b)/gi,
    'what is the gross margin of $1',
  ],
  // "…, leave out those at zero", "but not zero"
  [
    /(?:[?.,;]| -| –)? (?:(?:but|and|please|then) )*(?:(?:leave|leaving) out|exclud(?:e|ing)|ignor(?:e|ing)|without|not counting|not|skip(?:ping)?|omit(?:ting)?|except(?: for)?) (?:(?:those|the ones|ones|anything|any|products|items|what)(?: that)? )?(?:(?:is|are|at|with|on|that are at) )*(?:zeros?|zeroes|0|none left|nothing left|nil)(?: stock| units| pieces| left)*(?=\s*[?.!]*\s*$)/gi,
    (spoken: string, ...rest) => (boundsStock.test(before(rest)) ? ' and more than 0 units' : spoken),
  ],
  // "From November to February last winter"
  form(
    `\\b((?:from |between )?(?:${month})\\b (?:${until}|and) (?:${month})\\b)(?: of)? (?:last|this past|the last|this) (?:winter|spring|summer|autumn|fall)\\b`,
    '$1',
  ),
  // "Margin per subcategory, I think road bikes are under water": what somebody thinks asks for nothing.
  form(
    `(?:,|;|\\.| -| –) (?:because |since |as )?i (?:think|suspect|fear|believe|guess|bet|have a feeling|feel|reckon|(?:am|['’]m) afraid)(?: that)? [^,.?!]{2,40}? (?:is|are|was|were|['’]re)(?: actually| really| probably)? ${claims}(?=\\s*[?.!]*\\s*$)`,
    '',
  ),
  // "Did the Sport-100 helmet sell best in red, black or blue?", "helmets in red and black"
  form(
    `^(?:did|does|has) (?:the |our )?([\\w'’&-]+(?: [\\w'’&-]+){0,4}?(?<!s)) (?:(?:sell|sold|do|done|go|gone|move|perform)(?: the)? (?:best|better|most|more|worst|worse|least|less|fastest|faster)) in (${colours})`,
    (_, thing: string, list: string) => `compare the units of ${eachIn(thing, list)}`,
  ),
  // "All colours and sizes together"
  form(
    `(?:, (?:(?:with|for|across|over|of) )?${allKinds}(?: ${together})?| (?:(?:with|for|across|over|of) )?${allKinds} ${together})(?=\\s*[?.!,]|\\s*$)`,
    '',
  ),
  // "How much did they send back that year? All products": one figure, of all of them.
  [
    /^(how (?:much|many)\b(?![^?]*\b(?:by|per|each|every|which)\b)[^?]{4,}?)(?:[?,;.]| -| –) ?(?:for |of |across |over |i mean )?all (?:the |our |of the )?(?:products|items|articles|customers|brands|categories|subcategories|regions|channels|suppliers|warehouses)(?: together| combined| please)*(?=\s*[?.!]*\s*$)/gi,
    '$1 in total',
  ],
  // "List the open orders with Hoshino and when they are due"
  [
    /^((?:please )?(?:list|show|give|which|what)\b[^?.!]*?\borders\b[^?.!]*?),? and (?:by )?when (?:they|these|those|it|each(?: one| of them)?)(?: (?:are|is|will|should|would)(?: be)?)? (?:due|expected|arriving|coming|arrive|come|to arrive|to come)(?: in)?(?=\s*[?.!]|\s*$)/gi,
    '$1 with their due dates',
  ],
];
