import { looksForParts } from '../question/filter-ops.ts';
import { fold } from '../vocabulary/words.ts';
import type { ResolvedName } from './choose-entry.ts';

/** "Hedge Trimmer 60 cm", of which there is one of 55 cm: the size is no second name, and the product is another one. */
export function isOtherSize({ mention, filter, takenFor }: ResolvedName, found: ResolvedName[]): boolean {
  const [, number] = size.exec(mention.text) ?? [];
  if (mention.meant || number === undefined || (takenFor === null && !looksForParts(filter))) return false;
  const products = productsOf(found);
  const named = products.some((name) => fold(name).includes(fold(mention.text)));
  return !named && (number === '' || products.length > 0);
}

/** The products that were found, the nearest to one of another size. */
export function productsOf(found: ResolvedName[]): string[] {
  return found
    .flatMap(({ filter }) => (filter.dimension === 'product' && filter.op === 'is' ? filter.values : []))
    .slice(0, 3);
}

const size = /^(\d*(?:[.,]\d+)?) ?(?:mm|cm|m|kg|g|lbs?|oz|ml|cl|l|pcs|inch|watts?|w|v|volts?|lm)$/i;
