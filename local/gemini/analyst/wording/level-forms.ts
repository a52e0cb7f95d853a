import { goods, sites } from '../vocabulary/things.ts';
import { form, type Written } from './replace-with.ts';

const nowGone =
  '(?:(?:currently|all|completely|already|just) )*(?:out of stock|(?:run|ran|sold) (?:out|dry)(?: of stock)?|gone|used up|out)';
const today = '(?: (?:right )?now| today| at the moment)?';
const whereTold = `(?:(?:in|at) (?:which|what) (?:of (?:our|the) )?${sites}|where)(?=\\s*[?.!]|\\s*$)`;
/** What may be low, and is not what lies in stock. */
const noGoods =
  '(?:regions?|customers?|clients?|suppliers?|vendors?|channels?|segments?|warehouses?|sites?|categor\\w+|brands?|months?|weeks?|days?|quarters?|margins?|rates?|prices?|ones?|of)\\b';

const weHold =
  '(?:do|have|are) we (?:still )?(?:have|got|hold(?:ing)?|carry(?:ing)?|keep(?:ing)?|sitting on|stock(?:ing)?|stuck with)';
const tooMany = '(?:far |way |much )?too (?:much|many)';

/** Ways to ask which goods there are none, few or too many of. */
export const levelForms: [RegExp, Written][] = [
  // "What's out of stock, and in which warehouse?", "what has run out, and where?"
  form(
    `^(?:what|which ${goods})(?:['’]?s| is| are| have| has| are we| have we| did we)? ${nowGone}(?: of)?((?: (?:in|from) [^?.!,]{2,40}?)?)${today},? (?:and )?${whereTold}`,
    'which products$1 are out of stock by product and warehouse',
  ),
  // "Which gloves are sold out, and in which warehouse?": both are told.
  form(
    `^which ([^?.!,]{2,40}?)(?: (?:are|is|have|has|had))? ${nowGone}${today},? (?:and )?${whereTold}`,
    'which products of $1 are out of stock by product and warehouse',
  ),
  // "Which vaccines are low, and where?": what is to be reordered is told for each warehouse.
  form(
    `^(what|which (?!${noGoods})[^?.!,]{2,40}?)(?:['’]s| are| is)(?: (?:getting|running|too))? low(?: in stock| on stock)?${today},? (?:and )?${whereTold}`,
    '$1 is running low',
  ),
  // "Which vaccines are low?" speaks of their stock.
  form(
    `^(which (?!${noGoods})[^?.!,]{2,40}? (?:are|is) )(?:(?:getting|running|too) )?low(?=\\s*[?.!]|\\s*$)`,
    '$1running low',
  ),
  // What does not sell at all is too much, too, so all slow movers are meant and not what is overstocked alone.
  // "Which product do we have too much of compared with what it sells?", "which grills are we sitting on too many of?"
  form(
    `^(?:which|what)(?: ${goods}| (?!${noGoods})([^?.!,]{2,30}?))? ${weHold} ${tooMany}(?: stock)? of\\b(?: compared (?:to|with) (?:what|how much) (?:it|they|we) sells?)?`,
    (_, kind = '') => `slow movers${kind === '' ? '' : ` of ${kind}`}`,
  ),
  // "Where are we sitting on far too much stock?"
  form(`^where ${weHold} ${tooMany} (?:stock|inventory|goods|units)\\b`, 'slow movers'),
  // "What do we have the most money in?"
  form(
    `^(?:what|which ${goods}|where) (?:do|have) we (?:have |got )?(?:the )?most (?:of our |of the )?(?:money|capital|cash)(?: (?:tied up|stuck|sitting|bound|locked up))?(?: in)?(?=\\s*[?.!]|\\s*$)`,
    'which products have the highest stock value',
  ),
  // "How fast do the grills sell?"
  form(
    `^how (?:fast|quick|quickly) (?:do|does|did|is|are) (?:the |our )?(?!(?:stock|inventory|sales|we|orders?|deliver\\w*|shipments?|returns?|transfers?|suppliers?|vendors?|customers?)\\b)([^?.!,]{2,40}?) (?:sell|selling|sell out|go)(?=\\s*[?.!]|\\s*$)`,
    'what is the daily demand of $1',
  ),
  // "Where is the jigsaw out of stock?"
  form(
    `^where (?:is|are) (?!we\\b|there\\b)(?:the |our )?([^?.!,]{2,50}?) ${nowGone}${today}(?=\\s*[?.!]|\\s*$)`,
    'which products of $1 are out of stock by product and warehouse',
  ),
  // "Coffee stock in days", "stock of coffee in days"
  form(
    '^((?:the |our )?(?:stock|inventory)(?: on hand)? (?:of|for|in|at) [^?.!,]{2,40}?|[^?.!,]{2,40}? (?:stock|inventory)(?: on hand)?) in days(?=\\s*[?.!,]|\\s*$)',
    (_, of = '') =>
      `days of cover of ${of.replace(/^(?:the |our )?(?:stock|inventory)(?: on hand)? (?:of|for) | (?:stock|inventory)(?: on hand)?$/gi, '')}`,
  ),
];
