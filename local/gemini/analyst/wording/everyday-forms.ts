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
  // "How many orders did we have to cancel?"
  [
    /\b(?:(?:did|do) we have|(we) had|(we)['’]ve had|had|needed) to (cancel|reject|return|refund)\b/gi,
    (_, one = '', other = '', verb = '') =>
      `${one || other}${one || other ? ' ' : ''}${/^cancel/i.test(verb) ? 'cancelled' : `${verb}ed`}`,
  ],
  // "I need three figures for 2025: gross sales, discounts and revenue"
  form(
    `^(${lead})(?:(?:i|we)(?:['’]d)? (?:need|want|like|would like) |give (?:me|us) |show (?:me|us) |please (?:give|show) me )?(?:the following |these |just |the )?(?:\\d+ |two |three |four |five |a few |some )?(?:figures|numbers|kpis|metrics|values)((?: (?:for|of|in|from) [^:?]{2,30})?): (?!(?:what|which|how)\\b)([^?:]{5,120}?)(?=\\s*[?.!]*\\s*$)`,
    '$1show me $3$2',
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
    `^(${lead}(?:which|what) [^?.!,]{3,40}?) (?:does|do|has|have) (?!(?:we|they|i|you)\\b)([^?.!,]{2,40}?) (?:no longer|not) (?:have|hold|got)(?: any(?:thing)?)?(?: stock)?(?: of| left| in stock)*(?=\\s*[?.!]*\\s*$)`,
    '$1 are out of stock in $2',
  ),
  // "Which colour of the helmet sold most in 2013: red, black or blue?"
  form(
    `^${lead}which colou?rs? (?:of|in) (?:the |our )?([\\w'’&-]+(?: [\\w'’&-]+){0,4}?) (?:sold|sells|is selling|did|does|went|goes)(?: the)? (?:best|better|most|more|worst|worse|least|less|fastest)((?: [^?.!,:]{2,30}?)?)[,:]? (${colours})`,
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
  // "Do offices drink more tea than cafés?"
  [/\b(?:drink|consume)(?=s? (?:more|less|most|the most|the least|how much)\b)/gi, 'buy'],
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
  // "Gloves: what's selling best at the hospitals?"
  form(
    `^(?!what\\b|which\\b|and\\b)(?:the |our )?([^?.!,:]{2,40}): what(?:['’]?s| is| was| has been)? (?:sells|sold|selling|doing|going|moving) best\\b`,
    'best selling $1',
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
  // "Which categories are under water?"
  [/\b(?:are|is|were|was) under ?water\b/gi, 'have a gross margin below zero'],
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
    /^((?:and |please |so )?(?:list|show|give|which|what)\b[^?.!]*?\borders\b[^?.!]*?),? and (?:by )?when (?:they|these|those|it|each(?: one| of them)?)(?: (?:are|is|will|should|would)(?: be)?)? (?:due|expected|arriving|coming|arrive|come|to arrive|to come)(?: in)?(?=\s*[?.!]|\s*$)/gi,
    '$1 with their due dates',
  ],
];
