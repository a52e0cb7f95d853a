import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backTest } from './back-test.ts';
import type { Forecast } from './forecast.ts';
import { forecastSeries } from './forecast-series.ts';
import { forecastHoltWinters, toImpact } from './holt-winters.ts';
import { minimize } from './minimize.ts';
import { forecastSeasonalNaive } from './seasonal-naive.ts';
import { simulateQuantiles } from './simulate.ts';
import { extrapolate, smooth } from './smoothing.ts';
import { toStartState } from './start-state.ts';

const additive = { season: 'additive', seasonLength: 4 } as const;
const multiplicative = { season: 'multiplicative', seasonLength: 4 } as const;
const series = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 8, maxLength: 30 });
const weights = fc.record({
  alpha: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  beta: fc.double({ min: 0, max: 1, noNaN: true }),
  gamma: fc.double({ min: 0, max: 1, noNaN: true }),
  phi: fc.double({ min: 0.8, max: 0.98, noNaN: true }),
});

/** Periods of a season that is repeated, with noise between -1 and 1 that is the same at each call. */
function wave(count: number, toValue: (index: number, noise: number) => number): number[] {
  let state = 42;
  return Array.from({ length: count }, (_, index) => {
    state = (state * 16_807) % 2_147_483_647;
    return toValue(index, (state / 2_147_483_647) * 2 - 1);
  });
}

const seasonAt = (index: number) => Math.sin((index / 12) * 2 * Math.PI);

function means(forecast: Forecast): number[] {
  return forecast.map(({ mean }) => mean);
}

describe('Holt-Winters', () => {
  test('goes on with a season that repeats exactly, without doubt', () => {
    const values = [10, 20, 30, 40, 10, 20, 30, 40, 10, 20, 30, 40];
    for (const form of [additive, multiplicative]) {
      const forecast = forecastHoltWinters(values, form, 6);
      expect(means(forecast).map((value) => Number(value.toFixed(6)))).toEqual([10, 20, 30, 40, 10, 20]);
      for (const { mean, upper95 } of forecast) expect(upper95).toBeCloseTo(mean, 6);
    }
  });

  test('weighs a late surprise exactly as its interval assumes', () => {
    fc.assert(
      fc.property(series, weights, fc.integer({ min: 1, max: 200 }), (values, chosen, surprise) => {
        const start = toStartState(values, additive);
        const changed = values.with(-1, (values.at(-1) ?? 0) + surprise);
        const expected = (known: number[]) =>
          extrapolate(smooth(known, additive, chosen, start).state, additive, chosen, 9);
        const [before, after] = [expected(values), expected(changed)];
        after.forEach((value, index) => {
          const impact = toImpact(index + 1, additive, chosen);
          expect(value - (before[index] ?? 0)).toBeCloseTo(surprise * impact, 5);
        });
      }),
    );
  });

  test('forecasts ten times as much of ten times as much', () => {
    fc.assert(
      fc.property(series, (values) => {
        const ten = values.map((value) => value * 10);
        const [one, other] = [
          forecastHoltWinters(values, additive, 5),
          forecastHoltWinters(ten, additive, 5),
        ];
        other.forEach(({ mean, upper80 }, index) => {
          const scale = Math.max(...ten);
          expect(Math.abs(mean - 10 * (one[index]?.mean ?? 0)) / scale).toBeLessThan(1e-3);
          expect(Math.abs(upper80 - 10 * (one[index]?.upper80 ?? 0)) / scale).toBeLessThan(1e-3);
        });
      }),
      { numRuns: 30 },
    );
  });

  test('is surer of the near than of the far, and of the narrow than of the wide', () => {
    fc.assert(
      fc.property(series, (values) => {
        let width = 0;
        for (const point of forecastHoltWinters(values, additive, 8)) {
          expect(point.lower95).toBeLessThanOrEqual(point.lower80);
          expect(point.lower80).toBeLessThanOrEqual(point.mean);
          expect(point.upper95 - point.mean).toBeCloseTo(point.mean - point.lower95, 6);
          expect(point.upper95 - point.lower95).toBeGreaterThanOrEqual(width - 1e-9);
          width = point.upper95 - point.lower95;
        }
      }),
      { numRuns: 30 },
    );
  });

  test('simulates what is known of one step: normal around the expected value', () => {
    const state = { level: 100, trend: 0, seasonal: [1, 1, 1, 1] };
    const fixed = { alpha: 0, beta: 0, gamma: 0, phi: 0.9 };
    const fitted = { state, form: multiplicative, weights: fixed, sigma: 0.1 };
    const [quantiles = []] = simulateQuantiles(fitted, 1, [0.1, 0.5, 0.9]);
    [87.2, 100, 112.8].forEach((value, index) => {
      expect(Math.abs((quantiles[index] ?? 0) - value)).toBeLessThan(1);
    });
  });
});

test('seasonal naive repeats the last season and doubts more with each season ahead', () => {
  const forecast = forecastSeasonalNaive([1, 2, 3, 2, 3, 5], 3, 4);
  expect(means(forecast)).toEqual([2, 3, 5, 2]);
  const [first, , , fourth] = forecast;
  const width = (point = first) => (point?.upper80 ?? 0) - (point?.lower80 ?? 0);
  expect(width(fourth) / width()).toBeCloseTo(Math.SQRT2, 9);
});

test('the simplex finds the low of a bowl', () => {
  const [x, y] = minimize(([a = 0, b = 0]) => (a - 3) ** 2 + 10 * (b + 1) ** 2, [0, 0], 1, 300);
  expect(x).toBeCloseTo(3, 3);
  expect(y).toBeCloseTo(-1, 3);
});

describe('the back-test', () => {
  const plan = { seasonLength: 2, horizon: 3, minTraining: 4, maxOrigins: 10 };
  const values = [4, 8, 5, 9, 6, 10, 7];
  const point = (mean: number) => ({ mean, lower80: mean - 1, upper80: mean + 1, lower95: 0, upper95: 0 });

  test('shows a method only what was known, and compares what came after', () => {
    const seen: number[][] = [];
    const run = (known: readonly number[], horizon: number) => {
      seen.push([...known]);
      return values.slice(known.length, known.length + horizon).map(point);
    };
    expect(backTest(values, { name: 'oracle', run }, plan)).toEqual({
      origins: 3,
      compared: 6,
      wape: 0,
      mase: 0,
      widening: 1,
      within80: 1,
    });
    expect(seen).toEqual([values.slice(0, 4), values.slice(0, 5), values.slice(0, 6)]);
  });

  test('says how far off a method is, alone and against the seasonal naive one', () => {
    const run = (_known: readonly number[], horizon: number) =>
      Array.from({ length: horizon }, () => point(5));
    const test = backTest(values, { name: 'five', run }, { ...plan, maxOrigins: 1 });
    // One origin: 7 is expected to be 5, and values differ by 1 from those two before.
    expect(test).toMatchObject({ origins: 1, compared: 1, wape: 2 / 7, mase: 2 });
  });

  test('widens intervals that the past has shown to be too narrow', () => {
    const run = (_known: readonly number[], horizon: number) =>
      Array.from({ length: horizon }, () => point(5));
    const test = backTest(values, { name: 'five', run }, { ...plan, maxOrigins: 1 });
    // The error is 2, twice the way to the end of the 80 % interval, which is 1.2816 standard deviations.
    expect(test.widening).toBeCloseTo(2 * 1.2816, 3);
    expect(test.within80).toBe(1);
  });
});

describe('a series', () => {
  test('that repeats itself exactly is forecast by the simpler method', () => {
    const values = wave(48, (index) => 100 + 40 * seasonAt(index));
    const { method, backTest: tested } = forecastSeries(values, { seasonLength: 12, horizon: 3 });
    expect(method).toBe('Seasonal naive');
    expect(tested?.wape).toBeCloseTo(0, 9);
  });

  test('that grows with swings that grow is forecast by a multiplicative season', () => {
    const values = wave(
      60,
      (index, noise) => (100 + 8 * index) * (1 + 0.5 * seasonAt(index)) * (1 + 0.01 * noise),
    );
    const { method, backTest: tested, points } = forecastSeries(values, { seasonLength: 12, horizon: 6 });
    expect(method).toBe('Holt-Winters, multiplicative season');
    expect(tested?.mase).toBeLessThan(0.5);
    points.forEach(({ mean }, index) => {
      const truth = (100 + 8 * (60 + index)) * (1 + 0.5 * seasonAt(60 + index));
      expect(Math.abs(mean / truth - 1)).toBeLessThan(0.06);
    });
  });

  test('of less than two seasons is forecast without a season, and says so', () => {
    const forecast = forecastSeries([5, 6, 7, 8, 9, 10, 11, 12], { seasonLength: 12, horizon: 2 });
    expect(forecast).toMatchObject({ isSeasonal: false, method: 'Holt, damped trend' });
  });

  test('of exactly two seasons repeats the last: nothing is left to prove more on', () => {
    const values = wave(24, (index, noise) => 100 + 40 * seasonAt(index) + noise);
    expect(forecastSeries(values, { seasonLength: 12, horizon: 2 })).toMatchObject({
      isSeasonal: true,
      method: 'Seasonal naive',
      backTest: { origins: 8 },
    });
  });

  test('of hardly more than two seasons has an interval as wide as its errors, also where the first ones are small', () => {
    const values = wave(25, (index, noise) =>
      index === 12 ? 95.01 : 100 + 40 * seasonAt(index) + 5 * noise,
    );
    expect(values[0]).toBeCloseTo(95, 0);
    for (const { lower80, upper80 } of forecastSeries(values, { seasonLength: 12, horizon: 3 }).points) {
      expect(upper80 - lower80).toBeLessThan(40);
    }
  });

  test('of a few small values gets a forecast of finite numbers', () => {
    const { points } = forecastSeries([1, 1, 1, 2, 2, 6, 1, 2, 1, 1, 2], { seasonLength: 4, horizon: 5 });
    expect(points.flatMap((point) => Object.values(point)).every(Number.isFinite)).toBe(true);
  });

  test('that never fell below zero is not expected to', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 6, maxLength: 20 }), (values) => {
        for (const point of forecastSeries(values, { seasonLength: 4, horizon: 5 }).points) {
          expect(Math.min(...Object.values(point))).toBeGreaterThanOrEqual(0);
          expect(Number.isFinite(point.upper95)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('of sales with a week of returns is not expected to fall lower than then', () => {
    const lowest = (values: number[]) => {
      const { points } = forecastSeries(values, { seasonLength: 4, horizon: 8 });
      return Math.min(...points.map(({ lower95 }) => lower95));
    };
    const sold = Array.from({ length: 30 }, (_, index) => (index * 7) % 19);
    expect(lowest(sold.with(20, -1))).toBe(-1);
    const margins = sold.map((value) => value - 9);
    expect(lowest(margins)).toBeLessThan(Math.min(...margins));
  });

  test('with noise lies in its 80 % interval about as often as that', () => {
    const values = wave(72, (index, noise) => 500 + 100 * seasonAt(index) + 40 * noise);
    const { backTest: tested } = forecastSeries(values, { seasonLength: 12, horizon: 3 });
    expect(tested?.compared).toBe(33);
    expect(tested?.within80).toBeGreaterThan(0.6);
  });
});
