import type { Match } from '../vocabulary/match-phrases.ts';
import type { Reading } from './match-place.ts';

/** "Top five brands": what is ranked stands right before "by". */
export function isRankedBefore(match: Match, { matches }: Reading): boolean {
  const ranked = matches.find(({ concept, to }) => concept.kind === 'dimension' && to === match.from - 1);
  return (
    ranked !== undefined && matches.some(({ concept, to }) => concept.kind === 'order' && to <= ranked.from)
  );
}

/** Beside a figure, joined to it by "and" or a comma. */
export function isListedFigure(match: Match, { matches, tokens, sentence }: Reading): boolean {
  const isFigure = ({ concept }: Match) => concept.kind === 'measure' && concept.verb !== true;
  const joins = (from: number, to: number) => {
    const between = tokens.slice(from, to).map(({ word }) => word);
    const written = sentence.slice(tokens[from - 1]?.end ?? 0, tokens[to]?.start ?? 0);
    return (
      /^(and|&|plus)?( (the|our|number|of))*$/.test(between.join(' ')) && /and|,|&|plus|\+/.test(written)
    );
  };
  return matches.some(
    (other) =>
      other !== match && isFigure(other) && (joins(other.to, match.from) || joins(match.to, other.from)),
  );
}
