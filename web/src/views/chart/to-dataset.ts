import type { Chart } from '@tallyboard/contract';
import type { ChartDataset } from 'chart.js';
import type { Band } from './bands.ts';
import { withOpacity } from './chart-style.ts';
import type { ChartTheme } from './chart-theme.ts';
import type { ChartData, Series } from './to-chart-data.ts';
import { toColorPlaces } from './to-color-places.ts';

type Dataset = ChartDataset<'line' | 'bar', (number | null)[]>;

const dashes = [[], [6, 3], [2, 3], [8, 3, 2, 3]];

/** One series as Chart.js draws it. `axis` names the scale of its unit. */
export function toDataset(
  chart: Chart,
  data: ChartData,
  series: Series,
  axis: { xAxisID: string } | { yAxisID: string },
  theme: ChartTheme,
): Dataset {
  const index = colorIndexOf(data, series);
  const color = toColor(data, series, theme);
  const shared = {
    ...axis,
    label: series.short,
    data: toJoined(series),
    backgroundColor: color,
    borderColor: color,
  };
  if (chart.mark === 'bar' || chart.mark === 'stacked_bar') {
    // A line of the surface's colour between the parts of a stack tells them apart without colour.
    const parts =
      chart.mark === 'stacked_bar' ? { borderColor: theme.surface, borderWidth: 1 } : { borderWidth: 0 };
    return {
      ...shared,
      ...parts,
      type: 'bar',
      borderRadius: 2,
      maxBarThickness: 44,
      ...(data.onePerPlace && { grouped: false }),
    };
  }
  const points = series.values.filter((value) => value !== null).length;
  const pointRadius = (usual: number) => toPointRadius(series.values, usual);
  if (chart.mark === 'area') {
    const backgroundColor = withOpacity(color, data.series.length > 1 ? 0.7 : 0.25);
    const fill = data.series.indexOf(series) === 0 ? 'origin' : '-1';
    return {
      ...shared,
      type: 'line',
      backgroundColor,
      fill,
      borderWidth: 1.5,
      pointRadius: pointRadius(0),
      pointHoverRadius: 4,
    };
  }
  return {
    ...shared,
    type: 'line',
    fill: false,
    borderWidth: 2,
    spanGaps: false,
    // Between the points of several lines their dashes must be seen.
    pointRadius: pointRadius(points <= (data.series.length > 1 ? 12 : 24) && !series.projected ? 3 : 0),
    pointHoverRadius: 5,
    // Lines differ by dash as well as by colour; where something is expected, the dash stands for that.
    borderDash: series.projected ? [5, 4] : (dashes[chart.projection ? 0 : index % dashes.length] ?? []),
  };
}

/** A value between two gaps has no line to be seen by: it is a point. */
function toPointRadius(values: (number | null)[], usual: number): number[] {
  return values.map((_value, index) => {
    const [before, after] = [values[index - 1] ?? null, values[index + 1] ?? null];
    return before === null && after === null ? 3 : usual;
  });
}

/** The ranges around what is expected, widest first, so that the narrow one lies on top. They fan out from the last known point. */
export function toBands(data: ChartData, theme: ChartTheme): Band[] {
  return data.series.flatMap((series) =>
    (series.projected?.ranges ?? []).toReversed().map(({ lower, upper }): Band => {
      const start = series.projected?.from;
      const points = lower.values.flatMap((low, index) => {
        const high = upper.values[index] ?? null;
        return low === null || high === null ? [] : [{ index, lower: low, upper: high }];
      });
      const first = start ? [{ index: start.index, lower: start.value, upper: start.value }] : [];
      return { color: withOpacity(toColor(data, series, theme), 0.16), points: [...first, ...points] };
    }),
  );
}

/** What is expected begins at the last known point, so that the line does not break. */
function toJoined({ values, projected }: Series): (number | null)[] {
  const from = projected?.from;
  return from ? values.map((value, index) => (index === from.index ? from.value : value)) : values;
}

function toColor(data: ChartData, series: Series, theme: ChartTheme): string {
  return theme.series[colorIndexOf(data, series) % theme.series.length] ?? theme.text;
}

/** What is expected has the colour of what is known of the same member. What is no member has one behind theirs. */
function colorIndexOf(data: ChartData, series: Series): number {
  const known = data.series.filter(({ projected }) => !projected);
  const own = (series.projected && known.find(({ member }) => member === series.member)) || series;
  const places = toColorPlaces(known.flatMap(({ member, label }) => (member === null ? [] : label)));
  const others = known.filter(({ member }) => member === null);
  return places.get(own.label) ?? places.size + Math.max(0, others.indexOf(own));
}
