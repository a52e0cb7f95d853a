import { closest, distance } from 'fastest-levenshtein';

/** `; did you mean "x"?`, or which names there are when none is near. */
export function toAdvice(name: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const lower = name.toLowerCase();
  const near = closest(
    lower,
    names.map((each) => each.toLowerCase()),
  );
  const found = names.find((each) => each.toLowerCase() === near);
  if (found !== undefined && distance(lower, near) <= Math.max(2, Math.ceil(name.length / 2))) {
    return `; did you mean "${found}"?`;
  }
  if (names.length === 1) return `; there is only "${names[0]}"`;
  return `; there are ${names.slice(0, 20).join(', ')}`;
}
