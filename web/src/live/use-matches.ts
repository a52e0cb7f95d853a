import { useMemo, useSyncExternalStore } from 'react';

/** Whether a media query holds, as the window changes. */
export function useMatches(query: string): boolean {
  const media = useMemo(() => matchMedia(query), [query]);
  return useSyncExternalStore(
    (onChange) => {
      media.addEventListener('change', onChange);
      return () => media.removeEventListener('change', onChange);
    },
    () => media.matches,
  );
}
