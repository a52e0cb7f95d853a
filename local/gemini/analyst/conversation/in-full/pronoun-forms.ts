import { begins, lead } from '../../vocabulary/lead.ts';
import { aboveOne } from '../../vocabulary/numbers.ts';
import { theirGrowth } from '../../wording/plain-comparisons.ts';

/** Ways to ask of what was told ("it", "those"): what it costs, what it buys and what it is a part of. */
export const pronounForms: [RegExp, string][] = [
  [new RegExp(`\\b${theirGrowth}`, 'i'), 'how did they grow compared with '],
  // "…, and is any of it overstocked?", of what sold worst
  [new RegExp(`^(${lead})(is|are|was|were) (any|some|all|most) of it\\b`, 'i'), '$1$2 $3 of those'],
  [/\bwhat sells(?= (?:there|in (?:it|that))\W*$)/i, 'what sells best'],
  // "Value them at cost", after how many there are
  [
    /^((?:and |now |then |please )*)value (?:them|it|that|these|those|the stock|all of it|everything) at (?:(?:purchase|standard|unit) )?cost(?: price)?(?=\W*$)/i,
    '$1in stock value',
  ],
  // "How much of that was with the largest one?" is asked of that one.
  [
    /\bhow (much|many) of (?:that|it|this|them|those|these) (?=(?:was|were|is|are|came|comes|went|goes)\b.*\bthe (?:first|second|third|last|largest|biggest|smallest|top|best|worst|highest|lowest) one\b)/i,
    'how $1 ',
  ],
  [
    new RegExp(
      `^(${lead})where (?:do|have) we (?:still )?(?:have|got|hold|keep) (?:still )?(?:some|any|it|them|that|those|stock)(?: (?:left|of (?:it|them)|in stock|now))*\\W*$`,
      'i',
    ),
    'how much stock of it by warehouse',
  ],
  [
    /\bwhat (do|does|did) (they|it|those|these) (?:mostly |mainly |usually )?(?:return|send back)(?=\W*$)/i,
    'which products $1 $2 return',
  ],
  [
    /\bhow (?:many|much) of each(?: one| of (?:them|those|these))? (?:do we (?:still )?(?:have|hold|keep)|have we got|are we (?:still )?(?:sitting on|holding)|(?:is|are) (?:still )?(?:left|there|in stock|on hand))\b/i,
    'stock of those',
  ],
  [
    /\bhow (?:many|much)(?: units)?(?: is| are)? on order (?:of|for) (?:each|all)(?: one| of (?:them|those|these))?\b/i,
    'how many units of each of them are on order',
  ],
  // "How many of each colour do we still have on the shelf?"
  [
    /\bhow (?:many|much) of each (colou?r|size|variant|model|flavou?r|product|item) (?:do we (?:still )?(?:have|hold|keep)|have we got|are we (?:still )?(?:sitting on|holding)|(?:is|are) (?:still )?(?:left|there|in stock|on hand))(?: on (?:the|our) shel(?:f|ves)| in stock)?/i,
    'stock on hand by $1',
  ],
  // "How much of it do we have left?", after what it sold for, is asked of the goods.
  [
    /\bhow much of (it|them|that|those|these|the \w+ one) (?=(?:do|have) we (?:still )?(?:have|got|hold)|(?:is|are) (?:still )?(?:left|in stock|on hand))/i,
    'how many units of $1 ',
  ],
  [
    /\bhow (many|much)(?: units| pieces)? of each(?: one| of (?:them|those|these))?\b/i,
    'how $1 units of each of them',
  ],
  // "How much of our margin is that?", after the ten best.
  [
    /\bhow much of (?:the |our )(sales|revenue|spend|purchases|(?:gross )?margin|profit|orders|units) (?:is|are|was|were) (?:that|those|they|these|it)(?=\W*$)/i,
    'what share of $1 is that',
  ],
  [
    new RegExp(
      `\\b(?:how much|what (?:share|percentage|percent|%|part|proportion)) of (?:the |our )?(?:total|whole|all)(?: (?:sales|revenue|stock(?: value)?|spend|purchases))? (?:is|are|was|were|do|does) (?:that|those|they|these|it)(?: make(?: up)?)?\\b(?! (?:\\d+|${aboveOne})\\b)`,
      'i',
    ),
    'as a share of the total',
  ],
  [
    /\bwhich(?: ones)? of (?:those|these|them) (?:are|were|is|come|came|go|went) (from|in|at|with|for|by) (?!stock\b|transit\b)/i,
    'only those $1 ',
  ],
  [/\bthe same (?:ones|things|people)\b/i, 'those'],
  [/\b(who|what|which)['’]s (?=(?:mainly |mostly )?(?:behind|responsible|to blame)\b)/i, '$1 is '],
  [
    /\b((?:rank|sort|order)(?:ed)?(?: (?:them|it|those|these|that|this))?) (?:on|after|according to|in terms of|via) /i,
    '$1 by ',
  ],
  [
    /\bwhat (?:percentage|percent|%|share) (?:is|was|are|were) (?:that|it|this|those) (?:of (?:sales |revenue )?)?before (?:the |any )?discounts?\b/i,
    'as a percentage of gross sales',
  ],
  [
    begins(
      '(?:what|how much) did we (?:actually |really )?(?:make|earn) (?:on|from|with) (?:it|that|them|those|this)(?=\\W*$)',
    ),
    'and the gross margin',
  ],
  // "How do these three figures compare?", "how much of that amount is late?"
  [
    new RegExp(
      `\\b(?:these|those|the|all) (?:(?:${aboveOne}|\\d) )?(?:figures|numbers|values|amounts|metrics|kpis|results)(?= (?:compare|look|change|develop)|\\W*$)`,
      'i',
    ),
    'they',
  ],
  [/\b(that|this) (?:amount|figure|number|sum|quantity)\b(?! of\b)/i, '$1'],
  [
    begins('(?:when|how soon) (?:do|will|would) we (?:be |run )out(?: of (?:it|that|them))?\\W*$'),
    'days of cover of it',
  ],
  // "What each of them bought for"
  [
    /\bwhat (?:(?:did|do|does|has|have) )?(each(?: of (?:them|those|these))?|they) (?:(?:bought|buy|ordered?|sold|sell|went|go) for|spent|spend|paid|pay|made|earned|brought in)(?=\W*$)/i,
    'how much did $1 make',
  ],
  [
    /\bwhat (?:did|do|does|has|have) (each(?: of (?:them|those|these))?) (?:bought|buy|ordered?)\b(?! (?:most|mostly|mainly))/i,
    'how much did $1 make',
  ],
  [/\b(is|are|was|were) (?:mainly |mostly |most )?(?:responsible|to blame)(?=\W*$)/i, '$1 behind that'],
  [
    /\bhow much would (?:we|it|that|this|all that) (?:pay|cost|come to|be)\b(?: (?:if|for|to order|in total).*)?$/i,
    'what will it cost',
  ],
  [
    /\bwhat (?:are|were) (?:its|their) (?:\w+est|main|top|most important|favou?rite) (?:purchases|buys)\b/i,
    'what does it buy most',
  ],
  // "How many days will that keep us going?"
  [
    /\b(?:how (?:many (?:days|weeks)|long)) (?:will|would|does|do|can) (?:it|that|this|they|those|these)(?: stock)? (?:keep us going|last(?: us)?|hold(?: out)?|be enough|suffice|carry us|get us)( overall| in total| altogether)?(?: at (?:the |our )?(?:current|present|recent) (?:pace|rate|speed)(?: of sales?)?)?(?=\W*$)/i,
    'days of cover of it$1',
  ],
  // "What share of their gross sales is that?"
  [
    /\bwhat (?:share|percentage|percent|%|part|proportion) of (?:its|their|the|our) ((?!total|whole|all\b|range|assortment|products|articles|items).{4,30}?) (?:is|are|was|were|does|do) (?:that|it|this|those|they)(?: make up)?(?=\W*$)/i,
    'as a percentage of $1',
  ],
  // The whole of a number of products is the range itself.
  [
    /\b(what (?:share|percentage|part|proportion)) of (?:its|their|the) (?:range|assortment|products|articles|items) (?=(?:is|are|do|does) (?:that|this|it|those|they)\b)/i,
    '$1 ',
  ],
];
