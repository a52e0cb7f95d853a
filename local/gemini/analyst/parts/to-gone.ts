import type { Day } from '../time/calendar.ts';
import { findTool } from '../vocabulary/declared-terms.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import type { BoundCondition, Parts } from './parts.ts';
import { deniesSale } from './to-unsold.ts';

/** What had nothing left: a group none of whose products has any, and products that were out of stock on some day of a time. */
export function toGone(parts: Parts, { datasets }: Vocabulary, today: Day): Parts {
  const tool = findTool('stock_out_days', datasets);
  const isGone = parts.measures.length === 1 && parts.measures.flat().every(({ name }) => gone.test(name));
  const isPlain = parts.conditions.length === 0 && parts.order === null && parts.grain === null;
  if (tool === undefined || !isGone || !isPlain) return parts;
  const bound = (name: string, op: BoundCondition['op']): BoundCondition => ({
    ...{ op, value: 0, unit: null, from: 0, to: 0 },
    references: [{ tool, name }],
  });
  const [split, ...others] = parts.dimensions;
  // "Which subcategories have no stock?"; but not "which brands on the shelf did not sell?"
  const deniesStock = parts.denies && !deniesSale.test(parts.text);
  if (deniesStock && split && others.length === 0 && split.every(isGroup) && asksWhich.test(parts.text))
    return {
      ...parts,
      denies: false,
      measures: [[{ tool, name: 'on_hand' }]],
      conditions: [bound('on_hand', 'at_most')],
      focus: new Set([...parts.focus].filter((focus) => focus !== 'exclude')),
    };
  // "Which products were out of stock last week?": on any of its days, and not on its last one.
  const [period, ...more] = parts.time.periods;
  const isOver = period !== undefined && (period.end < today || hadNone.test(parts.text));
  const isPast = period !== undefined && isOver && more.length === 0 && period.start < period.end;
  // "Which gloves were out of stock in January?"
  const asksGoods = split === undefined && parts.names.some(({ asked }) => asked);
  // "What sold out last month?"
  const asksThings = split === undefined && soldOut.test(parts.text);
  const isCounted = parts.counted?.some(({ name }) => name === 'product') ?? false;
  const listsProducts =
    asksGoods ||
    asksThings ||
    (split === undefined && isCounted) ||
    (others.length === 0 && (split?.some(({ name }) => name === 'product') ?? false));
  const isOut = parts.measures.flat().every(({ name }) => name === 'out_of_stock');
  if (!isPast || !listsProducts || !isOut || /\b(?:end|close) of\b/.test(parts.text)) return parts;
  return {
    ...parts,
    measures: [[{ tool, name: 'stock_out_days' }]],
    ...(split === undefined &&
      (isCounted || asksThings) && { dimensions: [[{ tool, name: 'product' }]], counted: null }),
    conditions: [bound('stock_out_days', 'above')],
    denies: false,
  };
}

const soldOut =
  /^(?:and |so )?what(?:['’]s)? (?:(?:has|have|had|did|was|were|is|are|we) )*(?:sold out|sell out|ran out|run out|out of stock|gone)\b/;
/** "Which products had stock-outs this month?": on any of its days so far. */
const hadNone =
  /\bha(?:d|ve had|s had) (?:any |a |some )?(?:stock-?outs?|out of stock)|\b(?:was|were) (?:ever )?(?:out of stock|sold out)\b/;
const gone = /^(?:out_of_stock|on_hand)$/;
const isGroup = ({ name }: Reference) =>
  /^(?:category|subcategory|brand|supplier|warehouse|region)$/.test(name);
const asksWhich =
  /^(?:and |so )?(?:which|what|list|show|(?:categor|subcategor|brand|supplier|warehouse|region)\w*)\b/;
