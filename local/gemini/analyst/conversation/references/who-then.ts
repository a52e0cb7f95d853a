import { toUnit } from '../../time/period-units.ts';
import { begins } from '../../vocabulary/lead.ts';
import type { Subject } from '../subject.ts';
import { writePeriod } from './write-period.ts';

/** "Who was it?", "which supplier?", after the worst month: whose most of it was then. Null for anything else. */
export function askWhoThen(sentence: string, { time, rows }: Subject): string | null {
  const asks = time !== null && rows === null ? whoThen.exec(sentence) : null;
  if (time === null || asks === null) return null;
  const split = asks.groups?.noun;
  const asked = split === undefined ? sentence.replace(/\W*$/, '') : `by ${split}`;
  return `${asked} in ${writePeriod(toUnit(time.start, time.grain))}`;
}

const whoThen = begins(
  '(?:who|whose|(?:which|what) (?<noun>supplier|vendor|customer|product|category|brand|warehouse|region|channel|item)s?)(?: (?:was|were|is|are|bought|ordered|delivered) (?:it|that|they|those)(?: from| of)?)?\\W*$',
);
