import { int, RuleError, type RuleValue } from './rule-value.ts';

type TimeMethod = { args: number[]; run: (self: RuleValue) => RuleValue };

const nanosPerMilli = 1_000_000n;
const nanosPerSecond = 1_000_000_000n;
const nanosPerDay = 86_400n * nanosPerSecond;

/** Methods of `timestamp` and `duration`. Times are in UTC; weekdays count from Monday = 1. */
export const timeMethods: Record<string, Record<string, TimeMethod>> = {
  timestamp: {
    year: onTime((date) => date.getUTCFullYear()),
    month: onTime((date) => date.getUTCMonth() + 1),
    day: onTime((date) => date.getUTCDate()),
    hours: onTime((date) => date.getUTCHours()),
    minutes: onTime((date) => date.getUTCMinutes()),
    seconds: onTime((date) => date.getUTCSeconds()),
    dayOfWeek: onTime((date) => date.getUTCDay() || 7),
    dayOfYear: onTime((date) => (date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000 + 1),
    toMillis: onNanos('timestamp', (nanos) => int(nanos / nanosPerMilli)),
    nanos: onNanos('timestamp', (nanos) => int(((nanos % nanosPerSecond) + nanosPerSecond) % nanosPerSecond)),
    date: onNanos('timestamp', (nanos) => ({ type: 'timestamp', nanos: nanos - modulo(nanos, nanosPerDay) })),
    time: onNanos('timestamp', (nanos) => ({ type: 'duration', nanos: modulo(nanos, nanosPerDay) })),
  },
  duration: {
    seconds: onNanos('duration', (nanos) => int(nanos / nanosPerSecond)),
    nanos: onNanos('duration', (nanos) => int(nanos % nanosPerSecond)),
  },
};

function onNanos(type: 'timestamp' | 'duration', run: (nanos: bigint) => RuleValue): TimeMethod {
  return {
    args: [0],
    run: (self) => {
      if (self.type !== type || !('nanos' in self)) throw new RuleError(`Not a ${type}.`);
      return run(self.nanos);
    },
  };
}

function onTime(run: (date: Date) => number): TimeMethod {
  return onNanos('timestamp', (nanos) => {
    const millis = Number((nanos - modulo(nanos, nanosPerMilli)) / nanosPerMilli);
    return int(Math.floor(run(new Date(millis))));
  });
}

function modulo(a: bigint, b: bigint): bigint {
  return ((a % b) + b) % b;
}
