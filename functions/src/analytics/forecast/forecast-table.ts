import type { Cell, Column } from '@tallyboard/contract';
import { addUnits, type Day } from '../calendar.ts';
import type { Dimension, Measure } from '../model-schema.ts';
import type { MemberForecast } from './forecast-members.ts';
import { type ForecastGrain, grainFacts } from './forecast-periods.ts';

export type ForecastShape = {
  measure: Measure;
  dimension: { name: string; label: Dimension['label'] } | null;
  grain: ForecastGrain;
};

/** Columns of a forecast: what was, what is expected, the intervals, and how well the method did on the past. */
export function toForecastColumns({ measure, dimension, grain }: ForecastShape): Column[] {
  const figure = { type: 'number', role: 'measure', unit: measure.unit, summable: false } as const;
  const detail = { role: 'detail', unit: 'none', summable: false } as const;
  const time = { type: 'date', role: 'dimension', unit: 'none', summable: false } as const;
  const split: Column[] =
    dimension === null
      ? []
      : [{ ...detail, name: dimension.name, label: dimension.label, type: 'string', role: 'dimension' }];
  return [
    { ...time, name: 'period', label: grain === 'week' ? 'Week' : 'Month', grain },
    ...split,
    // Orders are counted once each; those of several members may be the same ones.
    { ...figure, name: 'actual', label: measure.label, summable: measure.additivity === 'additive' },
    { ...figure, name: 'forecast', label: 'Forecast', summable: measure.additivity === 'additive' },
    { ...figure, name: 'lower_80', label: 'Lower 80%' },
    { ...figure, name: 'upper_80', label: 'Upper 80%' },
    { ...figure, name: 'lower_95', label: 'Lower 95%' },
    { ...figure, name: 'upper_95', label: 'Upper 95%' },
    { ...detail, name: 'method', label: 'Method', type: 'string' },
    { ...detail, name: 'wape', label: 'Back-test error (WAPE)', type: 'number', unit: 'fraction' },
    { ...detail, name: 'mase', label: 'Back-test error (MASE)', type: 'number' },
  ];
}

/** Rows of a forecast in order of time: the last `shown` known periods of each member, then those ahead. */
export function toForecastRows(
  members: MemberForecast[],
  { measure, grain }: ForecastShape,
  ahead: Day[],
  shown: number = grainFacts[grain].seasonLength,
): Cell[][] {
  const digits = measure.unit === 'currency' ? 2 : 1;
  const rows = members.flatMap(({ member, start, values, forecast }) => {
    const own = member === null ? [] : [member];
    const first = Math.max(0, values.length - shown);
    const past = values.slice(first).map((value, index): Cell[] => {
      const period = addUnits(grain, start, first + index);
      return [period, ...own, value, null, null, null, null, null, null, null, null];
    });
    const { wape = null, mase = null } = forecast.backTest ?? {};
    const tested = [forecast.method, round(wape, 4), round(mase, 2)];
    const future = forecast.points.map((point, index): Cell[] => {
      const figures = [point.mean, point.lower80, point.upper80, point.lower95, point.upper95];
      return [ahead[index] ?? null, ...own, null, ...figures.map((value) => round(value, digits)), ...tested];
    });
    return [...past, ...future];
  });
  return rows.toSorted((a, b) => String(a[0]).localeCompare(String(b[0])));
}

function round(value: number | null, digits: number): number | null {
  return value === null ? null : Number(value.toFixed(digits));
}
