import { form, type Written } from './replace-with.ts';

const than =
  '(?:more than|less than|fewer than|higher than|lower than|greater than|not more than|no more than|no less than|at least|at most|over|under|above|below|exceeding|up to|upwards of|a minimum of|a maximum of)';
const number = '[$€£]?\\d[\\d.,]*(?: ?(?:k|m|mn|thousand|million))?(?: ?(?:dollars?|usd|euros?|bucks))?';
const piece = '(?:pieces?|units?|items?|pcs|pair|bag|bottle|unit)';
const verbs =
  '(?:br(?:ings?|ought)(?: us)? in|ma(?:kes?|de)(?: us)?|earn(?:s|ed)?(?: us)?|generate[sd]?|d(?:o|oes|id)|turn(?:s|ed)? over|gross(?:es|ed)?|took(?: in)?|takes?(?: in)?|pull(?:s|ed)? in|contribut(?:e[sd]?))';

const fractions: Record<string, string> = {
  ...{ half: '50', third: '33.333', quarter: '25', fifth: '20', tenth: '10' },
  ...{ 'two thirds': '66.667', 'three quarters': '75' },
};

const times: Record<string, string> = { doubled: '100', tripled: '200', halved: '50' };

/** Bounds whose words say the figure that they are on: money a piece, percent off, what was brought in. */
export const plainBounds: [RegExp, Written][] = [
  // "In how many months did we exceed 100k?"
  [
    /\b((?:how many|which|what) (?:days|weeks|months|quarters)(?: (?:of|in)(?: the)? (?:last year|this year|20\d\d))?) (?:did|do|have) (?:we|i) (?:exceed(?:ed)?|top(?:ped)?|pass(?:ed)?|beat(?:en)?|surpass(?:ed)?|go(?:ne)? (?:over|above)|get (?:over|above)) (?=[$€£]?\d)/gi,
    '$1 were sales above ',
  ],
  // "How many products did we sell at least once last week?"
  [/,? \bat least once\b(?! (?:an?|per|every|each)\b)/gi, ''],
  // "Do most of our customers buy online?", "is the majority of our sales wholesale?"
  [
    /^((?:do|does|did|are|is|was|were|has|have|will)) (?:the )?(?:(?:most|majority|bulk|(?:greater|larger|biggest|largest) part) of(?: the| our| all)*|most) (?=(?:of )?(?:\w+ )?(?:sales|revenue|turnover|business|money|orders|units|stock|inventory|margin|profit|returns|discounts|spend(?:ing)?|purchases|customers|clients|buyers|products|items|articles|skus|suppliers|vendors|brands|categories|regions|warehouses|deliveries)\b)/gi,
    '$1 more than half of our ',
  ],
  // "More than half of our revenue", "over a quarter of it"
  form(
    `\\b(${than}) (?:a |an |one )?(half|third|quarter|fifth|tenth|two thirds|three quarters)(?: of|(?= (?:the|our)\\b))`,
    (_, spoken: string, part: string) => `${spoken} ${fractions[part.toLowerCase()]}% of`,
  ),
  // "Which products fell by more than half?", "which have doubled?"
  [
    /\b(gr[eo]w|grown|rose|risen|fell|fallen|dropped|declined|decreased|increased|shrank|lost) by (more than |less than |over |at least )?(?:a |one )?(half|third|quarter)\b/gi,
    (_, verb = '', than = '', part = '') =>
      `${verb} by ${than ? than : 'at least '}${fractions[part.toLowerCase()]}%`,
  ],
  [
    /^((?:which|what) [^?.!,]{2,40}?) (?:have |has |had )?(more than |almost |nearly )?(doubled|tripled|halved)(?: (?:their|its) (?:sales|revenue|turnover))?(?! \w+ing\b)/gi,
    (said, lead = '', than = '', verb = '') =>
      /almost|nearly/i.test(than ?? '')
        ? said
        : `${lead} ${/halved/i.test(verb) ? 'fell' : 'grew'} by ${than ? 'more than' : 'at least'} ${times[verb.toLowerCase()]}%`,
  ],
  // "That brought in at least 30k": the verb is the figure.
  form(
    `\\b(?:that|which|who) (?:have |has |had )?${verbs} (?=${than} ${number}(?!\\s?(?:%|percent|units|pieces|orders|customers)))`,
    'with revenue ',
  ),
  // "At more than 4.3% off"
  form(
    `\\b(?:at |with |got |gets )*(${than} \\d[\\d.,]*) ?(?:%|percent|per cent) off\\b`,
    'with discount rate $1 %',
  ),
  // "A unit sold for more than $16.70 on average", "sold at more than 28 dollars a piece"
  form(
    `\\b(?:an?|one|each|the average) ${piece} (?:was |is |were )?(?:sold|sells?|went|goes|cost|costs) (?:for |at )?(${than} ${number})(?:,? on average)?`,
    'average price is $1',
  ),
  form(
    `\\b(?:are |were |was |is )?(?:sold|sells?|selling|went|goes|go) (?:on average )?(?:for |at )?(${than} ${number}) (?:(?:a|an|per|each|for each|for one) ?(?:${piece})?|apiece)(?: on average)?\\b`,
    'have average price $1',
  ),
  [
    /\b(above|over|below|under) an average (?:selling |sales )?price (?:of )?(?=[$€£]?\d)/gi,
    'with average price $1 ',
  ],
  // "Sell for over 1 million" is money.
  form(
    `(?<!\\bwe )\\b(?:sell|sold|sells|order|ordered|orders|buy|bought|buys) (?:goods |things )?for (?=${than} ${number})`,
    'have revenue ',
  ),
  [
    /\b(?:stayed|remained|stay|remain|stays|remains|came in|ended) (?=(?:under|below|above|over) [$€£]\d)/gi,
    'had revenue ',
  ],
];

/** Bounds that are written by signs, or as a range, in words. */
export const boundSigns: [RegExp, Written][] = [
  // Signs that no word has: "margin < 20 %", "≥ 100 units".
  [/(?:>=|=>|≥)(?=\s*[-$€£]?\d)/g, ' at least '],
  [/(?:<=|=<|≤)(?=\s*[-$€£]?\d)/g, ' at most '],
  [/(?<![-=])>(?=\s*[-$€£]?\d)/g, ' above '],
  [/<(?=\s*[-$€£]?\d)/g, ' below '],
  [
    /\b(?:in the range (?:of|from)|in a range (?:of|from)|ranging (?:from|between)|anywhere (?:from|between)|somewhere between|anything between|of between|of (?:from )?(?=\S+ to \d)) ?([$€£]?\d[\d.,]*[km]?(?: ?(?:%|percent))?) ?(?:to|and|-|–) ?(?=[$€£]?\d)/gi,
    'between $1 and ',
  ],
];
