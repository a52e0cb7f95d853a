import { months } from '../time/time-patterns.ts';
import { aboveOne } from '../vocabulary/numbers.ts';
import { form, type Written } from './replace-with.ts';

const superlative =
  '(?:best|worst|top|record|peak|busiest|quietest|strongest|weakest|highest|lowest|biggest|largest|smallest|slowest|poorest|most [a-z]+|least [a-z]+)(?:[- ](?:selling|performing|grossing|earning))?';
const rise =
  '(?:gr[eo]w(?:s|n|ing)?|r[io]se|ris(?:es|en|ing)|gain(?:s|ed|ing)?|improv(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|climb(?:s|ed|ing)?)';
const fall =
  '(?:dropp?(?:s|ed|ing)?|f[ae]ll(?:s|en|ing)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|shr[iau]nk(?:s|ing)?|shrunk|los(?:e|es|ing|t)|slipp?(?:s|ed|ing)?|suffer(?:s|ed|ing)?)';

const sold = '(?:sales|revenue|turnover|income|profits?|margins?|returns|discounts|customers|business)';
const ofMonth = new RegExp(`\\b(?:(?:last|this) (?:month|week)|${months})\\b`, 'i');
/** Nothing else that it is told by, and nothing of stock. */
const noSplit =
  '(?!.*\\b(?:by|per|each|which|products?|items?|brands?|categor(?:y|ies)|subcategor(?:y|ies)|channels?|suppliers?|warehouses?|stores?|stock|inventory|stand|stood|lie|lies|spend|purchas\\w+|orders?)\\b)';
const splits =
  '(?:weekday|day of the week|day|month|quarter|season|region|territory|country|channel|category|subcategory|brand|product|item|segment|customer|client|warehouse|supplier)';
const others =
  '(?:(?:on|in|at|for|during) )?(?:(?:all|any)(?: of)? )?(?:the )?(?:others?|other ones?|rest|other \\w+)(?=\\s*[?.!]|\\s*$)';

/** Ways to say what is the most and the least, and by what, beside single words. */
export const plainRankings: [RegExp, Written][] = [
  // "Is there a weekday on which the web shop does better than on the others?", "does any region sell more than the rest?"
  form(
    `^(?:is there (?:an?|any|one) |(?:does|do|did) (?:any|one) |which )(${splits})(?: that| which)?(?: (?:on|in|at|for) which| where| when)?( (?!that\\b|which\\b)[^?.!,]{2,40}?)? (does?|did|do|performs?|performed|sells?|sold|buys?|bought|spends?|spent|earns?|earned|orders?|ordered) (better|more|worse|less|fewer) than ${others}`,
    (_, split = '', who = '', verb = '', way = '') => {
      const acts = /^(?:d|p)/i.test(verb) ? 'sell' : verb.toLowerCase();
      const most = /better|more/i.test(way) ? 'most' : 'least';
      return who === ''
        ? `which ${split} ${acts === 'sell' ? 'sells' : acts} ${most}`
        : `on which ${split} does${who} ${acts} ${most}`;
    },
  ),
  // "Where do most of our sales come from?"
  form(
    `^where (?:(?:do|does|did|are|is|were|was) )?(?:the )?most of (?:our |the )?(${sold})((?: [\\w-]+){0,4}?) (?:comes?|came|coming|stems?|from|made|generated|earned)(?: from)?${noSplit}`,
    'which region has the most $1$2',
  ),
  // "Where do we sell helmets?": by the places that sales are kept by; goods lie in warehouses.
  form(
    `^where (?=(?:do|does|did|have|has|are|is|were|was)\\b[^?]*\\b(?:${sold}|sell|sold|earn(?:ed)?|make money)\\b)${noSplit}`,
    'in which region ',
  ),
  // "When did we sell the most gloves?": by the months, or by the days of one.
  [
    /^when (?=(?:do|did|have) we (?:sell|sold|earn|make|made|take|took)\b[^?]*\b(?:most|least|fewest|best)\b)(?!.*\b(?:which|by|per|each)\b)([^?]*)/gi,
    (_, rest = '') => `${ofMonth.test(rest) ? 'on which day' : 'in which month'} ${rest}`,
  ],
  // "Show me the weeks of this summer with their sales and profit"
  form(
    `\\b(?:the |all |all the )?(day|week|month|quarter)s (?:of|in) ((?:this|last|the (?:first|second|third|fourth|last)|(?:19|20)\\d\\d|q[1-4]|h[12]|${months}|spring|summer|autumn|winter)\\b[^,?.!]{0,30}?),? with (?:their|its|the) ([^?.!]{3,60}?)(?=\\s*[?.!]|\\s*$)`,
    '$3 in $2 by $1',
  ),
  // "Which size of the nitrile gloves sold best?"
  [
    /\b(which|what) (colou?r|shade|size|flavou?r|scent|variant|variety|version)s? of (?:the |our )?([^?.!,]{2,40}?) ((?:sold|sells?|is selling|are selling|did we sell|do we sell|was sold|were sold|came back|comes back|was returned|is returned)\b[^?.!]*)/gi,
    '$1 $3 $4 by $2',
  ],
  // "What sizes of the hoodie do we have?"
  [
    /\b(?:which|what) (?:colou?r|shade|size|flavou?r|scent|variant|variety|version)s of (?:the |our )?([^?.!,]{2,40}?) (?:do we (?:have|hold|stock|keep)|(?:are|is) (?:there|available|in stock))(?: (?:left|in stock|on hand|available))?(?=\s*[?.!]|\s*$| (?:in|at)\b)/gi,
    'which products of $1 are in stock',
  ],
  // "Which one has been waiting longest?"
  [
    /\b(?:is|are|has been|have been|was|were) (?:waiting|outstanding|pending|open|on order)(?: for)? (?:the )?(longest|shortest)\b/gi,
    (_, which: string) => `has the ${/^l/i.test(which) ? 'highest' : 'lowest'} days open`,
  ],
  // "Who mainly buys helmets?", "where do we mostly sell them?"
  [
    /\b(who|where|(?:which|what) [\w-]+)( (?:do|does|did|have|has) (?:we|they))? (?:mainly|mostly|primarily|chiefly|largely|predominantly) (buys?|bought|sells?|sold|orders?|ordered|supplies|supplied|delivers?|delivered) (?=(?!to\b|from\b|in\b|at\b|by\b|through\b|via\b)\w)/gi,
    '$1$2 $3 most ',
  ],
  // "The stock value, and which three locations hold most of it?": of what was asked before
  [
    /\b(?:holds?|have|has|makes?|carry|carries|accounts? for) (?:the )?(?:(most)|bulk|biggest part|largest part|(least)) of (?:it|that|this)\b/gi,
    (_, __ = '', least = '') => `have the ${least ? 'least' : 'most'}`,
  ],
  // "…, and what brand is each?", "with the supplier of each"
  [
    /,? (?:and )?(?:what|which) (brand|supplier|category|subcategory|sku) (?:is|are|does|do) (?:each(?: (?:one|of (?:them|these|those)))?|they|every one)(?: (?:from|in|of|belong to))?(?=\s*[?.!]|\s*$)/gi,
    ' with their $1',
  ],
  [
    /,? (?:and (?:the|its|their)|(?:along with|together with|including|with)(?: (?:the|its|their))?) (brand|supplier|category|subcategory|sku)(?: name)?(?: of each(?: (?:one|of (?:them|these|those)))?)?(?=\s*[?.!]|\s*$)/gi,
    ' with their $1',
  ],
  // "The best month of the year" is one of this year; "by month of the year" is a season.
  form(`\\b(${superlative} (?:\\w+ )?(?:day|week|month|quarter|season)s?) of the year\\b`, '$1 of this year'),
  // "Best selling Outdoor brand": of those in Outdoor; "Clothing item with the highest price": of those in Clothing.
  [
    /\b((?:best|top|worst|least|most)[- ](?:selling|performing|grossing|earning|profitable|popular)|biggest|largest|strongest|weakest|smallest) (?!(?:single|current|overall|total|product|item|sales|selling|of)\b)([\p{L}&'’-]{3,20}) (subcategor(?:y|ies)|brands?|suppliers?|vendors?)\b/giu,
    '$1 $3 in $2',
  ],
  [
    /^((?:(?:which|what|the|our) )?)(?!(?:which|what|the|our|any|every|each|single|this|that|one|new|top|best|worst|discontinued|active)\b)([\p{L}&'’-]{3,20}) (brand|supplier|vendor|subcategory|item|product|article) with (?=(?:the |our )?(?:highest|lowest|best|worst|most|least|fewest|biggest|largest|smallest)\b)/giu,
    '$1$3 in $2 with ',
  ],
  // "Grew the most in percent"
  form(
    `\\b(${rise}|${fall}) (?:the )?(most|least) (?:in (?:per ?cent|percentages?(?: terms)?|%|relative terms)|percentage-?wise|by per ?cent(?:age)?|relatively(?: speaking)?)(?![\\w])`,
    '$1 relatively $2',
  ),
  // "Which brands grew most in percent compared to last year? Year to date, by revenue": one question.
  [
    /\?\s+((?:year to date|ytd|this year so far|month to date)(?:,? by (?:revenue|units|margin|profit|sales))?)(?=\s*[.!]?\s*$)/gi,
    ' $1',
  ],
  // "Dropped hardest", "grew most strongly", "rose the most sharply"
  form(
    `\\b(${rise}|${fall}) (?:the )?(?:most )?(?:hardest|sharpest|steepest|heaviest|strongly|sharply|steeply|heavily|severely|badly)\\b`,
    (spoken: string, verb: string) => (/est\b|\bmost\b/i.test(spoken) ? `${verb} most` : spoken),
  ),
  // "Which ten vendors had the worst rejection rates, and how many units did we reject?": of those.
  form(
    `^((?:[^?.!,]{2,60}, )?(?:which|what) (?!of\\b)((?:(?:\\d+|${aboveOne}) )?(?!(?:day|weekday|week|month|quarter|year)s?\\b)[\\w-]+)\\b(?=[^?.!]*\\b(?:best|worst|highest|lowest|biggest|smallest|largest|most|least|fewest)\\b)[^?.!]*?),? and (how (?:many|much)(?: (?:units|pieces|orders|money|revenue))? (?:(?:did|do|have) we (?:sell|sold|earn(?:ed)?|make|made|reject(?:ed)?|receive[d]?|order(?:ed)?|buy|bought|ship(?:ped)?|take|took|write off|written off)|(?:were|was|got) (?:sold|returned|rejected|received|ordered|bought|shipped)|came back))(?=\\s*[?.!]*\\s*$)`,
    (_, ranking = '', who = '', figure = '') =>
      `${ranking}, and ${figure} of ${/\d|\s|s$/.test(who) ? 'each' : 'it'}`,
  ),
  // "On which weekday do we receive the most orders?"
  [
    /\b(?:do |did )?we (?:usually |normally )?(?:receive|get|take) (?:the )?(most|fewest|least) orders\b(?! from (?:our |the )?(?:suppliers|vendors))/gi,
    'do we have the $1 orders',
  ],
  // "On what day of the week do most orders come in?"
  [
    /^(?:on |in )?(?:which|what) (day of the week|weekday|month|quarter|region|channel|warehouse) (?:do|does|did) (?:the )?most (\w+) (?:land|fall|come|happen|occur|arrive|go|get placed|take place)(?: on| in| out| from| through)*\b/gi,
    'which $1 has the most $2',
  ],
  [/\b(?:was|were|got|been|is|are) hit (?:the )?(?:hardest|worst)\b/gi, 'declined most'],
  // "From the highest return rate down to the lowest"
  [
    /\bfrom (?:the )?(?:highest|best|largest|biggest|top) ([a-z% -]{3,30}?) (?:down )?to (?:the )?(?:lowest|worst|smallest|least|bottom)(?: one)?\b/gi,
    'by $1, highest first',
  ],
  [
    /\bfrom (?:the )?(?:lowest|worst|smallest|least|bottom) ([a-z% -]{3,30}?) (?:up )?to (?:the )?(?:highest|best|largest|biggest|top)(?: one)?\b/gi,
    'by $1, lowest first',
  ],
  // "Which supplier has the most products?", "brands with the fewest items": a number of them, and no ranking of the products.
  [
    /\b(suppliers?|vendors?|brands?|categor(?:y|ies)|subcategor(?:y|ies)|warehouses?|sites?)((?: that| which)?(?: (?:has|have|carry|carries|stocks?|holds?|suppl(?:y|ies))| with)) (?:the )?(most|fewest|least|(?:highest|largest|greatest|biggest|lowest|smallest)(?= (?:number|count|range) of)) (?:(?:number|count|range) of )?(?:different )?((?!\w+(?:ive|able|ing|ed|ous|ful|ent)\b|new|old|popular)[\w&'-]+ )?(?:products|items|articles|skus)(?: (?:in|on) stock)?(?=\s*(?:[?!.,]|$))/gi,
    (_: string, who: string, has: string, way: string, kind: string | undefined) =>
      `${who}${has} the ${way} stocked products${kind === undefined ? '' : ` in ${kind.trim()}`}`,
  ],
  [
    /\b(suppliers|vendors|brands|categories|subcategories|warehouses|sites) by (?:the )?(?:number|count) of (?:different )?(?:products|items|articles|skus)(?: (?:in|on) stock)?(?=\s*(?:[?!.]|$))/gi,
    '$1 with the most stocked products',
  ],
  // "Which customers lost us the most revenue?": theirs fell, and is not a loss.
  [
    /\b(customers?|clients?|brands?|products?|categor(?:y|ies)|regions?|channels?|suppliers?)((?: that| who| which)?(?: have| has)?) lost us (?:the )?most (?:in )?(revenue|sales|turnover|margin|profit)\b/gi,
    '$1$2 declined most in $3',
  ],
  // "Which brands lost most against last quarter?", where no money is lost.
  [
    /\b(customers?|clients?|brands?|products?|categor(?:y|ies)|subcategor(?:y|ies)|regions?|territor(?:y|ies)|channels?|segments?|suppliers?|ones?)((?: that| who| which)?(?: have| has)?) lost (?:the )?most(?=\W*$| (?:in|this|last|since|against|vs|versus|compared|over|between|during)\b)(?! in (?:stock|inventory|shrinkage|transit|storage)\b)/gi,
    '$1$2 declined most',
  ],
  // "I am preparing the talks with our suppliers. Which five had the highest rejection rate?"
  form(
    `\\b(suppliers|vendors|customers|brands|warehouses)([.!:;] +(?:and |so )?which (?:${aboveOne}|\\d{1,2})) (?=(?:have|had|has|are|were|did|deliver|delivered|bought|made|sold|earned|grew|fell|lost)\\b)`,
    '$1$2 $1 ',
  ),
  // "Our most loss-making product"
  [
    /\b(?:most|biggest|worst) (?:loss[- ]making|unprofitable) (products?|brands?|categor(?:y|ies)|subcategor(?:y|ies)|customers?|items?|articles?|skus?)\b/gi,
    '$1 with the lowest gross margin',
  ],
  // "Which month holds our all-time record?"
  [
    /\b(?:holds?|held|sets?|has|had|is|was) (?:the|our|its) (all[- ]time )?record\b(?! of\b)/gi,
    'had the highest revenue $1',
  ],
  // "Which of our two tents sells better?": among them.
  [
    /\bwhich (?:of (?:the|our|these|those) )?(?:(?:two|2) )?(?!(?:one|of|is|was|are|were)\b)([^?.!,]{3,40}?) (sells?|sold) better(?= (?:in|at|last|this|over|during|since)\b|\W*$)(?![^?.!]*\b(?:than|or|when|if)\b)/gi,
    'which $1 $2 best',
  ],
  // "The most and the least profitable brand"
  [
    /\b(most|least) and (?:the )?(least|most) profitable ((?:\w+ )?\w+)/gi,
    (_, first: string, __: string, what: string) =>
      `${first.toLowerCase() === 'most' ? 'highest and lowest' : 'lowest and highest'} gross margin by ${what}`,
  ],
  // "Which category sold best and which sold worst?", "the best-selling and the worst-selling brand"
  [
    /\bwhich ([\w ]{3,25}?) (?:sold|sells|did|performed|does) (?:the )?(best|worst),? and which (?:one |\1 )?(?:(?:sold|sells|did|performed|does) )?(?:the )?(worst|best)\b/gi,
    '$2 and $3 $1',
  ],
  // "The fewest returns relative to sales": a rate.
  [
    /\b(fewest|least|lowest|smallest|most|highest|biggest|largest) (return|discount)s?,? (?:relative to|in relation to|compared (?:to|with)|in proportion to|measured against|as a (?:share|percentage|part) of|for) (?:(?:its|their|the|our) )?(?:sales|revenue|turnover|units? sold|units|gross sales|size)\b/gi,
    (_: string, way: string, what: string) =>
      `${/^(?:fewest|least|lowest|smallest)/i.test(way) ? 'lowest' : 'highest'} ${what} rate`,
  ],
];
