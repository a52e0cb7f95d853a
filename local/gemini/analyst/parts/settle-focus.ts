import type { Token } from '../vocabulary/words.ts';
import type { FoundCondition } from './find-conditions.ts';
import type { Parts } from './parts.ts';

/** Whether a share or a change is asked for, once everything else of the sentence is read. */
export function settleFocus(parts: Parts, tokens: Token[], sentence: string): void {
  if (/[^\d\s]\s*%|^%/.test(sentence)) parts.focus.add('share');
  // "Split them by region" asks for no share.
  if (
    /(?:^(?:and |now |then |please |can you )*|, ?(?:and )?)split\b/.test(parts.text) &&
    !/\b(share|percent\w*)\b|%/.test(parts.text)
  )
    parts.focus.delete('share');
  const asksWhether = /^(is|are|was|were|did|do|does|has|have)\b/.test(parts.opening);
  // "Did Bikes do better than Helmets?" sets names against each other, and no times.
  const setsNames = parts.daySides.length > 0 || parts.names.some(({ against }) => against);
  if (
    asksWhether &&
    !setsNames &&
    parts.partBounds.length === 0 &&
    tokens.some(({ word }, at) => /^(up|down|better|worse|higher|lower)$/.test(word) && !isOfBound(parts, at))
  )
    parts.focus.add('change');
  if (asksWhichTime(parts, tokens)) parts.focus.add('compare');
  // "By how many percent did it grow?" asks for the change, not for a share.
  if (parts.focus.has('change') && !/\b(share|proportion|portion|mix)\b/.test(parts.text))
    parts.focus.delete('share');
}

/** "Was the margin rate higher than 30 %?" asks for no change. */
function isOfBound({ conditions }: Parts, at: number): boolean {
  return conditions.some(({ from, to }) => at >= from && at < to);
}

/** "Did we sell more in 2023 or in 2024?", "was revenue higher last month or the month before?" */
function asksWhichTime({ time, text, names }: Parts, tokens: Token[]): boolean {
  if (time.periods.length + (time.against === null ? 0 : 1) !== 2) return false;
  if (names.some(({ against }) => against)) return false;
  const isTime = (at: number) =>
    time.used.has(at) || /^(?:in|during|over|on|the)$/.test(tokens[at]?.word ?? '');
  return (
    /\b(?:more|less|fewer|higher|lower|bigger|larger|smaller|better|worse)\b/.test(text) &&
    tokens.some(
      ({ word }, at) => word === 'or' && isTime(at + 1) && (time.used.has(at + 1) || time.used.has(at + 2)),
    )
  );
}

/** "Is wholesale more than 40 % of sales?" asks for its share. */
export function bindParts(parts: Parts, bounds: FoundCondition[]): void {
  if (parts.dimensions.length > 0) return;
  parts.conditions = parts.conditions.filter(({ from }) => bounds.every((bound) => bound.from !== from));
  parts.partBounds = bounds.map(({ op, value }) => ({ op, value }));
  parts.focus = new Set(
    [...parts.focus, 'share' as const].filter((one) => one !== 'change' && one !== 'compare'),
  );
  parts.ofFigure = true;
  parts.shareOf = 'named';
}
