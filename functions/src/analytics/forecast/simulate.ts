import { toNormalQuantile } from '../statistics.ts';
import { advance, expectNext, type Form, type State, toMoving, type Weights } from './smoothing.ts';

type Fitted = { state: State; form: Form; weights: Weights; sigma: number };

const paths = 2_000;

/**
 * Quantiles of the next `horizon` values over simulated futures with normal relative errors (FPP3 8.7: "simulated future sample
 * paths"). The draws are the same at each call, so that the same data has the same answer.
 */
export function simulateQuantiles(fitted: Fitted, horizon: number, probabilities: number[]): number[][] {
  const { form, weights, sigma } = fitted;
  const random = createRandom(20_260_101);
  const values: number[][] = Array.from({ length: horizon }, () => []);
  for (let path = 0; path < paths; path += 1) {
    const moving = toMoving(fitted.state);
    for (const drawn of values) {
      // A relative error below -1 would be a value below zero.
      const error = Math.max(-1, sigma * toNormalQuantile(random()));
      drawn.push(expectNext(moving, form, weights) * (1 + error));
      advance(moving, error, form, weights);
    }
  }
  return values.map((drawn) => {
    const sorted = drawn.toSorted((a, b) => a - b);
    return probabilities.map((probability) => sorted[Math.round(probability * (paths - 1))] ?? 0);
  });
}

/** Numbers between 0 and 1, neither included, by mulberry32 (public domain, T. Ettinger 2017). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4_294_967_296;
  };
}
