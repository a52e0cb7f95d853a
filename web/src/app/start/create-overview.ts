import type { Overview } from '@tallyboard/contract';
import { createLive, type Live, type Loaded } from '../../live/live.ts';
import { toError } from '../../live/to-error.ts';

const everyMs = 5 * 60_000;

/**
 * The overview, read again every five minutes while someone looks at it. After a failure the next subscriber reads anew.
 * @param isSeen false while the page is hidden
 */
export function createOverview(read: () => Promise<Overview>, isSeen: () => boolean): Live<Loaded<Overview>> {
  return createLive((onNext, onError) => {
    let left = false;
    let known = false;
    const load = () =>
      read().then(
        (overview) => {
          known = true;
          if (!left) onNext(overview);
        },
        (cause: unknown) => {
          // What is known stays: its age is written beside it.
          if (!left && !known) onError(toError(cause));
        },
      );
    void load();
    const timer = setInterval(() => isSeen() && void load(), everyMs);
    return () => {
      left = true;
      clearInterval(timer);
    };
  });
}
