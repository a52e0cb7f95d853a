import { toMoments } from './statistics.ts';

export type AbcClass = 'A' | 'B' | 'C';
export type XyzClass = 'X' | 'Y' | 'Z';

/**
 * Few products make most of the value: those that make the first 80 % are A, the next 15 % B, the last 5 % C. The
 * product that crosses a line still belongs to the class before it; what has no value is C.
 *
 * Source: Dickie, "ABC inventory analysis shoots for dollars, not pennies", Factory Management and Maintenance, 1951; the
 * classes also stand in Silver, Pyke, Thomas, "Inventory and Production Management in Supply Chains", 4th ed. 2017.
 * @param shareBefore share of the total value that products of more value make, 0 to 1; null without value.
 */
export function toAbcClass(shareBefore: number | null): AbcClass {
  if (shareBefore === null) return 'C';
  if (shareBefore < 0.8) return 'A';
  return shareBefore < 0.95 ? 'B' : 'C';
}

/**
 * How steady demand is: X for a coefficient of variation of monthly units up to 0.5, Y up to 1, Z above. Null where there is
 * too little to tell: fewer than three months, or no demand.
 *
 * Source of the combination with ABC: Scholz-Reiter, Heger, Meinecke, Bergmann, "Integration of demand forecasts in ABC-XYZ
 * analysis", International Journal of Productivity and Performance Management 61(4), 2012. The two lines are a common choice,
 * not a law.
 */
export function toXyzClass(variation: number | null): XyzClass | null {
  if (variation === null) return null;
  if (variation <= 0.5) return 'X';
  return variation <= 1 ? 'Y' : 'Z';
}

/**
 * Mean and coefficient of variation (sample deviation over mean) of monthly units, from the sums over months with sales.
 * @param months months that count, those without a sale included.
 */
export function toVariation(
  units: number,
  squares: number,
  months: number,
): { mean: number; variation: number | null } {
  const { mean, deviation } = toMoments(units, squares, months);
  return { mean, variation: months < 3 || mean <= 0 ? null : deviation / mean };
}
