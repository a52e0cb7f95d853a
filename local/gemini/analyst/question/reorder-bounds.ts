import type { BoundCondition, Parts } from '../parts/parts.ts';
import { toWords } from '../vocabulary/to-words.ts';
import type { ReorderBound } from './question.ts';

/** The column of the list of what to reorder that each figure is told by; the rows have no other. */
const columns: [RegExp, string][] = [
  [/^(?:cost|purchase_value|ordered_value|list_price|stock_value)$/, 'cost'],
  [/^(?:units|ordered_units)$/, 'suggested_quantity'],
  [/^(?:days_of_cover|days_until_stock_out)$/, 'days_until_stock_out'],
  [/^(?:lead_time|lead_time_days)$/, 'lead_time_days'],
  [/^(?:on_hand|on_order|reorder_point)$/, ''],
];
const byUnit = { currency: 'cost', days: 'days_until_stock_out', percent: null };

/**
 * "Reorder list with a cost above $300", "which run out within 7 days?": the bounds on the columns of the list. A bound on what the
 * list does not have is given back as it was said: the list without it would be taken for the answer.
 */
export function toReorderBounds({ conditions, time }: Parts): {
  bounds: ReorderBound[];
  lost: string | null;
} {
  const bounds: ReorderBound[] = [];
  for (const condition of conditions) {
    const column = toColumn(condition);
    // "Sold more than 1,000 units last month" is no bound on the list, which is of now.
    const isThen = time.periods.some(({ text }) => text !== 'today');
    if (column === null || isThen) return { bounds: [], lost: spoken(condition) };
    bounds.push({ op: condition.op, value: condition.value, column });
  }
  return { bounds, lost: null };
}

function toColumn({ references, unit }: BoundCondition): string | null {
  if (references === null) return unit === null ? null : byUnit[unit];
  for (const { name } of references) {
    const found = columns.find(([pattern]) => pattern.test(name));
    if (found) return found[1] || name;
  }
  return null;
}

function spoken({ references, op, value }: BoundCondition): string {
  const figure = toWords(references?.[0]?.name);
  return [figure, toWords(op), String(value)].filter(Boolean).join(' ');
}
