/** The promise, or a rejection with what `toError` makes when it takes longer. What it stands for goes on unwatched. */
export async function within<T>(promise: Promise<T>, ms: number, toError: () => Error): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(toError()), ms);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
    promise.catch(() => undefined);
  }
}
