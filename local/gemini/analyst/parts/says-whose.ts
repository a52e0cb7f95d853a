import type { Token } from '../vocabulary/words.ts';

/** "Our margin", "the total": whose figure it is. "In the last three months" says nothing of it. */
export function saysWhose(tokens: Token[], ofTime: ReadonlySet<number>): boolean {
  return tokens.some(
    ({ word }, at) => /^(our|my|the|total|current)$/.test(word) && !(word === 'the' && ofTime.has(at + 1)),
  );
}
