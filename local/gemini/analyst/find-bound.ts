import type { Match } from './match-phrases.ts';
import type { Parts } from './parse-parts.ts';
import type { Condition } from './question.ts';

/** "Top SKUs by margin rate with more than 10k revenue": the measure right after the bound, where another one ranks. */
export function findBound(
  condition: Condition | null,
  used: ReadonlySet<number>,
  matches: Match[],
): Parts['bound'] {
  const end = Math.max(...used) + 1;
  const measures = matches.filter(({ concept }) => concept.kind === 'measure');
  const bounded = measures.find(({ from }) => from === end);
  const ranks = matches.some(({ concept }) => concept.kind === 'order');
  if (condition === null || bounded?.concept.kind !== 'measure' || measures.length < 2 || !ranks) return null;
  return { ...condition, references: bounded.concept.references };
}
