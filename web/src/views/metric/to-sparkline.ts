/** The path of a small line in a box, with gaps where nothing is known, and its last point. Pixels, one decimal. */
export function toSparkline(
  values: (number | null)[],
  widthPx: number,
  heightPx: number,
): { path: string; end: { x: number; y: number } | null } {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const high = Math.max(...known);
  const margin = 4;
  const points = values.map((value, index) => {
    if (value === null) return null;
    const along = values.length > 1 ? index / (values.length - 1) : 1;
    const up = high > low ? (value - low) / (high - low) : 0.5;
    return {
      x: round(margin + along * (widthPx - 2 * margin)),
      y: round(heightPx - margin - up * (heightPx - 2 * margin)),
    };
  });
  const path = points
    .map((point, index) =>
      point ? `${index > 0 && points[index - 1] ? 'L' : 'M'}${point.x} ${point.y}` : '',
    )
    .join('');
  return { path, end: points.findLast((point) => point !== null) ?? null };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
