/** Writes that nobody waits for while the turn goes on, but that are waited for before it ends. */
export type BackgroundWrites = {
  /** The same promise, known from now on; its rejection is not unhandled. */
  add: <T>(write: Promise<T>) => Promise<T>;
  /** Resolves when every write so far has settled, however it did. */
  settle: () => Promise<void>;
};

export function createBackgroundWrites(): BackgroundWrites {
  const open = new Set<Promise<unknown>>();
  return {
    add: (write) => {
      open.add(write);
      const forget = () => {
        open.delete(write);
      };
      write.then(forget, forget);
      return write;
    },
    settle: async () => {
      await Promise.allSettled(open);
    },
  };
}
