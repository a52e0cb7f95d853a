import { findTerm, measuresOf } from '../vocabulary/declared-terms.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Term, Vocabulary } from '../vocabulary/read-declarations.ts';
import { asksBoth } from '../vocabulary/unit-words.ts';
import type { Parts } from './parts.ts';

export function chooseMeasures(
  parts: Parts,
  tool: string,
  dimensions: string[],
  { datasets }: Vocabulary,
): string[] {
  const measures = namesFor(parts.measures, tool);
  const declared = measuresOf(tool, datasets);
  const has = (name: string) => declared.some((term) => term.name === name);
  // "How many products are out of stock?": the measure counts them already.
  const isCount = declared.some(({ name, unit }) => name === measures[0] && unit === 'count');
  const noun = parts.counted;
  // "How many different products did the west sell, and in how many orders?"
  if (measures[0] === 'orders' && noun?.some(({ name }) => name === 'product') && has('products_sold'))
    measures.unshift('products_sold');
  // "How many individual customers bought, and what did they spend per order?"
  const countsBuyers = noun?.some(({ name }) => name === 'customer') && dimensions.join() === 'customer';
  if (
    countsBuyers &&
    measures.length > 0 &&
    !isCount &&
    parts.conditions.length === 0 &&
    parts.order === null
  ) {
    dimensions.length = 0;
    if (has('customers')) measures.unshift('customers');
  }
  // "How many suppliers have open orders?" counts them, and not their orders.
  const isOfOrders = /^(?:(?:late|open)_orders|missed_dates)$/.test(measures[0] ?? '');
  const isOther = isOfOrders && noun?.some(({ name }) => name === 'supplier');
  if (noun !== null && isCount && !isOther && parts.conditions.length === 0)
    dimensions.splice(
      0,
      dimensions.length,
      ...dimensions.filter((name) => !noun.some((other) => other.name === name)),
    );
  const counted =
    parts.focus.has('count') && measures.length === 0 && parts.conditions.length === 0
      ? toCountMeasure(tool, dimensions, parts, has)
      : null;
  if (counted !== null) return [counted];
  // "How many SKUs are in stock per category?" counts them, not their units.
  const [only] = measures;
  if (
    noun?.some(({ name }) => /^(product|sku)$/.test(name)) &&
    only === 'on_hand' &&
    has('stocked_products')
  ) {
    dimensions.splice(0, dimensions.length, ...dimensions.filter((name) => !/^(product|sku)$/.test(name)));
    return ['stocked_products'];
  }
  // "Did we sell more helmets or fewer?" counts them.
  if (measures.length === 0 && parts.focus.has('sell') && has('units') && /\bfewer\b/.test(parts.text))
    return ['units'];
  if (measures.length === 0 && has('units') && (isOfGoodsSold(parts) || sellsMost(parts))) return ['units'];
  if (measures.length === 0 && parts.focus.has('sell') && isOfMoney(parts, dimensions)) return [];
  // "Did bikes sell more than 30 million?"
  if (measures.length === 0 && parts.conditions.some(({ value, unit }) => value >= 1e6 && unit === null))
    return [];
  if (measures.length === 0 && parts.focus.has('sell'))
    return has('units') && (parts.focus.has('count') || parts.order !== null || parts.conditions.length > 0)
      ? ['units']
      : [];
  return parts.focus.has('average')
    ? measures.map((name) => (has(`average_${name}`) ? `average_${name}` : name))
    : measures;
}

/** "Helmets sold last quarter", "gloves sold in February by size": how many, while "sales of helmets" are money. */
function isOfGoodsSold({ text, names, focus, variants }: Parts): boolean {
  if (
    !focus.has('sell') ||
    focus.has('compare') ||
    focus.has('change') ||
    /[$€£]|\b(?:for|worth|value|money|dollars)\b/.test(text)
  )
    return false;
  return (
    variants !== null ||
    names.some(({ text: name }) => {
      const [before = '', after = ''] = text.split(name.toLowerCase());
      return opens.test(before) && isSold.test(after);
    })
  );
}

/** "In which month did we sell the most helmets?": what can be counted is, while the most coffee is that of the most money. */
function sellsMost({ text, names, focus }: Parts): boolean {
  if (!focus.has('sell') || focus.has('change') || /[$€£]|\b(?:worth|value|money|dollars)\b/.test(text))
    return false;
  const [, before = '', after = ''] = sellsTheMost.exec(text) ?? [];
  return names.some(({ text: name }) => {
    const isMany = /[^s]s$/i.test(name);
    const spoken = name.toLowerCase();
    // "Our stores sell the most" are who sells.
    const sells = text.includes(`our ${spoken}`);
    return (
      isMany &&
      !sells &&
      (after.startsWith(spoken) || (/^(?:most|fewest)$/.test(before) && text.includes(`${spoken} sell`)))
    );
  });
}

const sellsTheMost = /\b(?:sells?|sold|selling)\b.*?\bthe (most|fewest)\b ?(.*)$/;

const opens = /^(?:(?:and|show|list|give|me|us|the|our|all|any|total|number|of) )*$/;
/** "Bikes sold better" is a clause of its own. */
const isSold =
  /^ (?:(?:that|which|we|were|was|have|been) )*sold(?= *(?:[?.!,]|$)| (?:in|on|at|by|per|over|during|since|between|from|last|this|yesterday|today|through|via|online|each|every)\b)/;

/** "Which territory sold the most?", "the day on which stores sell least": goods are ranked by their number, all else by money. */
function isOfMoney({ order, grain, focus }: Parts, dimensions: string[]): boolean {
  const isOfGoods = dimensions.some((name) =>
    /^(product|sku|category|subcategory|brand|supplier)$/.test(name),
  );
  return order !== null && !focus.has('count') && !isOfGoods && (dimensions.length > 0 || grain !== null);
}

/** The tool that has most of what was named; the first declared one where nothing decides. */
export function chooseTool(parts: Parts, { datasets }: Vocabulary): string | null {
  let best: { tool: string; score: number } | null = null;
  for (const { tool } of datasets) {
    const owns = (mentions: Reference[][]) =>
      mentions.filter((references) => references.some((r) => r.tool === tool)).length;
    const sells = parts.focus.has('sell') && tool.includes('sales') ? 2 : 0;
    const stocks = datasetCounts(tool, parts, datasets) ? 1 : 0;
    const score = owns(parts.measures) * 4 + owns(parts.dimensions) + sells + stocks;
    if (best === null || score > best.score) best = { tool, score };
  }
  return best?.tool ?? null;
}

export function namesFor(mentions: Reference[][], tool: string): string[] {
  const names = mentions.flatMap(
    (references) => references.find((reference) => reference.tool === tool)?.name ?? [],
  );
  return [...new Set(names)];
}

/** "How many products does each supplier have" is about stock records, unless something was sold. */
function datasetCounts(tool: string, parts: Parts, datasets: Vocabulary['datasets']): boolean {
  const noun = parts.counted?.[0]?.name;
  if ((noun !== 'product' && noun !== 'sku') || parts.dimensions.length < 2 || parts.time.periods.length > 0)
    return false;
  return findTerm({ tool, name: 'stocked_products' }, datasets) !== undefined;
}

/** "How many products did we sell?", "how many customers bought …?" */
function toCountMeasure(
  tool: string,
  dimensions: string[],
  parts: Parts,
  has: (name: string) => boolean,
): string | null {
  const [dimension] = dimensions;
  const noun = parts.counted?.[0]?.name;
  // "How many products does each supplier have?"
  if (
    (noun === 'product' || noun === 'sku') &&
    dimensions.length > 1 &&
    (has('stocked_products') || has('products_sold'))
  ) {
    dimensions.splice(0, dimensions.length, ...dimensions.filter((name) => name !== noun));
    return has('stocked_products') ? 'stocked_products' : 'products_sold';
  }
  const sales = tool.includes('sales');
  const bounded = parts.time.periods.length > 0 || parts.focus.has('sell') || parts.names.length > 0;
  if (dimension === 'customer' && has('customers')) return take(dimensions, 'customers');
  // "Helmets per model, how many went out": the split is not what is counted.
  const isSplit = parts.counted === null && (parts.each ?? []).some(({ name }) => name === dimension);
  const isGone = parts.focus.has('sell') || parts.time.periods.length > 0;
  if (isSplit && sales && isGone && has('units')) return 'units';
  if (
    (dimension === 'product' || dimension === 'sku') &&
    !isSplit &&
    sales &&
    bounded &&
    has('products_sold')
  )
    return take(dimensions, 'products_sold');
  if (dimensions.length === 0 && parts.focus.has('sell') && has('units')) return 'units';
  return null;
}

function take(dimensions: string[], measure: string): string {
  dimensions.shift();
  return measure;
}

/** What is meant where no figure is named; none where the words speak of one that was not made out. */
export function defaultMeasures(parts: Parts, tool: string, { datasets }: Vocabulary): string[] {
  const declared: Term[] = measuresOf(tool, datasets);
  const has = (name: string) => declared.some((term) => term.name === name);
  if (parts.focus.has('overview') && has('revenue'))
    return ['revenue', 'units', 'orders', 'gross_margin'].filter(has);
  // An order is told by what it is worth: its number is one.
  const isOfOrders = parts.dimensions.some((references) =>
    references.every(({ name }) => name === 'purchase_order'),
  );
  if (isOfOrders && has('ordered_value')) return ['ordered_value'];
  if (has('revenue') && has('units') && pieces.test(parts.text))
    // "What have we sold, in dollars and pieces?"
    return asksBoth.test(parts.text) ? ['revenue', 'units'] : ['units'];
  if (has('revenue') && (otherActs.test(parts.text) || ourActs.test(parts.text))) return [];
  return [declared[0]?.name ?? 'revenue'];
}

const pieces = /\b(?:pieces|units|pcs)\b/;

/** What is done with goods besides selling them. */
const otherActs =
  /\b(?:out of|r[ua]n out|got|we (?:still )?have|h[eo]lds?|holding|left|remain\w*|ship(?:s|ped|ping)?|sen[dt]s?|receiv\w*|arriv\w*|c[ao]me in|went out|sits?|sitting|l(?:ie|ies|ying)|deliver(?:s|ed|ing)?|reserv\w*|owes?|owed|los(?:e|es|ing|t)|stock\w*|late|wait\w*|(?<!(?:customers|clients|buyers|they|who) (?:did |do |have )?)pa(?:y|ys|id)|throw\w*|threw|bin(?:s|ned)|broken|damaged)\b/;

/** What we spend is no revenue, what customers spend is. */
const ourActs = /\b(?:we|i|our|us)\b.*\bspen[dt]s?\b/;
