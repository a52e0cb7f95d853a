/**
 * The point where a function of a few variables is smallest, by Nelder and Mead's simplex. Deterministic.
 * Source: Nelder, Mead, "A simplex method for function minimization", The Computer Journal 7 (1965), with the usual
 * coefficients (reflection 1, expansion 2, contraction and shrinkage 1/2).
 * @param step how far the first simplex reaches from `start` along each axis
 */
export function minimize(
  f: (point: number[]) => number,
  start: number[],
  step: number,
  maxSteps: number,
): number[] {
  const measured = (point: number[]) => ({ point, value: f(point) });
  let simplex = [
    start,
    ...start.map((_, axis) => start.map((x, index) => (index === axis ? x + step : x))),
  ].map(measured);
  for (let count = 0; count < maxSteps; count += 1) {
    simplex = simplex.toSorted((a, b) => a.value - b.value);
    const best = simplex[0];
    const worst = simplex.at(-1);
    const second = simplex.at(-2);
    if (best === undefined || worst === undefined || second === undefined) break;
    if (worst.value - best.value <= 1e-9 * (Math.abs(best.value) + 1e-9)) break;
    const others = simplex.slice(0, -1);
    const centre = start.map((_, axis) => sum(others.map(({ point }) => point[axis] ?? 0)) / others.length);
    const along = (factor: number) =>
      measured(centre.map((x, axis) => x + factor * (x - (worst.point[axis] ?? 0))));
    const reflected = along(1);
    if (reflected.value < best.value) {
      const expanded = along(2);
      simplex = [...others, expanded.value < reflected.value ? expanded : reflected];
    } else if (reflected.value < second.value) {
      simplex = [...others, reflected];
    } else {
      const contracted = along(reflected.value < worst.value ? 0.5 : -0.5);
      const isBetter = contracted.value < Math.min(reflected.value, worst.value);
      simplex = isBetter
        ? [...others, contracted]
        : simplex.map(({ point }) => measured(point.map((x, axis) => ((best.point[axis] ?? 0) + x) / 2)));
    }
  }
  return simplex.toSorted((a, b) => a.value - b.value)[0]?.point ?? start;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
