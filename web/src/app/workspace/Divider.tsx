import type { KeyboardEvent, PointerEvent } from 'react';

type DividerProps = { label: string; percent: number; onChange: (percent: number) => void };

const min = 25;
const max = 65;
const stepPercent = 2;
/** Of the width, where nobody has moved it. */
export const usualPercent = 42;

/** The line between conversation and visualizations: dragged, or moved with the arrow keys; a double click puts it back. */
export function Divider({ label, percent, onChange }: DividerProps) {
  const set = (next: number) => onChange(Math.round(Math.min(max, Math.max(min, next))));
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const area = event.currentTarget.parentElement?.getBoundingClientRect();
    if (area) set(((area.right - event.clientX) / area.width) * 100);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: stepPercent, ArrowRight: -stepPercent }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    set(percent + step);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved; this is the window splitter pattern.
    <div
      className="divider"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onChange(usualPercent)}
    />
  );
}
