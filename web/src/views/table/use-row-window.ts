import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useState } from 'react';

/** The rows to draw, `first` up to `end`, and the height in px of those before and after them. */
export type RowWindow = { first: number; end: number; beforePx: number; afterPx: number };

/** Fewer rows than this are all drawn: the browser's own find-in-page then sees them. */
export const virtualFrom = 200;

/** `--row-height` in table.css. */
const rowHeightRem = 1.875;

/** Of many rows, those near what the scroller shows. All rows are of one height: none wraps. */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [rowPx] = useState(() => rowHeightRem * rootFontPx());
  const virtual = count > virtualFrom;
  const virtualizer = useVirtualizer({
    count,
    enabled: virtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    initialRect: { width: 0, height: 20 * rowPx },
    overscan: 12,
  });
  if (!virtual) return { first: 0, end: count, beforePx: 0, afterPx: 0 };
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const end = (items.at(-1)?.index ?? -1) + 1;
  return { first, end, beforePx: first * rowPx, afterPx: (count - end) * rowPx };
}

function rootFontPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
