import type { Parts } from '../parts/parts.ts';
import { addUnits, type Day, startOf } from '../time/calendar.ts';
import { toUnit } from '../time/period-units.ts';

/** "Month-over-month growth this year": each month beside the one before it. Without a time, the last one that is over. */
export function withSteps(parts: Parts, today: Day): Parts {
  const [, said, short = ''] =
    /\b(?:(month|week|quarter)[ -](?:over|on)[ -]\1|(mom|wow|qoq))\b/.exec(parts.text) ?? [];
  const step = said ?? { mom: 'month', wow: 'week', qoq: 'quarter' }[short];
  const [period] = parts.time.periods;
  const grain = (['week', 'month', 'quarter'] as const).find((unit) => unit === step);
  if (grain === undefined || parts.grain !== null || (period?.grain === grain && period.count < 2))
    return parts;
  if (period) return { ...parts, grain, time: { ...parts.time, against: null } };
  const last = toUnit(startOf(addUnits(today, grain, -1), grain), grain);
  return { ...parts, time: { ...parts.time, periods: [last] } };
}
