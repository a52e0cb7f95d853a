import type { Random } from '../../local/data/demo/random.ts';

export function pickByWeight<T>(random: Random, items: readonly T[], toWeight: (item: T) => number): T {
  let left = random.next() * items.reduce((sum, item) => sum + toWeight(item), 0);
  const found = items.find((item) => {
    left -= toWeight(item);
    return left < 0;
  });
  return found ?? random.pick(items);
}
