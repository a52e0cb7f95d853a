import type { ResolvedName } from '../../names/choose-entry.ts';
import { productKinds } from '../../names/merge-filters.ts';
import { fold } from '../../vocabulary/words.ts';
import { leavesOut } from '../filter-ops.ts';
import type { Question } from '../question.ts';

/** The words that no filter or ranking can heed beside what the names were found to be; null where there are none. */
export function findBesideNames(question: Question, found: ResolvedName[], text: string): string | null {
  return findContrary(question, found, text) ?? findPaired(text, found);
}

function findContrary(question: Question, found: ResolvedName[], text: string): string | null {
  // "What sells in the north but not in the south" sets two against each other.
  const leftOut = found.find(
    ({ filter }) =>
      leavesOut(filter) &&
      found.some(({ filter: other }) => other.op === 'is' && other.dimension === filter.dimension),
  );
  if (leftOut) return `not ${leftOut.mention.text}`;
  if (question.kind !== 'data') return null;
  // "Which hospital lost us the most sales between the two years?" is no ranking of the years.
  const who = found.find(
    ({ mention, filter }) => mention.ranked && /^(channel|customer_segment)$/.test(filter.dimension),
  );
  const ranksTimes = question.order !== null && question.grain !== null && question.dimensions.length === 0;
  if (who && ranksTimes) return `which ${who.mention.text}`;
  // "Is Orsini cheaper than Brio?": what goods are sold at says nothing of what suppliers charge.
  const areSuppliers = found.length > 1 && found.every(({ filter }) => filter.dimension === 'supplier');
  return areSuppliers && question.measures.includes('average_price')
    ? (/\b(?:cheap\w*|expensive|dear\w*|pric(?:e|i)\w*)\b/i.exec(text)?.[0] ?? null)
    : null;
}

/** "Which accessories sell best with laptops?": what is in one order with other goods is told by no figure. */
function findPaired(text: string, found: ResolvedName[]): string | null {
  const [, goods = ''] = paired.exec(text) ?? [];
  const isOf = ({ mention, filter }: ResolvedName) =>
    productKinds.includes(filter.dimension) &&
    mention.text !== '' &&
    fold(goods).startsWith(fold(mention.text));
  return goods !== '' && found.length > 1 && found.some(isOf) ? `with ${goods.trim()}` : null;
}

const paired =
  /\b(?:sells?|sold|bought|buy|buys|purchased?|ordered|goes|go) (?:\w+ ){0,2}?(?:along(?:side)? with|together with|alongside|with) (?:the |our |an? )?([^?.!,]{2,40})/i;
