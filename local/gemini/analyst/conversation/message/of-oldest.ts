import type { Question } from '../../question/question.ts';
import { begins } from '../../vocabulary/lead.ts';

/**
 * "What's in the oldest one?", "which is the most overdue?", after orders that are open or late: which order that is, and then what
 * is in it. Of what is named an order it is asked at any time.
 */
export function ofOldest(message: string, previous: Question | null): string {
  const { inside, which, noun = '' } = asksOldest.exec(message)?.groups ?? {};
  if (inside === undefined && which === undefined) return message;
  const state = toState(previous);
  const named = new RegExp(order, 'i').test(noun || (which ?? ''));
  if (state === null && !named) return message;
  const late = /overdue|late/i.test(message) || (state === 'late' && !/open/i.test(noun));
  // "Which of them is the longest overdue?", after late orders by supplier, is one of the suppliers.
  const isOfThem = !named && /\bof (?:them|those|these)\b/i.test(which ?? '');
  if (isOfThem && previous?.kind === 'data' && isOfOthers(previous.dimensions))
    return `which of them has the highest days ${late ? 'late' : 'open'}?`;
  const ranking = `which purchase order has the highest days ${late ? 'late' : 'open'}?`;
  return inside === undefined ? ranking : `${ranking} What's in it?`;
}

function isOfOthers(dimensions: string[]): boolean {
  return dimensions.length > 0 && !dimensions.includes('purchase_order');
}

/** What the orders are that were told. */
function toState(previous: Question | null): 'late' | 'open' | null {
  if (previous?.kind !== 'data' || previous.tool !== 'get_purchase_orders') return null;
  const told = previous.listed ?? previous.measures[0] ?? '';
  return /late/.test(told) ? 'late' : /open/.test(told) ? 'open' : null;
}

const oldest =
  '(?:(?:oldest|earliest)|(?:most|longest|furthest) (?:over ?due|late|past due|open|outstanding)|longest[- ](?:waiting|running))';
const order = '(?:(?:open|late|overdue|outstanding) )*(?:purchase )?(?:orders?|pos?)';
const asksOldest = begins(
  `(?:(?<inside>(?:what(?:['’]?s| is| was)|which (?:products|items|articles|goods) (?:is|are|were)) (?:in|on|part of)) (?:the |our )?${oldest}(?: (?<noun>one|${order}))?|(?<which>(?:which|what)(?: (?:one|of (?:them|those|these)|${order}))?(?:['’]?s| is)) (?:the |our )?${oldest}(?: (?:one|${order}))?)(?: of (?:them|those|these|all))?\\W*$`,
);
