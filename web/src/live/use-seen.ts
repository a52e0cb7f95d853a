import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { onPrint } from './on-print.ts';

/** True once the element has come near to what its scroller shows, or the page is printed, and from then on. */
export function useSeen(element: RefObject<Element | null>, marginPx = 600): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (seen || !element.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
      },
      { scrollMargin: `${marginPx}px` },
    );
    observer.observe(element.current);
    const see = () => flushSync(() => setSeen(true));
    const stop = onPrint(see, see);
    return () => {
      observer.disconnect();
      stop();
    };
  }, [element, marginPx, seen]);
  return seen;
}
