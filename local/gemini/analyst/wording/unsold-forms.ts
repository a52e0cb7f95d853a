import { toNumber } from '../vocabulary/numbers.ts';
import { form, type Written } from './replace-with.ts';

const noSale =
  "(?:without (?:(?:a|any|a single|one) )?(?:sales?|selling|being sold)|(?:(?:not|never) (?:been )?(?:sold|selling|sell)|(?:has|have|did|does|do)(?:n['’]?t| not) (?:been )?(?:sold|sell|selling|had (?:a|any) sales?|have (?:a|any) sales?)|no sales?)(?: at all| anything)?)";
const longer =
  '(?:(?:for|in|over|during|within) )(?:(?:more than|over|at least|longer than|the (?:last|past)) )?';
const span = '(an?|half an?|\\d+|\\w+) (days?|weeks?|months?|quarters?|years?)(?: or (?:more|longer))?';

/** "Not sold for more than six months", "in stock for over a year without a sale": nothing sold in the days until today, and no bound on cover. */
export const unsoldForms: [RegExp, Written][] = [
  // "What's not selling?"
  [
    /^(?:what(?:['’]s| is)|(?:which|what) (?:products?|items?|articles?|skus?|goods|things) (?:is|are)|what isn['’]?t|(?:which|what) (?:products?|items?|articles?|skus?|goods|things) (?:isn|aren)['’]?t)(?: currently)?(?: not)? selling\b(?<=n['’]?t selling|not selling)(?: at all)?(?! (?:well|much|fast|quickly|enough|better|best)\b)/gi,
    'which products have no sales',
  ],
  // "What's sitting around in Sacramento that nobody buys?", "what lies there that no one wants?"
  form(
    `^(?:what|which (?:products|items|articles|stock|goods|things))(?:['’]s| is| are| do we have| have we got)? (?:just |still |only )*(?:lies?|lying|sits?|sitting|stands?|standing|gathering dust|collecting dust)(?: around| about| there)*((?: (?:in|at) [^?.!,]{2,40}?)?),? (?:that |which |and )?(?:nobody|no ?one|no customer) (?:ever )?(?:buys?|wants?|orders?|takes?|needs?|is buying|has bought)(?: it| them| any ?more)*(?=\\s*[?.!]|\\s*$)`,
    'which products are slow movers$1',
  ),
  // "Is there anything on the shelves that nobody bought in the last three months?"
  form(
    `^(?:is there|are there|do we have|have we(?: got)?|what(?:['’]s| is| do we have)?(?: there)?|which|show(?: me)?|list)(?: still)?(?: (?:anything|something|stuff|everything|(?:any |all )?(?:the )?(?:products|items|articles|stock|goods|things)))?((?: (?:still )?(?:in|at|on) (?:stock|(?:the |our )?[^?.!,]{2,30}?)| lying around| there)?),? (?:that |which )?(?:nobody|no ?one|no customer|not (?:a single|one) customer) (?:has |have )?(?:ever )?(?:bought|ordered|wanted|purchased|taken|took)(?: (?:any ?more|at all|any of))*`,
    'which products$1 have no sales',
  ),
  form(`\\b(${noSale}) ${longer}${span}(?=\\s*(?:[?.!,]|$))`, inLast),
  form(
    `\\b(?:(?:been|is|are|lying|sitting|laying|standing|left|kept) )*(in (?:the |our )?(?:stock|warehouse|inventory)) ${longer}${span} (${noSale})`,
    (said, place = '', count = '', unit = '', denied = '') => {
      const text = inLast(said, denied, count, unit);
      return text === said ? said : `${place} ${text}`;
    },
  ),
];

function inLast(said: string, denied = '', count = '', unit = ''): string {
  const number = /^half/i.test(count) ? 0.5 : /^an?$/i.test(count) ? 1 : toNumber(count.toLowerCase());
  const days = daysOf[unit.toLowerCase().replace(/s$/, '')];
  return number === null || days === undefined
    ? said
    : `${denied} in the last ${Math.round(number * days)} days`;
}

const daysOf: Record<string, number> = { day: 1, week: 7, month: 30.4, quarter: 91.25, year: 365 };
