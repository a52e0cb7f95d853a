import { type HeatGrid, steps } from './to-heat-grid.ts';

/** A rectangle of a step of the colour scale, in px. */
export type HeatBox = { x: number; y: number; width: number; height: number; step: number };
/** A text that is centred on `y`, in px; `step` is that of the box behind it, null on the surface. */
export type HeatText = {
  text: string;
  x: number;
  y: number;
  align: 'left' | 'center' | 'right';
  step: number | null;
  muted: boolean;
};
export type HeatPicture = { width: number; height: number; boxes: HeatBox[]; texts: HeatText[] };

const rowPx = 30;
const gapPx = 2;
const padPx = 10;
const leastCellPx = 48;
const keyPx = 20;

/** The whole grid as boxes and texts, also of what its card shows only when scrolled. @param measure the width of a text in px */
export function toHeatPicture(grid: HeatGrid, measure: (text: string) => number): HeatPicture {
  const widest = (texts: string[]) => Math.max(0, ...texts.map(measure));
  const namesPx = Math.ceil(widest([grid.rowLabel, ...grid.rows.map(({ short }) => short)])) + padPx;
  const texts: HeatText[] = [
    { text: grid.rowLabel, x: 0, y: rowPx / 2, align: 'left', step: null, muted: true },
  ];
  const boxes: HeatBox[] = [];
  let x = namesPx;
  grid.columns.forEach(({ short }, index) => {
    const cells = grid.rows.map((row) => row.cells[index] ?? null);
    const width = Math.max(
      leastCellPx,
      Math.ceil(widest([short, ...cells.map((cell) => cell?.text ?? '')])) + padPx,
    );
    const middle = x + width / 2;
    texts.push({ text: short, x: middle, y: rowPx / 2, align: 'center', step: null, muted: true });
    cells.forEach((cell, row) => {
      const y = (row + 1) * rowPx;
      const step = cell?.step ?? null;
      if (step !== null) boxes.push({ x, y, width: width - gapPx, height: rowPx - gapPx, step });
      texts.push({
        text: cell?.text ?? '–',
        x: middle - gapPx / 2,
        y: y + (rowPx - gapPx) / 2,
        align: 'center',
        step,
        muted: step === null,
      });
    });
    x += width;
  });
  grid.rows.forEach(({ short }, row) => {
    texts.push({ text: short, x: 0, y: (row + 1.5) * rowPx, align: 'left', step: null, muted: false });
  });
  const low = `${grid.measure} ${grid.low}`;
  const scalePx = measure(low) + measure(grid.high) + steps * keyPx + 2 * padPx;
  const width = Math.max(x, Math.ceil(scalePx));
  const y = (grid.rows.length + 1) * rowPx + padPx;
  const keysAt = width - measure(grid.high) - padPx - steps * keyPx;
  texts.push({ text: low, x: keysAt - padPx, y: y + rowPx / 2, align: 'right', step: null, muted: true });
  texts.push({ text: grid.high, x: width, y: y + rowPx / 2, align: 'right', step: null, muted: true });
  for (let step = 1; step <= steps; step += 1)
    boxes.push({ x: keysAt + (step - 1) * keyPx, y: y + 10, width: keyPx - 1, height: 10, step });
  return { width, height: y + rowPx, boxes, texts };
}
