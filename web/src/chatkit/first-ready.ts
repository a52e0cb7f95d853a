import type { Live, Loaded } from '../live/live.ts';

/** The value once it is known. @throws what its source failed with. */
export function firstReady<T>(live: Live<Loaded<T>>): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      const loaded = live.get();
      if (loaded.state === 'loading') return;
      queueMicrotask(() => unsubscribe());
      if (loaded.state === 'ready') resolve(loaded.value);
      else reject(loaded.error);
    };
    const unsubscribe = live.subscribe(settle);
    settle();
  });
}
