import { toNumber } from './numbers.ts';
import type { Parts } from './parse-parts.ts';
import type { Token } from './words.ts';

/** "top 5", "5 best", "the ten products with …": a number that nothing else took. */
export function findLimit(tokens: Token[], used: ReadonlySet<number>, parts: Parts): number | null {
  const resizes =
    /^(ok |and |now )?(make (it|that)|only|just|show( me)?|give me)( the)?( top| bottom| first)? \w+( please)?\W*$/;
  const isResized = resizes.test(parts.text);
  if (parts.order === null && parts.dimensions.length === 0 && !parts.reorder && !isResized) return null;
  for (const [index, token] of tokens.entries()) {
    const number = used.has(index) || token.word === 'one' ? null : toNumber(token.word);
    if (number !== null && number >= 1 && number <= 1000) return number;
  }
  return null;
}
