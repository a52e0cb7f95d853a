import type { Grain } from './calendar.ts';

/** What a question wants done with the figures. */
export type Focus =
  | 'compare'
  | 'change'
  | 'trend'
  | 'share'
  | 'why'
  | 'count'
  | 'list'
  | 'define'
  | 'help'
  | 'greeting'
  | 'thanks'
  | 'overview'
  | 'exclude'
  | 'only'
  | 'followup'
  | 'each'
  | 'total'
  | 'sell'
  | 'average'
  /** "How much of our revenue …" */
  | 'howMuchOf';
export type ChartWish = 'line' | 'bar' | 'table' | 'metric' | 'chart';

/** Phrases that mean the same whatever the tools declare. Words are compared without their plural. */
export const focusPhrases: Record<Focus, string[]> = {
  compare: [
    'compare',
    'compared',
    'comparing',
    'comparison',
    'versus',
    'vs',
    'against',
    'difference between',
    'than',
    'contrast',
    'side by side',
  ],
  change: [
    'going up',
    'going down',
    'gone up',
    'gone down',
    'go up',
    'go down',
    'went up',
    'went down',
    'change',
    'changed',
    'growth',
    'grow',
    'grew',
    'grown',
    'growing',
    'increase',
    'increased',
    'decrease',
    'decreased',
    'drop',
    'dropped',
    'decline',
    'declined',
    'fall',
    'fell',
    'fallen',
    'rise',
    'rose',
    'risen',
    'up or down',
    'gain',
    'gained',
    'lost',
    'delta',
  ],
  trend: [
    'trend',
    'trending',
    'over time',
    'development',
    'develop',
    'developed',
    'developing',
    'evolution',
    'evolve',
    'evolved',
    'history',
    'historical',
    'timeline',
    'time series',
    'course of',
    'progress',
  ],
  share: [
    'share',
    'share of total',
    'percentage',
    'percent',
    'per cent',
    'pct',
    'proportion',
    'mix',
    'split',
    'contribution',
    'part of',
    'fraction',
    'portion',
    'distribution',
    'breakdown in percent',
    'weight',
  ],
  why: [
    'why',
    'reason',
    'what drove',
    'what drives',
    'driver',
    'explain',
    'cause',
    'caused',
    'due to',
    'because of',
    'what happened',
    'behind',
    'what changed',
  ],
  count: ['how many', 'number of', 'count of', 'count'],
  list: ['list', 'which', 'name all', 'enumerate'],
  define: [
    'defined',
    'define',
    'definition',
    'meaning',
    'mean',
    'means',
    'calculated',
    'calculate',
    'computed',
    'formula',
    'stand for',
    'stands for',
    'what exactly is',
    'how do you measure',
    'how is measured',
    'measured',
    'difference in meaning',
  ],
  help: [
    'what can i ask',
    'what can you do',
    'what can you answer',
    'what can you tell me',
    'what do you know',
    'what question',
    'what data do you have',
    'what data is there',
    'what data is available',
    'what kind of question',
    'what sort of question',
    'help',
    'how do you work',
    'how does this work',
    'what is possible',
    'what are you able to',
    'capability',
    'what else can',
    'example question',
    'give me example',
    'what measure',
    'what metric',
    'which measure',
    'which metric',
    'what figures',
    'what kpi',
    'which kpi',
    'who are you',
    'who made you',
    'who built you',
    'are you ai',
    'are you an ai',
    'are you a bot',
    'are you human',
    'are you real',
    'what model',
    'what dimension',
    'which dimension',
    'what are you',
    'what is this',
  ],
  greeting: [
    'hi',
    'hello',
    'hey',
    'good morning',
    'good afternoon',
    'good evening',
    'greetings',
    'howdy',
    'how are you',
    'how is it going',
    'hi there',
  ],
  thanks: [
    'thanks',
    'thank you',
    'thx',
    'cheers',
    'great job',
    'well done',
    'nice one',
    'perfect',
    'awesome',
    'bye',
    'goodbye',
    'see you',
    'ok thanks',
    'cool',
  ],
  overview: [
    'how business',
    'how thing',
    'how are thing',
    'how is thing',
    'how is it going with sale',
    'overview',
    'summary',
    'summarize',
    'summarise',
    'dashboard',
    'how are we doing',
    'how is business',
    'how is the business',
    'how did we do',
    'performance',
    'perform',
    'performing',
    'performed',
    'doing',
    'tell me about',
    'status of',
    'state of',
    'everything about',
    'snapshot',
    'kpi',
    'at a glance',
  ],
  exclude: [
    'without',
    'excluding',
    'exclude',
    'except',
    'except for',
    'other than',
    'not including',
    'ignoring',
    'leave out',
    'leaving out',
    'but not',
    'apart from',
    'minus',
  ],
  only: [
    'only',
    'just',
    'solely',
    'limited to',
    'restrict to',
    'restricted to',
    'narrow to',
    'filter on',
    'filter by',
    'filter for',
    'focus on',
  ],
  followup: [
    'what about',
    'how about',
    'and',
    'instead',
    'also',
    'now',
    'then',
    'same',
    'same thing',
    'again',
    'break it down',
    'break that down',
    'break down',
    'drill down',
    'it',
    'that',
    'those',
    'them',
    'these',
    'this',
    'as well',
    'too',
    'switch to',
    'change it to',
    'make it',
    'make that',
    'but',
    'redo',
    'ok',
    'okay',
    'sort',
    'rather',
  ],
  each: [
    'by',
    'per',
    'for each',
    'each',
    'every',
    'across',
    'among',
    'grouped by',
    'broken down by',
    'split by',
    'split up by',
    'breakdown by',
    'along',
    'according to',
  ],
  howMuchOf: ['how much of', 'what part of', 'how much from'],
  total: [
    'total',
    'overall',
    'altogether',
    'in all',
    'in total',
    'sum',
    'all together',
    'company wide',
    'whole company',
    'entire company',
    'combined',
    'aggregate',
  ],
  sell: ['sell', 'sold', 'selling', 'seller', 'moved', 'move'],
  average: ['average', 'mean of', 'avg', 'on average', 'typical'],
};

export const orderPhrases: Record<'asc' | 'desc', string[]> = {
  desc: [
    'top',
    'best',
    'highest',
    'biggest',
    'largest',
    'greatest',
    'most',
    'leading',
    'leader',
    'strongest',
    'lead',
    'main',
    'winner',
    'hottest',
    'maximum',
    'max',
    'peak',
    'best performing',
    'best selling',
    'best seller',
    'bestseller',
    'bestselling',
    'top selling',
    'top seller',
    'ranking',
    'rank',
    'ranked',
    'descending',
    'popular',
    'most popular',
  ],
  asc: [
    'bottom',
    'worst',
    'lowest',
    'smallest',
    'least',
    'fewest',
    'weakest',
    'poorest',
    'slowest',
    'minimum',
    'min',
    'laggard',
    'loser',
    'worst performing',
    'worst selling',
    'worst seller',
    'lowest selling',
    'least popular',
    'ascending',
    'low',
  ],
};

export const grainPhrases: Record<Grain, string[]> = {
  day: ['daily', 'day by day', 'by day', 'per day', 'each day', 'every day', 'which day', 'a day'],
  week: ['weekly', 'week by week', 'by week', 'per week', 'each week', 'every week', 'which week', 'a week'],
  month: [
    'monthly',
    'month by month',
    'by month',
    'per month',
    'each month',
    'every month',
    'which month',
    'best month',
    'worst month',
    'month',
  ],
  quarter: [
    'quarterly',
    'quarter by quarter',
    'by quarter',
    'per quarter',
    'each quarter',
    'every quarter',
    'which quarter',
    'best quarter',
    'worst quarter',
    'quarter',
  ],
  year: [
    'yearly',
    'annual',
    'annually',
    'year by year',
    'by year',
    'per year',
    'each year',
    'every year',
    'which year',
    'best year',
    'year',
  ],
};

export const chartPhrases: Record<ChartWish, string[]> = {
  line: ['line chart', 'line graph', 'as line', 'as a line', 'line', 'curve'],
  bar: ['bar chart', 'bar graph', 'as bar', 'bar', 'column chart', 'histogram'],
  table: ['table', 'as table', 'as a table', 'in a table', 'tabular', 'spreadsheet', 'grid'],
  metric: ['single number', 'metric card', 'as a number', 'one number', 'single figure', 'metric'],
  chart: [
    'chart',
    'graph',
    'plot',
    'visualize',
    'visualise',
    'visualization',
    'visualisation',
    'diagram',
    'draw',
  ],
};

export const reorderPhrases = [
  ...[
    'reorder',
    'reordering',
    'reordered',
    're order',
    'reorder recommendation',
    'reorder suggestion',
    'inventory reorder',
  ],
  ...[
    'replenish',
    'replenishment',
    'restock',
    'restocking',
    'stock up',
    'need to order',
    'should order',
    'should buy',
  ],
  ...[
    'should we order',
    'should i order',
    'should we buy',
    'should i buy',
    'what to order',
    'what to buy',
    'order recommendation',
  ],
  ...[
    'purchase recommendation',
    'buying recommendation',
    'below reorder point',
    'reorder point',
    'run out',
    'running out',
  ],
  ...[
    'running low',
    'run low',
    'low stock',
    'low on stock',
    'low in stock',
    'about to run out',
    'need ordering',
    'needs ordering',
  ],
  ...['critical stock', 'urgent order', 'most urgent', 'stock alert', 'understocked', 'safety stock'],
];

/** More names for measures and dimensions, where they are declared. Declared synonyms come first. */
export const measureNames: Record<string, string[]> = {
  revenue: [
    'sale',
    'revenue',
    'money',
    'earned',
    'earn',
    'turnover',
    'sales figure',
    'made',
    'business',
    'spend',
    'spent',
    'spending',
    'money in sale',
  ],
  units: ['unit', 'unit sold net', 'item sold', 'piece sold', 'quantity sold', 'volume'],
  orders: ['order', 'sales order', 'customer order'],
  gross_margin: [
    'profit',
    'gross profit',
    'profitable',
    'most profitable',
    'profitability amount',
    'margin amount',
  ],
  margin_rate: [
    'margin percent',
    'margin rate',
    'margin %',
    'profit rate',
    'gross margin percentage',
    'gross margin percent',
    'profit percentage',
    'margin in percent',
  ],
  returns: ['return', 'returned', 'refund', 'returned goods'],
  return_rate: ['rate of return', 'returns rate'],
  discount: ['discounting', 'price cut', 'discount amount'],
  discount_rate: ['average discount', 'discount percent'],
  average_order_value: ['order value', 'average order', 'average basket value'],
  average_price: ['price', 'average unit price', 'selling price'],
  customers: ['customer count', 'how many customer'],
  products_sold: ['how many product sold', 'different product sold'],
  on_hand: [
    'stock',
    'inventory',
    'on hand',
    'unit on hand',
    'unit in stock',
    'unit of stock',
    'piece in stock',
    'in stock',
    'stock level',
    'inventory level',
    'stock status',
    'inventory status',
    'stock position',
    'stock quantity',
    'how much stock',
    'stocked',
  ],
  stock_value: [
    'value of inventory',
    'value of our inventory',
    'value of our stock',
    'value of the stock',
    'value of the inventory',
    'inventory worth',
    'stock worth',
    'inventory value',
    'capital in stock',
    'money in stock',
    'money in inventory',
    'worth',
    'money tied up',
    'capital tied up',
  ],
  out_of_stock: [
    'out of stock',
    'stock out',
    'stockout',
    'sold out',
    'no stock',
    'zero stock',
    'unavailable',
    'zero inventory',
    'empty',
  ],
  on_order: ['on order', 'incoming stock', 'inbound'],
  available: ['available', 'available stock', 'availability'],
  reserved: ['reserved', 'reservation'],
};
export const dimensionNames: Record<string, string[]> = {
  product: ['product', 'item', 'article', 'thing'],
  category: ['category', 'product category', 'department', 'product line', 'assortment group'],
  customer: ['customer', 'client', 'who bought', 'who buy'],
  customer_segment: ['segment', 'customer type', 'type of customer', 'customer group'],
  warehouse: ['warehouse', 'depot', 'location'],
  channel: ['channel', 'sales channel'],
  region: ['region', 'territory'],
  weekday: ['weekday', 'day of the week', 'day of week', 'which day of the week'],
};

/** Declared synonyms that are ordinary words: taken only after "by", "per", "each" or "which". */
export const weakWords = new Set([
  ...[
    'good',
    'model',
    'make',
    'label',
    'site',
    'account',
    'area',
    'ordered',
    'market',
    'country',
    'location',
    'article',
  ],
  ...[
    'committed',
    'promised',
    'allocated',
    'volume sold',
    'turnover',
    'pieces',
    'business',
    'made',
    'money',
    'thing',
  ],
  ...['price', 'empty', 'worth', 'earn', 'earned', 'department', 'manufacturer'],
]);

/** Words that carry no part of a question by themselves. */
export const fillers = new Set(
  `a an the of in on at for to from by with and or as is are was were be been being am do does did done doing have has had
  having i me my mine we us our ours you your it its he she they them their this that these those there here what which who
  whom whose when where how much many more some any all every each both either neither no not none can could would should will
  shall may might must let lets please show give tell display get see find present provide want need like know wondering wonder
  look looking view open pull fetch run make create produce print draw report say us just also so if then than too very
  really quite actually currently right now still already yet again only even about around approximately roughly between among
  within during per vs versus into out up down over under across through until till since before after while because but
  however although though ok okay well hey hi hello dear thanks thank kindly could exactly precisely specifically
  data figure number value amount result info information detail details analysis analytic statistic stats insight
  level rate total sum overall general whole entire complete full different various individual single specific certain other
  another new current actual latest recent ago day week month quarter year date time period half today yesterday
  go going went gone come coming came take taken took happen happened happening keep kept stay put set use used using work
  working help try think believe guess mean point one two first second third last next previous past prior
  company business firm organisation organization department team manager warehouse's sales's
  perform performing performed performance behave compare compared comparison
  break broken breakdown down split group grouped order ordered sort sorted rank ranked filter filtered
  high higher highest low lower lowest big bigger biggest large larger largest small smaller smallest good better best bad
  worse worst great greater strong weak fast slow quick long short
  sell sold selling buy bought buying purchased ship shipped shipping store stored hold held holding carry carried contain
  contains include including included consist
  sure question answer please quick quickly brief briefly short kind type sort way ways thing things part parts piece
  interested interesting important relevant possible able available
  based terms regard regarding respect concerning related according
  yes no maybe perhaps im id ill ive whats hows wheres theres dont doesnt didnt isnt arent cant wont
  per each vs etc eg ie s t re least most less fewer enough
  become became increase decrease grow shrink remain
  everything something anything nothing everyone someone
  i'd i'm what's how's let's it's that's
  history trend chart graph table plot list line bar column
  year's month's week's ranking overview summary status state situation picture
  compared relative respectively separately together
  own our company's today's
  came made main key major top bottom
  visualise visualize visualization dashboard
  deliver did given gives giving shows showing showed tells listed lists
  stand stands standing sit sitting lie
  exceed exceeded reach reached hit
  across throughout
  think did versus against
  much far
  minimum maximum
  start end begin beginning
  we've we're they're
  percent percentage share
  happened been
  fine cool
  ever never always often usually
  rather instead
  bring brought
  does below above beneath beyond money up down better worse who's stuff goods size left remaining remain named called titled unit's
  recommendation recommend recommended suggestion suggest suggested advice advise alert alerts notice
  please dashboard item wise basis respective breakdown
  earlier later early late former latter
  whats top's position
  wide total's
  improve improved improving worsen worsened
  understand understood explain explained
  available business's`
    .split(/\s+/)
    .filter(Boolean),
);
