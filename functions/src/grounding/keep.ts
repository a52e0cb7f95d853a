import type { GroundedResult } from './grounded-result.ts';

/** What is worked out of a result is worked out once: for the answer, its correction and each heading; and kept as long as the result is. */
export function keepForResult<T>(make: (result: GroundedResult) => T): (result: GroundedResult) => T {
  const kept = new WeakMap<GroundedResult, { made: T }>();
  return (result) => {
    const known = kept.get(result) ?? { made: make(result) };
    kept.set(result, known);
    return known.made;
  };
}
