import type { Day } from '../time/calendar.ts';
import { findTool } from '../vocabulary/declared-terms.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { toAhead } from './due-time.ts';
import { asksWhen } from './find-purchasing.ts';
import type { Parts } from './parts.ts';
import { asksBothStages, countsArrivals, nameFigures, toDivisor, toListed } from './purchasing-figures.ts';

/**
 * Reads the figures of a question about goods that come in as those of the orders to suppliers: its units are those ordered,
 * received or still open, its money is what they cost. Without a tool that has these figures nothing changes.
 */
export function toPurchasing(said: Parts, { datasets }: Vocabulary, today: Day): Parts {
  const parts = withBoundOf(said, datasets);
  const { text } = parts;
  const tool = findTool('ordered_value', datasets);
  if (tool === undefined) return parts;
  const isOrder = parts.filters.some(({ dimension }) => dimension === 'purchase_order');
  const stage =
    isOrder && asksWhen(text) ? null : (parts.purchasing ?? (countsArrivals(text) ? 'received' : null));
  // "Units received on purchase orders of 2013" are kept with the orders.
  const isReceipt = (references: Reference[]) => references.every(({ name }) => name === 'units_received');
  if (ofItsOrders.test(text) && parts.measures.some(isReceipt))
    return {
      ...parts,
      measures: parts.measures.map((one) => (isReceipt(one) ? [{ tool, name: 'received_units' }] : one)),
    };
  const moved = withReceipts(parts);
  if (moved !== null) return moved;
  // Countries are those of customers: "spend by country", ours with suppliers, is not kept by it.
  const isAbroad = /\bcountr(?:y|ies)\b/.test(text) && !/\b(?:customer|client|buyer|shopper)s?\b/.test(text);
  if (stage === null && isAbroad && ofSpend.test(text))
    return { ...parts, measures: withSpend([], parts, tool) };
  if (stage === null) return withReceiptDays(withWho(withArrivals(parts, tool), tool));
  return toDueDays(parts, stage, tool) ?? ofStage(parts, stage, tool, today);
}

type Stage = NonNullable<Parts['purchasing']>;

/** "On which days are the open orders of Orsini due, and with which quantity?" */
function toDueDays(parts: Parts, stage: Stage, tool: string): Parts | null {
  const asksDays = /\b(?:which|what) (?:days|dates)\b/.test(parts.text);
  if (stage !== 'expected' || parts.time.future !== null || !asksDays) return null;
  return {
    ...parts,
    measures: ['open_units', 'open_value'].map((name) => [{ tool, name }]),
    dimensions: [[{ tool, name: 'expected_date' }]],
    conditions: [stillOpen(tool)],
    grain: null,
  };
}

/** The figures of goods as they were ordered, received, or are still due. */
function ofStage(parts: Parts, stage: Stage, tool: string, today: Day): Parts {
  const { text } = parts;
  // "How many units arrive this month?" is not about what has arrived.
  const isOwn = (reference: Reference) =>
    reference.tool === tool && !(stage === 'expected' && reference.name === 'received_units');
  const named = parts.measures.filter((references) => references.some(isOwn));
  const isOther = (references: Reference[]) =>
    !named.includes(references) && references.some(({ name }) => !saleFigures.has(name));
  // "What have we got on order from Orsini?" names a figure of its own.
  if (parts.measures.some(isOther)) return parts;
  // "How many suppliers did we order from?" counts them.
  const isOfSupplier = (references: Reference[]) => references.some(({ name }) => name === 'supplier');
  if (parts.counted && isOfSupplier(parts.counted) && stage === 'ordered' && named.length === 0)
    return {
      ...parts,
      measures: [[{ tool, name: 'active_suppliers' }]],
      dimensions: parts.dimensions.filter((references) => !isOfSupplier(references)),
      counted: null,
    };
  const { kind, names } = nameFigures(parts, stage);
  const isNamed = named.length > 0 && !asksBothStages(text) && !countsArrivals(text);
  const figures = isNamed
    ? named.map((references) => references.filter((reference) => reference.tool === tool))
    : names.map((name) => [{ tool, name }]);
  const measures = withSpend(figures, parts, tool);
  const dimensions = toSplits(parts, stage);
  // "When is the next delivery?": of all that is open.
  const isOpen = stage === 'expected' && asksWhen(text) && parts.time.future === null;
  const isDated =
    (stage === 'expected' && !isOpen) ||
    (stage === 'received' && parts.time.periods.length > 0 && !ofItsOrders.test(text));
  const asksWho = /^who\b/.test(text) && dimensions.length === 0;
  const isPlain = named.length === 0 && (parts.grain === null || isOpen);
  const lists = isPlain ? toListed(parts, dimensions, kind).map((name) => [{ tool, name }]) : [];
  return {
    ...parts,
    ...(stage === 'expected' && !isOpen && { time: toAhead(parts.time, text, today) }),
    ...(isOpen && { conditions: [stillOpen(tool)], grain: null }),
    measures,
    per: parts.per && toDivisor(parts.per, tool),
    dimensions: asksWho ? [[{ tool, name: 'supplier' }]] : lists.length > 0 ? lists : dimensions,
    daysOf: isDated && measures.flat().every(({ name }) => hasDays[stage].test(name)) ? stage : null,
  };
}

function toSplits({ dimensions, grain, text }: Parts, stage: Stage): Reference[][] {
  const isDay = (references: Reference[]) => references.every(({ name }) => name === 'expected_date');
  // "Expected deliveries by warehouse" are those that are promised; their days are no split beside it.
  const isOnlyTold =
    stage === 'expected' &&
    (grain !== null || !dimensions.every(isDay)) &&
    !/\b(?:by|per|each|which|what) (?:expected|due|delivery|promised) (?:day|date)/.test(text);
  // "Did suppliers deliver" says who, and is no split.
  const isActor = (references: Reference[]) =>
    suppliersDid.test(text) && references.some(({ name }) => name === 'supplier');
  return dimensions.filter((references) => !isActor(references) && !(isOnlyTold && isDay(references)));
}

/** "Lead time by supplier, only those with at least 50 orders", "… with spend above 10,000": bounds on what the orders are, beside their own figure. */
function withBoundOf(parts: Parts, datasets: Vocabulary['datasets']): Parts {
  const tool = findTool('ordered_value', datasets);
  const open = parts.conditions.filter(({ references }) => references === null);
  const isOfOther = parts.measures.some((references) =>
    references.some((one) => one.tool === tool && !/^(?:ordered_value|purchase_order_count)$/.test(one.name)),
  );
  const name = /\d\+?(?: or (?:more|less|fewer))? (?:purchase )?(?:orders|pos)\b/.test(parts.text)
    ? 'purchase_order_count'
    : /\bspen[dt] (?:of )?(?:above|over|below|under|at least|at most|more than|less than|up to|[$€£]?\d)/.test(
          parts.text,
        )
      ? 'ordered_value'
      : null;
  if (tool === undefined || open.length !== 1 || name === null) return parts;
  const reference = { tool, name };
  // "Suppliers with more than 20 purchase orders": their number, and no list of them.
  const split = parts.dimensions.filter((one) => !one.every((other) => other.name === 'purchase_order'));
  const isCounted =
    name === 'purchase_order_count' && split.length > 0 && split.length < parts.dimensions.length;
  if (!isOfOther && !(isCounted && parts.measures.length === 0)) return parts;
  return {
    ...parts,
    ...(isCounted && { dimensions: split }),
    measures: parts.measures.length > 0 ? parts.measures : [[reference]],
    conditions: parts.conditions.map((one) =>
      open.includes(one) ? { ...one, references: [reference] } : one,
    ),
  };
}

/** "Units received from suppliers and units issued": beside another move of stock a receipt is one as well. */
function withReceipts(parts: Parts): Parts | null {
  const isReceipt = ({ name }: Reference) => /^(received_units|units_received)$/.test(name);
  const others = parts.measures.filter((references) => !references.some(isReceipt));
  const tool = others
    .flat()
    .find(({ name }) => /^(units_(issued|out|restocked)|transferred_)/.test(name))?.tool;
  if (tool === undefined || others.length === parts.measures.length) return null;
  const measures = parts.measures.map((references) =>
    references.some(isReceipt) ? [{ tool, name: 'units_received' }] : references,
  );
  return others.flat().every((one) => one.tool === tool) ? { ...parts, measures } : null;
}

/** "Units ordered against units that came in": beside a figure of orders what came in is that of the orders. */
function withArrivals(parts: Parts, tool: string): Parts {
  const isOfOrders = ({ tool: own, name }: Reference) => own === tool && /^ordered_/.test(name);
  const came = (references: Reference[]) =>
    references.every(({ name }) => /^(units_in|units_received|received_units)$/.test(name));
  if (!parts.measures.flat().some(isOfOrders) || !parts.measures.some(came)) return parts;
  const measures = parts.measures.map((one) => (came(one) ? [{ tool, name: 'received_units' }] : one));
  // The units that came of those ordered then.
  return { ...parts, measures, daysOf: null };
}

/** "Who delivers latest?" asks for the supplier, where the figure is of orders to suppliers alone. */
function withWho(parts: Parts, tool: string): Parts {
  const isOwn =
    parts.measures.length > 0 && parts.measures.flat().every((reference) => reference.tool === tool);
  return isOwn && /^who\b/.test(parts.text) && parts.dimensions.length === 0
    ? { ...parts, dimensions: [[{ tool, name: 'supplier' }]] }
    : parts;
}

/**
 * "How many units arrived in June?": days of the receipt, where all figures can be counted by it.
 * @param said the words that tell of an arrival, where another half of the sentence has them.
 */
export function withReceiptDays(parts: Parts, said = parts.text): Parts {
  const tells =
    /\b(arriv\w*|received|came|delivered|booked|landed)\b/.test(said) && !/\border(ed)?\b/.test(said);
  const fits =
    parts.measures.length > 0 && parts.measures.every(([one]) => one && hasDays.received.test(one.name));
  if (!tells || !fits || parts.daysOf !== null || parts.time.periods.length === 0) return parts;
  if (ofItsOrders.test(said)) return parts;
  return { ...parts, daysOf: 'received' };
}

/** "Delivered on our 2013 purchase orders", "on purchase orders placed in May": the time is that of the orders. */
const ofItsOrders =
  /(?:\b(?:19|20)\d\d|\b(?:last|this) \w+|\bq[1-4])(?:['’]s)? (?:purchase orders?|pos?)\b|\b(?:purchase orders?|pos) (?:(?:that|which|were|was|we|had|have) )*(?:placed|raised|issued|made|dated|(?:from|of) (?=(?:19|20)|last |this |q\d))/;

function stillOpen(tool: string): Parts['conditions'][number] {
  return { op: 'above', value: 0, unit: null, from: 0, to: 0, references: [{ tool, name: 'open_units' }] };
}

/** What words for sales and for flows of stock are read as before it is known which way the goods go. */
const saleFigures = new Set([
  'revenue',
  'average_order_value',
  'units',
  'orders',
  'units_in',
  'units_received',
  'received_units',
  'transferred_out',
]);

/** The figures that can be counted by the day of receipt, and by the promised day. */
const hasDays = {
  received:
    /^(received|rejected|rejection|fill|on_time|lead|promised|longest_lead|delivery|accepted|completed|missed)_/,
  expected: /^(open|ordered)_|^purchase_order_count$/,
};

/** "Spend and on-time rate by supplier", "top 5 suppliers by spend and their lead time": a figure of its own, beside others of orders. */
function withSpend(named: Reference[][], { text }: Parts, tool: string): Reference[][] {
  const value = { tool, name: 'ordered_value' };
  if (!ofSpend.test(text) || named.some((references) => references.some(({ name }) => ofMoney.test(name))))
    return named;
  return spendLast.test(text) ? [...named, [value]] : [[value], ...named];
}

const ofMoney = /_value$/;
/** Not what "we spend on" something. */
const ofSpend =
  /(?<!\b(?:we|i|you|they|do|did|does|to|customers|buyers) )\b(?:spend(?:ing)?|expenditure)\b(?! (?:most|more|less|the most|on|with)\b)/;
const spendLast = /(?:,|\band|\bwith) (?:their |the |our )?(?:total )?(?:spend(?:ing)?|expenditure)\b/;

const suppliersDid = /\b(do|did|have|had) (our |the |all )?(suppliers|vendors)\b/;
