/** Ways to ask that the vocabulary has in other words: where things lie, who earns, what grew over what. */
const forms: [RegExp, string][] = [
  [/\bcalendar (?=(?:years?|months?|quarters?|weeks?)\b)/gi, ''],
  // "2013 over 2012" is no bound.
  [
    /\b((?:q[1-4] )?(?:19|20)\d\d) (?:over|against|relative to) ((?:q[1-4] )?(?:19|20)\d\d)\b/gi,
    '$1 compared with $2',
  ],
  // "Which territories earned us most?"
  [
    /\b(?:earn(?:s|ed)?|br(?:ing|ings|ought) in|ma(?:ke|kes|de)) (?:us |in )?(?:the )?(most|least)(?: money)?\b(?! (?:profit|margin|revenue|sales|orders|returns))/gi,
    'had the $1 revenue',
  ],
  [
    /\b(?:lose|lost|loses|losing) us (?:any )?money\b|\bma(?:ke|kes|de) us a loss\b/gi,
    'have gross margin below 0',
  ],
  // "Which category grew fastest?"
  [/\b(?:grew|grow|grows|growing|grown) (?:the )?(?:fastest|quickest|strongest)\b/gi, 'grew relatively most'],
  [/\bshr(?:ank|unk|inks?)(?= (?:the )?most\b)/gi, 'declined'],
  [/\b(?:for|in) every (year|quarter|month) on record\b/gi, 'by $1'],
  // "Our biggest reseller account in 2012"
  [/\b(?<!\b(?:bank|user) )account(s?)(?= (?:in|by|last|this)\b|\s*[?.]|\s*$)/gi, 'customer$1'],
  // "Which supplier missed the most promised dates?"
  [
    /\bmiss(?:es|ed)? (?:the |its |their |our )?(most |fewest |least )?(?:of (?:its|their) )?(?:(?:promised|delivery|due|expected) (?:dates?|days?)|deadlines?|promises?)\b/gi,
    'have the $1missed dates',
  ],
  [/\bdelivers? (?:the )?latest\b/gi, 'has the highest delivery delay'],
  [/\b(?:is|are) worth (?:the )?(most|least)\b/gi, '$1 valuable'],
  // "What is everything in Metal Storage worth?"
  [
    /^what(?:['’]?s| is| was) (?:everything|all|all the stock|the stock|the inventory) (?:in|at) ([^,]{2,50}?) worth(?=\s*\?|\s*$)/gi,
    'stock value of $1',
  ],
  [
    /^what(?:['’]?s| is| was) ([^,]{2,50}?) worth at (?:list|retail|sales?) prices?(?=\s*\?|\s*$)/gi,
    'retail value of $1',
  ],
  [
    /^how many (?:different )?(?:products|articles|items|skus) (?:lie|sit|are (?:stored|kept|held)|do we (?:keep|store|hold)) (?:in|at) (?!stock\b)/gi,
    'stocked products in ',
  ],
  // "Where is Paint - Black stored?", "and where?"
  [
    /\bwhere (?:is|are) (.{2,60}?) (?:stored|kept|held|located|stocked|lying|sitting)\b/gi,
    'stock by warehouse of $1',
  ],
  [/\bwhere do we (?:keep|store|hold|stock|have) (.{2,60}?)(?=\s*\?|\s*$)/gi, 'stock by warehouse of $1'],
  [
    /\b(have|on hand|in stock),? and (?:in which (?:warehouses?|locations?)|where)(?: (?:is|are) (?:it|they))?(?=\s*\?|\s*$)/gi,
    '$1 stock by warehouse',
  ],
  // "Which locations hold the most units?", "which warehouse has most Hex Nut 5?"
  [
    /\b(?:hold|holds|keep|keeps|stores?|stock|stocks) (?:the )?(most|least|fewest)(?: (?:units|pieces|items|goods|stock))?(?=\s*\?|\s*$| (?:now|of|in)\b)/gi,
    'have the $1 on hand',
  ],
  [
    /\b(which|what) (warehouses?|locations?|depots?|sites?|places?) (?:hold|holds|keep|keeps|stores?|stocks?|ha(?:s|ve)) (?:the )?(most|least|fewest) (?!on hand|stock|units|value|sales|revenue|orders|profit|margin|returns|products)(?=\S)/gi,
    '$1 $2 have the $3 on hand of ',
  ],
  // "What's in the Tool Crib?"
  [
    /^what(?:['’]?s| is| do we have| lies| sits)(?: stored| kept| held| lying| sitting)? (?:in|at) (?!stock\b|inventory\b|transit\b|progress\b|it\b|there\b|this\b|that\b|your\b|the data\b)([^,]{2,50}?)(?: (?:at the moment|right now|now|today|currently))?(?=\s*\?|\s*$)/gi,
    'stock by product in $1',
  ],
  // "Did customer 11000 buy anything in 2013?"
  [
    /^(?:did|has|have) (.{3,60}?) (?:buy|bought|order|ordered|purchase|purchased) (?:anything|something)\b(?:(.{0,40}?)(?:\?|,)? (?:and )?what)?/gi,
    'revenue by product of $1$2',
  ],
  // "How many products had sales in 2014?"
  [
    /\bhow many (products?|articles?|items?|skus?) (?:had|have|got|made|saw|with) (?:any )?(?:sales|revenue|orders)\b/gi,
    'number of products sold',
  ],
  [
    /\bhow many (customers?|clients?|accounts?) (?:had|have|made|placed|with) (?:any )?(?:sales|revenue|orders|purchases)\b/gi,
    'number of customers',
  ],
];

/** A question as the vocabulary has it. */
export function rephraseQuestion(text: string): string {
  return forms.reduce((result, [pattern, written]) => result.replaceAll(pattern, written), text);
}
