import { type Drawable, type Drawn, figuresOf, refuse } from './drawn.ts';

/**
 * Refuses what must not be put on top of each other: figures that do not add up (ratios, counts of shared things), figures of
 * different units, and in an area what is below zero. Undefined where the stack is sound.
 */
export function checkStack(
  mark: 'stacked_bar' | 'area',
  y: string[],
  series: string | null,
  result: Drawable,
): Drawn | undefined {
  const plain = mark === 'area' ? 'line' : 'bar';
  const stacks = series !== null || y.length > 1;
  const drawn = result.columns.filter(({ name }) => y.includes(name));
  if (!stacks && mark === 'stacked_bar') {
    return refuse('There is only one bar for each place, so nothing is stacked.', 'Use type "bar".');
  }
  const unsummable = drawn.find(({ summable, stackable }) => !summable && stackable !== true);
  if (stacks && unsummable !== undefined) {
    return refuse(
      `${unsummable.label} cannot be added up, so it cannot be stacked.`,
      `Use type "${plain}", which draws the parts side by side.`,
    );
  }
  if (new Set(drawn.map(({ unit }) => unit)).size > 1) {
    return refuse('Columns of different units cannot be stacked.', 'Give y columns of one unit.');
  }
  if (mark === 'area' && y.some((name) => figuresOf(result, name).some((value) => value < 0))) {
    return refuse('An area cannot show figures below zero.', 'Use type "line".');
  }
  return undefined;
}
