import { type BackTest, backTest, type Method } from './back-test.ts';
import type { Forecast } from './forecast.ts';
import { forecastHoltWinters } from './holt-winters.ts';
import { forecastSeasonalNaive } from './seasonal-naive.ts';
import type { Season } from './smoothing.ts';

export type SeriesForecast = {
  /** What was used, in words: "Holt-Winters, multiplicative season". */
  method: string;
  /** False where fewer than two seasons are known, so that no season is in the forecast. */
  isSeasonal: boolean;
  points: Forecast;
  /** How the method did on the past; null where the past is too short to try. */
  backTest: BackTest | null;
};

/** Values that a forecast needs at least. */
export const minValues = 6;
const maxOrigins = 12;
/** Origins without which Holt-Winters is not preferred to the simpler method. */
const minOrigins = 3;

/**
 * Forecasts a series by the method that would have done best on its own past: Holt-Winters with an additive or multiplicative
 * season, or the seasonal naive method; with fewer than two seasons Holt's trend or the last value, without a season.
 * Intervals are as wide as the errors of the back-test ask for. The best is that with the smallest WAPE in `backTest`, the simpler one where two are equal. Values that never fell below
 * zero are not expected to; those that did by a little, where more came back than was sold, not below the lowest. Source: FPP3 5.10 and 8.3.
 * @param values one per period, oldest first, without holes; at least `minValues`
 */
export function forecastSeries(
  values: readonly number[],
  { seasonLength, horizon }: { seasonLength: number; horizon: number },
): SeriesForecast {
  const isSeasonal = values.length >= 2 * seasonLength;
  const season = isSeasonal ? seasonLength : 1;
  const enough = !isSeasonal || values.length - 2 * seasonLength >= minOrigins;
  // What repeating a season errs by is not told from one or two errors: an interval tried on them may be many times too wide.
  const minErrors = Math.ceil(seasonLength / 3);
  const minTraining = isSeasonal
    ? seasonLength + (enough ? seasonLength : minErrors)
    : Math.ceil(values.length / 2);
  const methods = toMethods(values, season, enough);
  const plan = { seasonLength: season, horizon, minTraining, maxOrigins };
  const tried = methods.map((method) => ({
    ...{ method, test: backTest(values, method, plan) },
    points: method.run(values, horizon),
  }));
  // A multiplicative season of a few small values may run off: what is not finite is no forecast.
  const best = tried.reduce((a, b) =>
    errorOf(b.test) < errorOf(a.test) * (1 - 1e-9) && holdsUp(b.points, b.test) ? b : a,
  );
  const floor = toFloor(values);
  return {
    method: best.method.name,
    isSeasonal,
    points: best.points.map((point) => {
      const widen = (bound: number) =>
        Math.max(floor, point.mean + (bound - point.mean) * best.test.widening);
      return {
        mean: Math.max(floor, point.mean),
        lower80: widen(point.lower80),
        upper80: widen(point.upper80),
        lower95: widen(point.lower95),
        upper95: widen(point.upper95),
      };
    }),
    backTest: best.test.compared > 0 ? best.test : null,
  };
}

/** Simplest first. */
function toMethods(values: readonly number[], seasonLength: number, enough: boolean): [Method, ...Method[]] {
  const smoothed = (name: string, season: Season): Method => ({
    name,
    run: (known, horizon) => forecastHoltWinters(known, { season, seasonLength }, horizon),
  });
  const naive = (name: string): Method => ({
    name,
    run: (known, horizon) => forecastSeasonalNaive(known, seasonLength, horizon),
  });
  if (seasonLength === 1) return [naive('Last value'), smoothed('Holt, damped trend', 'none')];
  const methods: [Method, ...Method[]] = [naive('Seasonal naive')];
  if (enough) methods.push(smoothed('Holt-Winters, additive season', 'additive'));
  // A multiplicative season divides by the values.
  const isPositive = values.every((value) => value > 0);
  if (enough && isPositive) methods.push(smoothed('Holt-Winters, multiplicative season', 'multiplicative'));
  return methods;
}

/** A hundredth of what was sold: less than that below zero is a return that came late, and no loss. */
const fewReturns = 0.01;

function toFloor(values: readonly number[]): number {
  const sum = (sign: 1 | -1) => values.reduce((total, value) => total + Math.max(0, sign * value), 0);
  return sum(-1) <= fewReturns * sum(1) ? Math.min(0, ...values) : Number.NEGATIVE_INFINITY;
}

function holdsUp(points: Forecast, { widening }: BackTest): boolean {
  return [widening, ...points.flatMap((point) => Object.values(point))].every(Number.isFinite);
}

function errorOf({ wape }: BackTest): number {
  return wape ?? Number.POSITIVE_INFINITY;
}
