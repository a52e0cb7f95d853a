import { month, months, shortMonths, shortWeekdays, unit } from '../time/time-patterns.ts';
import { aboveOne } from '../vocabulary/numbers.ts';
import { splits } from '../vocabulary/things.ts';
import { toSingular } from '../vocabulary/to-words.ts';
import { form, type Written } from './replace-with.ts';

const period = `(?:(?:last|this|the last|previous|prior) |q[1-4]\\b|h[12]\\b|(?:19|20)\\d\\d|${month}\\b|yesterday|today)`;
const moment = `(?:(?:in )?(?:${month})(?: (?:19|20)\\d\\d)?|(?:this|last) (?:week|month|quarter|year)|q[1-4](?: (?:19|20)\\d\\d)?|(?:19|20)\\d\\d)`;
const dimension = `(?:${splits}|customers?|warehouses?|products?|suppliers?|weekdays?|months?|quarters?)`;

/** What sales are of; suppliers buy nothing, and warehouses are stocked. */
const sold = `(?:${splits}|customers?|products?|items?|articles?)`;

/** What is said of rows and of an earlier time: "their growth over 2024". */
export const theirGrowth = `(?:(?:their|its) (?:growth|change|increase|development)(?: rates?)?|how (?:they|these|those) (?:have )?(?:changed|grew|grown|developed|moved)) (?:over|from|on|vs\\.?|versus|against|compared (?:to|with)) (?=(?:the )?(?:20\\d\\d|last (?:year|month|quarter)|previous|prior|same|q[1-4]\\b|${month}\\b|(?:year|month|quarter) (?:before|earlier)\\b))`;

/** Customers of a kind, or one of them. */
const buyer = '(?!(?:we|i|you|they|people)\\b)(?:the |our )?[^?.!,]{2,40}?';

const toMove = (way: string) => (/down|behind/i.test(way) ? 'declined' : 'grew');

/** Ways to set things against each other, and to take them one by one, beside single words. */
export const plainComparisons: [RegExp, Written][] = [
  // "Do cafés or offices buy more decaf?", "is decaf bought more by cafés or offices?"
  form(
    `^(?:do|does|did) (${buyer}) or (${buyer}) (buy|order|purchase|spend|take) (more|less|most|least)\\b([^?.!,]*)`,
    (_, a = '', b = '', verb = '', most = '', rest = '') =>
      `who ${/^take/i.test(verb) ? 'buy' : verb}s ${most}${rest}, ${a} or ${b}`,
  ),
  form(
    `^(?:is|are|was|were) ([^?.!,]{2,40}?) (?:bought|ordered|purchased) (more|less|most|least)(?: often)? by (${buyer}) or (${buyer})(?=\\s*[?.!]*\\s*$)`,
    'who buys $2 $1, $3 or $4',
  ),
  // "Is Bikes ahead of Helmets?": of two that are named, and of no time or plan.
  form(
    `^((?:is|are|was|were) )(?!(?:we|it|they|this|that|these|those|there|our|the|sales|revenue|units|orders|margin|profit|stock|turnover)\\b)([^?.!,]{2,50}?) (?:still |now |currently )?ahead of (?!(?:last|this|the|our|plan|budget|target|schedule|forecast|expectations?|where|what|${period})\\b)`,
    '$1$2 bigger than ',
  ),
  // "Our weakest month, and which category was to blame?"
  form(
    `^((?=[^?.!]*\\b(?:best|worst|strongest|weakest|highest|lowest|biggest|smallest|busiest|slowest|quietest)\\b)[^?.!]*?\\b(?:month|week|quarter|day|year)\\b[^?.!]*?)(?:,| -| –)? and (?:which|what) (${splits}|products?|customers?) (?:(?:was|were|is|are|has been|have been) (?:most(?:ly)? |mainly )?(?:to blame|to thank|responsible|behind|the (?:reason|cause|culprit|driver))|drove|caused|made|dragged|pushed|lifted)(?: (?:it|that|this))?(?: (?:up|down|most|for it|for that|behind it))?(?=\\s*[?.!]|\\s*$)`,
    (_, ranking = '', things = '') => `${ranking} and why by ${toSingular(things)}`,
  ),
  // "What explains the difference between September and October sales?"
  form(
    `^((?:why|what(?:['’]s| is| was)? (?:explain(?:s|ed)|drove|drives|caused|behind|led to|accounts? for|accounted for))) (?:is there |was there |is |was )?(?:the|a|this|that) (?:big |large )?(?:difference|gap|change|shift)(?: in ([a-z][a-z -]{2,30}?))? between (${moment}) and (${moment})(?: ([a-z][a-z -]{2,30}?))?(?=\\s*[?.!]|\\s*$)`,
    (_, why = '', of = '', first = '', second = '', figure = '') =>
      `${why} the change in ${of || figure || 'revenue'} between ${first} and ${second}`,
  ),
  // "Difference in revenue between East and West"
  [
    /\b(?:the )?(?:difference|gap) in (?:the )?([a-z][a-z -]{2,30}?) between (?=\S+(?: \S+){0,3}? and )/gi,
    '$1, difference between ',
  ],
  // "Is the return rate of online higher than that of store?", "who of them spent less?"
  [
    /\b((?:higher|lower|larger|smaller|bigger|greater|better|worse|longer|shorter|more|less)(?: \w+)?) than (?:that|those|the ones?) (?:of|for|in) (?=(?!(?:the )?(?:last|previous|prior|year|month|quarter|week|day)\b)\S)/gi,
    '$1 than ',
  ],
  // "Is wholesale still behind store this year?"
  [
    /\b(?:is|are|was|were) (?!(?:it|that|this|they|there|we|our|the)\b)([^?.!,]{3,30}?) (?:still |already |now )?(ahead of|behind) (?=(?!(?:the )?(?:plan|schedule|budget|target|forecast|last|previous|same)\b)\S)/gi,
    (_: string, who = '', way = '') => `did ${who} bring in ${/^ahead/i.test(way) ? 'more' : 'less'} than `,
  ],
  // "Did Hansen buy less this year?": than in the year before.
  [
    /\b(has|have|did|does|do|is|are) ([^?.!,]{3,40}?) (buy|bought|buying|spend|spent|spending|order|ordered|sell|sold|bring in|brought in|earn|earned) (more|less)( (?:from us|with us))? this (year|month|quarter|week)(?=\s*\?)/gi,
    (said: string, _verb = '', who = '', act = '', way = '', __ = '', unit = '') =>
      /\b(?:we|they|it|he|she|which|who|our|the)\b/i.test(who)
        ? said
        : `did ${who} ${act.replace(/^bought$|^buying$/, 'buy').replace(/^spent$|^spending$/, 'spend')} ${way} this ${unit} than last ${unit}`,
  ],
  [/\bwho of (?=(?:them|those|these|our|the)\b)/gi, 'which of '],
  // "Torqwell beside Fixwell"; but "beside it" is a place.
  [/\bbeside (?!it\b|that\b|them\b|this\b|each\b|one\b)(?=\S)/gi, 'versus '],
  // "Sales as of the quarter preceding it"
  form(
    `(?<!\\b(?:an?|one|\\d+) )\\b(?:the )?(?:${unit}|period) (?:right |just |immediately )?(?:preceding|prior to|before) (?:it|that|this)\\b`,
    (_: string, name: string | undefined) => `the ${name ?? 'period'} before`,
  ),
  // "How does the second quarter of 2014 compare with the first?"
  [
    /\b((?:first|second|third|fourth|1st|2nd|3rd|4th) (quarter|half)( of (?:(?:19|20)\d\d|last year|this year))?)\b(.{0,60}?\b(?:with|to|versus|vs\.?|against|than|over)) the (first|second|third|fourth|1st|2nd|3rd|4th)(?=\s*[?.!,]|\s*$)/gi,
    '$1$4 the $5 $2$3',
  ],
  form(
    `\\b(?:slipp?(?:ed)?|fall(?:en)?|fell|dropp?(?:ed)?|gone|went|sunk|sank|dipp?(?:ed)?|c[ao]me|ended|closed|landed)(?: out| in)? (?:below|under|behind) (?=(?:(?:the )?level (?:of|in) )?(?:(?:last|the previous|the prior) (?:year|month|quarter|week)|q[1-4]|(?:19|20)\\d\\d|${months})\\b)`,
    'declined compared with ',
  ),
  form(
    `\\b(?:r[io]sen?|grown|grew|gone|went|climbed|c[ao]me|ended|closed|landed)(?: out| in)? (?:above|over|beyond|past) (?=(?:(?:the )?level (?:of|in) )?(?:(?:last|the previous|the prior) (?:year|month|quarter|week)|q[1-4]|(?:19|20)\\d\\d|${months})\\b)`,
    'grew compared with ',
  ),
  // A part of a year is set against the same part of the last one.
  form(
    `\\b((?:last|past) (?:\\d+|${aboveOne}) (?:days|weeks|months|quarters)\\b.*)\\b((?:declined|grew) compared with) (?:the )?(?:level (?:of|in) )?(?:last|the previous|the prior) year(?:['’]s)?(?: levels?)?(?=\\s*[?.!,]|\\s*$)`,
    '$1$2 the same period last year',
  ),
  [/\b(?:the )?levels? (?:of|in) (?=(?:last|the previous|the prior) (?:year|month|quarter|week)\b)/gi, ''],
  // "October came out below September"
  form(
    `\\b(?:came|comes?|landed|ended|finished|closed)(?: out| in| up)? (below|under|beneath|behind|above|over|ahead of) (?=(?:the )?${period})`,
    (_, way: string) => (/^(?:above|over|ahead)/i.test(way) ? 'was higher than ' : 'was lower than '),
  ),
  // "Why are bakery sales up so much on last year?"
  form(
    `^(why) (?:are|is) ([^?.!,]{2,40}?) (up|down|ahead|behind|higher|lower|lagging|trailing)(?: so (?:much|far|sharply|strongly)| sharply| strongly| a lot)?(?:(?<=behind|lagging|trailing)| (?:on|of|vs\\.?|versus|against|from|than|over|behind|compared (?:with|to))) last (year|month|quarter|week)(?=\\s*[?.!]*\\s*$)`,
    (_, why = '', what = '', way = '', unitOf = '') =>
      `${why} did ${what} ${/down|behind|lower|lagging|trailing/i.test(way) ? 'decline' : 'grow'} this ${unitOf} so far compared with the same period last ${unitOf}`,
  ),
  // "Any region down on last year?"
  [
    /^(?:(?:is|are) )?(?:there )?any (region|territory|channel|category|subcategory|brand|segment|warehouse|product|customer)s? (?:that (?:is|are) )?(down|up|behind|ahead) (?:on|of|vs\.?|versus|against|from|compared (?:with|to)) last (year|month|quarter|week)\b(?: so far| to date)?/gi,
    (_, what: string, way: string, unitOf: string) =>
      `which ${what.replace(/y$/, 'ie')}s ${/down|behind/i.test(way) ? 'declined' : 'grew'} this ${unitOf} so far compared with the same period last ${unitOf}`,
  ],
  // "Which of those are down on last year?", "which brands are up this year?"
  ...[
    { time: '(?=last year\\b)', as: 'the same period ' },
    {
      time: `(?=(?:the )?(?:same (?:period|time|month|quarter|week|days)|last|this time|(?:a |one )?year (?:ago|earlier|before)|previous|prior|q[1-4]|(?:19|20)\\d\\d)\\b)`,
      as: '',
    },
  ].map(({ time, as }): [RegExp, Written] =>
    form(
      `^((?:which|what|who)\\b[^?.!,]{0,60}?) (?:is|are|was|were) (?:\\w+ly |still |now )?(down|up|behind|ahead)(?: (?:on|from|of|against|vs\\.?|versus|over|compared (?:to|with)))? ${time}`,
      (_, which = '', way = '') => `${which} ${toMove(way)} compared with ${as}`,
    ),
  ),
  [
    /^((?:which|what|who)\b[^?.!,]{0,60}?) (?:is|are|was|were) (?:\w+ly |still |now )?(down|up)(?=\s*[?.!,]|\s*$| (?:this|year|so far|since|in|over|most|the most)\b)/gi,
    (_, which = '', way = '') => `${which} ${toMove(way)}`,
  ],
  // "Their growth over 2024", of the best of 2025; "and how they changed from last year".
  form(`\\b${theirGrowth}`, 'how did they grow compared with '),
  // "List the products that sold more this quarter than last."
  [
    /^(?:list|show|give|name)(?: me| us)? (?:the |all |our |those )*([a-z]{4,}s) (?:that|which|who) (?=(?:sold|sell|bought|buy|spent|spend|ordered) (?:more|less|fewer)\b[^?.!]* than\b)/gi,
    'which $1 ',
  ],
  // "Which product do customers return most, by rate?"
  [
    /\bwhich ([a-z]+)s? (?:(?:do|did) (?:our |the )?(?:customers|clients|people|they) return|(?:is|are|was|were|gets?|got) returned) (?:the )?(most|least)\b([^?.!]*?),? (?:by|in terms of|as a) rate\b(?= (?:in|this|last|since|over|for)\b|\W*$)/gi,
    (_, noun = '', way = '', time = '') =>
      `which ${noun} has the ${way === 'most' ? 'highest' : 'lowest'} return rate${time}`,
  ],
  // "Which customers bought less than last year?", "which categories sold more units this year than last year?"
  form(
    `\\b((?:which|what)(?: [\\w&'’-]+){0,3}? ${sold}(?: (?:in|of|from|at) [^?.!,;]{2,40}?)?) (?:ha(?:s|ve) |(?:was|were|is|are) |(?:did|do|are|have) we )?(?:sold|sell|sells|selling|bought|buy|buys|buying|spent|spend|spends|spending|ordered|order|purchased|earned|brought in|made) (more|less|fewer|better|worse)( units| pieces)?((?: (?!(?:than|from|for|to)\\b)[\\w-]+){0,5}?) than (?:(?:in|during|over|for|they did|it did|we did) )*(?=(?:the )?(?:${period}|(?:same|a year ago|(?:year|month|week|quarter) (?:before|earlier)|previous|prior)\\b))`,
    (_, which = '', way = '', units: string | undefined, time = '') =>
      `${which} ${/more|better/i.test(way) ? 'grew' : 'declined'}${units === undefined ? '' : ' in units'}${time} compared with `,
  ),
  // "Which subcategory is the driver?"
  [
    /\b((?:which|what) [a-z-]+(?: [a-z-]+)?) (?:is|are|was|were) (?:the |our )?(?:main |biggest |largest |key |real )?drivers?\b(?: (?:of|behind) (?:it|that|this))?(?=\W*$)/gi,
    '$1 contributed most',
  ],
  // "Which product made the biggest difference?"
  [
    /\b(?:make|makes|made|had|has) (?:the|a) (?:(?:biggest|largest|greatest|most|main) (?:difference|change|swing|impact)|difference)\b(?: (?:to|on|in|here) (?:it|that|this))?/gi,
    'changed most',
  ],
  // "Biggest losers last month", "top 5 gainers among brands"
  [
    /^(?:(?:show|list|give|name)(?: me| us)? |(?:what|which|who) (?:are|were|is|was) )?(?:the |our |this month['’]s |last month['’]s )*(?:biggest|top|worst|main|largest|best)( \d+| five| ten| three)? (losers?|decliners?|fallers?|gainers?|winners?|risers?|climbers?)(?: (?:among|of|by) (?:the |our )*(products?|brands?|categor(?:y|ies)|subcategor(?:y|ies)|customers?|regions?|channels?)\b)?/gi,
    (_, count = '', way = '', what: string | undefined) =>
      `which${count ?? ''} ${what ?? 'products'} ${/^(?:l|d|f)/i.test(way) ? 'fell' : 'grew'} most`,
  ],
  // "Why was August softer than July?"
  form(
    `\\b(?:softer|weaker|quieter|slacker|poorer|thinner|duller|slower) than (?=(?:the |in )?(?:last|this|previous|prior|q[1-4]|h[12]|20\\d\\d|${shortMonths}|${shortWeekdays}))`,
    'lower than ',
  ),
  form(
    `\\b(?:stronger|healthier|livelier|richer) than (?=(?:the |in )?(?:last|this|previous|prior|q[1-4]|h[12]|20\\d\\d|${shortMonths}|${shortWeekdays}))`,
    'higher than ',
  ),
  // "Explain the shift in revenue"
  [/\b(the|a|any|this|that) (?:shift|swing|move|movement) in (?=\w)/gi, '$1 change in '],
  // "How did the share move from the first half to the second?"
  form(
    `\\b(?:moved?|went|gone|shifted) from (?=(?:the )?(?:${period}|first|second|third|fourth)(?:[^?.!]*) to )`,
    'changed from ',
  ),
  // "Has the margin got better?", "whose lead time got longer?"
  ...(
    [
      ['better|worse', 'changed'],
      ['higher|bigger|larger|greater|longer|stronger', 'increased'],
      ['lower|smaller|shorter|weaker', 'decreased'],
    ] as const
  ).map(([ways, written]) =>
    form(
      `\\b(?:get|got|gotten|became|become|gone|went) (?:any |a lot |much )?(?:${ways})\\b(?=\\s*[?.!,]|\\s*$| (?:in|since|this|over|or|than|from|compared|versus|vs|lately|recently)\\b)`,
      written,
    ),
  ),
  // "For October, and the same for September"
  form(`(?<=[^\\s.?!]),? (?:and )?(?:then )?the same (?:thing |again )?(?:for|in|of) (?=${period})`, ' and '),
  // "The past four quarters, one by one"
  form(
    `\\b((?:last|past|previous) \\w+ ${unit}s),? (?:one by one|individually|separately|singly|each on its own|each by itself|one at a time)\\b`,
    '$1 by $2',
  ),
  form(
    `\\b(?:in |for )?(each|every) ${unit} (?:versus|vs\\.?|against|compared (?:with|to)|over) the (?:previous|prior|preceding|last)(?: \\2| one)?\\b(?! (?:\\d|${aboveOne}|few|half|full|complete|year|quarter|month|week))(?: before)?`,
    '$2 over $2',
  ),
  // "Margin per clothing subcategory"
  form(
    `\\b(by|per|for each|for every|each|every) (?!(?:product|customer|client|sales?|supplier|vendor|item|article|stock|order|purchase|other|our|the|their|its|its|top|main|single|individual|whole|different|best|worst|biggest|sub|parent|online|wholesale|retail)\\b)([a-z]{3,}) (subcategor(?:y|ies)|categor(?:y|ies)|brands?|products?)\\b(?! (?:of|from)\\b)(?! in (?!(?:the )?${period}))`,
    '$1 $3 in $2',
  ),
  // "One line per warehouse", "a bar for each month"
  [
    /,? ?\b(?:with )?(?:one|an?) (?:line|row|bar|column|curve|slice) (?:per|for each|for every|each)\b/gi,
    ' by',
  ],
  // "Sales divided by region"; but revenue divided by orders is a quotient.
  form(`\\bdivided (?:up )?(?:by|into|per) (?=${dimension}\\b)`, 'by '),
  [/\bstacked (?:by|per) (?=\w)/gi, 'by '],
  // "How did the margin move over the last four quarters?"
  form(
    `\\bhow (?:did|has|have|do|does) (?!(?:we|i|you|they|it)\\b)([^?.!,]{2,50}?) (?:moved?|gone?|r[ua]n|behaved?|trended|evolved?)(?=(?: \\w+){0,2} (?:(?:last|past) (?:\\d+|${aboveOne}|few)|since|this year|over the year)\\b)`,
    'trend of $1',
  ),
];
