import { toRate } from '../../parts/both-units.ts';
import type { DataQuestion, Question } from '../../question/question.ts';
import { findTerm, findTool, toSibling } from '../../vocabulary/declared-terms.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import type { Subject } from '../subject.ts';

type Unit = 'units' | 'currency' | 'fraction';

/**
 * "In pieces", "how much money is that?", "and what are those worth?": the figure of the same thing in that unit, by its own name.
 */
export function nameUnit(
  sentence: string,
  previous: Question,
  vocabulary: Vocabulary,
  { asksOne, rows: told }: Subject,
): string {
  const isOfSales =
    previous.kind === 'overview' || (previous.kind === 'data' && previous.tool === 'query_sales');
  if (isOfSales && paid.test(sentence)) return 'what was the revenue of it';
  if (previous.kind !== 'data') return sentence;
  // "Average", after sales by month, is that of a month.
  const { grain } = previous;
  const mean = grain === null ? null : meanOf.exec(sentence);
  if (mean && grain !== null && (mean[1] === undefined || isOwn(mean[1], previous)))
    return `average per ${grain}`;
  // "What did that cost us?", after returns or discounts, which are money already.
  const [name = ''] = previous.measures;
  const loss = isLoss.test(name) ? findFigure('currency', previous, vocabulary) : null;
  if (loss !== null && costsUs.test(sentence)) return `total ${loss.replaceAll('_', ' ')}`;
  const isOfUnits = amounts[name]?.units !== undefined;
  const isValue = previous.tool !== 'get_purchase_orders' && (isMoney(previous, vocabulary) || isOfUnits);
  const asked =
    asks.find(({ form }) => form.test(sentence)) ??
    (previous.tool !== 'query_sales' && !isPrice(previous) && whatCost.form.test(sentence)
      ? whatCost
      : undefined) ??
    (isValue && howMany.form.test(sentence) ? howMany : undefined);
  // "How many is that?", of those within a bound, asks for their number.
  const isBounded = previous.conditions.length > 0 && previous.dimensions.length > 0;
  if (asked === howMany && isBounded) return sentence;
  // "How many?", after a list of customers.
  const [listed = ''] = previous.dimensions;
  if (asked === howMany && /^(?:customer|supplier)$/.test(listed)) return `how many ${listed}s`;
  // "Their units", after the five best: those of the five.
  // "How much money is that?", after who is the worst: of that one.
  const isOfLeader = asksOne && told !== null && told.tied.length < 2 && ofThat.test(sentence);
  const ofRows =
    asked === howMany || isOfLeader ? 'it' : previous.limit !== null && theirs.test(sentence) ? 'those' : '';
  const figure = asked && findFigure(asked.unit, previous, vocabulary);
  if (asked && figure)
    return sentence.replace(asked.form, (_, ...groups) => {
      const { rows = ofRows, tail = '' } = groups.at(-1);
      const name = toWords(figure);
      // "And per order?" asks for that as well.
      const also = tail.replace(/^,? and (?=per (?:order|customer|unit)\b)/i, ` and ${name} `);
      const isSame = figure === previous.measures[0];
      const turned = isSame ? tail : ` instead${tail}`;
      return `${name}${rows === '' ? '' : ` of ${rows}`}${also === tail ? turned : also}`;
    });
  // "The average value" of orders has a name of its own.
  const { tool, measures } = previous;
  if (measures[0] === 'orders' && perOrder.test(sentence)) return 'average order value instead';
  if (measures[0] === 'orders' && findTerm({ tool, name: 'average_order_value' }, vocabulary.datasets))
    return sentence.replace(/\baverage (?:worth|value|size)\b/i, 'average order value');
  const rate = findFigure('fraction', previous, vocabulary);
  // "In percent", after the units that each supplier sent back: of what came from it.
  const isOfBad = /^(?:rejected|returned)_units$/.test(name);
  if (rate !== null && isOfBad && previous.dimensions.length > 0 && inPercent.test(sentence))
    return `${toWords(rate)} instead`;
  if (rate !== null && percentOf.test(sentence)) return `what was the ${toWords(rate)} of it`;
  if (rate !== null && ofSides.test(sentence))
    return sentence.replace(ofSides, (_, one, other) => `is that a ${one ?? other} ${toWords(rate)} than at`);
  if (rate !== null && rateOf.test(sentence)) return sentence.replace(rateOf, `and the ${toWords(rate)} `);
  if (rate !== null && bareRate.test(sentence)) return sentence.replace(bareRate, toWords(rate));
  const money = findFigure('currency', previous, vocabulary);
  return money === null ? sentence : sentence.replace(bareWorth, toWords(money));
}

const inPercent =
  /^(?:(?:and|now|show (?:it|them|that)),? )*(?:in|as)(?: an?)? (?:%|per ?cent(?:age)?s?|rates?)\W*$/i;
const perOrder =
  /^(?:(?:and|so|ok),? )*(?:(?:how much|what)(?: (?:is|was) (?:it|that|this))? (?:per|for each|an) order|how much per order)(?: on average)?\W*$/i;

/** "What did that cost them?" is what the buyers paid, and not what the goods cost us. */
const paid =
  /^(?:(?:and|so),? )*(?:(?:what|how much) (?:did|does|has|have) (?:that|this|it|those|these|they)(?: all)? costs? (?:them|him|her|(?:the|those|these) (?:customers?|buyers?))|(?:what|how much) (?:did|do|have) (?:they|those|these|he|she) (?:pay|paid) for (?:that|this|it|those|these|them))(?: in total| altogether)?\W*$/i;

const ofThat = /\b(?:is|was|does|did) (?:that|this|it)\b/i;
const theirs = /^(?:and |now |so |ok |show me |give me )*their\b/i;

const meanOf =
  /^(?:(?:and|so|ok|now|then|show|give me),? )*(?:what(?:['’]s| is| was) )?(?:the |an? |on )*(?:average|mean)(?: ([a-z][a-z ]+))?\W*$/i;

/** "Average revenue", of revenue. */
function isOwn(words: string, { measures: [name = ''] }: DataQuestion): boolean {
  const said = words.toLowerCase();
  return said === toWords(name) || (name === 'revenue' && /^(?:sales|turnover)$/.test(said));
}

/** "What share of the listed items is that?", of what is out of stock: what its rate is declared as. */
export function nameShare(sentence: string, previous: Question, vocabulary: Vocabulary): string {
  if (previous.kind !== 'data') return sentence;
  const rate = findFigure('fraction', previous, vocabulary);
  const words = sharesWhole.exec(sentence)?.[1]?.split(/\W+/) ?? [];
  const isDeclared = words.some(
    (word) => word.length > 4 && describes(rate, word, previous.tool, vocabulary),
  );
  return rate !== null && isDeclared ? sentence.replace(sharesWhole, `the ${toWords(rate)}`) : sentence;
}

function describes(name: string | null, word: string, tool: string, { datasets }: Vocabulary): boolean {
  const description = name === null ? '' : (findTerm({ tool, name }, datasets)?.description ?? '');
  return description.toLowerCase().includes(word.toLowerCase());
}

/** "What does it cost us?", after its price, asks for something else. */
function isPrice({ measures: [name = ''] }: DataQuestion): boolean {
  return /_(?:price|cost)$/.test(name);
}

export function isMoney({ tool, measures: [name = ''] }: DataQuestion, { datasets }: Vocabulary): boolean {
  return findTerm({ tool, name }, datasets)?.unit === 'currency';
}

export function findFigure(
  unit: Unit,
  { tool, measures }: DataQuestion,
  { datasets }: Vocabulary,
): string | null {
  const toOther = (name: string) => {
    const own = amounts[name]?.[unit];
    if (own !== undefined && findTool(own, datasets) !== undefined) return own;
    return unit === 'fraction' ? toRate({ tool, name }, datasets) : toSibling({ tool, name }, unit, datasets);
  };
  const found = measures.flatMap((name) =>
    findTerm({ tool, name }, datasets)?.unit === unit ? name : (toOther(name) ?? []),
  );
  return found[0] ?? null;
}

/** What a rate is of, and what is late by so many days. */
const amounts: Record<string, { units?: string; currency?: string; fraction?: string }> = {
  return_rate: { units: 'returned_units', currency: 'returns' },
  rejection_rate: { units: 'rejected_units', currency: 'rejected_value' },
  rejected_units: { fraction: 'rejection_rate' },
  returned_units: { fraction: 'return_rate' },
  shrinkage_rate: { units: 'shrinkage', currency: 'shrinkage_value' },
  margin_rate: { currency: 'gross_margin' },
  discount_rate: { currency: 'discount' },
  days_late: { units: 'late_units', currency: 'late_value' },
  open_orders: { units: 'open_units', currency: 'open_value' },
  late_orders: { units: 'late_units', currency: 'late_value' },
  unsold_products: { units: 'unsold_units', currency: 'unsold_value', fraction: 'unsold_rate' },
  unsold_units: { currency: 'unsold_value' },
  purchase_order_count: { units: 'ordered_units', currency: 'ordered_value' },
  days_of_cover: { units: 'on_hand', currency: 'stock_value' },
  // The orders to suppliers have the money of what they are for.
  on_order: { currency: 'open_value' },
};

const units =
  '(?:units|pieces|pcs|items|bags|boxes|cartons|packs|bottles|cans|jars|tins|sacks|rolls|crates|quantity|quantities|volume)';
const money = '(?:money|dollars|dollar terms|cash|usd|value|monetary terms|money terms)';
const lead =
  "(?:(?:and|now|so|but|ok|then|please|i want|i need|i['’]d like|give me|show me|show|make|do|put)[, ]+)*";
const last = '(?:it|that|this|all (?:of )?(?:it|that))';
const rows = '(?<rows>those|them|they|these)';
const tail =
  '(?:,? (?:instead|then|please|in total|altogether|all in all|all in|overall))*(?<tail>,? (?:and|by|per|for|in) .+)?\\W*$';
const comesTo = '(?: (?:come to|amount to|add up to|make|made|represent|equal|mean))?';

const asks: { unit: Unit; form: RegExp }[] = (
  [
    ['units', units],
    ['currency', money],
    ['fraction', '(?:rates?)'],
  ] as const
).flatMap(([unit, words]) =>
  [
    // "In pieces", "make it units", "I want number of bags instead".
    `${lead}(?:(?:${last}|${rows}),? )?(?:in |as |by |the |its |their )*(?:number of )?${words}${tail}`,
    // "What does that come to in pieces?"
    `${lead}(?:how (?:much|many)|what)(?: (?:is|are|was|were|does|do|did|would)|['’]s) (?:${last}|${rows})${comesTo} in ${words}${tail}`,
    // "How much money is tied up in that?"
    `${lead}how (?:many|much) ${words} (?:is|are|was|were) (?:tied|locked|sitting|stuck)(?: up)? in (?:${last}|${rows})${tail}`,
    // "And the pieces, how many?", "were how many pieces?"
    `${lead}(?:(?:the|its|their) )?${words},? how (?:many|much)(?: (?:is|are|was|were) ${last})?${tail}`,
    `${lead}(?:was|were|is|are) (?:${last} )?how (?:many|much) ${words}${tail}`,
    // "How many units?"
    `${lead}how (?:many|much) ${words}${tail}`,
    // "How many bags is that?", "how much money do they represent?"
    `${lead}how (?:many|much) ${words} (?:is|are|was|were|does|do|did|would) (?:${last}|${rows})${comesTo}${tail}`,
    // "And how many pieces?"
    `${lead}how (?:many|much) ${words}\\W*$`,
  ].map((form) => ({ unit, form: new RegExp(`^${form}`, 'iu') })),
);
/** "And what did they cost us?", after units that were ordered; after sales it is the cost of goods. */
const whatCost: (typeof asks)[number] = {
  unit: 'currency',
  form: new RegExp(`^${lead}what (?:did|do|does) (?:${last}|${rows}) cost(?: us)?${tail}`, 'iu'),
};
const isLoss = /^(?:return|discount|shrinkage|reject)/;
const costsUs = new RegExp(
  `^${lead}(?:what|how much)(?: money)? (?:did|do|does|has|have|is|are) (?:${last}|${rows}|they)(?: all)? (?:cost|costing|lost|lose|losing)(?: us| the company)?${tail}`,
  'iu',
);
/** "How many?", after what goods are worth. */
const howMany: (typeof asks)[number] = {
  unit: 'units',
  form: new RegExp(`^${lead}how many(?: (?:is|are|was|were) ${last})?\\W*$`, 'iu'),
};
asks.push({
  unit: 'currency',
  form: new RegExp(`^${lead}(?:for|worth) (?:how much(?: money)?|what amount)${tail}`, 'iu'),
});

const sharesWhole =
  /\b(?:what|which|how big a) (?:share|percentage|percent|part|proportion|fraction) of (?:the |our |all )*(?!their\b|its\b)([\w -]{3,30}?) (?:is|are|was|were|does|do) (?:it|that|this|they|those|these)(?: (?:make up|represent))?\b/i;

/** "And what percent is that?", of what has a rate. */
const percentOf = new RegExp(
  `^${lead}(?:what|which|how (?:many|much)) (?:per ?cent(?:age)?|%|rate) (?:is|are|was|were|does) (?:it|that|this|those|they)(?: (?:make|come to|represent))?\\W*$`,
  'iu',
);
/** "What's the rate for those?", "as a rate" */
const bareRate =
  /(?<=\b(?:the|their|its|a|as|by|what) (?:worst |best |highest |lowest |worse |better |higher |lower )?)rates?\b(?! of\b)/i;

/** "What's the rate at Vision Cycles?" */
const rateOf = /^(?:(?:and|so|but),? )*(?:what(?:['’]s| is| was) )?the rate (?=(?:at|of|for|in|with) )/i;
/** "Is that a worse rate than at …?", "is the rate better than at …?" */
const ofSides =
  /^(?:(?:and|so|but),? )*(?:is|was) (?:(?:that|this|it) an?|the|that|this|its|their) (?:(worse|better|higher|lower) rate|rate (worse|better|higher|lower)) than(?: (?:at|with|for|of|in|by))?\b/i;

/** The word by itself, beside no other figure. */
const bareWorth =
  /(?<=^|^["']|\b(?:the|their|its|that|those|it|they|them|these|this|total|and|what|is|are|was|were|in|by|overall|your|of|["”]) )(?:worth(?: at (?:standard |purchase |our )?cost)?|value)(?=\s*[?.!,]|\s*$| (?:of (?:that|those|it|them|these|\w+ ["“]|\w+ \w+ ["“])|by|per|for|at|in|now|today)\b)/i;
