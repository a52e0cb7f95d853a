import type { Parts } from '../../parts/parts.ts';
import type { Question } from '../../question/question.ts';
import { month } from '../../time/time-patterns.ts';

/**
 * "And which subcategory grew most over 2012?", after the sales of 2013: how those moved, set against the year before. By itself it
 * would be asked of 2012.
 */
export function withBaseTime(parts: Parts, previous: Question | null): Parts {
  const { time, focus, text } = parts;
  const [own, ...others] = time.periods;
  const isBare = others.length === 0 && time.versus === null && time.against === null;
  if (own === undefined || !isBare || !focus.has('change') || previous?.kind !== 'data') return parts;
  const [current, ...more] = previous.periods;
  if (current === undefined || more.length > 0 || own.end >= current.start || !base.test(text)) return parts;
  return {
    ...parts,
    time: { ...time, periods: [], versus: own },
    focus: new Set([...focus, 'compare']),
  };
}

const base = new RegExp(
  ` (?:over|on|from|above|below) (?:the )?(?:(?:19|20)\\d\\d|last \\w+|(?:q[1-4]|h[12]|${month})(?: (?:19|20)\\d\\d)?)\\W*$`,
);
