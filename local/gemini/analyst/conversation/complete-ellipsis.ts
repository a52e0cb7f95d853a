/**
 * What only a follow-up may say, in the words that a question has: with the pronoun, the split or the verb that it implies. The
 * first forms take away what leads in ("fine, and …").
 */
const forms: [RegExp, string][] = [
  [
    /^(?:(?:fine|ok|okay|great|good|thanks|thank you|cool|right|alright|perfect|nice|hmm+|well|sure|yes)[,.!:;]*\s+)+(?=\S)/i,
    '',
  ],
  // "Extend the list to ten", "cut it to the top three".
  [
    /\b(?:extend|expand|stretch|cut|shorten|reduce|limit|trim|narrow)(?: (?:it|that|this|them|the (?:list|table|ranking|rows)))?(?: down)? to (?:the )?(?:top |first )?(?=(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\b)/gi,
    'make it ',
  ],
  [
    /^((?:and |now |then |please |ok )*)(?:narrow|restrict|limit|filter|reduce|confine)(?: (?:it|that|this|them|those|these|the (?:list|table)))?(?: down)? to (?!\d|top\b|the top\b)/i,
    '$1only ',
  ],
  // "Now drop Outdoor from it".
  [
    /^((?:and |now |then |please |but )*)(?:drop|remove|exclude|leave out|take out|kick out|cut out|ignore|skip|forget)(?: out)? (?!table\b|all\b)(.+?)(?: from (?:it|that|this|those|them|the (?:list|table|total|chart)))?(?=\W*$)/i,
    '$1without $2',
  ],
  [/\b(?:go )?back to (?:every|all)(?: the)?\b/gi, 'all'],
  [
    /^((?:and |now |then |please )*)([\p{L}\d' -]{2,40}?) (?:alone|by itself|on its own)(?=,|\W*$|,? (?:please|pls)\b)/iu,
    '$1only $2',
  ],
  // "Switch it from money to units", "change that to weekly".
  [
    /^((?:and |now |then |please )*)(?:switch|change|convert|turn)(?: (?:it|that|this|them))?(?: from .{2,20})? (?:to|into)(?= )/i,
    '$1in',
  ],
  // "Put Bedding next to it".
  [
    /^((?:and |now |then |please )*)(?:put|set|place|show|add|have) (.{2,40}?) (?:next to|beside|alongside|against) (?:it|that|this|them)\b/i,
    '$1compared to $2',
  ],
  [
    /\bhow much (did|does|do|has|have) (each(?: of (?:them|these|those))?|they|it|those|these) (?:make|made|earn|earned|bring in|brought in|take|taken)(?=\W*$| (?:in|last|this)\b)/gi,
    'how much revenue $1 $2 have',
  ],
  // The whole of a number of products is the range itself.
  [
    /\b(what (?:share|percentage|part|proportion)) of (?:its|their|the) (?:range|assortment|products|articles|items) (?=(?:is|are|do|does) (?:that|this|it|those|they)\b)/gi,
    '$1 ',
  ],
  [/\bgoing by\b/gi, 'by'],
  [
    /,? (?:and |but )?not (?:in )?(?:the )?(?:money|dollars|euros|revenue|value|sales|units|pieces|numbers)(?=\W*$)/gi,
    '',
  ],
  [
    /\bin (?:pieces|pcs|bags|boxes|cartons|packs|bottles|cans|jars|tins|sacks|rolls|crates)(?=\W*$)/gi,
    'in units',
  ],
  [/\bhow (?:big|large|wide|much) is the (?:gap|difference|spread)\b/gi, 'what is the difference'],
  // "And what are its biggest purchases?"
  [
    /\bwhat (?:are|were) (?:its|their) (?:biggest|main|top|largest|most important|favou?rite) (?:purchases|buys)\b/gi,
    'what does it buy most',
  ],
  [
    /\bhow much would (?:we|it|that|this|all that) (?:pay|cost|come to|be)\b(?: (?:if|for|to order|in total).*)?$/gi,
    'what will it cost',
  ],
  [/ (?:on|of|in|from) (?:that|this|the) (?:list|ranking|table)(?=\W*$)/i, ''],
  [/^((?:and |now |please )*)group (?=(?:it|that|this|them|those|these|by|per)\b)/i, '$1split '],
  [/^((?:and )?)the (worst|best) of (?:them|those|these), /i, '$1the $2 one: '],
  [
    /^((?:and |but |so )?)(?:worth how much|for how much(?: money)?|for what amount)(?=\W*$| in total\W*$)/i,
    '$1value',
  ],
  // "And is there more coming, when?", "when is it due?"
  [
    /\b(?:is|are) there (?:any |some )?more (?:of (?:it|them|those|these) )?(?:coming(?: in)?|on (?:the|its|their) way|due|arriving|expected|in the pipeline)[, ]+(?:and )?(?:if so,? )?(?:(?:by|from) )?when\b/gi,
    'open units of it by expected date',
  ],
  [
    /\b(?:do we|are we|can we) expect(?:ing)? (?:a |any |another |some )?(?:further |more |next )?(?:delivery|deliveries|shipments?)(?: of (?:it|them|those|these))?,? (?:and )?(?:on what (?:date|day)|when)\b/gi,
    'open units of it by expected date',
  ],
  [
    /\b(?:is|are) there (?:any |some )?more (?:of (?:it|them|those|these) )?(?:coming(?: in)?|on (?:the|its|their) way|due|arriving|expected|in the pipeline)\b/gi,
    'how many units of it are on order',
  ],
  [
    /\b(?:is|are) (?:it|they|any|more|any more) on (?:the|its|their) way\b/gi,
    'how many units of it are on order',
  ],
  [
    /\bwhen (?:is|are|will|does|do|can we expect) (?:it|they|those|these|them|more|the (?:next|rest) ?(?:one|delivery|lot|batch|shipment)?)(?: be)? ?(?:coming|come|due|arriv\w*|deliver\w*|expected|land|get here|back in stock|in)\b(?: in)?/gi,
    'open units of it by expected date',
  ],
  [
    /^((?:and |but )?)how many (did|do|have|had) (we|they) (?=(?:still )?(?:sell|sold|have|order|ordered|buy|bought|ship|shipped|move|moved)\b)/i,
    '$1how many of it $2 $3 ',
  ],
  [/^(?:and |but )?(?:expected|due|arriving|coming) when(?=\W*$)/gi, 'open units of it by expected date'],
  [/^(?:and |but )?(?:on|for) what(?: (?:things|products|items))?(?=\W*$)/gi, 'show them by product'],
  [/^(?:and |but )?(?:from whom|who from|from which suppliers?)(?=\W*$)/gi, 'show them by supplier'],
  [/^(?:and |but )?(?:where|in which warehouses?|at which sites?)(?=\W*$)/gi, 'show them by warehouse'],
  [
    /^(?:and |but )?(?:in|at) (?:which|what) (?:locations?|warehouses?|sites?|depots?|places?) (?:is|are) (?:it|they|those|these|that)(?: stored| kept| held| now)?(?=\W*$)/gi,
    'show it by warehouse',
  ],
  [/^((?:and |now |please )*)(?:zoom|drill|dig)(?: down)? (?:into|in on|in to|in|on)\b/i, '$1only'],
  [
    /^(?:and |but )?where (?:is|are) (it|they|those|these|that)(?: stored| kept| now)?(?=\W*$)/gi,
    'show it by warehouse',
  ],
  [
    /^(?:and |but )?(?:to whom|who to|who bought (?:it|them|that)|by whom)(?=\W*$)/gi,
    'show them by customer',
  ],
];

export function completeEllipsis(sentence: string): string {
  return forms.reduce((text, [form, written]) => text.replace(form, written), sentence);
}
