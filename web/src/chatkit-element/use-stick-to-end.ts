import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

const nearPx = 80;
const marginPx = 16;

/**
 * Keeps a scroller at its end while its content grows, as long as the reader is there; scrolling up lets go, and so does unfolding
 * what is being read. The latest question is not scrolled out of sight: a long answer is read from its start. A new `thread` or a new question (`asked`) goes to the end
 * whatever was being read; without either, what is shown is read from its start.
 * @param follows false: growing content is not followed
 */
export function useStickToEnd(
  scroller: RefObject<HTMLElement | null>,
  thread: string | null,
  asked: string | null,
  follows: boolean,
) {
  const sticking = useRef(true);
  const [away, setAway] = useState(false);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    sticking.current = thread !== null || asked !== null;
    element.scrollTop = sticking.current ? toTarget(element) : 0;
  }, [scroller, thread, asked]);

  useEffect(() => {
    const element = scroller.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    const isNear = () => element.scrollHeight - element.scrollTop - element.clientHeight < nearPx;
    const onGrowth = () => {
      if (!follows) sticking.current = isNear();
      else if (sticking.current) element.scrollTop = Math.max(element.scrollTop, toTarget(element));
      setAway(!isNear());
    };
    let lastTop = element.scrollTop;
    const onScroll = () => {
      // Growing content moves the end away without scrolling: only going up is leaving it.
      if (isNear()) sticking.current = true;
      else if (element.scrollTop < lastTop) sticking.current = false;
      lastTop = element.scrollTop;
      setAway(!isNear());
    };
    const onClick = ({ target }: Event) => {
      if (target instanceof Element && target.closest('summary, .chat-answer-tools'))
        sticking.current = false;
    };
    const observer = new ResizeObserver(onGrowth);
    observer.observe(content);
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('click', onClick);
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('click', onClick);
    };
  }, [scroller, follows]);

  const toEnd = () => {
    const element = scroller.current;
    element?.scrollTo({ top: element.scrollHeight });
  };
  return { away, toEnd };
}

/** Where what grows is followed to: its end, or the latest question at the top where that comes first. */
function toTarget(element: HTMLElement): number {
  const end = element.scrollHeight - element.clientHeight;
  const question = [...element.querySelectorAll<HTMLElement>('.chat-question')].at(-1);
  return question ? Math.min(end, question.offsetTop - marginPx) : end;
}
