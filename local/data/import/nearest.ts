import { closest, distance } from 'fastest-levenshtein';
import { skipHint } from './csv-header.ts';

/** `; did you mean "x"?`, or which names there are when none is near. */
export function toAdvice(name: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const found = findNearest(name, names);
  if (found !== undefined) return `; did you mean "${found}"?`;
  if (names.length === 1) return `; there is only "${names[0]}"`;
  return `; there are ${names.slice(0, 20).join(', ')}`;
}

/** The same for a column of a source: a title in place of the header is its only one. */
export function toColumnAdvice(name: string, names: readonly string[]): string {
  const advice = toAdvice(name, names);
  return advice.startsWith('; there is only') ? `${advice}. ${skipHint}.` : advice;
}

/** The name that was meant, if one is near: misspelt by a letter or two, one of which it is a word, or misspelt by more. */
export function findNearest(name: string, names: readonly string[]): string | undefined {
  const lower = name.toLowerCase();
  const near = closest(
    lower,
    names.map((each) => each.toLowerCase()),
  );
  const letters = distance(lower, near);
  const longer = names.find((each) =>
    each
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .includes(lower),
  );
  if (letters > 2 && longer !== undefined) return longer;
  return letters <= Math.max(2, Math.ceil(name.length / 2))
    ? names.find((each) => each.toLowerCase() === near)
    : undefined;
}
