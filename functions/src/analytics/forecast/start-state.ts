import { toMean } from '../statistics.ts';
import type { Form, State } from './smoothing.ts';

/**
 * Where smoothing begins. With a season, from the first two of them: the trend is the change of their means, each seasonal term
 * the mean distance (or ratio) of its place from that trend line; without one, the first value and the mean of the first
 * three changes.
 *
 * Source: Hyndman, Koehler, Ord, Snyder, "Forecasting with Exponential Smoothing", 2008, section 2.6.1, with a line through
 * season means in place of a moving average.
 */
export function toStartState(values: readonly number[], { season, seasonLength: m }: Form): State {
  if (season === 'none') {
    const [first = 0] = values;
    const last = Math.min(3, values.length - 1);
    const trend = last > 0 ? ((values[last] ?? first) - first) / last : 0;
    return { level: first - trend, trend, seasonal: [] };
  }
  const first = toMean(values.slice(0, m));
  const trend = (toMean(values.slice(m, 2 * m)) - first) / m;
  const lineAt = (index: number) => first + trend * (index - (m - 1) / 2);
  const terms = Array.from({ length: m }, (_, place) => {
    const distances = [place, place + m].map((index) => {
      const value = values[index] ?? 0;
      return season === 'additive' ? value - lineAt(index) : value / Math.max(lineAt(index), Number.EPSILON);
    });
    return toMean(distances);
  });
  const centre = toMean(terms);
  const seasonal = terms.map((term) => (season === 'additive' ? term - centre : term / (centre || 1)));
  return { level: lineAt(-1), trend, seasonal };
}
