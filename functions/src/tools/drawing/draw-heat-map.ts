import {
  cellsOf,
  type Drawable,
  type Drawn,
  dimensionsOf,
  isFigure,
  listNames,
  measuresOf,
  refuse,
  toChart,
} from './drawn.ts';
import type { ShowArguments } from './parameters.ts';

/** One measure by two dimensions. Time goes along the top; otherwise the dimension with fewer members does. */
export function drawHeatMap(args: ShowArguments, result: Drawable): Drawn {
  const dimensions = dimensionsOf(result.columns);
  if (dimensions.length !== 2) {
    return refuse(
      `A heat map needs rows by exactly two dimensions; these have ${dimensions.length}.`,
      'Ask for rows by two dimensions, such as weekday and warehouse, or use type "bar".',
    );
  }
  const y = args.y?.[0] ?? measuresOf(result.columns)[0]?.name;
  const figures = result.columns.filter(isFigure);
  if (y === undefined || (args.y?.length ?? 1) > 1 || !figures.some(({ name }) => name === y)) {
    return refuse(
      'A heat map shows one measure.',
      `Give one as y: ${listNames(figures, 'none; show a table')}.`,
    );
  }
  const count = (name: string) => new Set(cellsOf(result, name)).size;
  const time = dimensions.find(({ type }) => type === 'date');
  const narrow = dimensions.toSorted((a, b) => count(a.name) - count(b.name))[0];
  const x =
    args.x ??
    (time ?? dimensions.find(({ name }) => args.series !== undefined && name !== args.series) ?? narrow)
      ?.name;
  const series = args.series ?? dimensions.find(({ name }) => name !== x)?.name;
  const isDimension = (name: string | undefined) => dimensions.some((dimension) => dimension.name === name);
  if (x === undefined || series === undefined || x === series || !isDimension(x) || !isDimension(series)) {
    return refuse(
      'A heat map needs one dimension as x and the other as series.',
      `Dimensions: ${listNames(dimensions, '')}.`,
    );
  }
  return toChart({ mark: 'heat_map', x, y: [y], series });
}
