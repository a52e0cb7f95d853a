import { addDays } from '../time/calendar.ts';
import { toUnit } from '../time/period-units.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Parts } from './parts.ts';

/** Figures of stock that words of sales and of shares are read for. */
export function toStockFigures(parts: Parts): Parts {
  return withStart(withoutLoss(toExpected(toWentOut(toPortion(parts)))));
}

/** "How has stock value changed this year?": since the day before it began, and not since the same day of the year before. */
function withStart(parts: Parts): Parts {
  const { measures, time, focus, grain } = parts;
  const isStock = measures.length > 0 && measures.every((references) => references.every(isHeld));
  const [period, ...more] = time.periods;
  const runs = period !== undefined && /^this (?:week|month|quarter|year) so far$/.test(period.spoken);
  const isOpen = time.against === null && time.versus === null && more.length === 0 && grain === null;
  if (!isStock || !runs || !isOpen || !focus.has('change') || focus.has('trend')) return parts;
  const today = { ...toUnit(period.end, 'day'), text: 'today', spoken: 'today' };
  const before = toUnit(addDays(period.start, -1), 'day');
  return { ...parts, focus: new Set([...focus, 'compare']), time: { ...time, periods: [today, before] } };
}

function isHeld({ tool, name }: Reference): boolean {
  return tool === 'query_inventory' && /^(?:on_hand|available|reserved|stock_value|on_order)$/.test(name);
}

/** "What share of stock is reserved, by warehouse?": of the stock of each, and not of all that is reserved. */
function toPortion(parts: Parts): Parts {
  const [part, ...more] = parts.measures;
  const own = part?.find(({ name }) => /^(?:reserved|available)$/.test(name));
  if (!own || more.length > 0 || !parts.focus.has('share') || !ofStock.test(parts.text)) return parts;
  const focus = new Set([...parts.focus].filter((one) => one !== 'share' && one !== 'howMuchOf'));
  return { ...parts, focus, measures: [[own]], per: [{ tool: own.tool, name: 'on_hand' }] };
}

const ofStock =
  /\b(?:share|percentage|percent|proportion|part|fraction) of (?:our |the |all )*(?:(?:stock|inventory)(?: on hand)?|units (?:in stock|on hand)) (?:is|are|was|were) /;

/** "How many units went out of Minneapolis?" are all that left its stock, net of no returns. */
function toWentOut(parts: Parts): Parts {
  const isSold = parts.measures.length > 0 && parts.measures.flat().every(({ name }) => name === 'units');
  const ways = parts.names.flatMap(({ way }) => way ?? []);
  if (!isSold || ways.length !== 1 || ways[0] !== 'from' || !wentOut.test(parts.text)) return parts;
  return { ...parts, measures: [[{ tool: 'get_stock_movements', name: 'units_out' }]] };
}

const wentOut = /\b(?:went|go|goes|going|gone) out (?:of|from)\b/;

/** "Deliveries expected in the next 14 days": those that have come already are expected no more. */
function toExpected(parts: Parts): Parts {
  const [count, ...more] = parts.measures;
  if (!count?.every(({ name }) => name === 'purchase_order_count') || more.length > 0) return parts;
  if (parts.daysOf !== 'expected' || !comes.test(parts.text)) return parts;
  return { ...parts, measures: [count.map((one) => ({ ...one, name: 'open_orders' }))] };
}

const comes = /\b(?:deliver(?:y|ies)|shipments?|trucks?|arriv\w+|expected|due)\b/;

/** "Shrinkage by category compared with last year", "losses": a figure of its own, and no word that it fell. */
function withoutLoss(parts: Parts): Parts {
  const isLoss =
    parts.measures.length > 0 && parts.measures.flat().every(({ name }) => name.startsWith('shrinkage'));
  return isLoss && parts.falls && !falling.test(parts.text) ? { ...parts, falls: false } : parts;
}

const falling = /\b(?:declin|drop|fall|fell|decreas|worse|deteriorat|plummet|slump)/;
