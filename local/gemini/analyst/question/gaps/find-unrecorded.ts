import type { Parts } from '../../parts/parts.ts';
import type { Question } from '../question.ts';
import { lacking } from './lacking.ts';

type Unrecorded = { said: RegExp; measures?: RegExp; missing: string; nearest: string };

/** Figures that have the words of another one, and that no record here tells. */
const unrecorded: Unrecorded[] = [
  {
    said: /\b(?:delivery|shipping|transit|lead) times? (?:to|for) (?:our |the )?(?:customers?|clients?)\b/,
    missing: 'record of when orders of customers were delivered',
    nearest: 'What is the lead time by supplier?',
  },
  {
    said: /\b(?:in transit|on (?:its|the) way|under way|en route) between\b/,
    missing: 'record of stock on its way between warehouses',
    nearest: 'What were the transfers by warehouse last month?',
  },
  {
    said: /\b(?:how many|number of|count of) (?:outbound |outgoing |customer )?shipments\b(?!.*\b(?:from|late|overdue|delayed|open|due|expect\w*|arriv\w*|receiv\w*|suppliers?|come|came|missed)\b)/,
    missing: 'number of shipments',
    nearest: 'How many units were shipped last month?',
  },
  {
    // "How much of our growth comes from online?": no share of what is sold.
    said: /\b(?:how much|(?:what|which) (?:share|part|percentage|percent|proportion)|% ) of (?:the |our |this |that |its )*(?:\w+ )?(?:growth|increase|rise|gain|decline|drop|decrease|fall)\b.*\b(?:com(?:es?|ing)|came|is|was|due|down|from|explained)\b/,
    missing: 'share of a change that one part of it makes',
    nearest: 'What drove the change in revenue?',
  },
  {
    // "How much of our sales are discounted?": how much was given off tells nothing of what it was given on.
    said: /\b(?:how much|how many|(?:what|which) (?:share|part|percentage|percent|proportion)) of (?:the |our |all |total )*(?:sales|revenue|turnover|orders|units|business) (?:is|are|was|were|do we|did we) (?:\w+ )?(?:discounted|on (?:discount|offer|promotion|sale)|(?:at|with) a discount|sold (?:at|with) (?:a )?(?:discount|reduced))/,
    missing: 'figure of the sales on which a discount was given',
    nearest: 'What was the discount rate last month?',
  },
  {
    // "Which products do only vets buy?"
    said: /\b(?:which|what) (?:[\w-]+ ){1,3}(?:do|does|did|are|is|were|was) (?:only|just) (?:[\wÀ-ÿ'’&-]+ ){1,4}(?:buy|order|purchase|use|return|bought by|ordered by)\b|\b(?:bought|ordered|purchased|returned|used) (?:only|just|exclusively) by\b/,
    missing: 'way to find what only some customers buy',
    nearest: 'Which products sold most, by customer segment?',
  },
  {
    said: /\b(?:which|what)\b.*\bboth (?:buy|bought|order|ordered|purchased?|return|returned|sell|sold)\b/,
    missing: 'way to find what two kinds of customers both have',
    nearest: 'Which products sold most, by customer segment?',
  },
  {
    said: /^(?!.*\b(?:purchase|pos)\b).*\borders (?:that |which )?(?:have|had|has|hold|held|contain\w*|include\w*) (?:more than|less than|fewer than|over|at least|at most) \w+ (?:different |distinct )?(?:products?|items?|lines?|articles?)\b/,
    missing: 'figures of single customer orders',
    nearest: 'How many units were sold per order last month?',
  },
  {
    said: /\b(?:do|should|must|can|could) (?:we|i) (?:need to |have to |want to )?(?:transfer|move|shift|rebalance|relocate) (?:anything|something|any|some|stock|goods|more)\b/,
    missing: 'advice on what to transfer between warehouses',
    nearest: 'What is the cover by warehouse?',
  },
  {
    said: /\b(?:caus(?:e|es|ed|ing)|(?:lead|leads|led|leading) to|responsible for|to blame for|the (?:cause|reason) (?:of|for)|because of)\b.*\bstock-?outs?\b|\bstock-?outs?\b.*\b(?:caused by|because of|due to|the fault of)\b/,
    missing: 'record of what stock-outs were caused by',
    nearest: 'Which products had the most stock-out days last month?',
  },
  {
    // "What were the reasons for the returns?"
    said: /\bwhy for (?:the |our |all )*(?:customer )?returns?\b/,
    missing: 'record of why goods were returned',
    nearest: 'What is the return rate by product?',
  },
  {
    said: /\b(?:allowed|entitled|permitted) to (?:return|send back)\b/,
    missing: 'record of what may be returned to a supplier',
    nearest: 'How many units were rejected last month, by supplier?',
  },
  {
    said: /\bgross margin return on (?:inventory|stock)\b|\bgmroii?\b/,
    missing: 'figure of the margin that stock returned',
    nearest: 'What is the stock turnover by category?',
  },
  {
    said: /\b(?:more|fewer|less) (?:overdue|late|open) (?:purchase )?(?:orders|lines|pos|deliveries)\b.*\bthan (?:last|in|the|a)\b/,
    measures: /^(?:late_|open_|days_late)/,
    missing: 'record of what was open or late at an earlier time',
    nearest: 'Which purchase orders are late?',
  },
  {
    said: /\b(?:(?:minimum|min|minimal|economic) (?:purchase )?order (?:quantit(?:y|ies)|qty|sizes?)|moqs?)\b/,
    missing: 'record of minimum order quantities',
    nearest: 'What should I reorder?',
  },
  {
    said: /\b(?:we|our)\b.*\bship(?:ped|s|ping)?\b.*\blate\b|\blate shipments? to (?:our |the )?customers\b|\bfill rate (?:to|for|of) (?:our |the )?customers?\b|\bcustomer fill rate\b/,
    measures: /^(?:late_|missed_|fill_rate|on_time)/,
    missing: 'record of when orders of customers were to be shipped',
    nearest: 'What is the on-time rate by supplier?',
  },
  {
    // "Highest order value last month": of the mean it would be that of a product.
    said: /^(?:and )?(?:what (?:is|was) )?(?:the |our )?(?:highest|maximum|max|biggest|largest|lowest|smallest|minimum|min) order (?:value|size)s?\b(?!.*\b(?:by|per|each)\b)/,
    measures: /^average_order_value$/,
    missing: 'figures of single customer orders',
    nearest: 'What was the average order value last month?',
  },
  {
    said: /\b(?:did|do|have|had|are|were) we (?:\w+ )?deliver(?:ed|ing)?\b.*\b(?:late|on time)\b/,
    missing: 'record of when orders of customers were to be shipped',
    nearest: 'What is the on-time rate by supplier?',
  },
  {
    // "Open sales orders", "revenue of orders not yet delivered": what is open here was ordered from suppliers.
    said: /^(?!.*\breserv).*(?:\b(?:open|pending|outstanding|late|overdue|cancell?ed|undelivered|unshipped|incomplete|completed?) (?:sales|customers?'?|clients?'?) orders?\b|\b(?:sales|customers?'?|clients?'?) orders? (?:(?:that|which|are|is|were|have|has|been|still) )*(?:open|outstanding|pending|late|overdue|cancell?ed|not (?:yet )?(?:been )?(?:delivered|shipped|sent))\b|\b(?:cancell?ed|undelivered) (?:sales|revenue|turnover)\b|\b(?:sales|revenue|turnover)\b(?:(?! and )[^.?!])*\bnot (?:yet )?(?:been )?(?:delivered|shipped)\b)/,
    missing: 'state of single customer orders',
    nearest: 'How much stock is reserved, by warehouse?',
  },
  {
    said: /\bowed\b|\b(?:revenue|sales|turnover|money)(?: (?:we|already|actually))? collected\b|\bcollected (?:revenue|sales|turnover|money)\b/,
    missing: 'data about invoices or payments',
    nearest: 'What is the revenue by customer?',
  },
  {
    said: /\b(?:incl(?:uding|usive of)?|with|plus|free) (?:free )?(?:shipping|freight|postage)\b/,
    missing: 'record of what shipping costs',
    nearest: 'What was the revenue last month?',
  },
  {
    said: /\b(?:number|count|how many) (?:of )?(?:(?:the|our) )?(?:rejected (?:purchase )?(?:orders|deliveries|shipments)|(?:purchase )?(?:orders|deliveries|shipments) (?:(?:were|got|did|have|been|we) )*reject(?:ed)?)\b/,
    measures: /^reject/,
    missing: 'number of orders that were rejected',
    nearest: 'How many units were rejected, by supplier?',
  },
  {
    // "How many tenders did we lose?": what came of it is in no record of orders.
    said: /\boutcomes? of (?:tender|bid|deal|contract|pitch|proposal|offer|quot|rfp|negotiation|opportunit)/,
    missing: 'record of tenders, offers or deals that were won or lost',
    nearest: 'How many orders were placed, by channel, last year?',
  },
  {
    said: /^(?!.*\b(?:against|compared|vs|versus|than|between|from|by|more|fewer)\b).*\borders (?:(?:did|have|were|we|been|that) )*(?:lose|lost)\b/,
    missing: 'record of orders that were lost',
    nearest: 'How did the number of orders change from the year before last to last year?',
  },
  {
    said: /\b(?:(?:lost|missed|lose|losing|miss) (?:\w+ ){0,3}(?:sales|revenue|turnover|business|orders)|(?:sales|revenue|turnover|business|orders)(?: (?:did|do|have|had|has|were|was))?(?: we)?(?: been)? (?:lost|lose|losing|missed|miss))\b.*\b(?:stock-?outs?|out of stock|empty shelves)\b/,
    missing: 'record of sales that were lost because of stock-outs',
    nearest: 'Which products had the most stock-out days last month?',
  },
  {
    said: /\b(?:only|just|exactly) (?:one|a single|1) (?:supplier|vendor|source)\b|\b(?:single|sole)[- ](?:source[ds]?|supplier|sourcing)\b/,
    missing: 'record of how many suppliers a product has',
    nearest: 'How many products does each supplier have?',
  },
  {
    said: /\b(?:biggest|largest|greatest|highest|top)\b(?!.*\b(?:positive|negative|net|upward|downward)\b)/,
    measures: /^adjusted_units$/,
    missing: 'way to rank adjustments by their size, up or down,',
    nearest: 'Which products had the most shrinkage last month?',
  },
  {
    said: /\bby (?:the )?(?:reasons?|causes?)\b/,
    measures: /^(?:adjusted_units|shrinkage)/,
    missing: 'record of why stock was adjusted',
    nearest: 'What were the stock adjustments by warehouse last month?',
  },
  {
    said: /\b(?:purchase orders|pos)\b(?!.*\b(?:lines|units|value)\b).*\b(?:received|arrived|delivered)\b/,
    measures: /^units_received$/,
    missing: 'number of purchase orders by the day on which they were received',
    nearest: 'How many deliveries arrived last week?',
  },
  {
    said: /\b(?:in (?:money|dollars|euros|pounds)|how much money|money value|values?|worth)\b/,
    measures: /^adjusted_units$/,
    missing: 'value of adjustments, up and down together,',
    nearest: 'What was the shrinkage value last month?',
  },
  {
    said: /\blines (?:(?:were|was|are|got|get|did|have|has|been|we) )*reject(?:ed)?\b|\brejected (?:order )?lines\b/,
    measures: /^reject/,
    missing: 'number of lines that were rejected',
    nearest: 'How many units were rejected, by supplier?',
  },
  {
    // What is late is late now; of what came late the lines are counted.
    said: /\b(?:deliver(?:ed|s|y)?|arrived?|came|come|received?) (?:\w+ ){0,3}units (?:too )?late\b|\bunits (?:that )?(?:(?:were|was|are|got) )*(?:deliver(?:ed)?|arriv(?:ed|e|ing)|came|come|received) (?:too )?late\b/,
    measures: /^late_units$/,
    missing: 'number of units that came late',
    nearest: 'How many promised days did each supplier miss?',
  },
];

/** "Fill rate to customers", "biggest stock adjustments": the figure that the words have by themselves would answer another question. */
export function findUnrecorded({ text, measures }: Parts): Question | null {
  const found = unrecorded.find(
    ({ said, measures: figures }) =>
      said.test(text) && (figures === undefined || measures.flat().some(({ name }) => figures.test(name))),
  );
  return found ? lacking(found) : null;
}
