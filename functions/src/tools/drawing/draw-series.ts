import type { Column } from '@tallyboard/contract';
import { checkStack } from './check-stack.ts';
import {
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
import { findProjection } from './projection.ts';

type Mark = 'line' | 'bar' | 'stacked_bar' | 'area';

/** Figures along one axis: lines, bars, stacked bars and areas. */
export function drawSeries(mark: Mark, args: ShowArguments, result: Drawable): Drawn {
  const { columns } = result;
  const figures = columns.filter(isFigure);
  const dimensions = dimensionsOf(columns);
  const time = dimensions.find(({ type }) => type === 'date');
  const x = args.x ?? time?.name ?? dimensions.find(({ name }) => name !== args.series)?.name;
  if (x === undefined || figures.some(({ name, role }) => name === x && role === 'measure')) {
    return refuse(
      x === undefined
        ? 'The result has no column to draw along the axis.'
        : `x "${x}" is a figure, not an axis.`,
      dimensions.length > 0
        ? `Columns for the axis: ${listNames(dimensions, '')}.`
        : 'Show a metric or a table.',
    );
  }
  if ((mark === 'line' || mark === 'area') && columns.find(({ name }) => name === x)?.type !== 'date') {
    const kind = mark === 'line' ? 'A line' : 'An area';
    return refuse(
      `${kind} needs time along its axis, and "${x}" is not time.`,
      `Use type "${mark === 'line' ? 'bar' : 'stacked_bar'}".`,
    );
  }
  const others = dimensions.filter(({ name }) => name !== x);
  const series = args.series ?? others[0]?.name ?? null;
  const hidden = others.filter(({ name }) => name !== series);
  if (hidden.length > 0 || series === x) {
    return refuse(
      `The rows also differ by ${listNames(hidden, 'x')}, which the chart would not show.`,
      'Ask for rows with at most two dimensions, or show a table.',
    );
  }
  const projection = mark === 'line' ? findProjection(columns) : undefined;
  const y = [...new Set(args.y ?? defaultFigures(columns, series !== null, projection?.value))];
  const wrong = y.find((name) => !figures.some((figure) => figure.name === name));
  if (y.length === 0 || wrong !== undefined) {
    return refuse(
      wrong === undefined ? 'The result has no figures.' : `y "${wrong}" is not a figure.`,
      `Columns with figures: ${listNames(figures, 'none; show a table')}.`,
    );
  }
  if (series !== null && y.length > 1) {
    return refuse(
      `With series "${series}" one y column can be drawn.`,
      'Give one y, or call again for each.',
    );
  }
  if (mark === 'stacked_bar' || mark === 'area') {
    const problem = checkStack(mark, y, series, result);
    if (problem !== undefined) return problem;
  }
  const goesOn = projection !== undefined && y.length === 1 && !y.includes(projection.value);
  return toChart({ mark, x, y, series, ...(goesOn && { projection }) });
}

/** The first measure, with those of its unit where no series splits it: figures of one unit share an axis. */
function defaultFigures(columns: Column[], split: boolean, projected: string | undefined): string[] {
  const measures = measuresOf(columns).filter(({ name }) => name !== projected);
  const [first] = measures;
  if (first === undefined) return [];
  const same = measures.filter(({ unit }) => unit === first.unit).map(({ name }) => name);
  return split ? [first.name] : same.slice(0, 6);
}
