import { type Forecast, toPoints } from './forecast.ts';

/**
 * The next `horizon` values as those of the season before; with a season of one, as the last value.
 * The deviation grows with whole seasons ahead: sigma_h = sigma sqrt(k + 1), k = floor((h - 1) / m), sigma from the errors of the
 * method over the values. Source: FPP3 5.2 (the method) and 5.5 (its intervals).
 * @param values more than one season
 */
export function forecastSeasonalNaive(
  values: readonly number[],
  seasonLength: number,
  horizon: number,
): Forecast {
  const errors = toSeasonalErrors(values, seasonLength);
  const squares = errors.reduce((total, error) => total + error * error, 0);
  const sigma = Math.sqrt(squares / Math.max(1, errors.length));
  const last = values.slice(-seasonLength);
  const means = Array.from({ length: horizon }, (_, index) => last[index % seasonLength] ?? 0);
  return toPoints(means, (step) => sigma * Math.sqrt(Math.floor((step - 1) / seasonLength) + 1));
}

/** What each value differs from the one a season before. */
export function toSeasonalErrors(values: readonly number[], seasonLength: number): number[] {
  return values.slice(seasonLength).map((value, index) => value - (values[index] ?? 0));
}
