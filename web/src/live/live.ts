import { createState } from './state.ts';

/** A value that changes over time. `get` returns the same object until the next change. */
export type Live<T> = { get: () => T; subscribe: (onChange: () => void) => () => void };

/** What is known of something that has to be fetched. */
export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'failed'; error: Error }
  | { state: 'ready'; value: T };

export const loading = { state: 'loading' } as const;

/** What nobody needs just now. */
export const unread: Live<Loaded<never>> = createState<Loaded<never>>(loading);

export type Source<T> = (onNext: (value: T) => void, onError: (error: Error) => void) => () => void;

/**
 * A value that is listened to while someone subscribes and for `lingerMs` after the last one left, so that moving
 * between two pages does not listen anew. The last value is kept in between.
 */
export function createLive<T>(source: Source<T>, lingerMs = 5_000): Live<Loaded<T>> {
  const state = createState<Loaded<T>>(loading);
  let stop: (() => void) | null = null;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let subscribers = 0;

  const end = () => {
    stop?.();
    stop = null;
  };
  return {
    get: state.get,
    subscribe: (onChange) => {
      const leave = state.subscribe(onChange);
      let isSubscribed = true;
      subscribers += 1;
      clearTimeout(leaving);
      if (state.get().state === 'failed') {
        end();
        state.set(loading);
      }
      stop ??= source(
        (value) => state.set({ state: 'ready', value }),
        (error) => state.set({ state: 'failed', error }),
      );
      return () => {
        leave();
        if (isSubscribed) subscribers -= 1;
        if (isSubscribed && subscribers === 0) leaving = setTimeout(end, lingerMs);
        isSubscribed = false;
      };
    },
  };
}
