/** Seeded randomness: the same seed and stream give the same numbers on every machine. */
export type Random = {
  /** In [0, 1). */
  next: () => number;
  /** Whole, both ends included. */
  integer: (min: number, max: number) => number;
  chance: (probability: number) => boolean;
  /** Mean 0, standard deviation 1. */
  normal: () => number;
  /** Number of events where `mean` are expected; meant for means below about 50. */
  poisson: (mean: number) => number;
  pick: <T>(items: readonly T[]) => T;
  shuffle: (items: Int32Array) => void;
};

/**
 * sfc32 by Chris Doty-Humphrey, from PractRand (public domain), seeded by FNV-1a of the stream's name. Streams are
 * independent, so that a product more does not change the customers.
 */
export function createRandom(seed: number, stream: string): Random {
  let a = seed | 0;
  let b = toHash(stream);
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let warmUp = 0; warmUp < 15; warmUp += 1) next();

  const integer = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const poisson = (mean: number) => {
    // Knuth, The Art of Computer Programming 2, 3.4.1.
    const limit = Math.exp(-mean);
    let product = next();
    let events = 0;
    while (product > limit) {
      product *= next();
      events += 1;
    }
    return events;
  };
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    // Box and Muller (1958).
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    poisson,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('There is nothing to pick from.');
      return item;
    },
    shuffle: (items) => {
      for (let last = items.length - 1; last > 0; last -= 1) {
        const other = Math.floor(next() * (last + 1));
        const kept = items[last] ?? 0;
        items[last] = items[other] ?? 0;
        items[other] = kept;
      }
    },
  };
}

function toHash(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
