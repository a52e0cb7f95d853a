import type { Day } from '../time/calendar.ts';
import { toAllTime } from '../time/period.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import type { Parts } from './parts.ts';

/** "What's on PO 4012?", "is PO 4012 late?": an order by its number is looked at over all time, line by line where nothing else is asked. */
export function toOrderLines(parts: Parts, { datasets }: Vocabulary, today: Day): Parts {
  const tool = datasets.find(({ dimensions }) =>
    dimensions.some(({ name }) => name === 'purchase_order'),
  )?.tool;
  const orders = parts.filters.find(({ dimension }) => dimension === 'purchase_order')?.values ?? [];
  if (tool === undefined || orders.length === 0) return parts;
  const named = (name: string): Reference[] => [{ tool, name }];
  const isOwn = (references: Reference[]) => references.some((reference) => reference.tool === tool);
  const isOrder = (references: Reference[]) => references.some(({ name }) => name === 'purchase_order');
  // "Has PO 4012 arrived?" asks for its state, which is shown with it.
  const isVerb = (references: Reference[]) =>
    references.some(({ name }) => /^(units_received|late_orders)$/.test(name)) &&
    !/\bunits\b/.test(parts.text);
  const measures = parts.measures
    .filter((references) => isOwn(references) && !isVerb(references))
    .map((references) => references.filter((reference) => reference.tool === tool));
  const dimensions = parts.dimensions.filter((references) => isOwn(references) && !isOrder(references));
  const figures =
    measures.length > 0 ? measures : ['ordered_units', 'received_units', 'ordered_value'].map(named);
  const asksDay = /^(when|by when|is|has|have|did|was)\b|\b(due|expected|status)\b/.test(parts.text);
  const split = asksDay
    ? [orders.length > 1 ? 'purchase_order' : 'supplier', 'order_status', 'expected_date']
    : ['product', 'order_status'];
  const isPlain = measures.length === 0 && dimensions.length === 0;
  const always = toAllTime(today);
  return {
    ...parts,
    measures: figures,
    dimensions: isPlain ? split.map(named) : dimensions,
    time: parts.time.periods.length > 0 ? parts.time : { ...parts.time, future: null, periods: [always] },
    focus: new Set([...parts.focus].filter((focus) => focus !== 'sell' && focus !== 'overview')),
  };
}
