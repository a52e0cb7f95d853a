import type { Parts } from '../parts/parts.ts';
import type { DataQuestion } from '../question/question.ts';
import { addDays, addUnits, type Grain } from '../time/calendar.ts';
import { type Period, toSpan } from '../time/period.ts';
import { toUnit } from '../time/period-units.ts';
import { toNumber } from '../vocabulary/numbers.ts';

/** "And the month after?", "the two months before that": a time beside that of the last question. */
export function withTimeBeside(parts: Parts, { periods }: DataQuestion): Parts {
  const [, count = '1', unit, side] = beside.exec(parts.text) ?? [];
  const grain = grains.find((name) => name === unit);
  const [current] = periods;
  const number = toNumber(count);
  if (grain === undefined || current === undefined || number === null) return parts;
  // One unit before is read with the periods themselves.
  if (side !== 'after' && side !== 'later' && number === 1) return parts;
  const isAfter = side === 'after' || side === 'later';
  return {
    ...parts,
    grain: null,
    leftover: parts.leftover.filter(
      (word) => !/^(after|before|later|earlier)$/i.test(word) && toNumber(word) !== number,
    ),
    limit: null,
    time: { ...parts.time, against: null, periods: [toPeriod(current, grain, number, isAfter)] },
  };
}

function toPeriod({ start, end }: Period, grain: Grain, count: number, isAfter: boolean): Period {
  const from = isAfter ? addDays(end, 1) : addUnits(start, grain, -count);
  if (count === 1) return toUnit(from, grain);
  return toSpan(from, addDays(addUnits(from, grain, count), -1), grain);
}

const grains = ['day', 'week', 'month', 'quarter', 'year'] as const;
const beside =
  /\b(?:the )?(?:(\d+|two|three|four|five|six) )?(day|week|month|quarter|year)s? (before|after|earlier|later)(?: that| it| those)?\W*$/;
