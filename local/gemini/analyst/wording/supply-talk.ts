import { end, form, type Written } from './replace-with.ts';

const ahead =
  '(?:(?:this|next) (?:week|month|quarter|year)|today|tomorrow|soon|in the next|over the next|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const figures =
  '(?:(?:average |mean |our )*(?:(?:purchase|buying|unit|selling|sales|list) )?prices?|margins?|profits?|discounts?|returns|costs?|sales|revenue|turnover|orders|units|stock(?: levels?)?|lead times?|order values?|basket sizes?)';
const arrived =
  '(?:(?:the |our |its |their |an? )?(?:goods|stuff|things|products|stock|units|order|delivery|shipment|it|they|everything) )?(?:is |are |have |has |being )?(?:all )?(?:here|arrived?s?|(?:comes?|came|coming) in|in(?: (?:stock|house|the (?:house|warehouse)))?|on the shel(?:f|ves)|delivered|delivers|(?:the )?(?:delivery|receipt|arrival)|received|in the (?:house|warehouse))';
const bound = '(?:(?:more|less|fewer) than|over|under|at least|at most)';

/** What buyers and planners say in passing of what they buy and hold. */
export const supplyTalk: [RegExp, Written][] = [
  // "What did purchase prices do this year?"
  form(
    `^what (?:did|have|has) (?:the |our )?(${figures}(?: (?:of|for|in|at|on) [^?.!,]{2,40}?)?) (?:do|done|been doing)\\b`,
    'how did $1 change',
  ),
  // "Average purchase cost of helmets": what suppliers are paid for one.
  form(
    '\\b(?:the |our )?(?:average |mean )?(?:purchase|purchasing|buying) costs?(?: per (?:unit|piece))?(?= (?:of|for|by|per)\\b)(?! of (?:sales|goods))',
    'average purchase price',
  ),
  // "Which suppliers do we buy helmets from, and at what price?"
  form(
    `^(?:which|what) (?:suppliers?|vendors?) (?:do|did) we (?:buy|order|get|purchase|source) ([^?.!,]{2,40}?) from( (?:in|last|this|during|over|since) [^?.!,]{2,25}?)?,? (?:and )?(?:at|for) (?:what|which) (?:unit |average |purchase )?prices?${end}`,
    'value ordered per unit ordered of $1 by supplier$2',
  ),
  // "How many helmets did we order in 2025, and at what price?"
  [
    /(?<=\bwe (?:have |had )?(?:buy|bought|order|ordered|purchase|purchased)\b[^?.!]*?),? (?:and )?(?:at|for) (?:what|which) (?:unit |average |purchase )?prices?(?=\s*[?.!]|\s*$)/gi,
    ' with the value ordered per unit ordered',
  ],
  // "What are our slowest movers?"
  form(
    `^(?:what|which) (?:is|are) (?:our |the )?slowest[- ](?:movers?|moving(?: (?:products|items|articles|stock|goods))?)(?= in\\b|\\s*[?.!]|\\s*$)`,
    'which products are slow movers',
  ),
  // "Do we have too much of anything?"
  form(
    `^(?:do|have|are) we (?:have |got |hold |holding |sitting on |carrying )*too (?:much|many)(?: stock)? (?:of |in )?(?:anything|something|any(?:thing)? (?:products?|items?|articles?)|any of (?:our|the) (?:products|items|articles))(?: in stock)?`,
    'which products are overstocked',
  ),
  // "Which equipment has not sold in six months?": a name of goods in the singular.
  form(
    `^(which|what) (?!(?:products?|items?|articles?|skus?|goods|stock|brands?|categor(?:y|ies)|suppliers?|customers?|things?)\\b)([\\wà-ÿ-]+(?: (?!products?\\b|items?\\b|articles?\\b)[\\wà-ÿ-]+)?) (?=(?:has|have|did|does|do)(?: not|n['’]t) (?:been )?(?:sold|sell|selling)\\b)`,
    '$1 $2 products ',
  ),
  // "Which teas aren't selling?"
  form(
    `^(which|what) (?!(?:products?|items?|articles?|skus?|goods|stock|brands?|categor(?:y|ies)|suppliers?|customers?|things?)\\b)([\\wà-ÿ-]+(?: [\\wà-ÿ-]+)?) (?:are|is)(?: not|n['’]t) (?:being )?(?:sold|selling)(?: at all)?${end}`,
    '$1 $2 products have not sold',
  ),
  // "What are we getting this month?"
  form(
    `^what (?:are|do) we (?:getting|get|receiving|receive|expecting to receive|having delivered)(?: in)?(?: from suppliers)? (?=${ahead})`,
    'what arrives ',
  ),
  // "Which products do we have more than 60 days of?"
  form(
    `\\bdo we (?:currently |still )?(?:have|hold|carry|keep|own) (${bound}) (\\w+) (days|weeks|months)(?:['’])?(?: (?:worth|supply|stock|cover))? of${end}`,
    'have $1 $2 $3 of cover',
  ),
  // "How complete were deliveries from Orsini?"
  form(
    `^how complete (?:is|are|was|were|have been) (?:the |our |all )*(?:deliver(?:y|ies)|receipts?|shipments?|supplier orders?|purchase orders?)( from [^?.!,]{2,40}?)?(?=\\s*[?.!]|\\s*$| (?:in|last|this|during|over|since|by|per)\\b)`,
    (_, from = '') => `what was the fill rate${from.replace(/^ from/i, ' of')}`,
  ),
  // "How many days does it take on average from ordering until the goods are here?"
  form(
    `^how (?:many days|long|much time)((?: [\\w ]{0,40}?)?) (?:from|between) (?:the |an )?(?:order(?:ing)?|order date|order day|placing (?:an|the) order)((?: [^?.!]{0,40}?)?) (?:to|until|till|and)(?: when)? ${arrived}${end}`,
    (_, way = '', of = '') =>
      `what is the lead time${/\b(?:average|mean)\b/i.test(way) ? ' on average' : ''}${of}`,
  ),
  // "Which open orders are more than a month late?": what is late is open.
  form(
    '\\b(?:open|outstanding) (?:purchase )?(orders?|pos?)\\b(?= (?:that |which )?(?:are |is |have been )?(?:already )?(?:more than|over|at least|longer than) [^?.!,]{2,20} (?:late|overdue|behind|past due)\\b)',
    'purchase $1',
  ),
  // "Are there suppliers who never deliver on time?"
  form(
    `^(?:(?:are|is) there (?:any )?|do we have (?:any )?|which |any )(suppliers?|vendors?)(?: (?:that|who|which))? (never|always) (?:delivers?|comes?|ships?|sends?|arrives?|(?:are|is))(?: us)? (on time|late)`,
    (_, who = '', often = '', when = '') =>
      `which ${who} have an on-time rate of ${/never/i.test(often) === /on time/i.test(when) ? 'at most 0 %' : 'at least 100 %'}`,
  ),
  // "Which three suppliers are latest at the moment?"
  form(
    '^(?:(?:which|what)( (?:\\d+|two|three|four|five|ten))?( suppliers?| vendors?)|who) (?:is|are|runs?) (?:the )?latest(?: (?:right now|now|at the moment|currently|today))?(?=\\s*[?.!]|\\s*$)',
    (_, few = '', who = ' suppliers') => `which${few}${who} have the highest days late`,
  ),
  // "Can we rely on Orsini?"
  form(
    `^(?:can|could) (?:we|i|you|one) (?:really |actually |still )?(?:rely|depend|count|bank) (?:up)?on (?!least|most)`,
    'how reliable is ',
  ),
  // "Which supplier is costing us the most?"
  form(
    '\\b(suppliers?|vendors?) (?:is|are) costing us (?:the )?most(?: money)?(?= this| last| in| since|\\s*[?.!,]|\\s*$)',
    '$1 costs us the most',
  ),
  // "Is there enough House Blend?"
  form(`^(?:is|are) there (?:still )?enough (?:of )?(?=\\S)`, 'do we have enough '),
  // "Why were those cancelled?": that is on no record, and no course of a figure answers it.
  form(
    '^why (?:was|were|are|is|did|do|have|has) [^?.!,]{0,60}?\\bcancel(?:l?ed)?\\b[^?.!,]*',
    'cancellation reasons',
  ),
];
