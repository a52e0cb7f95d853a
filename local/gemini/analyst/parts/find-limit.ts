import { toNumber } from '../vocabulary/numbers.ts';
import type { Token } from '../vocabulary/words.ts';
import type { Parts } from './parts.ts';

/** "First half of 2014, only three" */
const resizedLast = /, (?:only|just|limited to) (?:\d+|[a-z]+)\W*$/;

/** "top 5", "5 best", "the ten products with …": a number that nothing else took. A percentage is none. */
export function findLimit(
  tokens: Token[],
  used: ReadonlySet<number>,
  parts: Parts,
): { value: number; at: number } | null {
  const resizes =
    /^(ok |and |now )?(make (it|that)|only|just|show( me)?|give me)( the)?( top| bottom| first)? \w+( please)?\W*$/;
  const isResized = resizes.test(parts.text) || resizedLast.test(parts.text);
  if (parts.order === null && parts.dimensions.length === 0 && !parts.reorder && !isResized) return null;
  for (const [at, token] of tokens.entries()) {
    const value = used.has(at) || token.word === 'one' ? null : toNumber(token.word);
    const next = tokens[at + 1]?.word ?? '';
    const isPercent =
      /^(percent|per|pct)$/.test(next) || parts.text.slice(token.end).trimStart().startsWith('%');
    // "Not sold in 90 days" is no list of ninety, but "the worst 3 weeks" is one of three.
    const isTime = /^(day|week|month|quarter|year)s?$/.test(next) && parts.order === null;
    // More than a hundred rows are asked for only by saying so: "top 200".
    const isList = /^(top|bottom|first|last|best|worst)$/.test(tokens[at - 1]?.word ?? '');
    const fits = value !== null && value >= 1 && value <= (isList ? 1000 : 100);
    if (fits && !isPercent && !isTime) return { value, at };
  }
  return null;
}
