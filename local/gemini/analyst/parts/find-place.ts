import type { Match } from '../vocabulary/match-phrases.ts';
import { toOrdinal } from '../vocabulary/numbers.ts';
import type { Token } from '../vocabulary/words.ts';

/** "The second best", "third-highest": the place in a ranking. Its words count as used. */
export function findPlace(tokens: Token[], matches: Match[], used: Set<number>): number | null {
  for (const { concept, from } of matches) {
    const ranks = concept.kind === 'order' || /^(best|worst)$/.test(tokens[from]?.word ?? '');
    const place = ranks ? toOrdinal(tokens[from - 1]?.word ?? '') : null;
    if (place === null || used.has(from - 1)) continue;
    used.add(from - 1);
    return place;
  }
  return null;
}
