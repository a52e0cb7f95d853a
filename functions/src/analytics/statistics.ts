/** Sample mean and standard deviation, in the unit of what was observed. */
export type Moments = { mean: number; deviation: number };

/**
 * Sample mean and standard deviation (over count - 1) from the sum and the sum of squares; both are 0 of nothing, the deviation of one.
 * @param count observations, those of zero included: they add nothing to either sum.
 */
export function toMoments(sum: number, squares: number, count: number): Moments {
  if (count < 1) return { mean: 0, deviation: 0 };
  const mean = sum / count;
  const variance = count < 2 ? 0 : Math.max(0, (squares - count * mean ** 2) / (count - 1));
  return { mean, deviation: Math.sqrt(variance) };
}

/** 0 of nothing. */
export function toMean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The standard normal quantile.
 *
 * Source: P. J. Acklam, "An algorithm for computing the inverse normal cumulative distribution function": a rational approximation
 * with a relative error under 1.2e-9.
 * @param probability between 0 and 1, neither included
 * @throws RangeError
 */
export function toNormalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1))
    throw new RangeError(`A probability is between 0 and 1, not ${probability}`);
  const tail = 0.02425;
  if (probability < tail) return toTail(Math.sqrt(-2 * Math.log(probability)));
  if (probability > 1 - tail) return -toTail(Math.sqrt(-2 * Math.log(1 - probability)));
  const q = probability - 0.5;
  const r = q * q;
  const above = [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
    2.506628277459239,
  ];
  const below = [
    -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
  ];
  return (q * polynomial(above, r)) / polynomial(below, r);
}

function toTail(q: number): number {
  const above = [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ];
  const below = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];
  return polynomial(above, q) / polynomial(below, q);
}

function polynomial(coefficients: number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}
