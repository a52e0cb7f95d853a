import type { Parts } from '../../parts/parts.ts';
import { dayName } from '../../time/time-patterns.ts';
import { aboveOne } from '../../vocabulary/numbers.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import { fromOthers } from '../../wording/between-sites.ts';

/** What a question asks for that every figure here would leave out without a word. */
export function findDropped(parts: Parts): string | null {
  const { text, names, dimensions, measures } = parts;
  const [said] = forms.flatMap((form) => form.exec(text)?.[1] ?? []);
  if (said !== undefined) return said;
  // "Late orders that were due on Friday": a day that is not read as that of the promise is none of the order.
  const [, due] = parts.daysOf === 'expected' ? [] : (dueOn.exec(text) ?? []);
  if (due !== undefined) return due;
  // "Open orders by supplier with expected date": each supplier has many.
  const [, dated] =
    /\b(with (?:the |their |its )?(?:expected|due|promised|delivery) dates?)\b/.exec(text) ?? [];
  const isDated = dimensions.flat().some(({ name }) => /^(?:expected_date|purchase_order)$/.test(name));
  if (dated !== undefined && !isDated && dimensions.length > 0) return dated;
  // "How many units did Calgary take from other warehouses?": of what is sold no site is told.
  const [others] = otherSites.exec(text) ?? [];
  const isMoved = measures.flat().some(({ name }) => /^transferred_/.test(name));
  if (others !== undefined && !isMoved && names.length > 0) return others;
  const unkept = findUnkept(parts);
  if (unkept !== null) return unkept;
  // "Peak stock this year": the most at any time, and no ranking of products.
  const [, peak] = dimensions.length === 0 && parts.grain === null ? (peaks.exec(text) ?? []) : [];
  if (peak !== undefined) return peak;
  // "How much did last year's customers spend this year?": of those alone, and no comparison of the years.
  const cohort = cohorts.map((form) => form.exec(text)?.[1]).find((found) => found !== undefined);
  if (cohort !== undefined && parts.report === null && parts.time.periods.length > 1) return cohort;
  if (names.length === 0) return null;
  // "Rank of Europe by revenue" is a place, and not what is ranked.
  const [rank] =
    /^(?:what (?:is|was) )?(?:the |our )?rank of\b|^(?:what|which) (?:rank|position) (?:is|was|has|does|did)\b/.exec(
      text,
    ) ?? [];
  if (rank !== undefined) return rank;
  // "South West and South East vs North and Scotland": the sums of two and two.
  const [sums] = /\band \S.* (?:vs\.?|versus|against) .*\band\b.*/.exec(text) ?? [];
  if (sums !== undefined && names.length > 3) return sums;
  // "Customers with only coffee": those who bought nothing else.
  const [, only] = onlyThat.exec(text) ?? [];
  if (only !== undefined) return only;
  const [, customers] = shareOfCustomers.exec(text) ?? [];
  if (customers !== undefined) return customers;
  const [ofKind] = names.flatMap(({ text: name }) => findShareOfKind(text, name.toLowerCase()) ?? []);
  if (ofKind !== undefined) return ofKind;
  // "Ratio of Bikes to Accessories": of two names, and not of two figures.
  const [one = '', other = ''] = names.map((name) => name.text.toLowerCase());
  return names.length === 2 && measures.length < 2 && text.includes(`${one} per ${other}`)
    ? `${one} per ${other}`
    : null;
}

/** "What percentage of consumers bought a helmet?": one of their number, and no part of what they bought. */
function findShareOfKind(text: string, name: string): string | null {
  const at = text.indexOf(` of ${name}`);
  const lead = /\b(?:share|percentage|percent|proportion|part)$/.exec(text.slice(0, Math.max(at, 0)));
  const verb =
    /^s?(?: (?:customers|clients|buyers))?(?: (?:who|that|have|has|had))* (?:bought|buy|ordered|order|purchased|purchase)\b/.exec(
      text.slice(at + 4 + name.length),
    );
  return at < 0 || !lead || !verb ? null : text.slice(lead.index).replace(/\W+$/, '');
}

function findUnkept({ text, dimensions, measures, focus, per, order }: Parts): string | null {
  // "Which segments lost the least?": which fell most is told.
  const [, least] = focus.has('change') ? (fellLeast.exec(text) ?? []) : [];
  if (least !== undefined) return least;
  const splits = (names: RegExp) => dimensions.flat().some(({ name }) => names.test(name));
  // "Top five suppliers by money per order": the sum of each is no mean.
  const isValue = measures.flat().some(({ name }) => /^(?:ordered|received|open)_value$/.test(name));
  const [perOrder] = /\bper (?:purchase )?order\b/.exec(text) ?? [];
  if (isValue && per === null && perOrder !== undefined && !splits(/^purchase_order$/)) return perOrder;
  // "How many products do customers buy per order?"
  const isCount = per !== null && measures.length === 0 && order === null;
  return isCount && splits(/^(?:product|sku)$/) ? `per ${toWords(per[0]?.name)}` : null;
}

const fellLeast =
  /\b(?:fell|fall|fallen|declined|dropped|shrank|shrunk|decreased|lost) ((?:the )?(?:least|slightest|fewest)\b.*)/;
const cohorts = [
  /\b((?:last|this|previous) (?:year|quarter|month)['’]s? (?:new )?(?:customers|clients|buyers|accounts|shoppers|resellers)) (?:[^?.!,]* )?(?:spend|spent|buy|bought|order|ordered|bring|brought|purchased?|place|placed|worth)\b/,
  /\b((?:customers|clients|buyers|accounts|resellers) (?:of|from|in) (?:last year|(?:19|20)\d\d|q[1-4])) (?:spend|spent|buy|bought|order|ordered|bring|brought)\b/,
];
const otherSites = new RegExp(`\\b${fromOthers}\\b`);
const dueOn = new RegExp(`\\b(?:expected|due|promised)\\b.*\\b((?:on|by|until|before) ${dayName})\\b`);

const peaks =
  /^(?:what (?:is|was|were) )?(?:the |our )?(peak (?!month|day|week|hour|season|time|period|year|quarter)\w+)/;

const forms = [
  // "Which suppliers should I talk to?": by what they are chosen is not said.
  /\b((?:should|must|shall|do|can) (?:i|we) (?:have to |need to )?(?:call|ring|phone|contact|chase|email|visit|(?:talk|speak|write) (?:to|with)))\W*$/,
  // "How much stock was moved last week?": sold, or sent elsewhere.
  /\bhow much stock (?:was|got|has been|did we|have we) (moved?)\b(?! (?:between|from|to|out|into|among))/,
  // "Which brand has the most products sold?"
  /\b(?:suppliers?|vendors?|brands?|categor(?:y|ies)|regions?|channels?)\b[^?.!,]{0,20}\b(the (?:most|fewest) (?:different )?(?:products|items|articles|skus) sold)\b/,
  // "Which customer bought the most different products?"
  /\b(?:customers?|clients?|buyers?|resellers?)\b[^?.!,]{0,20}\b(the (?:most|fewest) (?:different (?:products|items|articles|skus)|products|articles|skus))\b(?! (?:sold|returned))/,
  // "Number of days with sales last month"
  /\b(?:number of|how many) ((?:days|weeks|months) (?:with|had|have|without) (?:sales|orders|revenue|deliveries|returns|stock))\b(?! (?:of )?(?:above|over|below|under|more|less|at|between|exceed\w*) )/,
  // "Brands with only two products", "products in only one warehouse"
  new RegExp(
    `\\b(?:with|have|has|had|having|in|at|from) ((?:only|just|exactly) (?:one|a single|${aboveOne}|\\d+) (?:products?|items?|articles?|skus?|customers?|suppliers?|warehouses?|sites?|stores?|brands?|(?:open|late|overdue) orders?))\\b`,
  ),
  // "Sorted by date", of orders: which of their dates is open.
  /^(?:and |now |please )*((?:re-?sort|sort|order|rank)(?:ed)?\b(?=.* by (?:the )?dates?\W*$)).*\W*$/,
  // "How many late orders do we have, from how many suppliers?"
  /\bhow many\b.*?(?:,| and) ((?:from|by|across|with|at|for|to|of) how many \w+)/,
  // "How much did we buy from Northgate and sell of their goods?"
  /\bwe (?:buy|order|purchase) (?!and\b)[^,.?]* and (sell\b.*)/,
  // "Stock of Kitchen in Main is how much of the total?"
  /\bis ((?:how much|what (?:share|part|percentage)) of (?:the|our) total)/,
  // "Which products are selling faster than we can buy them?"
  /\b(?:sell|sells|selling|sold) (faster than (?:we|they|it)\b.*)/,
  // "Which products grew by more than 1000 units?": a bound on the change itself.
  /\b(?:gr[eo]w|grown|growing|rose|risen|rising|rise|fell|fallen|fall|falling|dropped|declined|increased|decreased|shrank|shrunk|gained|lost)(?: in \w+)? ((?:by )(?:more than|less than|fewer than|over|under|at least|at most|above|below) [$€£]?\d[\d.,]*(?:k|m)?\b(?! ?(?:%|percent|per cent|pct|percentage|points|days?|weeks?)).*)/,
  // "The smallest decline": which moved most is told.
  /\b((?:smallest|least|slightest|lowest|mildest) (?:decline|drop|fall|decrease|loss|reduction)\b.*)/,
  // "Average order value per customer": a mean is no sum to be divided.
  /\b(average (?:order|basket) (?:value|size) per (?:customer|client|buyer|order))\b/,
  // "How many of them are in the top ten by spend?"
  /\bhow many\b.*\b((?:in|among|part of) (?:\w+ ["“])?(?:the |our )?(?:top|bottom)\b.*)/,
  // "Do most of our products make money?": a part of their number, and no bound on the figure.
  /^(?:(?:and|so|but),? )?(?:do|does|did|are|is|was|were|has|have|will) ((?:(?:more|less) than|over|under|at least) \d+ ?% of (?:our |the |all )*(?:\w+ )?(?:products|items|articles|skus|suppliers|vendors|brands|categories|regions|warehouses|deliveries)\b)/,
  // "What do customers buy with grills?": what stands beside it in an order.
  /^(?:and |so )?(?:what|which \w+)\b(?: else)? (?:do|did|does) (?!we\b|i\b).*\b(?:buy|order|purchase)(?: most)? ((?:together |along )?with (?!us\b|(?:a |the )?discounts?\b)[a-z].*)/,
  /^revenue by product of (?:the |our )?(?:customers|clients|people|they)\b.*?((?:together |along )?with (?!us\b|(?:a |the )?discounts?\b)[a-z].*)/,
  // "What do our best customers buy?": what a ranking of them bought, and not the ranking.
  /^(?:and |so )?(?:what|which \w+) (?:do|did|does) ((?:the |our |my )?(?:top|best|biggest|largest|main|worst|smallest|most \w+) (?:\d+ |\w+ )?(?:customers?|clients?|accounts?|buyers?)) (?:\w+ )?(?:buy|order|purchase|return|send back)\b/,
  // "Products with only one sale"
  /\b(?:products|items|articles|skus|brands)\b.*\b((?:only|just|exactly) (?:one|a single|two|\d+) (?:sales?|orders?|purchases?))\b/,
  // "Which items have been out of stock for more than ten days?"
  /\bout of stock (for (?:more|less|fewer|longer|at least|over|under|at most|about)\b.*)/,
  // "How many times was it out of stock?": days without stock are recorded, and not how often it ran out.
  /\b(how many times)\b.*\b(?:out of stock|(?:run|ran|sold|stocked) out|stock[- ]?outs?)\b/,
  // "Which products went out of stock last week?"
  /\b((?:went|gone|ran) out of stock)\b.*\b(?:last|yesterday|since|in|this|during)\b/,
  // "Average stock value per product by category": the mean of each group.
  /\b((?:average|mean)\b[^,.?]* per (?:product|item|article|sku)\b[^,.?]*\b(?:by|for each) \w+)/,
];

const onlyThat =
  /\b((?:(?:customers|clients|buyers|accounts|who|that)\b(?: \w+)? )?(?:with|bought|buy|buys|buying|ordered|order|orders|ordering|purchased?|take|took) (?:only|just|solely|exclusively|nothing but) (?!in |on |at |from |once|twice|one\b|two\b|last |this |a |\d).*)/;

/** "What percentage of customers bought a helmet?" is one of their number. */
const shareOfCustomers =
  /\b((?:share|percentage|percent|proportion|part) of (?:our |all |the )*(?:customers|clients|buyers|accounts) (?:(?:who|that|have|has|had) )*(?:bought|buy|ordered|order|purchased|purchase)\b.*)/;
