import type { Filter } from '../question/question.ts';
import { monthNames } from '../time/calendar.ts';
import type { Token } from '../vocabulary/words.ts';

/** "This year excluding August", "by month without July and August": months of any year that are left out of the time, which they are no part of. */
export function findLeftOutMonths(tokens: Token[]): { filters: Filter[]; used: Set<number> } {
  const words = tokens.map(({ word }) => word);
  const from = words.findIndex((word, at) => leavesOut.test(word) && toMonths(words, at + 1).to > at + 1);
  const { months, to } = toMonths(words, from + 1);
  // "Without August 2025" is one of them, and "except August 3" a day.
  if (from < 0 || /^\d/.test(words[to] ?? '')) return { filters: [], used: new Set() };
  return {
    filters: [{ dimension: 'month_of_year', op: 'is_not', values: months }],
    used: new Set(Array.from({ length: to - from }, (_, index) => from + index)),
  };
}

function toMonths(words: string[], first: number): { months: string[]; to: number } {
  const months: string[] = [];
  let to = first;
  for (let at = first; at < words.length; at += 1) {
    const name = monthNames.find((month) => month === words[at] || month.slice(0, 3) === words[at]);
    if (name !== undefined) {
      months.push(name.charAt(0).toUpperCase() + name.slice(1));
      to = at + 1;
    } else if (!joins.test(words[at] ?? '')) break;
  }
  return { months, to };
}

const leavesOut = /^(?:without|excluding|excludes?|except|excepting|ignoring|omitting|minus|besides)$/;
const joins = /^(?:for|in|and|or|nor|the|months?|of)$/;
