import type { Cell } from '@tallyboard/contract';
import type { Day } from '../calendar.ts';
import { forecastSeries, minValues, type SeriesForecast } from './forecast-series.ts';

/** One member of a dimension with its past and its forecast; the member is null for a total. */
export type MemberForecast = {
  member: string | null;
  /** First day of the first period with anything in it, and the values from there on. */
  start: Day;
  values: number[];
  forecast: SeriesForecast;
};

export type MemberForecasts = {
  /** Largest first, by their last season. */
  members: MemberForecast[];
  /** Members beyond the limit. */
  left: number;
  /** Members with fewer than `minValues` periods. */
  short: number;
};

export type ForecastPlan = { known: Day[]; seasonLength: number; horizon: number; limit: number };

/**
 * Forecasts each member of `[period, member, value]` rows, or the one total of `[period, value]` rows. A period without a row counts
 * as nothing; a member begins with its first row.
 * @param pause awaited before each member: one takes up to half a second, and others of this process have to get their turn.
 */
export async function forecastMembers(
  rows: Cell[][],
  isSplit: boolean,
  plan: ForecastPlan,
  pause: () => Promise<void>,
): Promise<MemberForecasts> {
  const { known, seasonLength, horizon, limit } = plan;
  const places = new Map(known.map((start, index) => [start, index]));
  const byMember = new Map<string | null, number[]>();
  for (const row of rows) {
    const place = places.get(String(row[0]));
    const value = row.at(-1);
    if (place === undefined || typeof value !== 'number') continue;
    const member = isSplit ? String(row[1]) : null;
    const values = byMember.get(member) ?? known.map(() => 0);
    values[place] = (values[place] ?? 0) + value;
    byMember.set(member, values);
  }
  const begun = [...byMember].map(([member, values]) => {
    const first = Math.max(
      0,
      values.findIndex((value) => value !== 0),
    );
    return { member, start: known[first] ?? '', values: values.slice(first) };
  });
  const long = begun.filter(({ values }) => values.length >= minValues);
  const size = (values: number[]) => values.slice(-seasonLength).reduce((sum, value) => sum + value, 0);
  const kept = long.toSorted((a, b) => size(b.values) - size(a.values)).slice(0, limit);
  const members: MemberForecast[] = [];
  for (const each of kept) {
    await pause();
    members.push({ ...each, forecast: forecastSeries(each.values, { seasonLength, horizon }) });
  }
  return { members, left: long.length - kept.length, short: begun.length - long.length };
}
