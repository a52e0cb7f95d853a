import { useState } from 'react';

/** A number that is kept on this device. @param fallback before anything was kept */
export function useKeptNumber(name: string, fallback: number): [number, (value: number) => void] {
  const key = `tallyboard.${name}`;
  const [value, setValue] = useState(() => {
    const kept = window.localStorage.getItem(key);
    const number = kept === null ? Number.NaN : Number(kept);
    return Number.isFinite(number) ? number : fallback;
  });
  const keep = (next: number) => {
    window.localStorage.setItem(key, String(next));
    setValue(next);
  };
  return [value, keep];
}
