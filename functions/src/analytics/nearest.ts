/**
 * The names most like the one that was given, best first; names that are not alike at all are left out. Likeness is the
 * Sørensen-Dice coefficient over letter pairs (Dice 1945), with a bonus where one name holds the other; it forgives
 * typos, word order, accents, case and punctuation.
 */
export function findNearest(wanted: string, names: readonly string[], count = 5): string[] {
  return names
    .map((name) => ({ name, likeness: measureLikeness(wanted, name) }))
    .filter(({ likeness }) => likeness >= 0.3)
    .sort((a, b) => b.likeness - a.likeness || a.name.localeCompare(b.name))
    .slice(0, count)
    .map(({ name }) => name);
}

/** 0 for nothing in common, 1 for the same but for case, accents and punctuation. */
export function measureLikeness(a: string, b: string): number {
  const plainA = toPlain(a);
  const plainB = toPlain(b);
  if (plainA === plainB) return plainA === '' ? 0 : 1;
  const pairsA = toPairs(plainA);
  const pairsB = toPairs(plainB);
  if (pairsA.length === 0 || pairsB.length === 0) return plainA.startsWith(plainB) ? 0.5 : 0;
  const left = new Map<string, number>();
  for (const pair of pairsB) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of pairsA) {
    const count = left.get(pair) ?? 0;
    if (count > 0) shared += 1;
    left.set(pair, count - 1);
  }
  const dice = (2 * shared) / (pairsA.length + pairsB.length);
  const holds =
    plainA.length >= 3 && plainB.length >= 3 && (plainA.includes(plainB) || plainB.includes(plainA));
  return Math.min(0.99, holds ? 0.5 + dice / 2 : dice);
}

/** Lower case, without accents; everything but letters and digits becomes one space. */
export function toPlain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Letter pairs of each word, its first letter counted as a pair of its own so that beginnings weigh more. */
function toPairs(plain: string): string[] {
  return plain.split(' ').flatMap((word) => {
    const padded = ` ${word}`;
    return Array.from({ length: padded.length - 1 }, (_, index) => padded.slice(index, index + 2));
  });
}
