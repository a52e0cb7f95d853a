const sites = '(?:warehouses?|sites?|depots?|locations?|places?|dcs?|branch(?:es)?)';
const goods = '(?:stock|inventory|units?|pieces|goods|quantity)';

/** Ways to ask about stock, its moves and orders to suppliers that the vocabulary has in other words. */
export const goodsForms: [RegExp, string][] = [
  // "Has anything run out?", after "run out" is said as a state.
  [
    /^\s*(?:has |is )?(?:anything|something|any (?:products?|items?|articles?)) are out of stock\b/gi,
    'which products are out of stock',
  ],
  // "By how much did the Tools stock change since Monday?"
  [
    /\bby how (?:many units|many pieces|much),?(?: net,?)? (?:has|have|did) (?:the |our )?(.{0,40}?)\b(?:stock|inventory)(?: levels?)?( (?:of|in|at) .{2,40}?)? (?:moved?|changed?|grown?|grew|fallen?|fell|gone (?:up|down)|go (?:up|down)|risen?|dropped|drop)\b/gi,
    'net change of stock $1$2',
  ],
  [
    /\b(how many|number of) (?:out[- ]of[- ]stock|stock[- ]?out|sold[- ]out|empty) days\b/gi,
    '$1 days out of stock',
  ],
  [
    /\bhow (?:often|frequently|many times) (?:did|do|have|were|was|are) (?:we|they|it) (?:hit|have|had|suffer|see|face|experience|encounter)(?:ed)? (?:an? )?(?:stock[- ]?outs?|out[- ]of[- ]stocks?|shortages?)\b/gi,
    'stock-out days',
  ],
  // "How many are left, and in which places?"
  [
    new RegExp(
      `\\b(left|remain(?:s|ing)?|available|on hand|in stock|have|held|hold|free|reserved)\\b([^?.!]{0,40}?),? (?:and|&) (?:where|(?:in|at) (?:which|what) ${sites})(?: (?:is|are) (?:it|they|these|those))?(?=\\s*\\?|\\s*$)`,
      'gi',
    ),
    '$1$2 by warehouse',
  ],
  // "Transferred in and how much out"
  [
    /\b(transferred|moved|came|went|shipped|transfers?) in,? (?:and|versus|against) (?:how (?:much|many)|what) (?:was |were |went )?out\b/gi,
    '$1 in and $1 out',
  ],
  [new RegExp(`\\b(transfer\\w*)\\b(.{0,40}?) to (?:any of )?(?:our |the )?other ${sites}\\b`, 'gi'), '$1$2'],
  [/\bdid we book\b/gi, 'did we record'],
  [/\b(?:money|capital|cash) (?:have|do|has|did) we (?:got |have )?locked in\b/gi, 'money tied up in'],
  [
    /\b(is|are) (?:our |the )?(?:stock|inventory) (?:of|for|in) (.{2,40}?) (?:sufficient|enough|adequate)\b/gi,
    'do we have enough $2',
  ],
  [
    /\bfor how long can we go on with\b|\bhow long(?:, in days,)? can we (?:go on|get by|carry on|manage|last) with\b/gi,
    'days of cover of',
  ],
  [/\bdid (.{2,50}?) reach(?=\s*\?|\s*$| (?:last|this|in)\b)/gi, 'did $1 achieve'],
  [
    /\b(promised|reserved|allocated|committed)(?: (?:to|for) (?:customer )?orders)? (?:but|and) not (?:yet )?(?:shipped|sent|delivered|dispatched)(?: yet)?/gi,
    '$1',
  ],
  [
    /\b(?:(?:show|list)(?: me)? )?(?:the )?(?:present |current )?contents? of (?:the )?(?!my\b|the\b)(?=\p{Lu})/giu,
    'stock by product in ',
  ],
  [
    /\b(?:number of|how many) (?:distinct |different )?(?:products|articles|items|skus) (?:kept|held|stored|stocked|carried)\b/gi,
    'stocked products',
  ],
  [
    /\bhow (?:many|much)(?: (?:pieces|units))?(?: (?:are|is|of it|do we have))? (?:left|remain(?:s|ing)?)(?=\s*[?.,]|\s*$|\s+(?:of|and|by|in stock|at|in)\b)/gi,
    'how many units in stock',
  ],
  // Orders to suppliers.
  [
    /^\s*(?:taking|considering|looking at|counting)(?: only| just)? (?=(?:the |all |our )?(?:purchase orders|orders|pos|lines)\b)/gi,
    'of ',
  ],
  [/^who(?:['’]?s| is| are) (?:still )?(late|overdue|behind|delayed)\b/gi, 'which suppliers are $1'],
  [
    /\b(?:were|are|was|is|come|came|deliver(?:ed|s)?) on time (?:the )?(least|most)\b/gi,
    'have the $1 on-time rate',
  ],
  [/\bhow (?:long|short|high|low) (?=(?:is|was|are|were) (?:the|our) )/gi, 'what '],
  [/\bby (dollar|money|monetary) (?:value|amount|terms)\b/gi, 'by value'],
  [
    new RegExp(
      `\\b(?:purchase )?orders (?:to|with) (?:our |the )?suppliers\\b(.*?)\\b${goods} (?:that |which )?(?:ha(?:s|ve) )?(?:come in|arrived|been delivered|been received)\\b`,
      'gi',
    ),
    '$1units ordered and units received',
  ],
];
