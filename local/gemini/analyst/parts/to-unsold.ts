import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { asksMoney } from '../vocabulary/unit-words.ts';
import type { Parts } from './parts.ts';

/**
 * "Which products in stock had no sales last month?" is about stock of which nothing was sold. Without a measure of that, and of
 * anything but products, what is not in the records stays refused.
 */
export function toUnsold(parts: Parts, { datasets }: Vocabulary): Parts {
  const tool = datasets.find(({ measures }) => measures.some(({ name }) => name === 'unsold_products'))?.tool;
  if (tool === undefined || !parts.denies || !deniesSale.test(parts.text) || !isOfProducts(parts))
    return parts;
  const asksUnits = /\b(units?|pieces)\b/.test(parts.text);
  const inMoney = asksMoney.test(parts.text) || parts.measures.some(isMoney);
  const lists =
    (parts.dimensions.some(isProduct) ||
      asksThings.test(parts.text) ||
      (parts.dimensions.length === 0 &&
        /(?:^|[:–-] )(?:which|what(?:['’]s)?) (?!share|part|percentage)/.test(parts.text))) &&
    parts.counted === null &&
    !inMoney &&
    !parts.focus.has('share') &&
    !parts.focus.has('count');
  const figure = parts.focus.has('share')
    ? 'unsold_rate'
    : inMoney
      ? 'unsold_value'
      : asksUnits || lists
        ? 'unsold_units'
        : 'unsold_products';
  const named = (name: string): Reference[] => [{ tool, name }];
  const asksWorth = figure === 'unsold_products' && /[$€£]|\b(?:money|worth|value)\b/.test(parts.text);
  const inBoth = asksWorth || (lists && figure === 'unsold_units');
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
    conditions: lists
      ? [{ op: 'above', value: 0, unit: null, from: 0, to: 0, references: named(figure) }]
      : parts.conditions,
  };
}

/** "Which warehouse has most dead stock?": the list of what does not sell has no split, its figures have. */
export function toSplitUnsold(parts: Parts, { datasets, parameters }: Vocabulary): Parts {
  const { report, dimensions } = parts;
  if (report === null || !/slow_movers/.test(report) || parameters.get(report)?.has('dimension'))
    return parts;
  const splits = dimensions.filter((references) => !isProduct(references));
  const [split] = splits;
  if (split === undefined) return parts;
  const tool = datasets.find(({ measures }) => measures.some(({ name }) => name === 'unsold_value'))?.tool;
  if (tool !== undefined && /\b(dead|unsold|not sold|non[- ]moving)\b/.test(parts.text))
    return { ...parts, report: null, measures: [[{ tool, name: 'unsold_value' }]], dimensions: splits };
  const isColumn = splits.length === 1 && split.some(({ name }) => /^(?:warehouse|category)$/.test(name));
  // "Slow movers by warehouse" adds the list up by one of its columns; "which warehouse has most of them?" is no list.
  if (isColumn && parts.order === null && parts.each !== null) return parts;
  const missing = `list of slow movers by ${split[0]?.name.replaceAll('_', ' ') ?? ''}`;
  const topic = { phrases: [], missing, nearest: 'Which products are slow movers?' };
  return { ...parts, missing: parts.missing ?? { topic, spoken: 'slow movers', names: [] } };
}

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
    /\b(products?|items?|articles?|skus?|stock|stocked|inventory|goods|stuff)\b|\b(?:any|every)thing (?:that |which )?we (?:still )?(?:hold|have|keep|carry)\b|\bon (?:the |our )?shel(?:f|ves)\b/.test(
      text,
    )
  );
}

function isProduct(references: Reference[]): boolean {
  return references.some(({ name }) => name === 'product' || name === 'sku');
}

function isMoney(references: Reference[]): boolean {
  return references.some(({ name }) => name === 'stock_value');
}
