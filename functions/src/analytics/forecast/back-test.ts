import { toMean, toNormalQuantile } from '../statistics.ts';
import type { Forecast } from './forecast.ts';
import { toSeasonalErrors } from './seasonal-naive.ts';

export type Method = { name: string; run: (values: readonly number[], horizon: number) => Forecast };

/** How a method would have done. Null errors where they cannot be computed: nothing but zeros to compare with. */
export type BackTest = {
  /** How often a forecast was made, each time from the values known until then. */
  origins: number;
  /** Values that were forecast and compared. */
  compared: number;
  /** The sum of absolute errors over the sum of absolute values: 0.1 is 10 % off. */
  wape: number | null;
  /** The mean absolute error over that of the seasonal naive method within the training values: below 1 is better than it. */
  mase: number | null;
  /**
   * How much wider than the fit says intervals have to be for errors of this size, at least 1: the root mean square of the errors in
   * standard deviations of the forecast. A fit to few seasons thinks too well of itself (FPP3 5.5).
   */
  widening: number;
  /** The share of values that lay in their 80 % interval, made wider so. */
  within80: number | null;
};

export type BackTestPlan = { seasonLength: number; horizon: number; minTraining: number; maxOrigins: number };

/**
 * Forecasts the past as if it were not known: from each of the latest origins, up to `horizon` periods ahead.
 *
 * Sources: FPP3 5.10 (time series cross-validation on a rolling origin), 5.8 and Hyndman, Koehler, "Another look at measures of
 * forecast accuracy", International Journal of Forecasting 22 (2006) (MASE); WAPE is the MAD/mean ratio of Kolassa, Schütz,
 * "Advantages of the MAD/mean ratio over the MAPE", Foresight 6 (2007).
 */
export function backTest(values: readonly number[], method: Method, plan: BackTestPlan): BackTest {
  const origins = toOrigins(values.length, plan);
  const tried = origins.flatMap((origin) => {
    const known = values.slice(0, origin);
    const scale = toMean(toSeasonalErrors(known, plan.seasonLength).map(Math.abs));
    const actual = values.slice(origin, origin + plan.horizon);
    const forecast = method.run(known, actual.length);
    return actual.map((value, index) => {
      const point = forecast[index];
      const { mean: expected = 0, lower80 = 0, upper80 = 0 } = point ?? {};
      const error = Math.abs(value - expected);
      const reach = value >= expected ? upper80 - expected : expected - lower80;
      return { value: Math.abs(value), error, reach, scaled: scale > 0 ? error / scale : null };
    });
  });
  const total = tried.reduce((sum, { value }) => sum + value, 0);
  const errors = tried.reduce((sum, { error }) => sum + error, 0);
  const deviations = tried.filter(({ reach }) => reach > 0).map(({ error, reach }) => (error / reach) * z80);
  const widening = Math.max(1, Math.sqrt(toMean(deviations.map((deviation) => deviation ** 2))));
  const within = tried.filter(({ error, reach }) => error <= reach * widening);
  const scaled = tried.flatMap((each) => each.scaled ?? []);
  return {
    origins: origins.length,
    compared: tried.length,
    wape: total > 0 ? errors / total : null,
    mase: scaled.length > 0 ? toMean(scaled) : null,
    widening,
    within80: tried.length > 0 ? within.length / tried.length : null,
  };
}

const z80 = toNormalQuantile(0.9);

/** The latest places to forecast from that leave enough to learn from and at least one value to compare with. */
function toOrigins(length: number, { minTraining, maxOrigins }: BackTestPlan): number[] {
  const first = Math.max(minTraining, length - maxOrigins);
  return Array.from({ length: Math.max(0, length - first) }, (_, index) => first + index);
}
