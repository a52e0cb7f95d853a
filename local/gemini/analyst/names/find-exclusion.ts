import type { Match } from '../vocabulary/match-phrases.ts';
import type { Token } from '../vocabulary/words.ts';

/**
 * "Without Outdoor and Kitchen", "all but the West", "that are not Halden": what takes away holds for the names right after
 * it, not for the rest of the sentence.
 */
export function findExclusion(
  index: number,
  tokens: Token[],
  matches: Match[],
  covered: ReadonlySet<number>,
): number | null {
  for (let at = index - 1; at >= 0; at -= 1) {
    const ends = (kind: 'exclude' | 'dimension') =>
      matches.some(
        ({ concept, from, to }) =>
          at >= from &&
          at < to &&
          (kind === 'dimension'
            ? concept.kind === 'dimension' || 'or' in concept
            : concept.kind === 'focus' && concept.focus === 'exclude'),
      );
    const word = tokens[at]?.word ?? '';
    if (ends('exclude') || isNegation(tokens, at)) return at;
    // "Not in Europe", "not from Halden"; but "without Bikes in Europe" leaves out the bikes.
    const leads = /^(in|from|of|at|for|by|with|to)$/.test(word) && isNegation(tokens, at - 1);
    if (!covered.has(at) && !ends('dimension') && !passedOver.test(word) && !leads) return null;
  }
  return null;
}

/** "With wholesale left out", "online excluded": how many words after a name leave it out. */
export function excludedAfter(to: number, tokens: Token[]): number {
  const rest = tokens
    .slice(to, to + 4)
    .map(({ word }) => word)
    .join(' ');
  return (
    /^(?:(?:is|are|being|was|were) )?(?:left (?:out|aside)|taken out|excluded|omitted|removed|ignored|not (?:counted|included))\b/
      .exec(rest)?.[0]
      .split(' ').length ?? 0
  );
}

const passedOver = /^(the|any|all|our|a|an|and|or|nor)$/;

/** "Not", "non", and the "but" of "everything but". */
function isNegation(tokens: Token[], at: number): boolean {
  const word = tokens[at]?.word ?? '';
  if (/^(not|non|arent|isnt|wasnt|werent|besides|outside)$/.test(word)) return true;
  const before = tokens.slice(Math.max(0, at - 4), at).map((token) => token.word);
  return (
    word === 'but' && before.some((earlier) => /^(all|everything|anything|every|any|each)$/.test(earlier))
  );
}
