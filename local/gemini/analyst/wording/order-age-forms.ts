import { toNumber } from '../vocabulary/numbers.ts';
import { form, type Written } from './replace-with.ts';

const order = '(?:(?:open|outstanding|late|overdue) (?:purchase )?orders?|purchase orders?|pos?)';
const days = { day: 1, week: 7, month: 30 };
/** "More than six weeks" */
const span =
  '(?:more than|over|above|longer than|older than|at least) (?:an? )?(\\d+|\\w+)? ?(day|week|month)s?';

/** An order is as old as the days that it has been open. */
function toDaysOpen(spoken: string, lead = '', count: string | undefined = '1', unit = 'day'): string {
  const number = toNumber(count.toLowerCase());
  if (number === null) return spoken;
  const orders = lead.replace(/(?<!purchase )\borders?\b/i, 'purchase orders');
  return `${orders} with days open above ${number * days[unit.toLowerCase() as keyof typeof days]} days`;
}

/** Ways to ask for orders by how long they have been open. */
export const orderAgeForms: [RegExp, Written][] = [
  // "Which open purchase orders are older than 30 days?", "POs open for more than six weeks"
  form(
    `(?<!\\b(?:value|worth|amount) of (?:the |our |all )*)\\b(${order}\\b[^?.!,]{0,40}?)(?: (?:(?:that|which|are|is|still|already|have|has|been|open|outstanding)(?= )|for))* (?=(?:older than|(?:more than|over) (?:an? )?(?:\\w+ )?(?:days?|weeks?|months?) old))${span}(?: old)?(?:,? (?:and|but) (?:(?:are|is) )?(?:still )?open)?`,
    toDaysOpen,
  ),
  form(
    `(?<!\\b(?:value|worth|amount) of (?:the |our |all )*)\\b(${order}\\b[^?.!,]{0,40}?)(?: (?:that|which|are|is|have|has))*(?: (?:still|already|been))*(?<! days) (?:open|outstanding)(?: for)? ${span}`,
    toDaysOpen,
  ),
  // "List the late orders of Orsini with the overdue value of each": the list tells it.
  form(
    `^((?:(?:list|show|give|tell)(?: me)? |which )(?:the |all |our )*(?:late|overdue) (?:purchase )?(?:orders|pos)\\b[^?.!,]{0,50}?),? with (?:the |their )(?:late |overdue |open )?values? (?:of|for) each(?: one| of (?:them|those|these))?(?=\\s*[?.!]*\\s*$)`,
    '$1',
  ),
];
