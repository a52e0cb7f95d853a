import type { ResolvedName } from '../names/choose-entry.ts';
import { productKinds } from '../names/merge-filters.ts';
import { fold } from '../vocabulary/words.ts';

/** "Which accessories sell best with laptops?": what is in one order with other goods is told by no figure. Null where nothing is. */
export function findPaired(question: string, found: ResolvedName[]): string | null {
  const [, goods = ''] = paired.exec(question) ?? [];
  const isOf = ({ mention, filter }: ResolvedName) =>
    productKinds.includes(filter.dimension) &&
    mention.text !== '' &&
    fold(goods).startsWith(fold(mention.text));
  return goods !== '' && found.length > 1 && found.some(isOf) ? `with ${goods.trim()}` : null;
}

const paired =
  /\b(?:sells?|sold|bought|buy|buys|purchased?|ordered|goes|go) (?:\w+ ){0,2}?(?:along(?:side)? with|together with|alongside|with) (?:the |our |an? )?([^?.!,]{2,40})/i;
