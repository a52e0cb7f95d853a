export type Bounds = { min: number; max: number };

/** Headroom over the longest bar, as a share of it. */
const headroom = 0.08;
/** The least of an axis that lies below zero, or above it. */
const least = 0.1;

/**
 * The ends of two axes of bars so that their zeros lie level: with bars below zero, two of them at different places say something
 * that is not so. Null where all bars stand on the zero at the axes' foot already.
 */
export function alignZeros(first: (number | null)[], second: (number | null)[]): [Bounds, Bounds] | null {
  const reaches = [toReach(first), toReach(second)] as const;
  if (reaches.every(({ below }) => below === 0)) return null;
  // Between the two places where zero would lie, so that neither axis is squeezed for the other.
  const shares = reaches.map(({ below, above }) => below / (below + above || 1));
  const middle = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const below = Math.min(1 - least, Math.max(least, middle));
  const toBounds = ({ below: low, above: high }: Reach): Bounds => {
    const size = Math.max(low / below, high / (1 - below)) * (1 + headroom) || 1;
    return { min: -below * size, max: (1 - below) * size };
  };
  return [toBounds(reaches[0]), toBounds(reaches[1])];
}

type Reach = { below: number; above: number };

function toReach(values: (number | null)[]): Reach {
  const known = values.filter((value) => value !== null);
  return { below: Math.max(0, ...known.map((value) => -value)), above: Math.max(0, ...known) };
}
