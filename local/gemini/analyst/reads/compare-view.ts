import { countUnits, endOf, type Grain, grains, startOf } from '../time/calendar.ts';
import { type Period, toSpan } from '../time/period.ts';
import { runningUnit } from './compare-sides.ts';
import { manyMembers, type View } from './view.ts';

/** One read by time where both sides are single units of the same length and not far apart; else two reads. */
export function toComparison(
  { after, before }: { after: Period; before: Period },
  view: View,
): Partial<View> {
  const unit = after.grain ?? runningUnit(after);
  const single =
    unit !== null &&
    after.count === 1 &&
    (before.grain === unit || runningUnit(before) === unit) &&
    before.count === 1;
  const start = unit === null ? before.start : startOf(before.start, unit);
  const apart = unit === null ? null : countUnits(start, endOf(after.start, unit), unit);
  const members = view.dimensions.some((name) => manyMembers.has(name));
  const most = view.dimensions.length > 0 ? 5 : 2;
  if (single && unit && apart !== null && apart <= most && !members) {
    const span = toSpan(start, after.end, after.grain === null ? null : unit);
    return { grain: unit, pair: { before: start, after: startOf(after.start, unit) }, period: span };
  }
  return { grain: null, spans: { before, after }, period: after };
}

/** "Quarterly revenue, 2025 against 2024": the rows asked for are shorter than what is compared. */
export function isFiner(grain: Grain | null, side: Period | null): boolean {
  if (grain === null || side === null) return false;
  const whole = side.count === 1 ? (side.grain ?? runningUnit(side) ?? 'year') : 'year';
  return grains.indexOf(grain) < grains.indexOf(whole);
}
