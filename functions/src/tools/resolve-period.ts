import { type Day, toDay } from '../analytics/calendar.ts';
import type { SemanticModel } from '../analytics/model-schema.ts';
import { fail, type Outcome, succeed } from '../analytics/outcome.ts';
import { type Period, parsePeriod } from '../analytics/period.ts';
import { type Coverage, lastDayOf } from './read-coverage.ts';
import type { ToolContext } from './tool.ts';

/** First and last day of a table. */
export type Days = { first: Day; last: Day };

/** The days that are asked for, as text or already as a period; a failure where nothing is recorded in them. */
export function resolvePeriod(
  asked: Period | string,
  { model, days, context }: { model: SemanticModel; days: Days | null; context: ToolContext },
): Outcome<Period> {
  const today = toDay(context.now, context.company.timeZone);
  const { fiscalYearStartMonth } = context.company;
  const ahead = model.partition?.ahead ?? false;
  const parsed =
    typeof asked === 'string'
      ? parsePeriod(asked, { today, fiscalYearStartMonth, coverage: days, ahead })
      : succeed(asked);
  if (!parsed.ok) return parsed;
  const period = parsed.value;
  if (days !== null && ((period.start > days.last && !ahead) || period.end < days.first)) {
    return fail(
      'no_match',
      `Nothing is recorded from ${period.start} to ${period.end}.`,
      `${model.label} data covers ${days.first} to ${days.last}. Ask for a period within it, and tell the person.`,
    );
  }
  // What has not happened yet is not covered: a running year ends today.
  const isRunning = period.end > today && period.start <= today && !ahead;
  return succeed(isRunning ? { ...period, end: today, label: `${period.label} so far` } : period);
}

/**
 * The days that the fact of a model tells of. By another of its days a table may reach further than its own, up to its replication:
 * what was ordered on a Friday is received on a Saturday.
 */
export function toRecordedDays(
  { fact, partition }: SemanticModel,
  coverage: Coverage,
  { now, company }: ToolContext,
): Days | null {
  const table = coverage.tables.get(fact);
  if (!table?.days || partition === undefined) return table?.days ?? null;
  const ends = [
    toDay(new Date(table.replicatedAt), company.timeZone),
    lastDayOf(coverage, toDay(now, company.timeZone)),
  ].sort();
  const last = ends[0] ?? table.days.last;
  return last > table.days.last ? { ...table.days, last } : table.days;
}
