/**
 * The names most like the one that was given, best first; names that are not alike at all are left out. Likeness is the
 * Sørensen-Dice coefficient over letter pairs (Dice 1945), with a bonus where one name holds the other; it forgives
 * typos, word order, accents, case and punctuation.
 */
export function findNearest(wanted: string, names: readonly string[], count = 5): string[] {
  const likenessOf = createLikeness(wanted);
  return names
    .map((name) => ({ name, likeness: likenessOf(name) }))
    .filter(({ likeness }) => likeness >= 0.3)
    .sort((a, b) => b.likeness - a.likeness || a.name.localeCompare(b.name))
    .slice(0, count)
    .map(({ name }) => name);
}

/** 0 for nothing in common, 1 for the same but for case, accents and punctuation. */
export function measureLikeness(a: string, b: string): number {
  return createLikeness(a)(b);
}

/** What `wanted` is compared by is worked out once: there are tens of thousands of customers to compare it with. */
function createLikeness(wanted: string): (name: string) => number {
  const plain = toPlain(wanted);
  const pairs = new Map<number, number>();
  const size = eachPair(plain, (pair) => pairs.set(pair, (pairs.get(pair) ?? 0) + 1));
  return (name) => {
    const other = toPlain(name);
    if (plain === other) return plain === '' ? 0 : 1;
    const found = new Map<number, number>();
    let shared = 0;
    const otherSize = eachPair(other, (pair) => {
      const before = found.get(pair) ?? 0;
      if (before >= (pairs.get(pair) ?? 0)) return;
      found.set(pair, before + 1);
      shared += 1;
    });
    if (size === 0 || otherSize === 0) return plain.startsWith(other) ? 0.5 : 0;
    const dice = (2 * shared) / (size + otherSize);
    // "Chen" is no part of the word "ktichen".
    const holds =
      plain.length >= 3 &&
      other.length >= 3 &&
      (` ${plain} `.includes(` ${other} `) || other.includes(plain));
    return Math.min(0.99, holds ? 0.5 + dice / 2 : dice);
  };
}

/** Lower case, without accents; everything but letters and digits becomes one space, and a unit stands apart: "5kg" is "5 kg". */
export function toPlain(text: string): string {
  const unaccented = isAscii.test(text) ? text : text.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return unaccented
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/(?<= \d+|^\d+)(?=\p{L}{1,3}(?: |$))/gu, ' ')
    .trim();
}

/** Letter pairs of each word, its first letter counted as a pair of its own so that beginnings weigh more. @returns how many */
function eachPair(plain: string, see: (pair: number) => void): number {
  const space = 32;
  let count = 0;
  let before = space;
  for (let at = 0; at < plain.length; at += 1) {
    const code = plain.charCodeAt(at);
    if (code !== space) {
      see(before * 65_536 + code);
      count += 1;
    }
    before = code;
  }
  return count;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what ASCII is.
const isAscii = /^[\x00-\x7f]*$/;
