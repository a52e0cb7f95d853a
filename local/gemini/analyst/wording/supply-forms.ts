import { form, type Written } from './replace-with.ts';

const usually =
  '(?:(?:usually|normally|typically|generally|mostly|commonly|on average|in general|as a rule|actually|really|approximately|roughly|about|ever|still|already|now|currently) ?)*';
const ours = '(?:(?:the|our|my|all|any|some|these|those) )*';
/** What is spoken of: no more of a sentence than it needs. */
const thing =
  '(?!(?:the |our )?(?:most|least|more|less|fewest|from|for|late(?=\\s*(?:[?.!,]|$|(?:most|least|often|always|more|the|on|in|this|last|too|again|orders|deliver\\w*|and)\\b))|on time|in full|nothing|anything|everything|best|worst|highest|lowest|fastest|slowest|latest|earliest|biggest|largest|smallest|longest|shortest|quickest|oldest|newest|reliab\\w+|punctual\\w*|quick\\w*|slow\\w*|fast)\\b)(.{2,60}?)';
const closes =
  '(?=\\s*[?!;,]|\\.?\\s*$|\\.\\s| (?:this|last|over|during|since|so far|in (?:the (?:last|past)|\\d{4}|q[1-4])|now|please)\\b)';
const closesAll = '(?: (?:please|pls|now|exactly|currently))?(?=\\s*[?!.]*\\s*$|[?!.] )';
const company =
  '(?:which|what) (?:(?:other )?company|companies|firms?|suppliers?|vendors?|producers?|makers?|factory|bakery|roastery|place)';
const makes =
  '(?:makes?|making|manufactur(?:es?|ing)|produc(?:es?|ing)|provid(?:es?|ing)|bak(?:es?|ing)|roasts?|builds?|suppl(?:y|ies|ying)|deliver(?:s|ing)?|(?:sells?|ships?|sends?|brings?) us)';
const lots =
  '(?:batch|lot|load|deliver(?:y|ies)|shipments?|consignments?|arrivals?|stock|suppl(?:y|ies)|units?|pieces?|goods|orders?|receipts?|truck|lorry)';
const coming =
  '(?:coming(?: in)?|(?:on|under) (?:the|its|their) way|on order|ordered|due(?: in)?|arriving|expected|to come|underway|under way|in the pipeline|incoming|inbound|being delivered|in transit)';
/** "More deliveries", "more orders on Mondays than on Fridays": no thing that may come. */
const isLot = (name: string) => new RegExp(`^(?:${lots}|on|in|at)\\b|\\bthan\\b`, 'i').test(name);
const next: Written = (spoken, name = '') =>
  isLot(name) ? spoken : `when is the next delivery of ${name} due`;
const incoming: Written = (spoken, name = '') =>
  isLot(name) ? spoken : `how many units of ${name} are still to come`;

/** Ways to ask who supplies a thing, when more of it comes and how long that takes. */
export const supplyForms: [RegExp, Written][] = [
  form("\\bpo['’]?s? lines?\\b", 'purchase order lines'),
  // "Who makes our croissants?", "which company delivers them?"
  form(
    `^(?:who|${company}) (?:is |are |${usually})?${makes}(?: us)? ${ours}${thing}(?: for us| to us)?${closesAll}`,
    'value ordered by supplier of $1',
  ),
  // "From whom do we get the quilts?", "where do we source wall anchors?"
  form(
    `^(?:from )?(?:whom?|where|${company}) (?:do|can) (?:we|i) ${usually}(?:get|source|obtain|procure|buy|purchase|order) ${ours}${thing}(?: from| with| at)?${closesAll}`,
    'value ordered by supplier of $1',
  ),
  // "Day packs: who supplies them?", "croissants - which supplier?"
  form(
    `^${ours}${thing} ?[,:;–-] ?(?:who|${company})(?: (?:${makes})(?: us)? (?:it|them|that|this|these|those)| (?:is|are) (?:it|they|that|this|those|these) from| do we (?:get|buy|order) (?:it|them|that|those) from)?${closesAll}`,
    'value ordered by supplier of $1',
  ),
  form(
    `^${ours}${thing} (?:come|comes|is|are|bought|supplied|delivered|made)(?: to us)? (?:from|by) (?:whom|${company})${closesAll}`,
    'value ordered by supplier of $1',
  ),
  // "When arrives the next bistro set?", "when do we get more of it?"
  form(`^(?:by )?when (?:arrives?|comes?|lands?) ${ours}${thing}${closesAll}`, next),
  form(
    `^(?:by )?when (?:do|will|can|should|shall|could|are) (?:we|i) ${usually}(?:get|getting|receive|receiving|have|see|expect|expecting|expect to (?:get|receive|have)) ${ours}(?:next|new|more|another|fresh) (?:(?:${lots}) )?(?:of |for )?${ours}${thing}(?: again| back| delivered| in(?: stock)?)*${closesAll}`,
    next,
  ),
  form(
    `^(?:by )?when (?:is|are|will|do|does) ${ours}${thing} (?:be |get |come )?(?:back(?: in(?:to)? stock)?|available again|in stock again|there again|restocked|replenished|refilled)${closesAll}`,
    next,
  ),
  form(
    `^${ours}(?:next|upcoming|expected) ${lots} (?:of|for|with) ${ours}${thing}(?: ?[,:;–-]+ ?(?:when|which day|what day|date|eta|when is (?:it|that)(?: due)?))?${closesAll}`,
    next,
  ),
  form(
    `^(?:what(?:['’]?s| is) )?${ours}(?:eta|arrival date|expected (?:arrival|delivery)(?: date)?|next (?:arrival|delivery) date) (?:of|for|on) ${ours}(?:next )?(?:(?:${lots}) (?:of |for ))?${ours}${thing}${closesAll}`,
    next,
  ),
  form(
    `^how (?:soon|long)(?: will it (?:be|take)| does it take)?(?: until| till| before| will| do we get| do)? ${ours}(?:next|new|more) (?:(?:${lots}) )?(?:of )?${ours}${thing} (?:arrives?|arrive|comes?|is delivered|be delivered|be here|is here|gets here)${closesAll}`,
    next,
  ),
  // "Is more of it coming, and when?"
  form(
    `^(?:is|are) (?:there )?(?:any |some )?(?:more|additional|further|another|new|fresh) (?:(?:${lots}) )?(?:of |for )?${ours}${thing} (?:still |already |now )?${coming}(?:,? (?:and )?(?:by )?when\\b[^?.!]*)${closesAll}`,
    next,
  ),
  form(
    `^(?:is|are) (?:there )?(?:any |some )?(?:more|additional|further|another|new|fresh) (?:(?:${lots}) )?(?:of |for )?${ours}${thing} (?:still |already |now )?${coming}(?:,? (?:and )?how (?:many|much)\\b[^?.!]*)?${closesAll}`,
    incoming,
  ),
  form(
    `^(?:do|have) (?:we|i) (?:still )?(?:have |got |get )(?:any )?(?:more|additional|further|new) (?:(?:${lots}) )?(?:of )?${ours}${thing} ${coming}(?:,? (?:and )?how (?:many|much)\\b[^?.!]*)?${closesAll}`,
    incoming,
  ),
  form(
    `^(?:are|will|do) (?:we|i) (?:be )?(?:get|getting|expect|expecting|receive|receiving) (?:any )?(?:more|additional|further|new) (?:(?:${lots}) )?(?:of )?${ours}${thing}(?: soon)?(?:,? (?:and )?how (?:many|much)\\b[^?.!]*)?${closesAll}`,
    incoming,
  ),
  form(
    `^(?:did|have) (?:we|i) (?:already |yet )?(?:re-?order(?:ed)?|order(?:ed)?(?: any)? more|bought(?: any)? more)(?: of)? ${ours}${thing}(?: already| yet| again)?(?:,? (?:and )?how (?:many|much)\\b[^?.!]*)?${closesAll}`,
    incoming,
  ),
  // "How long needs Orsini to deliver normally?", "how long does it usually take until Calder delivers?"
  form(
    `\\bhow (?:long|many days|much time|fast|quick|quickly)(?: (?:do|does|did|will|would|it|we|must|have to))* ${usually}(?:needs?|takes?|took|waits?|lasts?)(?: it)? ${usually}(?:for |until |till |before |from )?${ours}${thing} ${usually}(?:to supply|(?:to |until it |for )?(?:delivers?|ships?|sends?|brings?|arrives?|comes?|(?:a |the |its |their )?deliver(?:y|ies)|an order))\\b(?: us)?(?: ${usually.trim()})?`,
    'lead time of $1',
  ),
  form(
    `\\bhow (?:long|many days|much time) (?:do|does|did|will|would) ${ours}(?!(?:suppliers?|vendors?|deliver(?:y|ies)|it|we|i)\\b)${thing} ${usually}(?:needs?|takes?) ${usually}to (?:deliver|ship|supply)\\b`,
    'lead time of $1',
  ),
  form(
    `\\bhow (?:long|many days|much time|fast|quick|quickly) (?:do|does|did|will|would) ${ours}(?!(?:suppliers?|vendors?|deliver(?:y|ies)|it|we|i)\\b)${thing} ${usually}(?:needs?|takes?|delivers?)(?: ${usually}(?:to (?:deliver|ship|supply)|for (?:a |an |one |its |their )?(?:deliver(?:y|ies)|orders?)))?(?: ${usually.trim()})?${closes}`,
    'lead time of $1',
  ),
  form(
    '\\b(?:usual|normal|typical|standard|regular|common|real|actual|average|mean) (?:delivery|lead|supply|procurement|waiting|replenishment|ordering)[ -](?:times?|periods?|durations?)\\b',
    'lead time',
  ),
  form(
    `\\b(?:how (?:many days|long|much time)(?: is it| does it take| passes)? )?(?:from|between) (?:the )?(?:order(?:ing)?|order date|order day|placing (?:an|the) order) (?:to|until|till|and) (?:the )?(?:deliver(?:y|ing)|receipt|arrival|receiving)(?: date| day)?,?(?: how (?:many days|long|much time))?(?: is it)? ${usually}(?:for|with|at|of)\\b`,
    'lead time of',
  ),
  // "The oldest open order", "which PO has been waiting longest?"
  form(
    '(?:^(?:what|which) (?:is|are|was) (?:the |our )?|\\b)(?:oldest|longest[- ](?:open|waiting|outstanding|running|pending)|earliest) (?:(?:still|open|outstanding|undelivered|unfulfilled|unfilled|pending|unreceived|running) )*(?:purchase orders?|orders?|pos?|order lines?|po lines?)\\b(?: (?:still|that (?:is|are)|which (?:is|are)|not|yet|open|outstanding|delivered|received|undelivered|pending))*',
    'purchase orders with the highest days open',
  ),
  form(
    '\\b(?:which|what) (?:(?:open|outstanding|pending|of our|purchase) )*(?:orders?|pos?)(?: lines?)? (?:(?:has|have|is|are|we|been|that|do) )*(?:open|waiting|outstanding|pending|running|on the books|wait)(?: for)? (?:the )?longest\\b',
    'purchase orders with the highest days open',
  ),
  // How long, as one figure, and who is slow.
  form(
    `\\blead time by supplier,? ((?:[^?.!]{0,40} )?)(?:on average|in general|overall|as a whole)\\b`,
    'lead time $1',
  ),
  form(
    `\\bhow long (?:did|do|does|have|has) (?:the |our )?(?:(?:purchase )?orders|deliver(?:y|ies)|suppliers?|vendors?) (?:take|need|taken|needed)(?: to (?:arrive|come|deliver|get here))? (?:on average|in general|overall)\\b`,
    'lead time',
  ),
  form(
    '\\b(?:made|makes|make|keeps?|kept|lets?) us wait(?:ing)? (?:the )?(longest|most|shortest|least)\\b',
    (_, most = '') =>
      `has the ${/^[lm]/i.test(most) && !/^least/i.test(most) ? 'highest' : 'lowest'} lead time`,
  ),
  form(
    '\\b(?:deliver(?:s|ed|ing)?|ships?|shipped|suppl(?:y|ies|ied)|arrives?|arrived) (?:us )?(?:the )?(?:most )?(slowest|slowly|fastest|quickest|quickly)\\b',
    (_, way = '') => `has the ${/^slow/i.test(way) ? 'highest' : 'lowest'} lead time`,
  ),
  form(
    `\\b(?:got|came|arrived|delivered|reached|shipped)(?: to| with)?(?: us| here)? (?:in|within) (?:(less than|under|below|over|more than) )?(\\w+) days(?: on average)?\\b`,
    (_, said, days = '') =>
      `have lead time ${/over|more/i.test(said ?? '') ? 'above' : 'below'} ${days} days`,
  ),
  form(
    `\\b(?:did|has|have|is|are) ${ours}${thing} (?:get|got|gotten|become|became|getting|becoming) (?:any )?(?:slower|faster|quicker)(?: (?:to|at|in|with) deliver\\w*)?\\b`,
    'lead time of $1',
  ),
  // Who is late as a rule, and on time.
  form(
    '\\b(?:(?:is|are|be|being|come|comes) )?(?:most |more )?(?:always|often|constantly|regularly|repeatedly|chronically|notoriously|habitually|usually|frequently|mostly|keep being|keeps being) (?:late|behind|delayed|overdue|too late)\\b',
    'have the highest late delivery rate',
  ),
  // "How often do they deliver on time?" asks for the rate, and not for a number of deliveries.
  form(
    `\\bhow (?:often|frequently|regularly|reliably) (?:do|does|did|has|have|is|are|was|were) (?:the |our )?(?=[^?.!,]{2,60} (?:on time|punctual|late|too late|delayed|overdue)\\b)([^?.!,]{2,60}?)(?: (?:deliver(?:ed|ing)?|arrived?|come|came|ship(?:ped)?|supply|supplied|been|be|get here|keep being))*(?: to us)? (?:actually |really )?(?:(on time|punctual(?:ly)?)|(?:too )?(?:late|delayed|overdue))\\b`,
    (_, who = '', onTime: string | undefined) =>
      `what is the ${onTime === undefined ? 'late delivery rate' : 'on-time rate'} ${/^(?:each|every) /i.test(who) ? 'by' : 'of'} ${who.replace(/^(?:each|every)(?: of (?:the|our|these|those))? /i, '')}`,
  ),
  // "Which supplier delivered late most often?"
  form(
    '\\b(?:(?:is|are|was|were|been) |deliver(?:s|ed|ing)? )(?:too )?late (?:the )?(most|least)(?: often| frequently)?\\b',
    (_, most = '') => `have the ${/^m/i.test(most) ? 'most' : 'fewest'} missed dates`,
  ),
  form(
    '\\bon[- ]time[- ](?:quota|ratio|share|percentage|score|performance|percent|level|figure)\\b',
    'on-time rate',
  ),
  form(
    "\\b(?:not|n['’]t) (?:yet )?(?:here|there|with us|in house|in)(?: yet)?(?=\\s*[?.!,]|\\s*$)",
    'still to come',
  ),
  // What was given to suppliers, and is owed by them.
  form('\\b(?:is|are|was|were|still)* ?owing us\\b(?! money)', 'have open units'),
  form(
    '\\b(?:have|has|need|needs) to pay for (?:what|everything|all|the goods|all goods)(?: that| which)?(?: is| are| we have)? (?:on order|ordered|coming|open|outstanding)\\b',
    'have as value on order',
  ),
  form(
    '\\b(?:(?:have|did|do) we )?(?:given|gave|give|placed with|handed|awarded) ((?:more than|less than|over|under|at least|at most|above|below) [$€£]?[\\d.,]+[km]?)(?: worth)? (?:of|in) (?:purchase )?orders\\b',
    'with value ordered $1',
  ),
  form('\\basked (?:our |the |of |from )?(suppliers?|vendors?) for\\b', 'ordered from $1'),
  form(
    '\\b(spen[dt](?: us)?(?: the)?(?: more| most| less| least)?) on (?:purchase )?(?:orders|pos)\\b',
    '$1 on purchases',
  ),
  form(
    '\\bhow (?:often|many times) (?:did|do|have) (?:we|i) (?:order(?:ed)?|buy|bought|purchase[d]?)(?= from\\b| (?:in|last|this|during|since|over|at|with)\\b|\\s*[?.!,]|\\s*$)',
    'how many purchase orders did we place',
  ),
  // "When does more of it arrive?"
  form(
    '\\bwhen (?:does|do|will|is|are) (?:(?:some|any) )?more (?:of )?([^?.!,]{2,40}?) (?:arrive|come(?: in)?|get here|land|be delivered|due(?: in)?|arriving|coming)(?=\\s*[?.!,]|\\s*$)',
    'when do we get more $1',
  ),
  // "How long did gloves take to come in, from order to delivery?"
  form(
    `\\bhow (?:long|many days) (?:do|does|did) ${ours}(?!(?:suppliers?|vendors?|deliver(?:y|ies)|it|we|i|they|those|these|that)\\b)${thing} (?:usually |typically |normally )?(?:take|need) to (?:come(?: in)?|arrive|get (?:here|to us)|be delivered|reach us)\\b`,
    'lead time of $1',
  ),
  form(
    '(?<=\\blead time\\b[^?.!]*),? from (?:the )?(?:order|ordering) to (?:the )?(?:delivery|receipt|arrival)(?: date)?(?=\\s*[?.!,]|\\s*$)',
    '',
  ),
  form('\\borders at (?:the |our )?(?=suppliers?\\b|vendors?\\b)', 'orders to '),
  form('\\bfor how (?:much|big|large|high) (?:an? |of an? )?(?:amount|value|sum)\\b', 'for what value'),
  form(
    "\\b(?:can['’]?t|cannot|can not) (?:we|i) (?:sell|deliver|ship|offer|supply)\\b([^?.!]{0,50}?) (?:because|as|since)\\b[^?.!]*(?:nothing|none|empty|gone|no stock)[^?.!]*",
    'products are out of stock$1',
  ),
  form(
    '\\b(?:how (?:much|many(?: units| pieces)?)|what)(?: (?:of )?([^?.!,]{2,40}?))? (?:can|could|may|might) (?:we|i|you) (?:still |yet |now )?(?:promise|commit|offer|give)(?: to (?:our |the )?(?:customers|clients|buyers|anyone))?\\b',
    (_, goods = '') => (goods ? `available units of ${goods}` : 'available units'),
  ),
  form(
    '\\b(is|are|was|were) ([^?.!,]{0,40}?) ?\\b(?:supposed|expected|scheduled|meant|planned|going) to (?:arrive|come(?: in)?|be (?:here|delivered|in)|get here|land)\\b',
    '$1 $2 due',
  ),
  form(
    '\\bdue to (?:(?:come|get)(?: in| here)?|arrive|land|be (?:delivered|received|here|shipped|in)|reach us)\\b',
    'due in',
  ),
  form(
    '\\b(any(?:thing|(?: goods| units| stock))?|something|what(?: is| will be)?|(?:goods|units|deliver(?:y|ies))(?: (?:is|are))?)(?: still)? (?:coming|arriving)(?: in)?(?= (?:next|this|tomorrow|today|in the next|over the next)\\b)',
    '$1 due in',
  ),
  form(
    '\\b(?:how (?:much|many(?: units| pieces| goods)?)|what) (?:did|do|have|has) (?:the |our |all )*(?:suppliers|vendors) (?:bring|brought)(?: us)?(?: in)?\\b',
    'units received',
  ),
  form(
    '\\b(?:value|worth) of (?:the |our |all )*(?:goods|stock|units|inventory|everything|what is) (?:(?:that|which) (?:is|are) )?(?:in transit|on (?:the|its|their) way|on order|under way|underway|incoming|inbound)\\b',
    'value open',
  ),
  form(
    '\\b(?:how (?:much|many)|what)(?: (?:share|part|percentage))? of what (.{2,60}?) (?:delivered|sent|shipped|supplied|received|got)(?: us| in)? (?:was|were|got|did we|has been|have been) (?:reject(?:ed)?|refused?|sent back)\\b',
    'how many units were rejected of $1',
  ),
  // "Which suppliers should I call about late deliveries?"
  form(
    '\\b(?:should|must|shall|do|can) (?:i|we) (?:have to |need to )?(?:call|ring|phone|contact|chase|email|visit|(?:talk|speak|complain|write) (?:to|with))(?: up)? (?:about|for|over|because of) (?:their |the )?(?=\\w)',
    'have ',
  ),
  form('\\b(in|of) class ([abcxyz])\\b', '$1 ABC class $2'),
];
