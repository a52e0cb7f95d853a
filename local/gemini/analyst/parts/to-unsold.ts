import type { Day } from '../time/calendar.ts';
import type { Period } from '../time/period.ts';
import { findTool } from '../vocabulary/declared-terms.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { toWords } from '../vocabulary/to-words.ts';
import { asksMoney } from '../vocabulary/unit-words.ts';
import type { BoundCondition, Parts } from './parts.ts';

/**
 * "Which products in stock had no sales last month?" is about stock of which nothing was sold. Without a measure of that, and of
 * anything but products, what is not in the records stays refused.
 */
export function toUnsold(said: Parts, { datasets }: Vocabulary, today: Day): Parts {
  const tool = findTool('unsold_products', datasets);
  if (tool === undefined || !said.denies || !deniesSale.test(said.text) || !isOfProducts(said)) return said;
  const parts = withAlways(said, today);
  const bounds = parts.conditions;
  const asksUnits = /\b(units?|pieces)\b/.test(parts.text);
  const inMoney = asksMoney.test(parts.text) || parts.measures.some(isMoney);
  const isSum = asksStock.test(parts.text) && !ofEach.test(parts.text) && bounds.length === 0;
  const lists =
    !isSum &&
    (parts.dimensions.some(isProduct) ||
      asksThings.test(parts.text) ||
      (parts.dimensions.length === 0 &&
        /(?:^|[:–-] )(?:which|what(?:['’]s)?) (?!share|part|percentage)/.test(parts.text))) &&
    // "How many with more than 100 units had no sales?" is counted from those listed.
    (parts.counted === null || bounds.length > 0) &&
    (!inMoney || bounds.some(({ references }) => references?.some(isMoneyFigure))) &&
    !parts.focus.has('share') &&
    (!parts.focus.has('count') || bounds.length > 0);
  const figure = parts.focus.has('share')
    ? 'unsold_rate'
    : inMoney && !lists
      ? 'unsold_value'
      : asksUnits || lists || isSum
        ? 'unsold_units'
        : 'unsold_products';
  const named = (name: string): Reference[] => [{ tool, name }];
  const asksWorth = figure === 'unsold_products' && /[$€£]|\b(?:money|worth|value)\b/.test(parts.text);
  const inBoth = asksWorth || ((lists || isSum) && figure === 'unsold_units');
  const measures = [named(figure), ...(inBoth ? [named('unsold_value')] : [])];
  const others = parts.dimensions.filter((references) => !isProduct(references));
  return {
    ...parts,
    denies: false,
    // The list of slow movers looks back on days of its own.
    report: parts.time.periods.length > 0 ? null : parts.report,
    measures,
    dimensions: lists ? [named('product'), ...others] : others,
    counted: null,
    focus: new Set(
      [...parts.focus].filter((focus) => focus !== 'sell' && focus !== 'share' && focus !== 'exclude'),
    ),
    conditions: lists ? withStock(bounds, tool) : bounds,
  };
}

/** "More than 100 units in stock but no sales": of what was not sold, its stock is what is unsold. */
function withStock(bounds: BoundCondition[], tool: string): BoundCondition[] {
  const own = bounds.map((bound) => {
    const isValue = bound.unit === 'currency' || bound.references?.some(isMoneyFigure);
    const isStock = bound.references === null || bound.references.some(({ name }) => name === 'on_hand');
    const references = [{ tool, name: isValue ? 'unsold_value' : 'unsold_units' }];
    return isValue || isStock ? { ...bound, references } : bound;
  });
  const references = [{ tool, name: 'unsold_units' }];
  const any: BoundCondition = { op: 'above', value: 0, unit: null, from: 0, to: 0, references };
  return own.some(({ op }) => op === 'above' || op === 'at_least') ? own : [any, ...own];
}

/** "Never sold" is of all the time on record, which begins before the first stock that was counted. */
function withAlways(parts: Parts, today: Day): Parts {
  const { time, text } = parts;
  const [period] = time.periods;
  const isAlways = period ? period.text === 'all time' : time.versus === null && /\bnever\b/.test(text);
  if (!isAlways) return parts;
  return { ...parts, time: { ...time, periods: [toAlways(today)] } };
}

function toAlways(today: Day): Period {
  const start = '2000-01-01';
  return { text: `${start}..${today}`, spoken: 'all time', start, end: today, grain: null, count: 1 };
}

/** "Dead stock by brand": the list of what does not sell is told by no more than its columns, its figures are by others. */
export function toSplitUnsold(parts: Parts, { datasets, parameters }: Vocabulary): Parts {
  const { report, dimensions } = parts;
  if (report === null || !/slow_movers/.test(report) || parameters.get(report)?.has('dimension'))
    return parts;
  const splits = dimensions.filter((references) => !isProduct(references));
  const [split] = splits;
  if (split === undefined) return parts;
  const tool = findTool('unsold_value', datasets);
  const isColumn = splits.length === 1 && split.some(({ name }) => /^(?:warehouse|category)$/.test(name));
  // "Slow movers by warehouse", "which warehouse has the most slow movers?" add the list up by one of its columns.
  const isRanked = parts.order === 'desc' && parts.limit === null && parts.conditions.length === 0;
  const isPlain = parts.order === null && parts.each !== null && parts.conditions.length === 0;
  if (isColumn && (isRanked || isPlain)) return parts;
  if (tool !== undefined && /\b(dead|unsold|not sold|non[- ]moving)\b/.test(parts.text)) {
    // "Dead stock worth more than $1,000 by category" is bounded by what each product is worth.
    if (parts.conditions.length > 0 && parts.each !== null)
      return { ...parts, missing: parts.missing ?? { topic: boundedDead, spoken: '', names: [] } };
    return { ...parts, report: null, measures: [[{ tool, name: 'unsold_value' }]], dimensions: splits };
  }
  if (isColumn && parts.order === null && parts.each !== null) return parts;
  const missing = `list of slow movers by ${toWords(split[0]?.name)}`;
  const topic = { missing, nearest: 'Which products are slow movers?' };
  return { ...parts, missing: parts.missing ?? { topic, spoken: 'slow movers', names: [] } };
}

const boundedDead = {
  missing: 'split of the dead stock that is within a bound',
  nearest: 'Which products are dead stock?',
};

/** "How much stock are we holding of products that did not sell?" asks for one figure. */
const asksStock = /^(?:and |so )?(?:how much|what amount of) (?:(?:of )?(?:our |the )?)(?:stock|inventory)\b/;
const ofEach = /\b(?:by|per|each|every) (?:product|item|sku|article)\b/;

const asksThings =
  /^(which|what|list|show|give|name|any|all|anything|everything|products|items|articles|skus)\b.*\b(products|items|articles|skus|sales?|sold)\b/;

/** What was not sold, whoever did not buy it. */
export const deniesSale =
  /\b(sales?|sell|sells|sold|selling|revenue|buy|bought|demand)\b|\b(sold|sell|sells) (nothing|none|zero)\b/;

function isOfProducts({ dimensions, text, focus }: Parts): boolean {
  const isOther = dimensions.some((references) =>
    references.some(({ name }) => /^(customer|customer_segment|channel|weekday|month_of_year)$/.test(name)),
  );
  const isReturn = /\b(returns?|returned)\b/.test(text);
  return (
    !isOther &&
    !isReturn &&
    !focus.has('change') &&
    /\b(products?|items?|articles?|skus?|stock|stocked|inventory|goods|stuff)\b|\b(?:any|every)thing (?:that |which )?we (?:still )?(?:hold|have|keep|carry)\b|\b(?:we|i|sitting|sits|lying|lies|left|standing) (?:still )?(?:hold |have |keep |carry )?(?:still )?(?:left )?on (?:the |our )?shel(?:f|ves)\b/.test(
      text,
    )
  );
}

function isProduct(references: Reference[]): boolean {
  return references.some(({ name }) => name === 'product' || name === 'sku');
}

function isMoney(references: Reference[]): boolean {
  return references.some(isMoneyFigure);
}

function isMoneyFigure({ name }: Reference): boolean {
  return name === 'stock_value' || name === 'unsold_value';
}
