/** Occasions that figures are wanted for. */
export const occasions =
  '(?:board|deck|slides?|slide deck|presentation|meeting|stand-?up|review|memo|newsletter|boss|ceo|cfo|coo|management|leadership|auditors?|audit|bank|investors?|shareholders|call|report|pack|board pack|reporting|budget|kick-?off)';

/** What a meeting or a report may be, and no name that the question is asked of: "for the Garden report". */
const kindsOfOccasion =
  'board|management|leadership|executive|exec|team|sales|ops|staff|monthly|weekly|quarterly|annual|yearly|year-end|budget|big|next|steering|supplier|customer|investor';

const wished =
  '(?:to (?:see|know|have|get|hear|learn|find out)|if (?:you|someone) (?:could|can|would) (?:please )?(?:show|give|tell|send|get|let)(?: me| us)?(?: know)?|for)';
const nice =
  '(?:great|nice|helpful|good|useful|lovely|cool|interesting|fantastic|handy|wonderful|perfect|ideal|best|of (?:great |big )?help)';

/** Wishes and occasions that stand before a question, as patterns of their words. */
export const wishes: [pattern: string, written: string][] = [
  // "I would be grateful for", "it would be great to see", "could I trouble you for"
  [
    `(?:i|we)(?:['’]d| would| will|['’]ll)? be (?:very |really |most |so )?(?:grateful|glad|happy|thankful|pleased|obliged|delighted|interested|curious|keen|eager) ${wished} (?:(?:some |your )?(?:help|support|input|information|info) (?:on|with|about|regarding) )?`,
    'show me ',
  ],
  [
    `(?:(?:it|that)(?:['’]d| would)|would|might|(?:it|that) (?:might|could)) (?:be (?:really |very )?${nice}|help|help me|help us)(?: for me| for us)? ${wished} `,
    'show me ',
  ],
  ['(?:can|could|may|might) (?:i|we) (?:trouble|bother|ask) you (?:for|about) ', 'show me '],
  [
    `(?:could you |can you |would you )?(?:please )?be so (?:nice|kind|good) (?:and|as to|to) (?:show|give|tell|send)(?: me| us)? `,
    'show me ',
  ],
  [
    '(?:give|gimme|get) (?:me |us )?a (?:feel|feeling|sense|picture|flavou?r|rough idea|idea) (?:for|of|about) ',
    'show me ',
  ],
  [
    "(?:i|we) (?:can(?:no|[’']?)t|could(?:n[’']?t| not)|don[’']?t|do not) (?:find|see|locate|have|know) (?=(?:the|our|last|this)\\b)",
    'show me ',
  ],
  // "On the topic of returns, …", "thinking about garden: …"
  ['(?:on|about) the (?:topic|subject|matter|question|issue) of ', ''],
  ["(?:i[’']?m |i was |we[’']?re )?(?:just )?(?:thinking|talking) (?:about|of) (?=[^,:?]{2,40}[:,])", ''],
  // "Before I forget: …", "I'm writing the monthly report, …", "for tomorrow's meeting: …"
  // "I'm preparing the board deck and need revenue, margin and units": what is needed is asked for.
  [
    "(?:i|we)(?:[’']m|[’']re| am| are) (?:just |currently |now )?(?:preparing|prepping|writing|working on|putting together|building|doing|finishing|updating) [^,:?]{2,40}? (?:and|so|for which) (?:(?:i|we) )?(?:need|want|would like) ",
    'show me ',
  ],
  [
    "(?:(?:before|while|as|since|because) )?(?:i|we)(?:[’']m|[’']re|[’']ve| am| are| was| have| had)? (?:just |currently |now )?(?:forg[eo]t|preparing|prepping|writing|working on|putting together|building|doing|finishing|updating|got asked|been asked|was asked|have a (?:quick )?question)(?: [^,:?]{0,40})?[,:–—-]+ ",
    '',
  ],
  [
    `(?:i need (?:it|this|that) )?for (?:the|my|our|a|an|this|today[’']?s|tomorrow[’']?s|\\w+day[’']?s|next week[’']?s) (?:(?:${kindsOfOccasion}) )?${occasions}(?: tomorrow| today| on \\w+day)?(?:,|:| -| –)? (?=(?:i|we) need|what|which|how|show|give|please|the |our |revenue|sales|top|list)`,
    '',
  ],
];
