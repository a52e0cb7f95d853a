import { addDays, type Day } from '../time/calendar.ts';
import { toSpan } from '../time/period.ts';
import { findTerm } from '../vocabulary/declared-terms.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { type Parts, setsTimes } from './parts.ts';

const listing = 'find_new_or_lapsed';
const count = { tool: 'query_sales', name: 'new_customers' };

/**
 * "New customers this year" are listed by the tool for that; by month, by segment or beside another time they are counted. What is told
 * *of* them, such as what they spent, only the list has.
 */
export function toNewCustomers(parts: Parts, vocabulary: Vocabulary): Parts {
  const others = parts.measures.filter((references) => !references.every(({ name }) => name === count.name));
  if (others.length === parts.measures.length || !vocabulary.tools.has(listing)) return parts;
  const isBound = others.every((references) => isTold(references) && boundBy(references, parts));
  const isListed = others.length > 0 && !isBound ? ofThem.test(parts.text) : !splitsNew(parts);
  return isListed ? { ...parts, report: listing, measures: others } : parts;
}

/** "Lapsed customers since then, bought in 2013": in all the time after it. */
export function sinceThen(parts: Parts, today: Day): Parts {
  const [first, ...more] = parts.time.periods;
  const isOpen = /\blapsed\b.* since then, bought\b/.test(parts.text);
  if (!isOpen || first === undefined || more.length > 0 || first.end >= today) return parts;
  const since = { ...toSpan(addDays(first.end, 1), today, null), spoken: 'since then' };
  return {
    ...parts,
    time: { ...parts.time, periods: [since, first] },
    doubts: parts.doubts.filter(({ text }) => !/ since$/.test(text)),
    leftover: parts.leftover.filter((word) => word.toLowerCase() !== 'since'),
  };
}

/** "Revenue of new customers", "the top five new customers by revenue". */
/** "New customers in October that spent more than $1,000": the list tells the figure that is bounded. */
function isTold(references: Reference[] | null): boolean {
  return references?.some(({ name }) => name === 'revenue' || name === 'orders') ?? false;
}

function boundBy(references: Reference[], { conditions }: Parts): boolean {
  return conditions.some((bound) =>
    bound.references?.some(({ name }) => references.some((one) => one.name === name)),
  );
}

/** "Revenue of new customers", "the top five new customers by revenue", "what did new customers spend?", "new customers' revenue" */
const ofThem =
  /\bnew (?:customers|clients|buyers|accounts)\s+(?:have |has |had )?(?:spen[dt]|br(?:ing|ought)|gave|give|ma[dk]e|generated?|contributed?|pa(?:y|id)|place[d]?)\b|\b(?:of|from|by|with|to|for|among) (?:our |the |all )*new (?:customers|clients|buyers|accounts)\b|\bnew (?:customers|clients|buyers|accounts)\b[^,;]*? by\b|\bnew (?:customer|client|buyer|account)s?(?:\s?['’]s?)?\s+(?:revenue|sales|turnover|spend(?:ing)?|margin|profit)\b/;

/** The count that a split of a list of new customers is of; null where the list tells it, or nothing does. */
export function toNewCount(
  options: Record<string, string | number>,
  parts: Parts,
  { datasets }: Vocabulary,
): typeof count | null {
  const isOfNew = options.which === 'new' && (options.dimension ?? 'customer') === 'customer';
  return isOfNew && splitsNew(parts) && findTerm(count, datasets) ? count : null;
}

function splitsNew({ dimensions, grain, time, focus, conditions, per }: Parts): boolean {
  const isOwn = dimensions.every((references) => references.some(({ name }) => name === 'customer'));
  const more = ['compare', 'change', 'share', 'average', 'trend', 'define', 'why'] as const;
  return (
    !isOwn ||
    setsTimes(time) ||
    grain !== null ||
    per !== null ||
    conditions.some(({ references }) => !isTold(references)) ||
    more.some((one) => focus.has(one))
  );
}
