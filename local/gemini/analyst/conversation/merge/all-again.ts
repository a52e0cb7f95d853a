import type { Parts } from '../../parts/parts.ts';
import type { DataQuestion } from '../../question/question.ts';

/** "All again": what was last narrowed, where that is one thing. */
export function findAllAgain(
  { text, dimensions: [split] }: Parts,
  { limit, filters, dimensions }: DataQuestion,
): Parts['removes'] {
  // "Show all", "show all brands", after the three best of them.
  const isOfRows = split === undefined || split.some(({ name }) => dimensions.includes(name));
  if (limit !== null && dimensions.length > 0 && isOfRows && showsAll.test(text)) return 'limit';
  if (!allAgain.test(text)) return null;
  if (limit !== null) return filters.length === 0 ? 'limit' : null;
  return new Set(filters.map(({ dimension }) => dimension)).size === 1 ? 'filters' : null;
}

const showsAll =
  /^(?:and |now |ok |then |please )*(?:show|list|give)(?: me)? all(?: of them)?(?: (?:the )?\w+)?\W*$/;
const allAgain =
  /^(?:and |now |ok |then |please |show |give me )*(?:all|everything|everyone|all of (?:it|them)) again\W*$/;
