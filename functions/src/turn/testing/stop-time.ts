import { onTestFinished, vi } from 'vitest';

/** Until the test ends, time passes only where it says so: `vi.advanceTimersByTimeAsync`. */
export function stopTime(): void {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
}
