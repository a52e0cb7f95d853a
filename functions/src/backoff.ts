const firstMs = 200;
const longestMs = 5_000;

/**
 * How long to wait after the n-th failure in a row (1, 2, …): doubling, with half of it random, so that what failed together comes
 * back apart.
 * @param random 0 to 1
 * @returns milliseconds
 */
export function toBackoffMs(failures: number, random: () => number): number {
  const full = Math.min(longestMs, firstMs * 2 ** (failures - 1));
  return Math.round(full * (0.5 + random() / 2));
}
