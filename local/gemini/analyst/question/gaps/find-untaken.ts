import type { Parts } from '../../parts/parts.ts';
import type { Day } from '../../time/calendar.ts';
import type { Focus } from '../../vocabulary/focus-phrases.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import type { Question, ReorderSort } from '../question.ts';
import { lacking } from './lacking.ts';

/** What a tool lists by itself: what its rows are told by, and its figures, of which those in `ranks` may be asked for as their order. */
type List = { noun: string; nearest: string; rows: RegExp; figures: RegExp; ranks: RegExp };

const lists: Record<string, List> = {
  find_slow_movers: {
    noun: 'the list of slow movers',
    nearest: 'Which products are slow movers?',
    rows: /^(?:product|sku|warehouse|category)$/,
    figures: /^(?:stock_value|on_hand|days_of_cover|units)$/,
    ranks: /^$/,
  },
  classify_products: {
    noun: 'the classes of products',
    nearest: 'How many products are in each ABC class?',
    rows: /^(?:product|sku)$/,
    figures: /^(?:revenue|gross_margin|units)$/,
    ranks: /^(?:revenue|gross_margin|units)$/,
  },
  get_reorder_recommendations: {
    noun: 'the list of what to reorder',
    nearest: 'What should I reorder?',
    rows: /^(?:product|sku|supplier|warehouse)$/,
    figures: /^(?:cost|purchase_value|ordered_value|units)$/,
    ranks: /^(?:cost|purchase_value|ordered_value|list_price|units)$/,
  },
};

const any = { rows: /./, figures: /./, ranks: /./ };
const other: List = { noun: 'that list', nearest: 'What should I reorder?', ...any };

/**
 * What is asked of a list that a tool makes by itself and that it cannot be told: "by brand", "sorted by cost", "compared with last
 * year", "out of stock". The list without it would be taken for the answer. Null where it takes all.
 */
export function findUntaken(parts: Parts, tool: string, vocabulary: Vocabulary | null): string | null {
  const takes = (name: string) => vocabulary?.parameters.get(tool)?.has(name) ?? false;
  const { time, grain, focus, measures, dimensions, order, text } = parts;
  const { noun, rows, figures, ranks } = lists[tool] ?? other;
  const [divisor] = parts.per ?? [];
  if (divisor) return `divide ${takes('horizon') ? 'a forecast' : noun} by ${toWords(divisor.name)}`;
  const isForecast = takes('horizon');
  // "Compare class A with class C" is told by the classes themselves.
  const isOfClasses = tool === 'classify_products';
  const isCompared = !isOfClasses && (focus.has('compare') || focus.has('change'));
  const isOfParts = parts.names.length > 0 && time.periods.length === 0;
  if (isCompared && isOfParts && time.against === null && time.versus === null)
    return `set parts of ${isForecast ? 'a forecast' : noun} side by side`;
  if (time.against !== null || time.versus !== null || isCompared)
    return `compare ${isForecast ? 'a forecast' : noun} with another time`;
  if (isForecast) return findUntold(parts);
  if (isOfClasses && (parts.reorder || isShort.test(text)))
    return 'tell which products of a class are low on stock';
  if (isOfClasses && focus.has('change')) return 'tell how the products of a class moved';
  if (isOfClasses && crossed.test(text)) return 'cross the ABC classes with the XYZ classes';
  const [period] = time.periods;
  if (period && !takes('period')) return `tell ${noun} of ${period.spoken || period.text}`;
  if (grain !== null) return `tell ${noun} by ${grain}`;
  if (focus.has('average')) return `tell an average of ${noun}`;
  if (focus.has('trend') || (focus.has('share') && !isOfClasses)) return `tell shares or a trend of ${noun}`;
  const split = dimensions.find((references) => !references.some(({ name }) => rows.test(name)));
  if (split) return `split ${noun} by ${said(split)}`;
  const isSorted = order !== null || sorts.test(text);
  const tells = (name: string) =>
    isOfClasses && findValue(parts) !== null
      ? true
      : figures.test(name) && !(isOfClasses && name !== 'revenue');
  const isTold = (name: string) => tells(name) || (isSorted && ranks.test(name));
  const unknown = measures.find((references) => !references.some(({ name }) => isTold(name)));
  if (unknown) return isSorted ? `sort ${noun} by ${said(unknown)}` : `put "${said(unknown)}" beside ${noun}`;
  const ranked = measures.find((references) => !references.some(({ name }) => ranks.test(name)));
  if (isSorted && ranked) return `sort ${noun} by ${said(ranked)}`;
  return order === 'asc' ? `sort ${noun} the other way round` : null;
}

const crossed = /\babc ?[/&x×-] ?xyz\b|\b(?:abc|xyz)\b.*\bmatrix\b/;

const isShort =
  /\b(?:low (?:on|in) stock|stock is low|running (?:low|out|short)|runs? (?:low|out)|run short|short of stock|under-?stocked|re-?order\w*|below (?:the|its|their) (?:minimum|safety))\b/;

/** "How much should we expect to buy?", "a forecast by quarter", "which will sell least?": what is sold is foretold, by weeks or months. */
export function findUntold(parts: Parts): string | null {
  const { grain, order, focus, text, time, dimensions, conditions, per } = parts;
  // "Forecast for next month by week": no month is so many weeks.
  const isOfWeeks = /^next (?:\d+ )?weeks?$/.test(time.future ?? '');
  if (grain === 'week' && (time.periods.length > 0 || (time.future !== null && !isOfWeeks)))
    return 'tell the forecast of a month by week';
  if (buys.test(text)) return 'foretell what we buy';
  if (grain === 'day' || grain === 'quarter' || grain === 'year') return `tell a forecast by ${grain}`;
  if (order === 'asc') return 'rank a forecast the other way round';
  if (dimensions.length > 1) return `split a forecast by ${dimensions.map(said).join(' and ')} at once`;
  if (conditions.length > 0) return 'hold a forecast to a bound';
  if (focus.has('share')) return 'tell a share of a forecast';
  if (focus.has('why')) return 'tell why a forecast is what it is';
  if (focus.has('change')) return 'tell by how much a forecast differs from what was sold';
  if (per !== null) return `divide a forecast by ${said(per)}`;
  return focus.has('average') ? 'tell an average of a forecast' : null;
}

/** Customers may be expected to buy: of "we" it is what comes in. */
const buys =
  /\b(?:we|i)\b.*\b(?:expect|plan|forecast|predict|will|going|likely)(?:ed|ing)?\b(?: to)? (buy|purchase|receive|spend|pay)\b|\b(?:forecast|outlook)\b.*\b(purchas\w+|buy)\b/;

/** Slow movers are of today, and by what lies there too much: "slow movers last year", "with the least cash in them". */
export function findUntakenOfSlow(
  { time, grain, order, per, measures, focus, text }: Parts,
  today: Day,
): string | null {
  if (time.against !== null || time.versus !== null)
    return 'compare the list of slow movers with another time';
  const period = time.periods.find(({ start, end }) => start !== today || end !== today);
  if (period) return `tell the list of slow movers of ${period.spoken || period.text}`;
  // "Overstocked, compared with how fast it sells": that is what overstock is.
  const isMeant = /\bcompared (?:with|to) (?:how|what|its|their|sales|demand)\b/.test(text);
  const way = waysOfSlow.find(([one]) => focus.has(one) && !(one === 'compare' && isMeant))?.[1];
  if (way !== undefined) return way;
  const other = measures.find((references) => !references.some(({ name }) => ofSlow.test(name)));
  if (other) return `put "${said(other)}" beside the list of slow movers`;
  if (per !== null) return 'divide the list of slow movers by anything';
  if (grain !== null) return `tell the list of slow movers by ${grain}`;
  return order === 'asc' ? 'sort the list of slow movers the other way round' : null;
}

const waysOfSlow: [Focus, string][] = [
  ['average', 'tell an average of the list of slow movers'],
  ['share', 'tell shares of the list of slow movers'],
  ['compare', 'set parts of the list of slow movers against each other'],
  ['change', 'compare the list of slow movers with another time'],
  ['trend', 'tell a trend of the list of slow movers'],
  ['why', 'tell why something is on the list of slow movers'],
];

/**
 * What is asked of the list of what to reorder, by a question of its own, and that the list does not heed: "in March", "each month",
 * "that are out of stock". It is of now, and its rows say what is there and on its way.
 */
export function findUntakenOfReorder(parts: Parts, vocabulary: Vocabulary, today: Day): string | null {
  const { time, grain, focus, measures, conditions, text } = parts;
  const isOfNow = time.periods.every(({ start, end }) => start <= today && end >= today);
  if (!isOfNow || time.future !== null || grain !== null)
    return 'tell what is to be reordered at another time than now';
  // "What has dropped below its reorder point" is what the list is of.
  const falls = focus.has('change') && fallsBelow.test(text);
  const bounded = new Set(conditions.flatMap((bound) => bound.references ?? []).map(({ name }) => name));
  const asked = {
    time: { ...time, periods: [] },
    focus: new Set([...focus].filter((one) => !(falls && one === 'change'))),
    measures: measures.filter(
      (references) => !references.some(({ name }) => bounded.has(name) || ofRows.test(name)),
    ),
  };
  return findUntaken({ ...parts, ...asked }, 'get_reorder_recommendations', vocabulary);
}

/** What slow movers are told by, and what is to be done about them: "that we should mark down". */
const ofSlow = /^(?:stock_value|on_hand|days_of_cover|units|unsold_products|discounts?)$/;

const fallsBelow =
  /\b(?:fall\w*|fell|drop\w*|gone|went|go|sunk|slipped|come) (?:\w+ )?(?:below|under|beneath|to)\b/;

const ofRows = /^(?:on_order|available|on_hand|days_of_cover|reorder_point)$/;

const sorts = /\b(?:re-?sort|sort|sorted|ordered|rank|ranked)\b.*\bby\b|\bfirst\W*$/;

/** "Sorted by cost", "the most expensive ones", "largest quantity first", of what to reorder; null where it says no order. */
export function toReorderSort({ measures, order, text }: Parts): ReorderSort | null {
  if (order === null && !sorts.test(text) && !byQuantity.test(text)) return null;
  if (/\burgen(?:t|cy)\b/.test(text)) return 'urgency';
  if (byQuantity.test(text)) return 'suggested_quantity';
  const named = measures.flat().find(({ name }) => lists.get_reorder_recommendations?.ranks.test(name))?.name;
  if (named === undefined) return null;
  return named === 'units' ? 'suggested_quantity' : 'cost';
}

const byQuantity =
  /\bby (?:the )?(?:(?:suggested|order(?:ed)?|reorder|recommended) )?(?:quantit(?:y|ies)|amounts?)\b/;

function said([reference]: Parts['measures'][number]): string {
  return toWords(reference?.name);
}

const nearestOf: Record<string, string> = {
  forecast_demand: 'What is the sales forecast for next month?',
  find_new_or_lapsed: 'Which customers are new this quarter?',
};

export function toUntaken(way: string, tool: string): Question {
  const nearest = lists[tool]?.nearest ?? nearestOf[tool] ?? other.nearest;
  return lacking({ missing: `way to ${way}`, nearest });
}

/** "Slow movers by warehouse": the column of the list that its rows are added up by. */
export function findGroup(tool: string, { dimensions }: Parts): string | null {
  if (tool !== 'find_slow_movers') return null;
  return dimensions.flat().find(({ name }) => /^(?:warehouse|category)$/.test(name))?.name ?? null;
}

/** "In units", "their total stock value": the figure of the list that is told first. */
export function findLead(tool: string, { measures }: Parts): string | null {
  if (tool !== 'find_slow_movers') return null;
  return measures.flat().find(({ name }) => lists[tool]?.figures.test(name))?.name ?? null;
}

/** "ABC by margin", "in units": what the classes are made by; "units sold of class A" are a figure of the classes by revenue. */
export function findValue({ measures, text, words }: Parts): string | null {
  const named = measures.flat().find(({ name }) => /^(?:revenue|gross_margin|units)$/.test(name))?.name;
  if (/\bby units\b/.test(text)) return 'units';
  const isBy = /\b(?:by|based on|using|in terms of)\b/.test(text) || words <= 3;
  return named !== undefined && isBy ? named : null;
}
