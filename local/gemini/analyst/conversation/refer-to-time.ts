import { startOf } from '../time/calendar.ts';
import { toUnit } from '../time/period-units.ts';
import type { Unclear } from './refer-back.ts';
import type { Subject } from './subject.ts';

/** "What sold best in that week?": the unit of time that the last answer led with, or was about. Null where none is spoken of. */
export function referToTime(sentence: string, { question, time }: Subject): string | Unclear | null {
  const [spoken, name] = thatTime.exec(sentence) ?? [];
  const grain = grains.find((unit) => unit === name?.toLowerCase());
  if (spoken === undefined || grain === undefined || question?.kind !== 'data') return null;
  const [period] = question.periods;
  const start =
    time?.grain === grain
      ? time.start
      : period?.grain === grain && period.count === 1
        ? startOf(period.start, grain)
        : null;
  if (start === null) return { spoken: spoken.replace(/^\w+ /, ''), choices: [] };
  const written = grain === 'week' ? `the week of ${start}` : toUnit(start, grain).text;
  return sentence.replace(spoken, `in ${written}`);
}

const grains = ['day', 'week', 'month', 'quarter', 'year'] as const;
const thatTime = /\b(?:in|during|over|of|for|on) that (?:same )?(day|week|month|quarter|year)\b/i;
