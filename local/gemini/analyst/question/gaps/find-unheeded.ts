import { chooseTool } from '../../parts/choose-measures.ts';
import { hasTime, type Parts, setsTimes } from '../../parts/parts.ts';
import type { Reference } from '../../vocabulary/lexicon.ts';
import { aboveOne } from '../../vocabulary/numbers.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import type { Question } from '../question.ts';
import { findComparedWithin } from './find-compared-within.ts';
import { findCountOfEach, findSpread } from './find-uncounted.ts';
import { findUntoldQuotient, isMean } from './find-untold-means.ts';

type Asked = {
  parts: Parts;
  previous: Question | null;
  vocabulary: Vocabulary;
  /** Whether it is about stock. */
  stock: boolean;
};

/** What every figure here would leave out, though each of its words is known; null where there is nothing. */
export function findUnheeded(asked: Asked): string | null {
  for (const find of finders) {
    const found = find(asked);
    if (found !== null) return found;
  }
  return null;
}

const finders: ((asked: Asked) => string | null)[] = [
  ({ parts, previous, stock }) => (previous === null && !stock ? findAgo(parts) : null),
  findSortElsewhere,
  findOthers,
  findUnbought,
  findPriced,
  ({ parts }) => said(signInName, parts.text),
  ({ parts }) => said(bareSeason, parts.text),
  ({ parts }) => said(thanOrdered, parts.text),
  findMotive,
  findManner,
  findBuyersOfSeveral,
  findBound,
  ({ parts, vocabulary }) => findUntoldQuotient(parts, chooseTool(parts, vocabulary), vocabulary),
  ({ parts }) => findSpread(parts) ?? findCountOfEach(parts),
  findSeller,
  findWithinTimes,
  findPartOfThings,
  findNested,
  findMean,
  ({ parts }) => findComparedWithin(parts),
  findExclusion,
];

/** "Sales a year ago" may be of that day, that month or the twelve months before; null where the time is set against one. */
function findAgo({ time, focus, grain, text }: Parts): string | null {
  const isBare = time.against === 'last_year' && time.periods.length === 0 && grain === null;
  const isChange = focus.has('compare') || focus.has('change') || focus.has('why') || /\bthan\b/.test(text);
  return isBare && !isChange ? (/\b(?:a|one) year ago(?=\W*$)/.exec(text)?.[0] ?? null) : null;
}

/** "Sort by cost", after the stock: a figure that it does not have would take its place. */
function findSortElsewhere({ parts: { text, measures }, previous }: Asked): string | null {
  if (previous?.kind !== 'data' || measures.length === 0) return null;
  const isElsewhere = measures.every((references) => references.every(({ tool }) => tool !== previous.tool));
  return isElsewhere ? said(sortsBy, text) : null;
}

const sortsBy =
  /^(?:(?:and|now|please|then|but) )*(?:re-?)?(?:sort|order|rank)(?:ed)?(?: (?:it|them|that|this|those|these))? by\b.*/;

/** "This season": which one is not said, and it is no split by season. */
const bareSeason = /\b(?:this|last|past|previous|next|current|coming) season\b/;

/** "Which items did we receive less of than ordered?": one figure of each held against another. */
const thanOrdered =
  /\b(?:more|less|fewer|other|different) (?:\w+ )?than (?:was |were |we |we had |we have |they were )?(?:ordered|expected|promised|delivered|received|invoiced)\b/;

/** "Products with a % in the name": a sign alone is no word, and would be left out. */
const signInName =
  /\b(?:contain\w*|includ\w*|named|called|with|has|have|having) (?:an? |the )?["“'‘]?[%_*#@\\]["”'’]?(?: sign)?(?= in (?:the |their |its )?names?\b)|\b(?:contain\w*|named|called) (?:an? |the )?["“'‘]?[%_*#@\\]["”'’]?(?![\p{L}\d])/u;

/** "Revenue of the other brands", with none named before; "Halden and the other brands" in one sum. */
function findOthers({ parts: { names, measures, focus, text }, previous }: Asked): string | null {
  // "Received from other warehouses" is a transfer.
  const areMoved = measures.flat().some(({ name }) => name.startsWith('transferred_'));
  if (previous !== null || areMoved || focus.has('compare')) return null;
  return said(names.length === 0 ? others : andOthers, text);
}

const things =
  '(?:brands|regions|channels|categories|subcategories|warehouses|sites|customers|products|suppliers|segments)';
const others = new RegExp(`\\b(?:of|for|in|from|at) (?:all )?(?:the |our )?other ${things}\\b`);
const andOthers = new RegExp(`\\band (?:all )?(?:the |our )?other ${things}\\b`);

/** "What lies there that nobody has bought?": what is on hand is more than that. */
function findUnbought({ parts: { text, denies, measures, report }, stock }: Asked): string | null {
  const isUnsold = denies && stock && !measures.flat().some(({ name }) => /unsold/.test(name));
  return isUnsold && report === null ? said(unbought, text) : null;
}

const unbought =
  /\b(?:nobody|no one|none|never|not|n['’]?t|no|without) [^?.!,]{0,20}?\b(?:sold|sales?|bought|buy|ordered)\b/;

/** "Products under $20" may speak of their price. */
function findPriced({ parts: { text, measures, conditions } }: Asked): string | null {
  const isOpen = measures.length > 0 && conditions.some(({ references }) => references === null);
  return isOpen ? said(priced, text) : null;
}

const priced =
  /\b(products?|items?|articles?|skus?) (that (are|cost) )?(under|below|over|above|less than|more than) ?[$€£]/;

/** "Why do people return lamps?", "why is Kitchen smaller than Home?": no figure moved that could be taken apart. */
function findMotive({ parts: { text, names, time, grain }, previous }: Asked): string | null {
  const isTimed = hasTime(time) || grain !== null;
  const ofMembers =
    previous?.kind === 'data' &&
    previous.grain === null &&
    previous.against === null &&
    previous.periods.length < 2 &&
    !previous.changes &&
    (previous.dimensions.length > 0 || previous.filters.some(({ values }) => values.length > 1));
  const isApart = !isTimed && (ofMembers || names.length > 1);
  return said(motive, text) ?? (isApart ? said(differs, text) : null);
}

const differs =
  /^(?:and |so |but )*why (?:is|are|was|were|do|does|did|has|have)\b.*\b(?:differ\w*|higher|lower|bigger|smaller|larger|better|worse|stronger|weaker|ahead|behind)\b.*/;

const motive =
  /^why (do|are|would|won't|dont|don't) (our |the |some |so many )?(people|customers?|clients?|buyers?|they)\b.*|^why did (our |the |some |so many )?(people|customers?|clients?|buyers?|they) (return|leave|stop|prefer|choose|cancel|complain|send)\b.*/;

/** "Which supplier is the quickest?" asks for a figure of its own, which is not revenue. */
function findManner({ parts: { text, measures, focus, grain, reorder, report } }: Asked): string | null {
  const isSales =
    focus.has('sell') || focus.has('change') || grain !== null || /weekday|day|week|month/.test(text);
  // "The slowest stock" is not the least of it.
  const isOfStock = measures.flat().every(({ name }) => /^(?:on_hand|stock_value)$/.test(name));
  if (measures.length > 0) return isOfStock ? said(pace, text) : null;
  return !reorder && report === null && !isSales ? said(manner, text) : null;
}

const pace = /\b(?:fastest|quickest|slowest) (?:stock|inventory|goods)\b/;

const manner = /\b(fastest|quickest|slowest|cheapest|cleverest|newest|oldest|nearest)\b/;

/** "Who bought Grills and Tents" asks for those in both. */
function findBuyersOfSeveral({ parts: { text, names } }: Asked): string | null {
  const buyers = said(/\b(?:who|that) (?:bought|buy|ordered|order)\b.*/, text);
  if (buyers === null) return null;
  const several = names.length > 1 && /\band\b/.test(buyers);
  return several || names.some(({ excluded }) => excluded) || /\bboth\b/.test(buyers) ? buyers : null;
}

/** A bound on what is not known, or on what only another tool has, and a figure for each of those. */
function findBound({ parts, vocabulary }: Asked): string | null {
  const { conditions, measures, per } = parts;
  const say = ({ op, value }: (typeof conditions)[number]) => `${toWords(op)} ${value}`;
  const unplaced = conditions.find(({ references }) => references === null);
  if (unplaced && conditions.some(({ references }) => references !== null)) return say(unplaced);
  const tool = chooseTool(parts, vocabulary);
  const isElsewhere = (references: Reference[] | null) =>
    references?.every((reference) => reference.tool !== tool) ?? false;
  const bound = conditions.find(({ references }) => isElsewhere(references));
  if (bound && measures.length < 2) return say(bound);
  return isElsewhere(per) ? `per ${toWords(per?.[0]?.name)}` : null;
}

/** "Which of our reps sold the most?", "who sells us the most?": who sells is in no figure. */
function findSeller({ parts: { text } }: Asked): string | null {
  return said(seller, text);
}

const seller =
  /^(?:and |so )?(?:who|which (?:one )?(?:of (?:our|the) )?(?:sales )?(?:reps?|people|persons?|sellers|agents|staff)) (?:has |have |is |are )?(?:sells?|sold|selling)\b.*/;

/** "Months when online beat stores": a comparison within each of them. */
function findWithinTimes({ parts: { text, names } }: Asked): string | null {
  return names.filter(({ against }) => against).length > 1
    ? said(/\b(?:months|weeks|days|quarters|years) (?:when|where|in which|that)\b.*/, text)
    : null;
}

/** "What percentage of products was sold?" is one of their number. */
function findPartOfThings({ parts: { text, focus, measures } }: Asked): string | null {
  const isPart = focus.has('share') && measures.length > 1;
  return (
    said(partOfOld, text) ??
    said(partOfSold, text) ??
    said(partThatLies, text) ??
    (isPart ? said(partOfOwners, text) : null)
  );
}

/** "Share of stock older than a year by warehouse" may be that of each place's stock, or each place's of what is old. */
const partOfOld =
  /\b(?:share|percentage|percent|proportion|part) of (?:our |all |the )*(?:stock|inventory)(?: value)? (?:that |which )?(?:(?:is|was|has been|has) )?(?:older|aged|over|more than|lying|sitting)\b.*/;

const partOfSold =
  /\b(?:share|percentage|percent|proportion|part) of (?:our |all |the )*(?:products|items|articles|skus|brands) (?:was|were|is|are|got|has been|have been)? ?sold\b/;
/** "What share of our products are in Kitchen?" */
const partThatLies =
  /\b(?:share|percentage|percent|proportion|part) of (?:our |all |the )*(?:products|items|articles|skus|brands) (?:are|is|were|lie|come|belong) (?:in|from|to|made by|supplied by)\b(?! stock\b).*/;
const partOfOwners =
  /\b(?:share|percentage|percent|proportion|part) of (?:our |all |the )?\w+ (?:that )?(?:contain|contains|have|has|had|include|includes|with|got|come with|came with)\b.*/;

/** "The best product in the worst category" */
function findNested({ parts: { text, focus, dimensions, time } }: Asked): string | null {
  // "Which of our five best customers grew the most?", "top product of each of the three biggest brands"
  const some = said(ofBest, text);
  const others = some === null ? null : text.replace(some, '').match(superlative);
  if (some !== null && (focus.has('change') || setsTimes(time) || dimensions.length > 1 || others !== null))
    return some;
  const [, , at, the, inner] = nested.exec(text) ?? [];
  return inner !== undefined ? `${at} ${the} ${inner}` : null;
}

const superlative = /\b(?:best|worst|highest|lowest|biggest|largest|smallest|most|least|weakest|strongest)\b/;
const nested =
  /\b(best|worst|highest|lowest|biggest|largest|smallest|top|bottom|most|least)\b.*\b(in|of|from|within|for) (the|our) ((?:best|worst|highest|lowest|biggest|largest|smallest|weakest|strongest|bottom|top(?! \d)|(?:most|least) (?:profitable|popular|expensive|valuable|important))\b.*)/;

const ofBest = new RegExp(
  `\\bof (?:the |our )?(?:(?:${aboveOne}|\\d+) (?:best|biggest|largest|top|worst|smallest)|(?:top|best|biggest|largest|worst|smallest) (?:${aboveOne}|\\d+)) \\w+`,
);

function findMean({ parts, previous, vocabulary }: Asked): string | null {
  const ofEach = previous !== null && /\beach\b/.test(parts.text);
  const isKnown = ofEach || isMean(parts, chooseTool(parts, vocabulary), vocabulary);
  return parts.focus.has('average') && !isKnown ? 'average' : null;
}

function findExclusion({ parts: { text, focus, names, filters } }: Asked): string | null {
  const excludes = names.some(({ excluded }) => excluded) || filters.some(({ op }) => op === 'is_not');
  return focus.has('exclude') && !excludes ? (said(exclusion, text) ?? 'without') : null;
}

const exclusion =
  /\b(without|excluding|exclude|except|other than|not including|ignoring|leave out|leaving out|but not|apart from|minus)\b.*/;

function said(pattern: RegExp, text: string): string | null {
  return pattern.exec(text)?.[0] ?? null;
}
