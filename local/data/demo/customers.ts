import { channels, regions, segments, warehouses } from './company.ts';
import { businessWords, firstNames, lastNames } from './names.ts';
import { createRandom, type Random } from './random.ts';

export type Customer = { id: string; name: string; segment: string; region: number };

export type Customers = {
  list: Customer[];
  /** A customer who orders in a region through a channel. `progress` (0 to 1): more customers come over the years. */
  draw: (random: Random, region: number, channel: number, progress: number) => number;
};

export function createCustomers(seed: number, count: number): Customers {
  const random = createRandom(seed, 'customers');
  const list: Customer[] = [];
  /** By region, then channel: customer indexes, frequent ones several times. */
  const pools = regions.map(() => channels.map((): number[] => []));
  for (let index = 0; index < count; index += 1) {
    const segment = drawShare(random, segments);
    const region = regions.indexOf(drawShare(random, warehouses).region);
    list.push({
      id: `C-${String(index + 1).padStart(5, '0')}`,
      name: toName(random, segment.name),
      segment: segment.name,
      region,
    });
    const activity = random.pick([1, 1, 1, 2, 2, 3, 5]);
    channels.forEach((_, channel) => {
      const weight = segment.weights[channel] ?? 0;
      const pool = pools[region]?.[channel];
      for (let copy = 0; copy < weight * activity; copy += 1) pool?.push(index);
    });
  }
  return {
    list,
    draw: (draw, region, channel, progress) => {
      const pool = pools[region]?.[channel] ?? [];
      const known = Math.max(1, Math.ceil(pool.length * (0.62 + 0.38 * progress)));
      return pool[Math.floor(draw.next() * known)] ?? 0;
    },
  };
}

function toName(random: Random, segment: string): string {
  const words = businessWords[segment];
  if (words === undefined) return `${random.pick(firstNames)} ${random.pick(lastNames)}`;
  const owner = random.chance(0.5)
    ? random.pick(lastNames)
    : `${random.pick(lastNames)} & ${random.pick(lastNames)}`;
  return `${owner} ${random.pick(words)}`;
}

function drawShare<T extends { share: number }>(random: Random, items: readonly T[]): T {
  let left = random.next();
  for (const item of items) {
    left -= item.share;
    if (left < 0) return item;
  }
  const last = items.at(-1);
  if (last === undefined) throw new Error('There is nothing to draw from.');
  return last;
}
