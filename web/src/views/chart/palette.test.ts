import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toInk } from './chart-style.ts';

const tokens = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8');

type Triple = [number, number, number];

/** Full strength, from Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency", 2009. */
const visions = {
  usual: (color: Triple) => color,
  protan: toVision(
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ),
  deutan: toVision(
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ),
  tritan: toVision(
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ),
};

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  const block = tokens.slice(tokens.indexOf(`[data-theme="${theme}"]`));
  const read = (name: string) => block.match(new RegExp(`${name}: (#[0-9a-f]{6})`))?.[1] ?? '';
  const surface = read('--surface');

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('series %i is seen, and its name read', (series) => {
    const color = read(`--series-${series}`);
    expect(toContrast(color, surface)).toBeGreaterThanOrEqual(3);
    expect(toContrast(toInk(color, read('--text')), surface)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(Object.entries(visions))(
    '%s vision tells the series apart, the first five most of all',
    (_name, vision) => {
      const seen = [1, 2, 3, 4, 5, 6, 7, 8].map((series) =>
        toLab(vision(toLinear(read(`--series-${series}`)))),
      );
      seen.forEach((color, index) => {
        for (const [before, other] of seen.slice(0, index).entries())
          expect(
            Math.hypot(...color.map((part, axis) => part - (other[axis] ?? 0))),
            `${before + 1}, ${index + 1}`,
          ).toBeGreaterThan(index < 5 ? 17 : 12);
      });
    },
  );

  test.each(['--text', '--text-muted', '--accent', '--danger'])('%s is read', (name) => {
    expect(toContrast(read(name), surface)).toBeGreaterThanOrEqual(4.5);
    expect(toContrast(read(name), read('--bg'))).toBeGreaterThanOrEqual(4.5);
  });
});

/** The contrast of WCAG 2.2, from 1 to 21. */
function toContrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [toLuminance(a), toLuminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function toLuminance(color: string): number {
  const [red, green, blue] = toLinear(color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toLinear(color: string): Triple {
  const part = (at: number) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function toVision(...rows: [Triple, Triple, Triple]): (color: Triple) => Triple {
  return (color) => {
    const [red, green, blue] = rows.map((row) => Math.min(1, Math.max(0, dot(row, color))));
    return [red ?? 0, green ?? 0, blue ?? 0];
  };
}

/** CIE L*a*b*, in which a distance is about how different two colours look. */
function toLab(color: Triple): Triple {
  const root = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = root(dot([0.4124, 0.3576, 0.1805], color) / 0.95047);
  const y = root(dot([0.2126, 0.7152, 0.0722], color));
  const z = root(dot([0.0193, 0.1192, 0.9505], color) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function dot(a: Triple, b: Triple): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
