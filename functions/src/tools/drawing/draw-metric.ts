import { type Drawable, type Drawn, dimensionsOf, isFigure, listNames, measuresOf, refuse } from './drawn.ts';
import type { ShowArguments } from './parameters.ts';

/** One figure: that of the first row, or of the last period where the rows differ by time alone. */
export function drawMetric(args: ShowArguments, { columns, rows }: Drawable): Drawn {
  const figures = columns.filter(isFigure);
  const value = args.value ?? args.y?.[0] ?? measuresOf(columns)[0]?.name;
  const isKnown = (name: string) => figures.some((figure) => figure.name === name);
  const wrong = [value, args.compareTo].find((name) => name !== undefined && !isKnown(name));
  if (value === undefined || wrong !== undefined) {
    return refuse(
      `${wrong ?? 'value'} is not a figure.`,
      `Columns with figures: ${listNames(figures, 'none; show a table')}.`,
    );
  }
  // A comparison has the value of the other period beside it.
  const before = figures.find(({ name }) => name === `${value}_before`)?.name;
  const dimensions = dimensionsOf(columns);
  const [time] = dimensions;
  const isOverTime = rows.length > 1 && dimensions.length === 1 && time?.type === 'date';
  return {
    toVisualization: (shared) => ({
      ...shared,
      shape: 'metric',
      value,
      compareTo: args.compareTo ?? (isOverTime ? null : (before ?? null)),
      ...(isOverTime && { trend: time.name }),
    }),
  };
}
