import { type Drawable, type Drawn, dimensionsOf, listNames, measuresOf, refuse, toChart } from './drawn.ts';
import type { ShowArguments } from './parameters.ts';

/** Two measures against each other: a point for each row, named by a dimension, coloured by a second one if there is. */
export function drawScatter(args: ShowArguments, result: Drawable): Drawn {
  const dimensions = dimensionsOf(result.columns);
  const measures = measuresOf(result.columns);
  const [first, second] = measures;
  const x = args.x ?? measures.find(({ name }) => name !== args.y?.[0])?.name;
  const y = args.y?.[0] ?? measures.find(({ name }) => name !== x)?.name;
  const isMeasure = (name: string | undefined) => measures.some((measure) => measure.name === name);
  if (first === undefined || second === undefined) {
    return refuse(
      'A scatter needs two measures, and the result has fewer.',
      'Ask for two measures, or use type "bar".',
    );
  }
  if (x === undefined || y === undefined || x === y || (args.y?.length ?? 1) > 1) {
    return refuse(
      'A scatter needs one measure as x and another one as y.',
      `Measures: ${listNames(measures, '')}.`,
    );
  }
  const wrong = [x, y].find((name) => !isMeasure(name));
  if (wrong !== undefined) {
    return refuse(`"${wrong}" is not a measure.`, `Measures for x and y: ${listNames(measures, '')}.`);
  }
  const label = args.label ?? dimensions.find(({ name }) => name !== args.series)?.name;
  if (label === undefined || !dimensions.some(({ name }) => name === label)) {
    return refuse(
      'A scatter needs a dimension that names its points.',
      `Dimensions: ${listNames(dimensions, 'none; ask for rows by product or another dimension')}.`,
    );
  }
  const others = dimensions.filter(({ name }) => name !== label);
  const series = args.series ?? others[0]?.name ?? null;
  const hidden = others.filter(({ name }) => name !== series);
  if (hidden.length > 0) {
    return refuse(
      `The rows also differ by ${listNames(hidden, '')}, which the chart would not show.`,
      'Ask for rows with at most two dimensions.',
    );
  }
  return toChart({ mark: 'scatter', x, y: [y], series: series === label ? null : series, label });
}
