import { toSparkline } from './to-sparkline.ts';

const widthPx = 160;
const heightPx = 40;

/** A small line without axes. What it shows is said beside it. */
export function Sparkline({ values, label }: { values: (number | null)[]; label: string }) {
  const { path, end } = toSparkline(values, widthPx, heightPx);
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${widthPx} ${heightPx}`}
      width={widthPx}
      height={heightPx}
      role="img"
      aria-label={label}
    >
      <path d={path} />
      {end && <circle cx={end.x} cy={end.y} r={3} />}
    </svg>
  );
}
