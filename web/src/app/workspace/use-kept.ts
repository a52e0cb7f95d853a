import { useState } from 'react';

/** A setting of the page that is kept on this device, as its text. @param parse what was kept, null where nothing was */
export function useKept<T extends number | boolean>(name: string, parse: (kept: string | null) => T) {
  const key = `tallyboard.${name}`;
  const [value, setValue] = useState(() => parse(window.localStorage.getItem(key)));
  const keep = (next: T) => {
    window.localStorage.setItem(key, String(next));
    setValue(next);
  };
  return [value, keep] as const;
}
