import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

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
    // The paper does not wait for the next frame.
    const onPrint = () => flushSync(() => setSeen(true));
    window.addEventListener('beforeprint', onPrint);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', onPrint);
    };
  }, [element, marginPx, seen]);
  return seen;
}
