import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

const nearPx = 80;

/**
 * Keeps a scroller at its end while its content grows, as long as the reader is there; scrolling up lets go. A new
 * `thread` or a new question (`asked`) goes to the end whatever was being read.
 */
export function useStickToEnd(
  scroller: RefObject<HTMLElement | null>,
  thread: string | null,
  asked: string | null,
) {
  const sticking = useRef(true);
  const [away, setAway] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `thread` and `asked` are when to act, not what is read.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    sticking.current = true;
    element.scrollTop = element.scrollHeight;
  }, [scroller, thread, asked]);

  useEffect(() => {
    const element = scroller.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    const toEnd = () => {
      if (sticking.current) element.scrollTop = element.scrollHeight;
    };
    let lastTop = element.scrollTop;
    const onScroll = () => {
      const near = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx;
      // Growing content moves the end away without scrolling: only going up is leaving it.
      if (near) sticking.current = true;
      else if (element.scrollTop < lastTop) sticking.current = false;
      lastTop = element.scrollTop;
      setAway(!sticking.current);
    };
    const observer = new ResizeObserver(toEnd);
    observer.observe(content);
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller]);

  const toEnd = () => {
    const element = scroller.current;
    element?.scrollTo({ top: element.scrollHeight });
  };
  return { away, toEnd };
}
