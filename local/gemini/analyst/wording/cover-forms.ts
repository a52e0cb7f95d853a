import { toNumber } from '../vocabulary/numbers.ts';
import { form, type Written } from './replace-with.ts';

const lasts =
  '(?<!\\bdays of )(?:lasts?|lasting|suffices?|reach(?:es)?|(?:is |are |be )?(?:enough|sufficient|good)|holds? out|keeps? us going|gets? us through|covers?(?: us)?|carr(?:y|ies) us|stretch(?:es)?|goes|go)';
const empties =
  '(?:(?:be |are |is |get )?(?:all )?(?:gone|out|out of stock|empty|used up|finished|depleted|sold out|exhausted)|runs? (?:dry|out|empty|short)|goes? (?:dry|empty|out of stock)|finish(?:es)?|sells? out|ends?)';
const kept = '(?:stock|inventory|units|suppl(?:y|ies)|goods|pieces)';
const bound =
  '(?:less than|fewer than|under|below|at most|no more than|not more than|not even|maximum|max|up to|only|just|more than|longer than|over|above|at least)';
const pace =
  "(?: at (?:the |our )?(?:current|present|today[’']s|recent|usual|same) (?:sales|rate|pace|speed|demand|run rate|usage|consumption|rate of sale)(?: rate| speed| pace)?)?";
const span = '(\\w+) (?:more )?(day|week|month|year)s?';
const daysOf = { day: 1, week: 7, month: 30, year: 365 };
const howLong = '(?:for )?(?:how long|(?:for )?how many (?:more )?(?:days|weeks)(?: more)?|until when)';
const closes = '(?=\\s*[?!.]*\\s*$|[?!.,] )';

/** So many pieces; "24 cm" is a size. */
const many =
  '(\\d[\\d,]*)(?: (?:units|pieces|pcs|x)(?: of)?| of)?(?! ?(?:cm|mm|m|ml|l|kg|g|w|v|inch|pack|%|percent)\\b)';
const things =
  '(?:products?|items|articles|skus|orders?|customers?|clients|suppliers?|vendors?|warehouses?|sites|brands?|categories|days?|weeks?|months?|late|open|overdue|purchase|different|or|to|more|less|of (?:them|those|these|it)|people|employees)';

function toDays(count: string, unit: string): number | null {
  const number = /^an?$/i.test(count) ? 1 : toNumber(count.toLowerCase());
  const days = daysOf[unit.toLowerCase() as keyof typeof daysOf];
  return number === null ? null : number * days;
}

/** The bound that is said, or where none is that of what is gone by then. */
function toBound(said: string): string {
  if (/at least/i.test(said)) return 'at least';
  if (/(?<!no |not )\b(?:more than|longer|over|above)/i.test(said)) return 'above';
  return /less|fewer|under|below|not even/i.test(said) ? 'below' : 'at most';
}

const within: Written = (spoken, said = '', count = '', unit = '') => {
  const days = toDays(count, unit);
  return days === null ? spoken : ` with days of cover ${toBound(said)} ${days} days`;
};

const there =
  '(?:do we (?:still )?(?:have|hold|stock)|have we (?:still )?(?:got|left)|(?:are|is) (?:still )?(?:there|left|in stock|on hand|available))(?: (?:left|in stock|on hand|now|still|of (?:it|them|those|that)))*';
const asksMany = 'how (?:many|much)';
const andHowLong = `(?:,| ?[-–])? (?:and|&) ${howLong} (?:will|would|do|does|can|could|is|are|should)`;
const they = '(?:it|they|that|those|these|we|the stock)(?: (?:still|now|then|going to|all))*';
const lastOn = `${lasts}(?: us| for| at (?:the )?current (?:pace|rate))*${closes}`;
const both = 'on hand and days of cover of';

/** How many there are and how long they last, asked of the same goods: both are told. */
export const countAndCover: [RegExp, Written][] = [
  // "Tents at Main: how many are there and how long will they last?", as they may be put before it
  form(
    `^([^:?!]{3,60}?) ?[-–:,] ?${asksMany}(?: of (?:it|them|those|that))? ${there}${andHowLong} ${they} ${lastOn}`,
    `${both} $1`,
  ),
  form(
    `^${asksMany}(?: of (it|them|those|that))? ${there}${andHowLong} ${they} ${lastOn}`,
    (_, them = 'it') => `${both} ${them}`,
  ),
  form(`^${asksMany} ${there}${andHowLong} (?:the |our )?([^,.;?!]{2,60}?) ${lastOn}`, `${both} $1`),
  // "How many tents do we have in Main and how long will they last?"
  form(
    `^${asksMany} (?:of )?(?:the |our )?([^,.;?!]{2,60}?) ${there}((?: (?:in|at) (?!stock\\b)[^,.;?!]{2,40}?)?)(?: left| in stock)?${andHowLong} ${they} ${lastOn}`,
    `${both} $1$2`,
  ),
];

/** Out of stock, and where, in a time that is said. */
const inTime =
  '^(?=[^?.!]*\\b(?:since|last|past|during|this (?:week|month|quarter|year)|(?:19|20)\\d\\d|q[1-4])\\b)([^?.!]*?)\\b(?:was|were|is|are|has been|have been) (?:out of stock|sold out|unavailable)((?: (?:in|at) [^?.!,]{2,40}?)?) (?:for |on )?';

/** Ways to ask how long goods last. */
export const coverForms: [RegExp, Written][] = [
  // "What do we have less than 10 pieces of?" bounds the stock, and no sales.
  [
    /\b(?:(which|what) (?:products|items|articles|skus|goods|things)|products|items|articles|skus|everything|anything|what)(?: (?:that|which))?(?: do)? we (?:still |only |now )?(?:have|hold|stock|keep)(?: got)?(?: in stock| on hand| left)? (?:only |just )?(below|under|less than|fewer than|more than|over|above|at least|at most) (\d[\d,.]*)(?: (?:units|pieces|pcs|items))?(?: (?:of|left|in stock|on hand|of (?:it|them|each)))*(?=\W*$|[?.!,]| (?:at|in|by)\b)/gi,
    (_, which = '', bound = '', count = '') =>
      `${which ? 'which ' : ''}products with on hand ${bound} ${count}`,
  ],
  // "They want 40 grills; do we have them?", "do we have 40 grills?": so many at least.
  form(
    `^(?:hi,? )?(?:they|he|she|someone|a customer|the customer|a client|our customer|we|i) (?:want|wants|need|needs|ask for|asks for|would like|ordered|is asking for|are asking for) ${many} ?([^,.;?!]{3,60}?)(?:[,.;:–-]+ ?| and )(?:do|can|could|have) (?:we|i) (?:have|got|deliver|ship|supply|fulfil|fulfill|send|do)(?: (?:them|it|that|those|that many|this|enough|all))*(?: in stock)?(?=\\s*[?!.]*\\s*$)`,
    'do we have at least $1 $2 available',
  ),
  form(
    `^(?:do|have) (?:we|i|you) (?:still )?(?:have|got) ${many} (?!${things}\\b)([^,.;?!]{3,60}?)(?: (?:in stock|on hand|left|available))?((?: (?:in|at) (?!stock\\b)[^,.;?!]{2,40})?)(?=\\s*[?!.]*\\s*$)`,
    'do we have at least $1 $2 in stock$3',
  ),
  form(
    `^(?:can|could) (?:we|i) (?:still )?(?:deliver|ship|supply|send|fulfil|fulfill|provide|sell) ${many} (?!${things}\\b)([^,.;?!]{3,60}?)((?: (?:from|out of|in) [^,.;?!]{2,40})?)(?: (?:today|now|right away|right now|immediately|at once))?(?=\\s*[?!.]*\\s*$)`,
    (_, count = '', name = '', from = '') =>
      `do we have at least ${count} ${name} available${from.replace(/^ (?:from|out of)/, ' in')}`,
  ),
  // "What are we low on?", "are we getting low on gloves?"
  form(
    '\\b(are|is|get|getting) (we|you|it|they) (?:(?:running|getting|really|too|very) )?low on\\b(?! (?:stock|sales|revenue|margins?|profits?|orders|customers|cash|money|discounts?)\\b)(?![^?.!]*\\b(?:this|last) (?:week|month|quarter|year)\\b)',
    '$1 $2 running low on',
  ),
  // "Do we have enough grills?": how much there is, and for how long; what is enough is not ours to say.
  form(
    `\\bdo (?:we|i) (?:still )?have enough (?:(?:stock|units|pieces|inventory) )?(?:of )?(?:the |our )?(?!(?:of|to|for|money|space|staff|people|data)\\b)((?:(?!(?:to|for|until|till|by|and|or)\\b)[^\\s?.!,;:]+ ?){1,7}?)(?: in stock| on hand| left)?(?=\\s*\\?*$)`,
    'on hand and days of cover of $1',
  ),
  // "How many stockouts did we have last month?": on any of its days.
  form(
    '\\bhow many stock[- ]?outs (?:did we have|have we had|were there|(?:have )?(?:happened|occurred))(?= (?:last|this|in|since|during|over|yesterday)\\b)',
    'how many products were out of stock',
  ),
  // "How fast do we turn Kitchen stock?"
  form(
    '\\bhow (?:fast|quickly|often|many times) (?:do|did|are|have) (?:we|they) (?:turn|turned|turning|rotate|rotated|rotating)(?: over)? (?:the |our )?([^?.!,]{2,40}?) (?:stock|inventory)\\b(?! of\\b)',
    'stock turnover of $1',
  ),
  // "Coffees that last between 15 and 30 days"
  form(
    `\\b(?:that |which |whose ${kept} )?(?:will |would |can )?${lasts} (?:for )?between (\\d+) and (\\d+) days\\b${pace}`,
    'with days of cover between $1 and $2 days',
  ),
  // "Items that will be gone in under 31 days", "accessories that run dry within two weeks"
  form(
    `\\b(?:that |which )?(?:will |would |may |could |are going to |is going to )?${empties} (?:within |in )(?:the next |the coming )?(${bound} )?${span}\\b${pace}`,
    (spoken, said = '', count = '', unit = '') => within(spoken, said ?? '', count, unit),
  ),
  form(
    `\\bhalf a year(?=(?:['’]s?)?(?: worth)?(?: of)? (?:worth|stock|supply|cover|sales|inventory)\\b)`,
    'six months',
  ),
  // "What are we sitting on more than six months of stock of?"
  form(
    `^((?:which|what)(?: [^?.!,]{2,30}?)?) (?:do|have|are) we (?:still )?(?:have|got|hold(?:ing)?|keep(?:ing)?|sitting on|stuck with) (${bound}) ${span}['’]?(?: worth)?(?: of)? (?:stock|cover|supply|inventory|sales)(?: of)?${closes}`,
    (spoken, what = '', said = '', count = '', unit = '') => {
      const of = within(spoken, said, count, unit);
      return of === spoken ? spoken : `${/^(?:what|which)$/i.test(what) ? 'which products' : what}${of}`;
    },
  ),
  // "More than 600 days' worth", "less than 2 weeks of supply"
  form(
    `\\b(?:with |have |has |having |hold |holding )?(${bound}) ${span}['’]?(?: worth)?(?: of)? (?:worth|stock|supply|sales)\\b(?: of)?(?: stock| supply| sales| them| it)?`,
    within,
  ),
  // "Products whose stock lasts less than a week at current sales", "items with stock for under 10 days"; but not "out of stock for …".
  form(
    `(?<!\\b(?:(?:out of|without|out-of) (?:stock |inventory )?|(?:open|outstanding|late|overdue) ))\\b(?:that |which |whose |with |of which )?(?:we )?(?:have |has |having |got |is |are )?(?:only |just )?(?:(?:enough|sufficient) )?(?:${kept} )?(?:left |remaining |on hand |there )?(?:that |which )?(?:will |would )?(?:for|to last|to cover|${lasts}(?: for)?)(?: us| me)? (${bound}) ${span}\\b${pace}`,
    within,
  ),
  // "How long reaches still the stock of Grills?", "for how many days suffices it still?"
  form(
    `^${howLong} (?:still )?${lasts} (?:still )?(?:us )?(?:(?:the|our) )?(?:${kept} (?:still )?(?:of|from|for) )?(?:the |our )?(?!we\\b|i\\b|it\\b|they\\b)(.{2,60}?)(?: still)?${closes}`,
    (_, name = '') => `days of cover of ${name.replaceAll(/\b(and|or) (?:from|of|for) /gi, '$1 ')}`,
  ),
  // "How long would our bedding last if nothing came in any more?": that is what cover is.
  form(
    ',? (?:if|when|assuming|even if) (?:nothing|no (?:more |new |further )?(?:deliver(?:y|ies)|orders?|stock|goods))(?: (?:else|more|new))? (?:is |are |was |were |ever )?(?:came|comes?|arrived?|arrives|delivered|ordered|bought)(?: in)?(?: any ?more| again| from now on)?(?=\\W*$)',
    '',
  ),
  // "Which warehouse runs out of gloves first?", "where will the gloves run out first?"
  form(
    `^(?:which|what) (\\w+(?: \\w+)?) (?:will |would |(?:is|are) going to )?(?:runs?|sells?) out (?:of (?:stock|(?!stock\\b)([^?.!,]{2,50}?)) )?(?:first|soonest|earliest)${closes}`,
    (_, what = '', of: string | undefined) =>
      `which ${what} has the lowest days of cover${of ? ` of ${of}` : ''}`,
  ),
  form(
    `^where (?:will|would|does|do|is|are) ([^?.!,]{2,50}?) (?:going to )?(?:run|sell) out (?:first|soonest|earliest)${closes}`,
    'which warehouse has the lowest days of cover of $1',
  ),
  // "Which products is most of our stock money in?"
  form(
    `^((?:which|what) (?:[\\w-]+ ){1,3}?)(?:is|are|has|have|holds?) (?:the )?(?:most|biggest part|largest part) of (?:the |our )?(?:(?:stock|inventory) (?:money|value|cash)|money in (?:stock|inventory))(?: (?:tied up|sitting|lying))?(?: in)?(?=\\s*[?.!]|\\s*$)`,
    '$1have the highest stock value',
  ),
  // "Which products were out of stock in Main for ten days or more since May?": in that time, and not on end until now.
  form(
    `${inTime}((?:more|less|fewer|longer) than|at least|over|under) (\\w+) days\\b`,
    (_, before = '', where = '', bound = '', days = '') =>
      `${before}had ${bound.replace(/^longer/i, 'more')} ${days} stock-out days${where}`,
  ),
  form(`${inTime}(\\w+) days or (?:more|longer)\\b`, '$1had at least $3 stock-out days$2'),
  // "Which ten products would last the longest with what we have?"
  form(
    '\\b(?:would |will |do |does |can )?lasts? (?:us )?(?:the )?(longest|shortest)\\b(?: with (?:what we have|the stock)(?: available| in stock| left)?)?',
    (_, which = '') => `have the ${/^l/i.test(which) ? 'highest' : 'lowest'} days of cover`,
  ),
  // "How many days until the water bottle runs out?"
  form(
    `(?:\\bat (?:the |our )?(?:current|present|recent|usual|same) (?:pace|rate|speed|demand|sales),? )?\\bhow (?:long|many (?:more )?days) (?:is it |will it be |do we have )?(?:until|till|before) (?:the |our |we run out of )?(?!we\\b|it\\b|they\\b)(.{2,60}?)(?: (?:will |is |are )?${empties})?${pace}${closes}`,
    'days of cover of $1',
  ),
  form(
    `^(?:the |our )?(.{3,60}?) ?(?:[,:;–-]+|\\.\\.+) ?(?:is |are )?(?:it |they )?(?:still )?(?:good |enough |sufficient )?${howLong}(?: (?:does|do|will|would|is|are|can))?(?: (?:it|they|we))?(?: still)?(?: be)?(?: ${lasts})?(?: (?:it|they))?(?: still| for| left| more)*${closes}`,
    'days of cover of $1',
  ),
];
