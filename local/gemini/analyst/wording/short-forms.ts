import { month, shortWeekdays } from '../time/time-patterns.ts';
import { form, rewrite, type Written } from './replace-with.ts';

const units = 'day|wk|week|mth|mo|month|qtr|quarter|yr|year';
const counted = 'order|cust|customer|client|unit|sku|product|item|transaction|basket|store|supplier|line';
/** What a figure is told for. */
const dims =
  '(?:site|warehouse|whse|cat|category|subcat|subcategory|brand|channel|region|segment|supplier|vendor|weekday)';
/** A time that may be taken back: "last month, no, last quarter". */
const time = `(?:FY|fy|fiscal(?: year)?|q[1-4]|h[12]|(?:last|this|past|previous) \\w+|${month})(?: (?:19|20)\\d\\d)?|(?:19|20)\\d\\d|today|yesterday`;

const weekdays: Record<string, string> = {
  ...{ mon: 'Mondays', tue: 'Tuesdays', wed: 'Wednesdays', thu: 'Thursdays', fri: 'Fridays' },
  ...{ sat: 'Saturdays', sun: 'Sundays' },
};
const weekday = `(${shortWeekdays})(?:s|r|rs|nes)?(?:days?)?`;

/** What people write short: "pls", "mths", "cust", "whse", "recvd". Words that may be names are taken in lower case only. */
const shortForms: [RegExp, Written][] = [
  [/\b(?:pls|plz|plse)\b/gi, 'please'],
  [/\blst\b/gi, 'last'],
  [/\bhve\b/gi, 'have'],
  [/\bfil(?= rates?\b)/gi, 'fill'],
  [/\bover due\b/gi, 'overdue'],
  [/\boos\b/gi, 'out of stock'],
  [/\b(?:rn|atm)\b/g, 'right now'],
  [/\bsel\b/g, 'sell'],
  [/\byer\b/g, 'year'],
  [/\b(?:teh|hte)\b/gi, 'the'],
  // "Now against the same month a year ago" goes on, and means no day.
  [
    /^((?:and |ok(?:ay)?,? |good,? )?)now,? (?=(?:against|vs\.?|versus|compared (?:to|with)|compare (?:it|that|this) (?:to|with)|than) (?:the )?same\b)/gi,
    '$1',
  ],
  [/\bworth (?:altogether|all together|in all|all in all)\b/gi, 'worth in total'],
  [/\bcostum(?=ers?\b)/gi, 'custom'],
  [/\bwhich single\b/gi, 'which'],
  [/\bhwo\b/gi, 'how'],
  [/\badn\b/gi, 'and'],
  [/\bfro(?= (?:the|our|last|this|each|every|all)\b)/gi, 'for'],
  [/\bform (?=(?:the )?(?:last|this|past) )/gi, 'from '],
  [/\bthier\b/gi, 'their'],
  [/\b(?:wat|wht|waht|whta)\b/gi, 'what'],
  [/\b(what|where|how|who)s\b/gi, "$1's"],
  [/(?<=^|\s)n(?=\s)/g, 'and'],
  [/(?<=[\p{L}\d)]) \+ (?=\p{L})/gu, ' and '],
  [/(?<=\s|^)@ ?(?=\p{L})/gu, 'at '],
  [/\bsell[- ]?thru\b(?! rate)/gi, 'sell-through rate'],
  [/\bthru\b/gi, 'through'],
  [/\b(?:btwn|betw|bw)\b/g, 'between'],
  [/\bw\/o\b/gi, 'without'],
  [/\bw\/in\b/gi, 'within'],
  [/\bw\/(?=\s)/gi, 'with'],
  [/(?<![\p{L}\d])# ?(?:of )?(?=\p{L}{3})/gu, 'number of '],
  // "Gloves size M", "in size 44": the catalog has the size alone.
  [/\b(?:in )?(?:the )?size (?=(?:x{0,3}[sml]|\d{1,2}(?:\.\d)?)\b)/gi, ''],
  // "M nitrile gloves": the size stands behind the name in most catalogs.
  [
    /(?<![\p{L}\d'’-])(X{0,3}[SML]) ((?!(?:sales|units|orders|customers|products|items)\b)(?:\p{Ll}[\p{Ll}-]+ )??\p{Ll}{2,}s)(?![\p{L}'’-])/gu,
    '$2 $1',
  ],
  // What one trade calls its products.
  [/\btitles\b/g, 'products'],
  [/\bcurr\b/gi, 'current'],
  [/\bprev\b/gi, 'previous'],
  [/\bgimme\b/gi, 'give me'],
  [/\bhav\b/gi, 'have'],
  // Figures.
  [/\brevs?\b/gi, 'revenue'],
  [/\bqtys?\b/gi, 'quantity'],
  [/\bpcs?\b/gi, 'pieces'],
  [/\bamt\b/gi, 'amount'],
  [/\bcnt\b/g, 'count'],
  [/\bval\b/g, 'value'],
  [/\bvol\b/g, 'volume'],
  [/\bords?\b/gi, 'orders'],
  [/\b(?:stk|invty)\b/gi, 'stock'],
  [/\binv(?= (?:value|turns?|levels?|on hand|by|per|at|in)\b)/g, 'inventory'],
  [/\bon[- ]?hand\b/gi, 'on hand'],
  [/\b(?:SOH|QOH|OH)\b/g, 'stock on hand'],
  [/\b(?:DOH|DOS|DOC)\b/g, 'days of cover'],
  [/\b(?:OTD|OTIF)\b/g, 'on-time rate'],
  [/\bLT\b/g, 'lead time'],
  [/\bavail\b/gi, 'available'],
  [/\b(?:alloc|allocd)\b/gi, 'allocated'],
  [/\b(?:resvd|rsvd)\b/gi, 'reserved'],
  [/\bsls\b/gi, 'sales'],
  [/\b(?:mgn|mrgn)s?\b/gi, 'margin'],
  [/\b(?:GM|margins?) ?\$+ ?(?:&|and|\+|\/) ?(?:%|pct\b)/gi, 'gross margin and margin rate'],
  [/\b(?:GM|margins?) ?(?:%|pct\b) ?(?:&|and|\+|\/) ?\$+/gi, 'margin rate and gross margin'],
  [/ ?(?:&|\+|\band) ?\$+(?![\d$])/g, ' and value'],
  [/\bGM ?(?:%|pct\b|percent\b)/gi, 'margin rate'],
  [/\bGM ?\$+/gi, 'gross margin'],
  [/\bin \$+(?=\s*(?:[?.!,]|$|and\b|&|or\b))/g, 'in dollars'],
  [/\b(?:so )?(?:many )?(more|fewer|less|most|fewest) pieces\b/gi, '$1 units'],
  [/\b(avg|average) disc\b/gi, '$1 discount'],
  [/\bdiscs?(?= ?%| (?:rate|pct|by|per|ytd|last|this|given|granted)\b)/g, 'discount'],
  [/\bret(?= rates?\b)/gi, 'return'],
  [/\bret(?= (?:\$|by|per|value)(?:\s|$))/g, 'returns'],
  [/\bexp(?= dates?\b)/gi, 'expected'],
  [/\bneg(?= (?:margin|stock|growth)\b)/gi, 'negative'],
  [/\bl(\d{1,2})m\b/g, 'last $1 months'],
  [
    /\b(products?|items?|skus?|articles?) (?:with no|without(?: any)?|with zero) stock\b(?! left)/gi,
    '$1 out of stock',
  ],
  [
    /\b(lead time|order value|price|selling price|discount rate|basket|delivery delay|margin rate) (?:avg\b\.?|average\b)(?=\s*(?:$|[,;&+?]|and\b|by\b|per\b|in\b|for\b|last\b|this\b|ytd\b))/gi,
    'average $1',
  ],
  [/(?<=\bshare\b[^?.!]{0,40})\bGM\b/g, 'gross margin'],
  // "Stock by site, no Torqwell"
  [
    /(?:,| -| –) no (?!(?:need|more|rush|hurry|chart|table|problem|worries|idea|sales|stock|orders?|returns?|thanks|matter|longer|doubt|later|less|fewer|limit|filter|split|period|one|of|detail|decimals|comparison|total|breakdown|totals)\b|\d)(?=\p{L})/giu,
    ', without ',
  ],
  // What happens to goods.
  [/\b(?:recd|recvd|rcvd|rcd|rec['’]d)\b/gi, 'received'],
  [/\b(?:rtnd|retd|rtrnd|ret['’]d)\b/gi, 'returned'],
  [/\b(?:rtns|rtrns|rets)\b/gi, 'returns'],
  [/\b(?:shpd|shppd|ship['’]d)\b/gi, 'shipped'],
  [/\b(?:dlvd|delvd|dlvrd|del['’]d)\b/gi, 'delivered'],
  [/\b(?:cxld|cxl['’]d|cncld|canc['’]d|cxd)\b/gi, 'cancelled'],
  [/\b(?:xfer|xfr|trf|tfr|trsf)(s?)\b/gi, 'transfer$1'],
  [/\b(?:xferred|xferd)\b/gi, 'transferred'],
  [/\bin ?\/ ?out\b/gi, 'in and out'],
  [/^stock check\b[,:]?(?: (?:on|for|of|in|at))?/gi, 'stock in'],
  // What there is.
  [/\bcust(?= (?:returns?|segments?|types?)\b)/gi, 'customer'],
  [/\bcusts?\b/gi, 'customers'],
  [/\bprods?\b/gi, 'products'],
  // "Stock - site / cat"
  form(
    `(?:\\s[-–]\\s|,\\s*)(?=(?:${dims})(?:\\s*(?:\\/|&|\\band\\b)\\s*(?:${dims}))?\\s*(?:[,;?.]|$|\\s[-–]\\s))`,
    ' by ',
  ),
  form(`\\b(by|per|each) (${dims})\\s*(?:\\/|&|\\bx\\b)\\s*(?=(?:${dims})\\b)`, '$1 $2 and '),
  [/\b(by|per|each|across|every|top|bottom|and|\d+) (sub)?cats?\b/gi, '$1 $2category'],
  [/\b(by|per|each|every) segs?\b/gi, '$1 segment'],
  [/\b(by|per|each|every) (?:chan|chnl)s?\b/gi, '$1 channel'],
  [/\b(by|per|each) (?:supp|vend)s?\b/gi, '$1 supplier'],
  [/\bmargs?(?= ?%| (?:rate|by|per)\b|\s*$)/g, 'margin'],
  [/\bsuppls?\b/gi, 'suppliers'],
  [/\bdcs?\b/gi, 'warehouse'],
  [/\b(?:whse|whs|w\/h)s?\b/gi, 'warehouse'],
  [/\bwich\b/gi, 'which'],
  // Times.
  [/\b(?:yday|y['’]day|yest|ystdy|ystrdy)\b/gi, 'yesterday'],
  [/\b(?:tdy|2day)\b/gi, 'today'],
  [/\bpst\b/gi, 'past'],
  [/\b(?:yr|yrs)\b/gi, 'year'],
  [/\b(?:qtr|qrtr)s?\b/gi, 'quarter'],
  [
    /\b(last|this|the|previous|prior|per|each|every|by|a) q(?=\s*(?:[?.!,]|$| (?:before|ago|earlier|so far|to date|vs|versus|compared)\b))/gi,
    '$1 quarter',
  ],
  [/\bb4\b/gi, 'before'],
  [/\b(the day before) yesterday\b/gi, '2 days ago'],
  [/\b(?:days? of the week|(?<!(?:last|this|per|each) )week days)\b/gi, 'weekday'],
  [/\b(?:mth|mths|mnth|mnths)\b/gi, 'month'],
  [/\b(?:wk|wks)\b/gi, 'week'],
  [/\b(?:wknd|wkend)(s?)\b/gi, 'weekend$1'],
  [/\bper mo\b/gi, 'per month'],
  [/\b(last|this|past|previous|next|same|current|prior) mo\b/gi, '$1 month'],
  [/\b(last|this|per|each|every|past|previous|next|the|by|\d+) moth(s?)\b/gi, '$1 month$2'],
  [/\bsept\b\.?/gi, 'September'],
  [/(?<!\d )\blw\b/g, 'last week'],
  [/(?<!\d )\blm\b/g, 'last month'],
  [
    /\byesterday\b([^?!]{1,60}?)\b(?:the )?same (?:week)?day (?:of )?(?:the )?last week\b/gi,
    'yesterday$1 8 days ago',
  ],
  [
    /\btoday\b([^?!]{1,60}?)\b(?:the )?same (?:week)?day (?:of )?(?:the )?last week\b/gi,
    'today$1 7 days ago',
  ],
  form(`\\be\\.?o\\.?m\\.? (?=${month}\\b)`, 'at the end of '),
  [/\beo([mqy])\b(?! \w)/gi, 'at the end of last $1'],
  [/\bat the end of last m\b/g, 'at the end of last month'],
  [/\bat the end of last q\b/g, 'at the end of last quarter'],
  [/\bat the end of last y\b/g, 'at the end of last year'],
  [
    /\b([qh][1-4]) ['’]?([0-3]\d)\b(?=\s*(?:$|[?.!,;:)]|[-–] |(?:vs|v|versus|and|to|against|compared|over|or|by|per|in|for)\b))/gi,
    '$1 20$2',
  ],
  [/\bin ['’]?([012]\d)(?=\s*(?:[?.!,;]|$))/g, 'in 20$1'],
  [/\bb4\b/gi, 'before'],
  [/\bcalendar (?:year )?(?=(?:19|20)\d\d\b)/gi, ''],
  // "FY... no, calendar 2013": what is taken back is not asked.
  form(
    `\\b(?:${time})\\s*(?:\\.{2,}|…|[,–-])\\s*(?:no|sorry|er+m?|wait|i mean(?:t)?|rather|make (?:that|it)|scratch that)[, ]+(?=(?:for |in )?(?:${time})\\b)`,
    '',
  ),
  // "Disc % > 3"
  [
    /(%|\brate|\bpct) ?(>=?|<=?|above|below|over|under) ?(?!0)(\d+(?:\.\d+)?)(?![\d.]*\s*(?:%|percent))/gi,
    '$1 $2 $3%',
  ],
  // "COGS / site"
  [new RegExp(`(?<=\\p{L}) ?\\/ ?(?=(?:${dims})\\b)`, 'giu'), ' by '],
  [/, ?%(?=\s*[?.!]?\s*$)/g, ', in percent'],
  // "Units/day", "revenue/cust".
  [new RegExp(`(?<=\\p{L}) ?\\/ ?(?=(?:${units}|${counted})\\b(?!\\s*\\/))`, 'giu'), ' per '],
];

/** A question with its short forms written out. */
export function writeOut(text: string): string {
  const full = (day: string) => weekdays[day.slice(0, 3).toLowerCase()] ?? day;
  return rewrite(text, shortForms).replace(
    new RegExp(
      `\\b${weekday}( (?:vs\\.?|versus|against|or|compared (?:to|with)|to|through|till|until|and|&) | ?[-–/] ?)${weekday}\\b`,
      'gi',
    ),
    (_, one: string, joint: string, other: string) => {
      const joined = /[-–]/.test(joint) ? ' to ' : /\//.test(joint) ? ' vs ' : joint.replace('&', 'and');
      return `${full(one)}${joined}${full(other)}`;
    },
  );
}
