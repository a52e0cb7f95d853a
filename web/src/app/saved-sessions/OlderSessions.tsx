import { useEffect, useRef } from 'react';
import type { Older } from '../../listener/pages.ts';

/** The end of the list: coming near it loads the next page; the button is for those who do not scroll. */
export function OlderSessions({ older, onLoad }: { older: Older; onLoad: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (older !== 'some' || !place.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onLoad();
      },
      { rootMargin: '400px' },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [older, onLoad]);
  if (older === 'none') return null;
  return (
    <div className="sessions-older" ref={place}>
      <button type="button" className="button" aria-disabled={older === 'loading'} onClick={onLoad}>
        {older === 'loading' ? 'Loading…' : 'Show older sessions'}
      </button>
    </div>
  );
}
