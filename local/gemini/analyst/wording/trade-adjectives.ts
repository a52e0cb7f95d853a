import { degree } from '../vocabulary/english.ts';

/** What an adjective says of things of trade: a figure that is higher or lower. "Slow" is said of who delivers. */
const table: [adjectives: string, measure: string, direction: 'higher' | 'lower'][] = [
  ['punctual reliable dependable timely prompt', 'on-time rate', 'higher'],
  ['unpunctual unreliable', 'on-time rate', 'lower'],
  ['busy', 'orders', 'higher'],
  ['quiet slack', 'orders', 'lower'],
  ['expensive pricey dear', 'average price', 'higher'],
  ['cheap inexpensive', 'average price', 'lower'],
];
const speed: typeof table = [
  ['slow sluggish', 'lead time', 'higher'],
  ['fast quick speedy swift', 'lead time', 'lower'],
];

const isOrBecomes =
  '(?:is|are|was|were|be|been|get|gets|got|getting|gotten|become|becomes|became|becoming|deliver|delivers|delivered|delivering|deliveries|comes?|came|arrives?|arrived)';
/** "Growing faster" is no delivery. */
const moves =
  '(?:gr[eo]w\\w*|s[eo]l[ld]\\w*|mov(?:e|es|ed|ing)|turn\\w*|r[io]s(?:e|es|en|ing)|f[ae]ll\\w*|declin\\w*|increas\\w*|shr[aiu]nk\\w*)';
const little = '(?:(?:any|much|a lot|a bit|even|really|still|actually|significantly|noticeably) )*';
const turn = { higher: 'lower', lower: 'higher' } as const;

/** Two of a kind against each other, or one that has become so: "is Orsini more punctual?", "did Pinecrest get slower?" */
const forms: [RegExp, string][] = [...table, ...speed].flatMap(([adjectives, measure, direction]) =>
  adjectives.split(' ').flatMap((adjective): [RegExp, string][] => {
    const short = degree(adjective, 'comparative');
    const more = [`more ${adjective}`, ...(short === null ? [] : [short])].join('|');
    const isSpeed = measure === 'lead time';
    const before = isSpeed ? `(?<=\\b${isOrBecomes} (?:[^?.!]{0,40} )?)(?<!\\b${moves} )` : '';
    const after = isSpeed ? '(?! (?:moving|selling|growing|turning|movers?|sellers?))' : '';
    return [
      [new RegExp(`${before}\\b${little}(?:${more})\\b${after}`, 'gi'), `${direction} ${measure}`],
      [
        new RegExp(`${before}\\b${little}less ${adjective}\\b${after}`, 'gi'),
        `${turn[direction]} ${measure}`,
      ],
    ];
  }),
);

const bounds: [RegExp, string][] = [
  [
    /\b(?:were |was |are |is )?(?:quicker|faster|speedier) than (?=\d[\d.]* (?:days|weeks)\b)/gi,
    'with lead time below ',
  ],
  [/\b(?:were |was |are |is )?slower than (?=\d[\d.]* (?:days|weeks)\b)/gi, 'with lead time above '],
  [
    /\b(lead time (?:below|above) \d[\d.]* (?:days|weeks)) in (?:their |its )?(?:lead time|delivery)\b/gi,
    '$1',
  ],
];

const others: [RegExp, string][] = [
  [/\bhow busy (?:is|was|are|were|have been|has been)\b/gi, 'how many orders on'],
  // "Which supplier's lead time got longer?", "which suppliers have become slower?"
  [/\b(which|what) (supplier|vendor)['’]s (?=lead times?\b)/gi, '$1 $2s’ '],
  ...(
    [
      ['higher', 'increased'],
      ['lower', 'decreased'],
    ] as const
  ).flatMap(([way, written]): [RegExp, string][] => [
    // "Have any suppliers got slower?"
    [
      new RegExp(
        `\\b(?:have|has|did|are|is) (?:any|some)(?: of)?(?: the| our)* (supplier|vendor)s? (?:get|got|gotten|getting|become|became|becoming) (?:any )?${way} (on-time rate|lead time)\\b`,
        'gi',
      ),
      `which $1s’ $2 ${written}`,
    ],
    [
      // After a name: "which of those got quicker?"
      new RegExp(
        `(?<=\\bwhich of (?:supplier|vendor) "[^"]*") (?:(?:has|have|are|is) )?(?:got|gotten|getting|became|becoming|become) (?:any )?${way} (on-time rate|lead time)\\b`,
        'gi',
      ),
      ` ${written} in $1`,
    ],
    [
      new RegExp(
        `\\b(which|what) (supplier|vendor)s?(?: (?:has|have|is|are))? (?:get|got|gotten|getting|become|became|becoming) (?:any )?${way} (on-time rate|lead time)\\b`,
        'gi',
      ),
      `$1 $2s’ $3 ${written}`,
    ],
  ]),
  // "Did Orsini become of higher on-time rate?"
  [
    /\b(?:get|become|got|became|gotten|become) (?:any )?(?=(?:higher|lower) (?:on-time rate|lead time|orders)\b)/gi,
    'have ',
  ],
  // "Are wholesale orders bigger than store orders?"
  [
    /\b(?:orders|baskets|receipts|transactions)( (?:from|of|in|by|through|via) [^?.!,]{2,40}?)? (is|are|was|were|become|became|get|got|getting) (?:any |much )?(bigger|larger|smaller)\b/gi,
    'average order value$1 $2 $3',
  ],
  [
    /\b(is|are|was|were|do|does|did) ([^?.!,]{2,40}?) (?:orders|baskets|receipts|transactions) (?:get |become |getting )?(bigger|larger|smaller)( than [^?.!,]{2,40}?) (?:orders|ones|baskets|receipts)\b/gi,
    '$1 average order value of $2 $3$4',
  ],
  // "Does Orsini deliver later than Brio?", "is Orsini later than Brio?"
  [
    /(?<=\bdeliver(?:s|ed|ing)? |^(?:is|are|was|were) [^?.!,]{3,40} )later(?=,|\W*$| than (?!expected|planned|promised|usual|agreed|normal|last|in |the |it |they |we |\d))/gi,
    'higher delivery delay',
  ],
  [
    /(?<=\bdeliver(?:s|ed|ing)? )earlier(?=,|\W*$| than (?!expected|planned|promised|usual|agreed|last|in |\d))/gi,
    'lower delivery delay',
  ],
  // "Were discounts a bigger percentage of gross sales than in May?"
  [
    /\ban? (?:much |far |even )?(?:bigger|higher|larger|greater|smaller|lower) (percentage|share|percent|proportion|fraction) of (?=gross sales\b)/gi,
    'as a $1 of ',
  ],
  // "Do Jerseys return more often than Gloves?"
  [
    /(?<!\b(?:customers?|clients?|buyers?|people|they|who) )\b(?:(?:is|are|was|were|get|gets|got) )?(?:return(?:s|ed)?|sent back) more (?:often|frequently)\b/gi,
    'have higher return rate',
  ],
  [
    /(?<!\b(?:customers?|clients?|buyers?|people|they|who) )\b(?:(?:is|are|was|were|get|gets|got) )?(?:return(?:s|ed)?|sent back) less (?:often|frequently)\b/gi,
    'have lower return rate',
  ],
  [/(?<!\bsales )\b(?:softer|flatter|slacker)\b(?= than\b|\s*[?.!,]|\s*$)/gi, 'weaker'],
  [/\b(?:healthier|brisker|livelier|firmer)\b(?= than\b|\s*[?.!,]|\s*$)/gi, 'stronger'],
  [/\b(?:better|deeper|steeper|more generous) discounts?\b/gi, 'higher discount rate'],
  [/\b(?:worse|smaller|stingier) discounts?\b/gi, 'lower discount rate'],
];

/** What adjectives say of things of trade, as figures. */
export const tradeAdjectives = [...bounds, ...forms, ...others];
