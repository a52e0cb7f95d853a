import type { Match } from '../vocabulary/match-phrases.ts';
import type { Token } from '../vocabulary/words.ts';
import type { FoundCondition } from './find-conditions.ts';

/** "More than 40 % of our sales" bounds the part that something has in a figure, and no figure. */
export function isPartBound({ unit, to }: FoundCondition, tokens: Token[], phrases: Match[]): boolean {
  if (unit !== 'percent' || tokens[to]?.word !== 'of') return false;
  let at = to + 1;
  while (/^(our|the|all|total|its|their|overall)$/.test(tokens[at]?.word ?? '')) at += 1;
  return phrases.some(({ concept, from }) => concept.kind === 'measure' && from === at);
}
