import type { Rows } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { category, month, revenue, settings, toExample } from '../chart/chart-example.ts';
import { steps, toHeatGrid } from './to-heat-grid.ts';
import { toHeatPicture } from './to-heat-picture.ts';

const rows: Rows = [
  ['2026-10-01', 'Bikes', 1400],
  ['2026-08-01', 'A category with a long name', -700],
];
const chart = toExample({ mark: 'heat_map', x: 'month', y: ['revenue'], series: 'category' });
const grid = toHeatGrid(chart, [month, category, revenue], rows, settings);
const measure = (text: string) => text.length * 7;
const picture = toHeatPicture(grid, measure);

test('every name and figure is in the picture once, and what is not recorded is a dash without a colour', () => {
  const written = picture.texts.map(({ text }) => text);
  expect(written).toEqual(
    expect.arrayContaining(['Bikes', 'A category with a long name', '$1.40K', '−$700']),
  );
  const dashes = picture.texts.filter(({ text }) => text === '–');
  expect(dashes).toHaveLength(4);
  expect(dashes.every(({ step }) => step === null)).toBe(true);
  expect(picture.boxes).toHaveLength(2 + steps);
});

test('nothing lies outside of the picture and no cell covers another', () => {
  for (const { x, y, width, height } of picture.boxes) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(picture.width);
    expect(y + height).toBeLessThanOrEqual(picture.height);
  }
  for (const { text, x, align } of picture.texts) {
    const left = x - { left: 0, center: 0.5, right: 1 }[align] * measure(text);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left + measure(text)).toBeLessThanOrEqual(picture.width);
  }
  const cells = picture.boxes.slice(0, 2).toSorted((a, b) => a.x - b.x);
  expect((cells[0]?.x ?? 0) + (cells[0]?.width ?? 0)).toBeLessThan(cells[1]?.x ?? 0);
});
