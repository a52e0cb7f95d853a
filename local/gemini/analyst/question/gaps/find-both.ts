import type { Parts } from '../../parts/parts.ts';
import { countUnits } from '../../time/calendar.ts';
import { lead } from '../../vocabulary/lead.ts';

/**
 * What several things would have to be true of at once: "which customers bought both Helmets and Jerseys?", "customers who bought
 * Kitchen but not Garden", "slow movers with open purchase orders". Filters and splits take either, so the figure would be of another set.
 */
export function findBoth(parts: Parts): string | null {
  const { names, order } = parts;
  // "Which hospitals ordered both last year and this year?": they are customers, once the name is found.
  const text = names.reduce(
    (said, { text: name, asked: isAsked, counted }) =>
      isAsked || counted ? said.replace(name.toLowerCase(), 'customers') : said,
    parts.text,
  );
  const times = findUnlike(parts);
  if (times !== null) return times;
  const [, both] = bothOf.exec(text) ?? [];
  if (both !== undefined) return both;
  const [, again] = boughtAgain.exec(text) ?? ofThen.exec(text) ?? [];
  if (again !== undefined && order === null) return again;
  const [, bought, what = ''] = boughtAnd.exec(text) ?? [];
  const areNamed = namesIn(what, names) > 1;
  if (bought !== undefined && areNamed && order === null) return bought;
  const [, left = ''] = lapsed.exec(text) ?? [];
  if (namesIn(left, names) > 0) return `but not ${left}`;
  const only = onlyThere.exec(text)?.[1];
  if (only !== undefined && namesIn(only, names) > 0) return only;
  const [, state] = inState.exec(text) ?? [];
  const isBounded = parts.conditions.length > 0 || /\b(?:their|its|the) /.test(state ?? '');
  if (state !== undefined && !isBounded) return state;
  const [, each] = names.some(({ against }) => against) ? (inBoth.exec(text) ?? []) : [];
  if (each !== undefined && parts.time.periods.length > 1) return each;
  const than = ofEach.exec(text)?.[1];
  if (than !== undefined && parts.measures.length > 1 && parts.time.periods.length < 2) return than;
  return null;
}

/** "Returns by category last month and this year", "sales in October, November and last November": no rows hold just these. */
function findUnlike({ time, dimensions, focus, text, grain }: Parts): string | null {
  const { periods } = time;
  const [one, other] = periods;
  if (!one || !other || /compare|change/.test([...focus].join())) return null;
  const spoken = periods.map((period) => period.spoken).join(' and ');
  const days = periods.map(({ start, end }) => countUnits(start, end, 'day') ?? 0);
  const isUnlike = Math.max(...days) > 1.5 * Math.min(...days);
  const isOfRows = dimensions.length > 0 || grain !== null;
  // "This year and last": the running one is set against the same days of the other.
  const texts = periods.map(({ text }) => text);
  const isRunning = /^(\w+) to date,last \1$|^last (\w+),\2 to date$/.test(texts.join());
  if (periods.length === 2 && isRunning) return null;
  if (periods.length === 2) return isUnlike && isOfRows && / and /.test(text) ? spoken : null;
  const starts = periods.map(({ start }) => start).toSorted();
  const ends = periods.map(({ end }) => end).toSorted();
  const whole = countUnits(starts[0] ?? one.start, ends.at(-1) ?? one.end, 'day') ?? 0;
  return isUnlike || whole > 2 * days.reduce((sum, count) => sum + count, 0) ? spoken : null;
}

function namesIn(text: string, names: Parts['names']): number {
  return names.filter((name) => text.includes(name.text.toLowerCase())).length;
}

const things =
  '(?:customers?|clients?|buyers?|shoppers?|accounts?|products?|items?|articles?|skus?|goods|suppliers?|vendors?|brands?)';
const opening = `^${lead}(?:(?:which|what|how many|how much|list|show|find|name|give|tell|number|count|me|us|all|any|the|our|of|every) )*(?:\\w+ ){0,2}?`;
const asked = `${opening}${things}\\b`;
const does =
  '(?:bought|buys?|buying|ordered|orders?|ordering|purchased?|purchasing|sold|sells?|selling|stocked|held|kept|available|out of stock|suppl(?:y|ies|ied)|shipped|returned?|are|is|were|was|have|has|had)';

/** "Products sold in both North and South", "products that are both slow movers and on order"; but not "both figures of all products". */
const bothOf = new RegExp(
  `${asked}[^,.?]{0,40}?\\b${does}\\b(?: \\w+){0,3}? (both\\b(?! (?:together|figures?|measures?|numbers?|units and)).*)`,
);

/** "How many customers bought a bike and a helmet?" */
const boughtAnd = new RegExp(
  `${opening}(?:customers?|clients?|buyers?|shoppers?|accounts?) (?:(?:who|that|which|have|has|had|did|also) )*((?:bought|buys?|ordered|orders?|purchased?) (?!in\\b|at\\b|from\\b|via\\b|through\\b|on\\b|by\\b)(.* and .*))`,
);

/** "How many customers who ordered last year also ordered this year?" */
const boughtAgain =
  /\b(?:customers?|clients?|buyers?|shoppers?|accounts?) (?:(?:who|that|which|have|has|had) )*(?:bought|buys?|ordered|orders?|purchased?)\b[^,.?]*? ((?:also|again) (?:bought|buys?|ordered|orders?|purchased?)\b.*|(?:and|have|has) (?:bought|ordered|purchased) again\b.*)/;

/** "How many of last year's customers ordered this year?" */
const ofThen =
  /\b(?:(?:last|this|previous) (?:year|quarter|month|week)|(?:19|20)\d\d)(?:['’]s|s['’]?)? (?:\w+ )?(?:customers|clients|buyers|accounts) ((?:(?:who|that|have|has|did|also|again|still) )*(?:bought|buy|ordered|order|purchased|came back|returned)\b.*)/;

/** "Customers who bought Kitchen but not Garden": not those that bought nothing of either since. */
const lapsed = /\blapsed (?:[\w&-]+ )*?customers ([^,]+), bought /;

/** "Which products have more reserved than on hand?": one figure of each held against the other. */
const ofEach = new RegExp(
  `${asked} (?:(?:that|which) )?(?:have|has|had|with) (?:more|less|fewer) [^,.?]*? (than .*)`,
);

/** "Is Territory 4 bigger than Territory 1 in both 2012 and 2013?": in each of them. */
const inBoth = /\bthan\b.* ((?:in|during|for) (?:both|each)\b.*)/;

/** "Products we sell online only": sold there and nowhere else. */
const onlyThere = new RegExp(
  `${asked}.*\\b(?:sold|sells?|stocked|bought|available) ([^,.?]{2,30}\\bonly)\\W*$`,
);

/** "Slow movers with open purchase orders", "which out of stock products have an open order?", "out of stock items with sales last month". */
const inState =
  /\b(?:out[- ]of[- ]stock|sold[- ]out|slow[- ]mov(?:ers?|ing)|dead stock|overstock(?:ed)?)\b(?: (?:products?|items?|articles?|skus?|goods|lines?))?(?: (?:that|which|and))? ((?:with|have|has|had|are|were) (?:(?:an|any|some|a|also|still|open|no|on) )*(?:(?:purchase )?orders?|pos?|order|deliver(?:y|ies)|sales)\b.*)/;
