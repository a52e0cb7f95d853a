import { toNormalQuantile } from '../statistics.ts';

/** The chances that intervals are made for. */
export const levels = [0.8, 0.95] as const;

/** What is expected of one period, and the ranges that hold its value with 80 % and 95 %. */
export type Point = { mean: number; lower80: number; upper80: number; lower95: number; upper95: number };

export type Forecast = Point[];

/** Means with normal intervals. @param deviationAt the standard deviation at a step from 1 */
export function toPoints(means: number[], deviationAt: (step: number) => number): Forecast {
  const [narrow, wide] = levels.map((level) => toNormalQuantile((1 + level) / 2));
  return means.map((mean, index): Point => {
    const deviation = deviationAt(index + 1);
    const [near, far] = [(narrow ?? 0) * deviation, (wide ?? 0) * deviation];
    return { mean, lower80: mean - near, upper80: mean + near, lower95: mean - far, upper95: mean + far };
  });
}
