import { type Forecast, levels, type Point, toPoints } from './forecast.ts';
import { minimize } from './minimize.ts';
import { simulateQuantiles } from './simulate.ts';
import { extrapolate, type Form, type State, smooth, type Weights } from './smoothing.ts';
import { toStartState } from './start-state.ts';

/**
 * The next `horizon` values by Holt and Winters' method with a damped trend. Weights are those with the smallest sum of squared
 * one-step errors (FPP3 8.6), phi between 0.8 and 0.98 (FPP3 8.2).
 *
 * Intervals: with additive errors, sigma_h^2 = sigma^2 (1 + sum of c_j^2 for j from 1 to h - 1), where
 * c_j = alpha + alpha beta (phi + … + phi^j) + gamma [m divides j]; with multiplicative ones there is no such formula, and they
 * are quantiles of simulated paths (FPP3 8.7; Hyndman et al. 2008, table 6.1).
 * @param values at least two seasons where the form has one, all above zero where it is multiplicative
 */
export function forecastHoltWinters(values: readonly number[], form: Form, horizon: number): Forecast {
  const start = toStartState(values, form);
  const { weights, state, sigma } = fit(values, form, start);
  const means = extrapolate(state, form, weights, horizon);
  if (form.season === 'multiplicative') {
    const probabilities = levels.flatMap((level) => [(1 - level) / 2, (1 + level) / 2]);
    const quantiles = simulateQuantiles({ state, form, weights, sigma }, horizon, probabilities);
    return means.map((mean, index): Point => {
      const [lower80 = mean, upper80 = mean, lower95 = mean, upper95 = mean] = quantiles[index] ?? [];
      return { mean, lower80, upper80, lower95, upper95 };
    });
  }
  return toPoints(means, (step) => sigma * Math.sqrt(toVarianceFactor(step, form, weights)));
}

/** What an error of 1 in the last period adds to the value expected `lag` periods later. */
export function toImpact(lag: number, { season, seasonLength }: Form, weights: Weights): number {
  const { alpha, beta, gamma, phi } = weights;
  const damped = Array.from({ length: lag }, (_, index) => phi ** (index + 1)).reduce((a, b) => a + b, 0);
  const seasonal = season !== 'none' && lag % seasonLength === 0 ? gamma : 0;
  return alpha + alpha * beta * damped + seasonal;
}

function toVarianceFactor(step: number, form: Form, weights: Weights): number {
  let factor = 1;
  for (let lag = 1; lag < step; lag += 1) factor += toImpact(lag, form, weights) ** 2;
  return factor;
}

type Fit = { weights: Weights; state: State; sigma: number };

function fit(values: readonly number[], form: Form, start: State): Fit {
  const cost = (point: number[]) => {
    const { squares } = smooth(values, form, toWeights(point, form), start);
    return Number.isFinite(squares) ? squares : Number.MAX_VALUE;
  };
  // From two places: the cost may have more than one low.
  const found = [
    [-1, -2, -2, 0],
    [0.5, -3, -0.5, 1],
  ].map((point) => minimize(cost, point, 1, 160));
  const [first = [], second = []] = found;
  const weights = toWeights(cost(first) <= cost(second) ? first : second, form);
  const { state, errors } = smooth(values, form, weights, start);
  const squares = errors.reduce((total, error) => total + error * error, 0);
  const parameters = form.season === 'none' ? 3 : 4;
  return { weights, state, sigma: Math.sqrt(squares / Math.max(1, errors.length - parameters)) };
}

/** Any point as weights within their bounds: gamma at most 1 - alpha, so that the season cannot run ahead of the level. */
function toWeights(point: number[], { season }: Form): Weights {
  const [a = 0, b = 0, c = 0, d = 0] = point.map((x) => 1 / (1 + Math.exp(-x)));
  const alpha = 0.001 + 0.998 * a;
  return { alpha, beta: b, gamma: season === 'none' ? 0 : c * (1 - alpha), phi: 0.8 + 0.18 * d };
}
