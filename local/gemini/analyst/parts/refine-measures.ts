import { findTerm, measuresOf, toSibling } from '../vocabulary/declared-terms.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { asksBoth, asksMoney, asksRateToo } from '../vocabulary/unit-words.ts';
import { asRate, toRateNames } from './as-rate.ts';
import { withoutBareUnits } from './bare-units.ts';
import { withValue } from './both-units.ts';
import { isOfOneUnit, toDeclaredRate } from './declared-rate.ts';
import { withHeld, withReturnedUnits, withUnitBounds } from './held-units.ts';
import { type Parts, setsTimes } from './parts.ts';
import { findPlainRates } from './plain-rates.ts';

/**
 * What the words around a measure make of it: "value of open orders" is the open value, not their number, and the "worst
 * margin" is a rate.
 */
export function refineMeasures(parts: Parts, { datasets }: Vocabulary): Parts {
  const { text } = parts;
  const ranked = asRanked(withUnitBounds(withReturnedUnits(withHeld(parts, datasets), datasets), datasets));
  const said = asRate(withCover(withStockOutDays(ranked, datasets), datasets), datasets);
  const { conditions } = said;
  const inMoney = isMeantInMoney(said, datasets);
  const asRates = findPlainRates(parts);
  const mentions = withValue(
    withoutBareUnits(withoutBareStock(withoutDescribed(said.measures, text, datasets), said), said, datasets),
    said,
    datasets,
  );
  // "The margin on those, in %": of what has a rate, the rate.
  const namesRate = mentions.some((references) => isRate(references, datasets));
  const asksPercent =
    conditions.length === 0 && !namesRate && inPercentForm.test(text) && !asksRateToo.test(text);
  const refined = new Map(
    mentions.map((references, place) => {
      // "Margin below 40 %": a bound in percent is one of the rate.
      const inPercent =
        asksPercent ||
        conditions.some(
          (condition) =>
            condition.unit === 'percent' &&
            (condition.references === null ? place === 0 : condition.references === references),
        );
      const meant = references.map((reference) =>
        refine(reference, { inPercent, inMoney, asRates }, datasets),
      );
      return [references, meant];
    }),
  );
  const meant = (references: Reference[]) => {
    const own = refined.get(references) ?? references;
    // "Value of open orders": of two tools that know them, the one that knows their value.
    const worth = inMoney ? own.filter((one) => isMoney(one, datasets)) : [];
    return worth.length > 0 ? worth : own;
  };
  // "In units and money", of what has no money.
  const lost = asksBoth.test(text) && mentions.length === 1 ? ['money'] : [];
  // "In dollars and in percent" asks for the rate beside it, not for a share.
  const hasRate = asksRateToo.test(text) && mentions.length > said.measures.length;
  // "In dollars and as a percentage of sales" wants the figure as well.
  const isQuotient = said.per !== null && mentions.length === 1 && !/\band (?:as|in) /.test(text);
  const declared = said.per && isQuotient ? toDeclaredRate(mentions[0] ?? [], said.per, datasets) : null;
  // A quotient is told with what it is of; what is declared can be set against other times as well.
  const rate = declared && (isRate(declared, datasets) || isOfTimes(said)) ? declared : null;
  const measures = rate === null ? mentions.map(meant) : [rate];
  // "What share of their lines came on time": of a rate there is no share.
  const asksShare =
    !hasRate && (measures.length === 0 || !measures.every((references) => isRate(references, datasets)));
  const worth = toWorthAtCost(said, measures, datasets);
  if (worth !== null) return worth;
  return {
    ...said,
    focus: asksShare ? said.focus : new Set([...said.focus].filter((one) => one !== 'share')),
    leftover: [...said.leftover, ...lost],
    measures,
    per: rate === null && !isOfOneUnit(mentions, said.per, datasets) ? said.per : null,
    conditions: conditions.map((condition) => ({
      ...condition,
      references: condition.references && meant(condition.references),
    })),
  };
}

function isMoney(reference: Reference, datasets: Vocabulary['datasets']): boolean {
  return findTerm(reference, datasets)?.unit === 'currency';
}

function isRate(references: Reference[], datasets: Vocabulary['datasets']): boolean {
  return references.every((one) => findTerm(one, datasets)?.unit === 'fraction');
}

function isMeantInMoney({ text, measures }: Parts, datasets: Vocabulary['datasets']): boolean {
  if (asksBoth.test(text)) return false;
  // "The highest value in stock": where no figure of money is named, the word is no filler.
  const hasMoney = measures.flat().some((one) => isMoney(one, datasets));
  // "Value of purchase orders and their number": the money that is named is one of two.
  const isOneOfTwo = hasMoney && measures.length > 1 && /\band\b/.test(text);
  return (
    (asksMoney.test(text) && !isOneOfTwo) || (!hasMoney && /\b(values?|money|cash|capital)\b/.test(text))
  );
}

/** "Write-offs at cost" are their value; of what was moved only the units are kept. Null where no cost is asked for. */
function toWorthAtCost(said: Parts, measures: Reference[][], datasets: Vocabulary['datasets']): Parts | null {
  const cost = measures.find(isCost);
  const rest = measures.filter((references) => references !== cost);
  const isElsewhere = rest.length > 0 && rest.flat().every(({ tool }) => tool !== 'query_sales');
  if (cost === undefined || !isElsewhere || !atCost.test(said.text)) return null;
  if (rest.flat().some((one) => isMoney(one, datasets))) return null;
  const [first = [], ...more] = rest;
  const worth = first.flatMap((one) => {
    const name = toSibling(one, 'currency', datasets);
    return name === null ? [] : [{ ...one, name }];
  });
  return worth.length > 0 && more.length === 0
    ? { ...said, measures: [worth] }
    : { ...said, measures: rest, leftover: [...said.leftover, 'cost'] };
}

const inPercentForm =
  /\b(in|as) (a )?(%|(percent(age)?|per cent|pct|rates?)\b)(?! of\b)|\b(at|with) (the|a|what) (\w+ )?(rate|percentage)\b/;

type Said = { inPercent: boolean; inMoney: boolean; asRates: ReadonlySet<string> };

function isOfTimes({ time, grain, focus }: Parts): boolean {
  return setsTimes(time) || grain !== null || focus.has('change') || focus.has('trend');
}

const isCost = (references: Reference[]) => references.every(({ name }) => name === 'cost');
const atCost = /\bat cost\b|\bcost (?:us|the company|the business)\b/;

function refine(
  reference: Reference,
  { inPercent, inMoney, asRates }: Said,
  datasets: Vocabulary['datasets'],
): Reference {
  const declared = measuresOf(reference.tool, datasets);
  const own = declared.find(({ name }) => name === reference.name);
  const to = (names: string[]) => declared.find(({ name }) => names.includes(name))?.name;
  const rate = to([
    `${reference.name.replace(/^gross_/, '')}_rate`,
    `${reference.name.replace(/s$/, '')}_rate`,
    ...(reference.name.startsWith('reject') ? toRateNames(reference.name) : []),
  ]);
  if ((inPercent || asRates.has(reference.name)) && rate !== undefined) return { ...reference, name: rate };
  if (!inMoney || !own || own.unit === 'currency' || own.unit === 'fraction') return reference;
  const money = toSibling(reference, 'currency', datasets);
  return { ...reference, name: money ?? reference.name };
}

/** "Reserved for orders that have not shipped": what a measure is described by is no measure beside it. */
function withoutDescribed(
  mentions: Reference[][],
  text: string,
  datasets: Vocabulary['datasets'],
): Reference[][] {
  const noun = /\b(?:for|to|of|from) (?:customer |sales |our )?(\w+)(?: (?:that|which)\b|\W*$)/.exec(
    text,
  )?.[1];
  if (noun === undefined || mentions.length < 2) return mentions;
  const isDescribed = mentions.some((references) =>
    references.some((one) => findTerm(one, datasets)?.description.includes(`${noun} that`)),
  );
  return isDescribed
    ? mentions.filter((references) => references.every(({ name }) => name !== noun))
    : mentions;
}

/** "The most valuable products in stock": the words for their number, where they are ranked themselves. */
function asRanked(parts: Parts): Parts {
  const isNumber = (references: Reference[]) => references.some(({ name }) => name === 'stocked_products');
  if (parts.order === null || parts.dimensions.length > 0 || !parts.measures.some(isNumber)) return parts;
  const [number = []] = parts.measures.filter(isNumber);
  const to = (name: string) => number.map(({ tool }) => ({ tool, name }));
  const others = parts.measures.filter((references) => !isNumber(references));
  return {
    ...parts,
    measures: others.length > 0 ? others : [to('on_hand')],
    dimensions: [to('product')],
  };
}

const joinsStock =
  /\b(?:and|plus|with|versus|vs|or|compared? to) (?:the |our )?(?:\w+ )?(?:stock|inventory|on[ -]hand)\b|\b(?:stock|inventory|on[ -]hand) (?:and|plus|with|versus|vs|or|compared? (?:to|with))\b/;

/** "Was the inventory adjusted", "how often did the stock turn": the noun only says of what, where nothing joins two figures. */
function withoutBareStock(mentions: Reference[][], { text, dimensions }: Parts): Reference[][] {
  const isStock = (references: Reference[]) => references.every(({ name }) => name === 'on_hand');
  const others = mentions.filter((references) => !isStock(references));
  const joins =
    /\b(and|plus|with|versus|vs|against|than|or|but|compared? to)\b|[&+]|, ?(?:the |our )?(?:on[ -]hand|stock|inventory)\b|\b(?:stock|inventory),/.test(
      text,
    );
  // "What quantity is in stock?" is about stock.
  const isOwn = others.some((references) => references.some(({ name }) => name !== 'units'));
  const tools = new Set(mentions.filter(isStock).flatMap((references) => references.map(({ tool }) => tool)));
  // "What moved in and out of stock, by movement type?": stock has no such split.
  const isElsewhere =
    !joinsStock.test(text) &&
    dimensions.some((references) => references.every(({ tool }) => !tools.has(tool)));
  if (!isOwn || (joins && !isElsewhere) || others.length === mentions.length) return mentions;
  // "How often did the stock turn": of what the word may mean, that of stock.
  return others.map((references) => {
    const own = references.filter(({ tool }) => tools.has(tool));
    return own.length > 0 ? own : references;
  });
}

/** Days without stock are not products without. */
function withStockOutDays(parts: Parts, datasets: Vocabulary['datasets']): Parts {
  if (!/\b(how many|number of) days\b/.test(parts.text)) return parts;
  const swap = (reference: Reference): Reference => {
    const days = { ...reference, name: 'stock_out_days' };
    return reference.name === 'out_of_stock' && findTerm(days, datasets) ? days : reference;
  };
  return swapFigures(parts, swap);
}

/** "Items with less than a week of stock left": how long it lasts, and not how many there are. */
function withCover(parts: Parts, datasets: Vocabulary['datasets']): Parts {
  const isStock = ({ name }: Reference) => /^(on_hand|available|stock_value)$/.test(name);
  const inDays = parts.conditions.some(
    ({ unit, references }) => unit === 'days' && (references ?? parts.measures[0] ?? []).some(isStock),
  );
  if (!inDays) return parts;
  const swap = (reference: Reference): Reference => {
    const days = { ...reference, name: 'days_of_cover' };
    return isStock(reference) && findTerm(days, datasets) ? days : reference;
  };
  return swapFigures(parts, swap);
}

/** Takes one figure for another, in what is asked for and in its bounds. */
function swapFigures(parts: Parts, swap: (reference: Reference) => Reference): Parts {
  return {
    ...parts,
    measures: parts.measures.map((references) => references.map(swap)),
    conditions: parts.conditions.map((condition) => ({
      ...condition,
      references: condition.references?.map(swap) ?? null,
    })),
  };
}
