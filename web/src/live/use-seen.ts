import { type RefObject, useEffect, useState } from 'react';

/** True once the element has come near to what its scroller shows, and from then on. */
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
    return () => observer.disconnect();
  }, [element, marginPx, seen]);
  return seen;
}
