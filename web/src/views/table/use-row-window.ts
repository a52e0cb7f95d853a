import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { onPrint } from '../../live/on-print.ts';

/** The rows to draw, `first` up to `end`, and the height in px of those before and after them. */
export type RowWindow = { first: number; end: number; beforePx: number; afterPx: number };

/** Fewer rows than this are all drawn: the browser's own find-in-page then sees them. */
export const virtualFrom = 200;

/** As in table.css: all rows are of one height, which is the second where a name needs two lines. */
const rowHeightRem = 1.875;
const tallRowHeightRem = 2.875;
/** Rows drawn beyond what is in sight, on either side; the window moves in steps of half of it. */
const overscan = 20;

/** Of many rows, those near what the scroller shows; on paper all. `tall`: a name does not fit in one line. */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
): RowWindow & { tall: boolean } {
  const virtual = count > virtualFrom;
  const [rootPx] = useState(rootFontPx);
  const [view, setView] = useState({ step: 0, rows: 30, tall: false });
  const [printed, setPrinted] = useState(false);
  useEffect(() => {
    const element = scroller.current;
    if (!virtual || !element) return;
    const look = () => {
      const widestName = element.querySelector('.table-widest div');
      const tall = widestName !== null && widestName.scrollWidth > widestName.clientWidth + 1;
      const rowPx = toRowPx(tall, rootPx);
      const step = Math.floor(element.scrollTop / rowPx / (overscan / 2));
      const rows = Math.ceil(element.clientHeight / rowPx);
      setView((known) =>
        known.step === step && known.rows === rows && known.tall === tall ? known : { step, rows, tall },
      );
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
  }, [scroller, virtual, rootPx]);
  const { tall } = view;
  return virtual && !printed
    ? { ...toRowWindow(view, count, toRowPx(tall, rootPx)), tall }
    : { first: 0, end: count, beforePx: 0, afterPx: 0, tall };
}

/** @param view `step`: half overscans scrolled; `rows`: how many are in sight */
export function toRowWindow(view: { step: number; rows: number }, count: number, rowPx: number): RowWindow {
  const top = view.step * (overscan / 2);
  const first = Math.max(0, Math.min(top, count) - overscan);
  const end = Math.min(count, top + view.rows + overscan + overscan / 2);
  return { first, end, beforePx: first * rowPx, afterPx: (count - end) * rowPx };
}

function toRowPx(tall: boolean, rootPx: number): number {
  return (tall ? tallRowHeightRem : rowHeightRem) * rootPx;
}

function rootFontPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
