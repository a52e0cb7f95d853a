import { customers } from '../vocabulary/things.ts';
import { form, type Written } from './replace-with.ts';

export const buys =
  '(?:buy|bought|buying|order|ordered|ordering|purchase|purchased|purchasing|shop|shopped|shopping)';
const buysHere = `(?:${buys}|placed? (?:an|any|another|a single|one) orders?)(?: (?:anything|something|from us|with us|at all|any more|anymore|again|yet|since then))*`;
const denies =
  "(?:(?:have|has|had|do|did|does)(?: (?:not|never)|n['’]?t|nt)|never|no longer)(?: (?:yet|ever|actually))*";
const inTime = '(?=(?: yet)? ?(?:since|in|for|during|over|within|this|last|so far)\\b)';

const stretches: Record<string, string> = {
  'a week': '7 days',
  'a month': '30 days',
  'a quarter': '3 months',
  'half a year': '6 months',
  'a year': '12 months',
};

/** Ways to ask who ceased to buy: "lapsed customers" (or products), in the time that is said. */
export const lapsedForms: [RegExp, Written][] = [
  // "Some resellers bought last year and then stopped. How many are there?", which is "how many: some resellers …" by now.
  form(
    `^(?:(how many|which|who): )?(?:some|a few|several|many) (?:of (?:our|the) )?([\\w&' -]{3,30}?) (?:have |had )?(?:${buys})(?: (?:from|with) us)? ([^?.!,]{3,40}?),? (?:and|but) (?:then |have |has |since )*(?:stopped(?: (?:buying|ordering))?|never (?:came back|ordered again|bought again)|nothing since)(?:[.!?:,–-]+ (?:and )?(how many|which|who)(?: (?:are|were|is) (?:there|they|those|these|it|that)(?: exactly)?| of (?:them|those))?)?(?=\\W*$)`,
    (_, first = '', who = '', time = '', asks = '') =>
      `${/^how/i.test(first || asks) ? `how many ${who}` : `which ${who}`} bought ${time} but nothing since`,
  ),
  form(
    `\\b(${buys}(?: (?:from|with) us)? (?:in|last|this|during|over) [^?.!,]{3,40}?),? (?:and|but) (?:then |have |has |since )*(?:stopped(?: (?:buying|ordering))?|never (?:came back|ordered again|bought again))(?=\\W*$)`,
    '$1 but nothing since',
  ),
  // "Which customers have we not seen since July?"
  form(
    `\\b(?:which|what) (?:of our )?(${customers}) have we (?:not|n['’]t) (?:seen|heard from|sold to|had orders? from|had an order from)(?: (?:any ?more|again))?\\b`,
    'which $1 have not ordered',
  ),
  // "Which customers should we call because they stopped buying?"
  form(
    `\\b(${customers}) (?:should|must|do|could|can) (?:i|we) (?:need to |have to )?(?:call|ring|phone|contact|visit|win back|write to|reach out to|email)(?: (?:today|now|first|this week|again))*,? (?:because|since|as|who|that) (?:they )?(?=${denies}|(?:have |has )?(?:stopped|quit|ceased|gone))`,
    '$1 that ',
  ),
  // "Customers in the West that bought nothing since June", "… without an order since June"
  form(
    `\\b(${customers})( (?:in|from|of) (?:the |our )?[\\w ]{2,25}?)? (?:(?:that|which|who) )?(?:(?:have |has |had )?(?:bought|ordered) nothing(?: at all)?|without (?:an?|any|a single) (?:order|purchase))(?: (?:from|with) us)? (since [^?.!,;]{2,30}|(?:in|over|during|for) the (?:last|past) [^?.!,;]{2,30}|(?:this|last) (?:week|month|quarter|year)|in (?:20\\d\\d|q[1-4]|h[12])\\b[^?.!,;]{0,10})`,
    '$1 that have not ordered $3$2',
  ),
  // "New online customers that started buying from us": they are new.
  [
    /(?<=\bnew (?:[\w&-]+ ){0,2}customers) (?:that |which |who )?(?:have |has )?(?:started|began|begun) (?:to )?(?:buy|order|trade|deal|shop)(?:ing)?(?: (?:from|with|at) us)?\b/gi,
    '',
  ],
  // "Who bought in 2025 but not this year?", "how many shops bought last year and nothing since?": lapsed in the second time, of those of the first.
  form(
    `\\b(?:who|which|what|list|show|any|all|how many|number of|(?=${customers}\\b)|^(?=[\\wÀ-ÿ&-]+s (?:that|who)\\b))(?: (?:the|our|of our|of the|me))* ?((?:[\\wÀ-ÿ&-]+ ){0,3}?)(?:that |who |which |have |has |had |did |we |were |was )*(?:${buys}|sell|sold)(?: from us| with us| something| anything)* ([^?.!;]{3,60}?),? (?:but|and|yet) (?:then )?(?:(?:${denies}) (?:${buysHere}|sold(?: anything)?|done so)|not(?: any more| again| at all)?|nothing(?: (?:more|else))?|none)(?: yet| at all)? (since(?: then)?(?=\\W*$)|[^?.!;,]{3,40})`,
    (said, who = '', first = '', second = '') =>
      `${/^(?:how many|number)/i.test(said) ? 'how many ' : ''}${toLapsed(who, first, /^since(?: then)?$/i.test(second) ? 'since then' : second)}`,
  ),
  // "Our biggest customers last year that haven't bought this year"
  form(
    `\\b(?:who (?:are|were) |which |what |list |show |any |all )?(?:the |our |of our )*(?:(?:biggest|best|top|largest) )?((?:\\w+ )?${customers}) ((?:(?:in|from|of|during) )?(?:last|this|the|20\\d\\d|q[1-4])\\b[^?.!;]{0,30}?),? (?:that|who|which) ${denies} ${buysHere} ?([^?.!;,]{3,40})`,
    (_, who = '', first = '', second = '') => toLapsed(who, first, second),
  ),
  // "How many of the customers who ordered last year did not order anything in the third quarter?", "last year's customers that …"
  form(
    `\\b(?:(how many|number of|which|what|list|show) )?(?:(?:out )?of )?(?:the |our |all |those )*(?:((?:[\\w&-]+ ){0,2}?${customers}) (?:who|that|which) (?:have |had |has )?${buysHere} ([^?.!;,]{3,40}?)|((?:last|this) \\w+|20\\d\\d|yesterday)['’]s? ((?:[\\w&-]+ )?${customers}))(?:,? (who|that|which|and|but|how many|which ones|how many of them|which of them))*,? ${denies} ${buysHere}\\b ?([^?.!;,]{3,40})`,
    (_, asks = '', who = '', first = '', other = '', whose = '', again = '', second = '') => {
      const counts = /how many|number/i.test(`${asks} ${again}`) ? 'how many ' : '';
      return `${counts}${toLapsed(who || whose, first || other, second)}`;
    },
  ),
  // "Which restaurants have not ordered anything for more than two months?"
  form(
    `\\b(${denies} ${buysHere}) (?:for|in)(?: (?:more than|over|at least|longer than|the last|about|almost|nearly))? (an?|half a|\\w+) (day|week|month|quarter|year)(s?)\\b`,
    (said, what = '', count = '', unit = '', many = '') => {
      const stretch =
        stretches[`${count} ${unit}`.toLowerCase()] ?? (many === '' ? null : `${count} ${unit}s`);
      return stretch === null ? said : `${what} in the last ${stretch}`;
    },
  ),
  // "Customers who haven't ordered since July", "who has not bought anything this year"
  form(
    `\\b(?:who|(?:which |what |list |show |any |all |the |our )*((?:\\w+ )?${customers})(?: (?:who|that|which))?) ${denies} ${buysHere}${inTime}(?: yet)?`,
    (_, who = '') => `lapsed ${toNoun(who)}`,
  ),
  // "Hospitals that haven't bought anything this year", "any hotels without an order since July?", of one kind of customers
  form(
    `^(?:(?:and|so|which|what|list|show|give|me|any|all|are|there|the|our|of|do|we|have) )*((?!(?:suppliers?|vendors?|products?|items?|articles?|skus?|brands?|categories|subcategories|warehouses?|sites?|orders?|sales|units|others|us)\\b)(?:[\\wÀ-ÿ&'-]+ )?(?!(?:suppliers?|vendors?|products?|items?|articles?|skus?|brands?|categories|subcategories|warehouses?|sites?|orders?|sales|units|others|ones|is|was|has)\\b)[\\wÀ-ÿ&'-]+s) (?:that |who |which )?(?:${denies} ${buysHere}|(?:have |has |had )?(?:bought|ordered|purchased) nothing(?: (?:at all|from us))*|(?:with|have|had|has) (?:no|zero) (?:orders?|purchases?)|without (?:an?|any|a single) (?:orders?|purchases?))${inTime}`,
    (_, who = '') =>
      new RegExp(`${customers}$`, 'i').test(who) ? `lapsed ${toNoun(who)}` : `lapsed customers of ${who} `,
  ),
  // "Which hospitals have not ordered anything since March?", "which offices stopped ordering this year?"
  form(
    `\\bwhich (?:of (?:our|the) )?((?!(?:suppliers?|vendors?|customers?|clients?|products?|items?|articles?|skus?|brands?|categor|warehouses?|sites?|of|ones?)\\b)[\\wÀ-ÿ&'-]+(?: [\\wÀ-ÿ&'-]+)??)(?: (?:that|who))? (?:${denies} ${buysHere}${inTime}(?: yet)?|(?:have |has )?(?:stopped|quit|ceased) (?:buy|order|purchas)ing(?: (?:from|with) us)?(?: altogether| completely| at all)?)`,
    (_, who = '') => `lapsed customers of ${who} `,
  ),
  // "Who stopped buying from us?"
  form(
    `\\b(?:who|(?:(?:which|what|list|show|any|all|the|our|how many) )*((?:\\w+ )?${customers})(?: (?:who|that|which))?)(?: (?:have|has|did|do|are|no longer))* (?:stop(?:s|ped)?|quit|ceased?|gave up|given up|no longer) (?:buy|order|purchas|shopp|com)(?:ing)?(?: (?:from|with|to) us)?`,
    (said, who = '') => `${/how many/i.test(said) ? 'how many ' : ''}lapsed ${toNoun(who)}`,
  ),
  form(
    `\\b${customers} (?:that |which |who )?(?:have |did )?(?:we|i) (?:have )?(?:lost|lose)\\b`,
    'lapsed customers',
  ),
  // "Which customers ordered in the spring and have gone quiet since July?"
  form(
    `\\b(?:who|(?:which |what |list |show |any |all |the |our )*((?:\\w+ )?${customers})(?: (?:who|that|which))?)(?: (?:have|has|had|did))* ${buys}(?: from us| something)* ([^?.!;]{3,60}?),? (?:but|and|yet) (?:(?:have|has) )?(?:since )?(?:gone|went) (?:quiet|silent|cold)(?: on us)? ([^?.!;,]{3,40})`,
    (_, who = '', first = '', second = '') => toLapsed(who, first, second),
  ),
  form(
    `\\b(?:the |our )?${customers} (?:who |that |which )?(?:(?:have |has )?(?:gone|went) (?:quiet|silent|cold)(?: on us)?|(?:have |has )?(?:left|abandoned) us)\\b`,
    'lapsed customers',
  ),
  form(
    `\\b(?:lost|inactive|dormant|churned|former|gone) ((?:\\w+ )?${customers})\\b`,
    (_, who = '') => `lapsed ${toNoun(who)}`,
  ),
  form(`\\b(?:have|did) (?:we|i) (?:lost|lose) (?:any |some |many )?${customers}\\b`, 'lapsed customers'),
  // "…, with the date of their last order": the list tells it.
  form(
    `\\b(lapsed [^?.!]{5,80}?)[?.!,]*(?: and)? (?:(?:with|show(?:ing)?|incl(?:uding)?|plus|give me|tell me) (?:me )?(?:the )?(?:(?:date|day)s? of )?(?:their|the|each one['’]s) (?:very )?(?:last|latest|most recent) (?:order|purchase)s?(?: (?:date|day)s?)?|when (?:did (?:they|each|each of them|it) last ${buys}|(?:was|were) (?:their|the) (?:last|latest|most recent) (?:order|purchase)s?))(?=\\s*[?.!]|\\s*$)`,
    '$1',
  ),
];

/** What kind of customers or products they are holds for both times, and stands behind both. */
function toLapsed(who: string, first: string, second: string): string {
  const noun = toNoun(who).trim();
  const [, ofCustomers] = /^customers of (.+)$/.exec(noun) ?? [];
  const [, ofProducts] = /^(.+) (?:products|items|articles|skus)$/i.exec(noun) ?? [];
  const kind = ofCustomers ?? ofProducts;
  const things = ofCustomers !== undefined ? 'customers' : ofProducts !== undefined ? 'products' : noun;
  return `lapsed ${things} ${second}, bought ${first}${kind === undefined ? '' : `, of ${kind}`}`;
}

/** "Clients" are customers; "wholesale customers" are customers of that kind; products and brands stay what they are. */
export function toNoun(said: string): string {
  const words = said.trim().split(/\s+/).filter(Boolean);
  const last = words.at(-1) ?? '';
  if (!new RegExp(`^${customers}$`, 'i').test(last))
    return words.length === 0 ? 'customers ' : `${words.join(' ')} `;
  const kind = words
    .slice(0, -1)
    .filter((word) => !/^(?:of|our|the|which|what|how|many|all|any)$/i.test(word));
  return kind.length === 0 ? 'customers ' : `customers of ${kind.join(' ')} `;
}
