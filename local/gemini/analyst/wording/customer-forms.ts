import { buyerMoves } from './buyer-moves.ts';
import type { Written } from './replace-with.ts';
import { month } from './time-words.ts';

const customers = '(?:customers?|clients?|buyers?|accounts?|shoppers?)';
const buys =
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
/** Ways to ask who began to buy and who ceased: "new customers" and "lapsed customers" (or products), in the time that is said. */
export const customerForms: [RegExp, Written][] = [
  // "Who is Okafor Hotel?" is asked of a customer or a supplier, whose name is a name.
  [
    /^((?:and |so |ok,? )?)[Ww]ho(?:['’]s| is| are) (?!(?:I|We)\b)(\p{Lu}[\p{L}\d&'’.-]*(?: (?:\p{Lu}[\p{L}\d&'’.-]*|&|and|of|the|\d+))*)(?=\s*[?.!]*\s*$)/gu,
    '$1how is $2 doing',
  ],
  // "How many customers bought products last month?": what else.
  [
    new RegExp(
      `\\b(how many (?:[\\w-]+ ){0,2}${customers} ${buys}) (?:any |some |our )?(?:products|items|articles|goods|something|anything)(?! (?:from|of|by|at|with|that|which|worth|more|other)\\b)(?! in (?!(?:the )?(?:last|this|past|q[1-4]|h[12]|20\\d\\d|${month})\\b))`,
      'gi',
    ),
    '$1',
  ],
  // "Purchases by customer" are what they bought.
  [new RegExp(`\\bnumber of purchases by (?=(?:the |our )?${customers}\\b)`, 'gi'), 'number of orders by '],
  [new RegExp(`\\bpurchases by (?=(?:the |our )?${customers}\\b)`, 'gi'), 'sales by '],
  // "Customers in the West that bought nothing since June", "… without an order since June"
  [
    new RegExp(
      `\\b(${customers})( (?:in|from|of) (?:the |our )?[\\w ]{2,25}?)? (?:(?:that|which|who) )?(?:(?:have |has |had )?(?:bought|ordered) nothing(?: at all)?|without (?:an?|any|a single) (?:order|purchase))(?: (?:from|with) us)? (since [^?.!,;]{2,30}|(?:in|over|during|for) the (?:last|past) [^?.!,;]{2,30})`,
      'gi',
    ),
    '$1 that have not ordered $3$2',
  ],
  // "New online customers that started buying from us": they are new.
  [
    /(?<=\bnew (?:[\w&-]+ ){0,2}customers) (?:that |which |who )?(?:have |has )?(?:started|began|begun) (?:to )?(?:buy|order|trade|deal|shop)(?:ing)?(?: (?:from|with|at) us)?\b/gi,
    '',
  ],
  // "Who bought in 2025 but not this year?", "how many shops bought last year and nothing since?": lapsed in the second time, of those of the first.
  [
    new RegExp(
      `\\b(?:who|which|what|list|show|any|all|how many|number of|(?=${customers}\\b))(?: (?:the|our|of our|of the|me))* ?((?:[\\w&-]+ ){0,3}?)(?:that |who |which |have |has |had |did |we |were |was )*(?:${buys}|sell|sold)(?: from us| with us| something| anything)* ([^?.!;]{3,60}?),? (?:but|and|yet) (?:then )?(?:(?:${denies}) (?:${buysHere}|sold(?: anything)?|done so)|not(?: any more| again| at all)?|nothing(?: (?:more|else))?|none)(?: yet| at all)? (since(?: then)?(?=\\W*$)|[^?.!;,]{3,40})`,
      'gi',
    ),
    (said, who = '', first = '', second = '') =>
      `${/^(?:how many|number)/i.test(said) ? 'how many ' : ''}lapsed ${toNoun(who)}${/^since(?: then)?$/i.test(second) ? 'since then' : second}, bought ${first}`,
  ],
  // "Our biggest customers last year that haven't bought this year"
  [
    new RegExp(
      `\\b(?:who (?:are|were) |which |what |list |show |any |all )?(?:the |our |of our )*(?:(?:biggest|best|top|largest) )?((?:\\w+ )?${customers}) ((?:(?:in|from|of|during) )?(?:last|this|the|20\\d\\d|q[1-4])\\b[^?.!;]{0,30}?),? (?:that|who|which) ${denies} ${buysHere} ?([^?.!;,]{3,40})`,
      'gi',
    ),
    (_, who = '', first = '', second = '') => `lapsed ${toNoun(who)}${second}, bought ${first}`,
  ],
  // "How many of the customers who ordered last year did not order anything in the third quarter?", "last year's customers that …"
  [
    new RegExp(
      `\\b(?:(how many|number of|which|what|list|show) )?(?:(?:out )?of )?(?:the |our |all |those )*(?:((?:[\\w&-]+ ){0,2}?${customers}) (?:who|that|which) (?:have |had |has )?${buysHere} ([^?.!;,]{3,40}?)|((?:last|this) \\w+|20\\d\\d|yesterday)['’]s? ((?:[\\w&-]+ )?${customers}))(?:,? (who|that|which|and|but|how many|which ones|how many of them|which of them))*,? ${denies} ${buysHere}\\b ?([^?.!;,]{3,40})`,
      'gi',
    ),
    (_, asks = '', who = '', first = '', other = '', whose = '', again = '', second = '') => {
      const counts = /how many|number/i.test(`${asks} ${again}`) ? 'how many ' : '';
      const kind = /^customers of (.+?) $/.exec(toNoun(who || whose))?.[1];
      return `${counts}lapsed customers ${second}, bought ${first || other}${kind ? `, of ${kind}` : ''}`;
    },
  ],
  // "Which restaurants have not ordered anything for more than two months?"
  [
    new RegExp(
      `\\b(${denies} ${buysHere}) (?:for|in)(?: (?:more than|over|at least|longer than|the last|about|almost|nearly))? (an?|half a|\\w+) (day|week|month|quarter|year)(s?)\\b`,
      'gi',
    ),
    (said, what = '', count = '', unit = '', many = '') => {
      const stretch =
        stretches[`${count} ${unit}`.toLowerCase()] ?? (many === '' ? null : `${count} ${unit}s`);
      return stretch === null ? said : `${what} in the last ${stretch}`;
    },
  ],
  // "Customers who haven't ordered since July", "who has not bought anything this year"
  [
    new RegExp(
      `\\b(?:who|(?:which |what |list |show |any |all |the |our )*((?:\\w+ )?${customers})(?: (?:who|that|which))?) ${denies} ${buysHere}${inTime}(?: yet)?`,
      'gi',
    ),
    (_, who = '') => `lapsed ${toNoun(who)}`,
  ],
  // "Which hospitals have not ordered anything since March?"
  [
    new RegExp(
      `\\bwhich (?:of (?:our|the) )?((?!(?:suppliers?|vendors?|products?|items?|articles?|skus?|brands?|categor|warehouses?|sites?|of|ones?)\\b)[\\w&'-]+(?: [\\w&'-]+)?) ${denies} ${buysHere}${inTime}(?: yet)?`,
      'gi',
    ),
    (_, who = '') => `lapsed customers of ${who} `,
  ],
  // "Who stopped buying from us?"
  [
    new RegExp(
      `\\b(?:who|(?:(?:which|what|list|show|any|all|the|our|how many) )*((?:\\w+ )?${customers})(?: (?:who|that|which))?)(?: (?:have|has|did|do|are|no longer))* (?:stop(?:s|ped)?|quit|ceased?|gave up|given up|no longer) (?:buy|order|purchas|shopp|com)(?:ing)?(?: (?:from|with|to) us)?`,
      'gi',
    ),
    (said, who = '') => `${/how many/i.test(said) ? 'how many ' : ''}lapsed ${toNoun(who)}`,
  ],
  [
    new RegExp(
      `\\b${customers} (?:that |which |who )?(?:have |did )?(?:we|i) (?:have )?(?:lost|lose)\\b`,
      'gi',
    ),
    'lapsed customers',
  ],
  // "Which customers ordered in the spring and have gone quiet since July?"
  [
    new RegExp(
      `\\b(?:who|(?:which |what |list |show |any |all |the |our )*((?:\\w+ )?${customers})(?: (?:who|that|which))?)(?: (?:have|has|had|did))* ${buys}(?: from us| something)* ([^?.!;]{3,60}?),? (?:but|and|yet) (?:(?:have|has) )?(?:since )?(?:gone|went) (?:quiet|silent|cold)(?: on us)? ([^?.!;,]{3,40})`,
      'gi',
    ),
    (_, who = '', first = '', second = '') => `lapsed ${toNoun(who)}${second}, bought ${first}`,
  ],
  [
    new RegExp(
      `\\b(?:the |our )?${customers} (?:who |that |which )?(?:(?:have |has )?(?:gone|went) (?:quiet|silent|cold)(?: on us)?|(?:have |has )?(?:left|abandoned) us)\\b`,
      'gi',
    ),
    'lapsed customers',
  ],
  [
    new RegExp(`\\b(?:lost|inactive|dormant|churned|former|gone) ((?:\\w+ )?${customers})\\b`, 'gi'),
    (_, who = '') => `lapsed ${toNoun(who)}`,
  ],
  [
    new RegExp(`\\b(?:have|did) (?:we|i) (?:lost|lose) (?:any |some |many )?${customers}\\b`, 'gi'),
    'lapsed customers',
  ],
  // "Which accounts placed their very first order in 2024?"
  [
    new RegExp(
      `\\b(?:who|(?:which |what |list |show |any |all |the |our )*((?:\\w+ )?${customers})(?: (?:who|that|which))?)(?: (?:have|has|had|did))* (?:placed?|made?|gave|sent)(?: us)? (?:their|its|an?|the) (?:very )?first(?:[- ]ever| ever)? (?:order|purchase)s?(?: ever)?(?: (?:with|from) us)?`,
      'gi',
    ),
    (_, who = '') => `new ${toNoun(who)}`,
  ],
  // "Who bought for the first time?", "customers that we won" (a win was written as the best before)
  [
    new RegExp(
      `\\b(?:who|(?:which |what |list |show |any |all |the |our )*((?:\\w+ )?${customers})(?: (?:who|that|which))?)(?: (?:have|has|had|did))* (?:${buys}|placed an order)(?: from us| with us)? for the (?:very )?first time`,
      'gi',
    ),
    (_, who = '') => `new ${toNoun(who)}`,
  ],
  [
    new RegExp(
      `\\b(?:first[- ]time|newly (?:won|acquired|gained)|brand[- ]new|new) ((?:\\w+ )?${customers})\\b`,
      'gi',
    ),
    (_, who = '') => `new ${toNoun(who)}`,
  ],
  // "Customers with only one order": no more, and no fewer.
  [
    /\b(with|have|has|had|having|placed|made) (?:only|just) (?=(?:one|two|three|four|five|[1-5]) (?:orders?|purchases?)\b)/gi,
    '$1 exactly ',
  ],
  [new RegExp(`\\b(${customers}) with (?:one|1|a single) (?=orders?\\b)`, 'gi'), '$1 with exactly one '],
  [
    new RegExp(
      `\\b(${customers})(?: (?:who|that|which))?(?: (?:have|has|had))? (?:(?:only|just) )?(?:ordered|bought|purchased|shopped)(?: (?:from|with|at) us)? (?:(?:only|just|exactly) )?once\\b`,
      'gi',
    ),
    '$1 with exactly one order',
  ],
  // "How many customers ordered more than once last month?"
  [
    new RegExp(
      `\\b(${customers})(?: (?:who|that|which))?(?: (?:have|has|had))? (?:ordered|bought|purchased|shopped)(?: (?:from|with|at) us)? more than (once|twice)\\b`,
      'gi',
    ),
    (_, who = '', often = '') => `${who} had more than ${/once/i.test(often) ? 1 : 2} orders`,
  ],
  // "Which restaurant orders most often?"
  [
    /\b(which|who|what)( (?:of our |of the )?[^?.!,]{2,30}?)? (?:orders?|ordered|buys?|bought|purchased) (?:from us )?(?:the )?(most|least) (?:often|frequently|times)\b/gi,
    '$1$2 had the $3 orders',
  ],
  // "Customers who ordered more than 10 times"
  [
    /(?<!\b(?:we|i|us) (?:have |had )?)\b(?:(?:who|that|which) )?(?:have |has |had )?(?:ordered|bought|purchased|shopped)(?: (?:from|with|at) us)? (more than|less than|fewer than|at least|at most|over|under|up to) (\w+) times\b/gi,
    'with $1 $2 orders',
  ],
  // "Customers who spent more this year than last year"
  [
    new RegExp(
      `\\b(?:(?:which|what|list|show|all|how many|number of)(?: the| our| of our)? )?(${customers}) (?:(?:who|that|which) )?(?:have |has )?(?:spent|bought|ordered|purchased) (more|less)((?: with us)?(?: in)? (?:this|last|20\\d\\d|q[1-4]|h[12])[^?.!;,]{0,30}?) than (?:in )?((?:this|last|20\\d\\d|q[1-4]|h[12]|the)\\b[^?.!;,]{0,30})`,
      'gi',
    ),
    (_, who = '', way = '', now = '', then = '') =>
      `which ${who} that have ${way === 'more' ? 'grown' : 'fallen'}${now} compared with ${then}`,
  ],
  ...buyerMoves,
  // "How many new pubs started buying from us?", "which restaurants began ordering this year?"
  [
    /\b(?:(how many|number of) )?(?:which |what |any )?(?:new )?(?!(?:we|they|you|people|customers?|clients?|products?|items?|suppliers?|vendors?|brands?|sales|orders?)\b)([\w&'-]+s) (?:that |which |who )?(?:have |has )?(?:started|start|began|begun) (?:to )?(?:buy|order|trade|deal|shop)(?:ing)?(?: (?:from|with|at) us)?\b/gi,
    (_, counted = '', who = '') => `${counted ? 'how many ' : ''}new customers of ${who}`,
  ],
  // "How many new restaurants did we gain?", "new hotels this year"
  [
    /\bnew (?!(?:customers?|clients?|buyers?|accounts?|shoppers?|products?|items?|articles?|suppliers?|vendors?|brands?|orders?)\b)([\w&'-]+s)(?: (?:(?:did|have|has) )?(?:we|i) (?:(?:did|have|has) )?(?:win|won|the best|gain|gained|get|got|add|added|acquire|acquired|attract|attracted|sign up|signed up|pick up|picked up)\b| the best\b)/gi,
    'new customers of $1',
  ],
  [
    /\bnew (pubs|bars|restaurants|hotels|caf[eé]s|clinics|hospitals|pharmacies|dentists|practices|schools|offices|contractors|landscapers|resellers|retailers|wholesalers|caterers)\b/gi,
    'new customers of $1',
  ],
  // "Which region gained the most new customers?" ranks their number.
  [
    new RegExp(
      `\\b(?:gain(?:ed)?|won|win|the best|got|add(?:ed)?|acquired?|attracted|brought in|signed up) (?=(?:the )?(?:most|fewest|more|fewer|least) new ${customers}\\b)`,
      'gi',
    ),
    'had ',
  ],
  // "How many of this year's customers are new?"
  [
    new RegExp(
      `\\bhow many of (?:the |our )?(?:(this|last) (\\w+)['’]s )?${customers}( (?:in|this|last|of|since) [^?.!,]{2,25}?)? (?:are|were) new\\b`,
      'gi',
    ),
    (_, which = '', unit = '', time = '') => `how many new customers ${which} ${unit}${time}`,
  ],
  // "Customers who sent back goods for more than 1,200"
  [
    new RegExp(
      `\\b(${customers}) (?:who|that|which) (?:have |has |had )?(?:returned|sent back|brought back)(?: (?:goods|things|items|products|stuff))?(?: (?:for|worth) (?=(?:more than|over|above|less than|under|below|at least) [$€£]?[\\d.,]+(?! ?\\w*(?:units|pieces|orders|items|times)\\b)(?! [a-z]+s\\b))| (?=(?:more than|over|above|less than|under|below|at least) [$€£]\\d))`,
      'gi',
    ),
    '$1 with returns ',
  ],
  [
    new RegExp(
      `\\b(?:new )?${customers} +(?:that |which )?(?:have |did )?(?:we|i) (?:have )?(?:won|win|the best|gained?|acquired?|signed up|picked up)\\b|\\bnew ${customers} +(?:won|the best|gained|acquired)\\b`,
      'gi',
    ),
    'new customers',
  ],
];

/** "Clients" are customers; "wholesale customers" are customers of that kind; products and brands stay what they are. */
function toNoun(said: string): string {
  const words = said.trim().split(/\s+/).filter(Boolean);
  const last = words.at(-1) ?? '';
  if (!new RegExp(`^${customers}$`, 'i').test(last))
    return words.length === 0 ? 'customers ' : `${words.join(' ')} `;
  const kind = words
    .slice(0, -1)
    .filter((word) => !/^(?:of|our|the|which|what|how|many|all|any)$/i.test(word));
  return kind.length === 0 ? 'customers ' : `customers of ${kind.join(' ')} `;
}
