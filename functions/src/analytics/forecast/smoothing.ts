/** Of which form the season is. `none` is Holt's damped trend. */
export type Season = 'none' | 'additive' | 'multiplicative';

/** How a series is smoothed; `seasonLength` periods make a season (12 months, 52 weeks). */
export type Form = { season: Season; seasonLength: number };

/** Weights of the newest observation in level, trend and season (0 to 1), and how much of the trend each period keeps. */
export type Weights = { alpha: number; beta: number; gamma: number; phi: number };

/** Level and trend after the last observation, and the seasonal terms of the season that follows. */
export type State = { level: number; trend: number; seasonal: number[] };

export type Smoothed = {
  state: State;
  /** One-step errors: in the units of the values, or relative to the expected value where the season is multiplicative. */
  errors: number[];
  /** The sum of squared one-step errors, in the units of the values. */
  squares: number;
};

/**
 * Holt and Winters' exponential smoothing with a damped trend, over all values.
 *
 * Additive, with e = y - (l + phi b + s):
 *   l' = l + phi b + alpha e,   b' = phi b + alpha beta e,   s' = s + gamma e
 * Multiplicative, with e = y / ((l + phi b) s) - 1:
 *   l' = (l + phi b)(1 + alpha e),   b' = phi b + alpha beta (l + phi b) e,   s' = s (1 + gamma e)
 *
 * Source: Hyndman, Athanasopoulos, "Forecasting: Principles and Practice", 3rd ed. 2021 (FPP3), sections 8.2 and 8.3, as the
 * error-correction equations of ETS(A,Ad,A) and ETS(M,Ad,M) in section 8.5.
 */
export function smooth(values: readonly number[], form: Form, weights: Weights, start: State): Smoothed {
  const moving = toMoving(start);
  let squares = 0;
  const errors = values.map((value) => {
    const expected = expectNext(moving, form, weights);
    const error = toError(value, expected, form);
    squares += (value - expected) ** 2;
    advance(moving, error, form, weights);
    return error;
  });
  return { state: toState(moving), errors, squares };
}

/** The expected values of the next `count` periods: the recursion with no errors. */
export function extrapolate(state: State, form: Form, weights: Weights, count: number): number[] {
  const moving = toMoving(state);
  return Array.from({ length: count }, () => {
    const value = expectNext(moving, form, weights);
    advance(moving, 0, form, weights);
    return value;
  });
}

/** A state that moves on in place: a fit takes it through millions of periods. */
export type Moving = { level: number; trend: number; seasonal: number[]; place: number };

export function toMoving({ level, trend, seasonal }: State): Moving {
  return { level, trend, seasonal: [...seasonal], place: 0 };
}

function toState({ level, trend, seasonal, place }: Moving): State {
  return { level, trend, seasonal: [...seasonal.slice(place), ...seasonal.slice(0, place)] };
}

export function expectNext(
  { level, trend, seasonal, place }: Moving,
  { season }: Form,
  { phi }: Weights,
): number {
  const base = level + phi * trend;
  if (season === 'none') return base;
  const term = seasonal[place] ?? 0;
  return season === 'multiplicative' ? base * term : base + term;
}

/** Moves a state one period on, after an error of that size. */
export function advance(moving: Moving, error: number, { season }: Form, weights: Weights): void {
  const { alpha, beta, gamma, phi } = weights;
  const base = moving.level + phi * moving.trend;
  const scale = season === 'multiplicative' ? base : 1;
  moving.level = base + alpha * scale * error;
  moving.trend = phi * moving.trend + alpha * beta * scale * error;
  if (season === 'none') return;
  const term = moving.seasonal[moving.place] ?? 0;
  moving.seasonal[moving.place] =
    season === 'multiplicative' ? term * (1 + gamma * error) : term + gamma * error;
  moving.place = (moving.place + 1) % moving.seasonal.length;
}

/** How far a value is from what was expected, in the form's own measure. */
function toError(value: number, expected: number, { season }: Form): number {
  if (season !== 'multiplicative') return value - expected;
  // Weights that let the level fall to nothing explain nothing: no number makes them win.
  return expected > 0 ? value / expected - 1 : Number.NaN;
}
