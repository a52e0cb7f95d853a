import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { onPrint } from '../../live/on-print.ts';

/** The rows to draw, `first` up to `end`, and the height in px of those before and after them. */
export type RowWindow = { first: number; end: number; beforePx: number; afterPx: number };

/** Fewer rows than this are all drawn: the browser's own find-in-page then sees them. */
export const virtualFrom = 200;

/** As in table.css: all rows are of one height, none wraps. */
const rowHeightRem = 1.875;
/** Rows drawn beyond what is in sight, on either side; the window moves in steps of half of it. */
const overscan = 20;

/** Of many rows, those near what the scroller shows; on paper all. */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number): RowWindow {
  const virtual = count > virtualFrom;
  const [rowPx] = useState(() => rowHeightRem * rootFontPx());
  const [view, setView] = useState({ step: 0, rows: 30 });
  const [printed, setPrinted] = useState(false);
  useEffect(() => {
    const element = scroller.current;
    if (!virtual || !element) return;
    const look = () => {
      const step = Math.floor(element.scrollTop / rowPx / (overscan / 2));
      const rows = Math.ceil(element.clientHeight / rowPx);
      setView((known) => (known.step === step && known.rows === rows ? known : { step, rows }));
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    const stop = onPrint(
      () => flushSync(() => setPrinted(true)),
      () => setPrinted(false),
    );
    return () => {
      stop();
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, virtual, rowPx]);
  return virtual && !printed
    ? toRowWindow(view, count, rowPx)
    : { first: 0, end: count, beforePx: 0, afterPx: 0 };
}

/** @param view `step`: half overscans scrolled; `rows`: how many are in sight */
export function toRowWindow(view: { step: number; rows: number }, count: number, rowPx: number): RowWindow {
  const top = view.step * (overscan / 2);
  const first = Math.max(0, Math.min(top, count) - overscan);
  const end = Math.min(count, top + view.rows + overscan + overscan / 2);
  return { first, end, beforePx: first * rowPx, afterPx: (count - end) * rowPx };
}

function rootFontPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
