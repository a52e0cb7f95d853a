import { leavesOut } from '../question/filter-ops.ts';
import type { ResolvedName } from './choose-entry.ts';

/** "How many reels of Garden Hose have we sold?": what counts units of one product is no name, though others are called reels. */
export function withoutCounted(found: ResolvedName[]): ResolvedName[] {
  const isOne = ({ mention, filter }: ResolvedName) =>
    !mention.counts && filter.dimension === 'product' && !leavesOut(filter);
  const isGoods = ({ filter }: ResolvedName) =>
    /^(?:product|sku|category|subcategory)$/.test(filter.dimension);
  return found.some(isOne) ? found.filter((one) => !(one.mention.counts && isGoods(one))) : found;
}
