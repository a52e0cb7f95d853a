import { type Live, type Loaded, loading } from './live.ts';
import { createState } from './state.ts';
import { toError } from './to-error.ts';

/** Something that never changes: fetched when first subscribed to, kept, and tried again after a failure. */
export function createOnce<T>(load: () => Promise<T>): Live<Loaded<T>> {
  const state = createState<Loaded<T>>(loading);
  let started = false;
  const start = () => {
    started = true;
    state.set(loading);
    load().then(
      (value) => state.set({ state: 'ready', value }),
      (cause: unknown) => {
        started = false;
        state.set({ state: 'failed', error: toError(cause) });
      },
    );
  };
  return {
    get: state.get,
    subscribe: (onChange) => {
      const leave = state.subscribe(onChange);
      if (!started) start();
      return leave;
    },
  };
}
