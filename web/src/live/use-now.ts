import { createContext, use, useEffect, useState } from 'react';

/** Where `useNow` reads the time. The signed-in page puts the server's time here. */
export const ClockContext = createContext(() => new Date());

/** The time, renewed every `intervalMs`. */
export function useNow(intervalMs: number): Date {
  const clock = use(ClockContext);
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), intervalMs);
    return () => clearInterval(timer);
  }, [clock, intervalMs]);
  return now;
}
