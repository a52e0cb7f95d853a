import {
  cellsOf,
  type Drawable,
  type Drawn,
  dimensionsOf,
  figuresOf,
  listNames,
  measuresOf,
  refuse,
  toChart,
} from './drawn.ts';
import type { ShowArguments } from './parameters.ts';

const mostParts = 6;

/** The parts of one whole: one dimension, one measure that adds up, nothing below zero, six rows at most. */
export function drawPie(args: ShowArguments, result: Drawable): Drawn {
  const dimensions = dimensionsOf(result.columns);
  const x = args.x ?? dimensions[0]?.name;
  const others = dimensions.filter(({ name }) => name !== x);
  if (x === undefined || !dimensions.some(({ name }) => name === x) || others.length > 0) {
    return refuse(
      'A pie needs rows that differ by one dimension only.',
      `Dimensions of this result: ${listNames(dimensions, 'none')}. Ask for one, or show a stacked_bar.`,
    );
  }
  const summable = measuresOf(result.columns).filter((column) => column.summable);
  const y = args.y?.[0] ?? summable[0]?.name;
  if (y === undefined || (args.y?.length ?? 1) > 1 || !summable.some(({ name }) => name === y)) {
    return refuse(
      'A pie needs one measure whose rows add up to a whole.',
      summable.length > 0
        ? `Give one of these as y: ${listNames(summable, '')}.`
        : 'No column of this result adds up: use type "bar".',
    );
  }
  const figures = figuresOf(result, y);
  if (result.rows.length > mostParts) {
    return refuse(
      `A pie of ${result.rows.length} parts cannot be read; ${mostParts} is the most.`,
      'Use type "bar". A shorter list would leave out a part of the whole.',
    );
  }
  if (new Set(cellsOf(result, x)).size < result.rows.length) {
    return refuse(`Several rows have the same ${x}.`, 'Use type "bar" or "table".');
  }
  if (figures.some((value) => value < 0) || figures.every((value) => value === 0)) {
    return refuse('A pie cannot show figures below zero, or only zeros.', 'Use type "bar".');
  }
  return toChart({ mark: 'pie', x, y: [y], series: null });
}
