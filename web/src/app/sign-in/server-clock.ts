export type ServerClock = {
  /** The time as the server has it. */
  now: () => Date;
  /** How far this machine's clock is behind the server's, in milliseconds; negative where it is ahead. */
  behindMs: number;
};

/** Below this the header's whole seconds and the time on the way explain the difference. */
const toleranceMs = 5_000;

/**
 * The server's time, from the `Date` header of a reply that came at `receivedAt`. A machine whose clock is wrong would
 * otherwise refuse good tokens and count the hour's questions wrongly.
 */
export function toServerClock(reply: Response, receivedAt: Date, now: () => Date): ServerClock {
  const sentAt = Date.parse(reply.headers.get('date') ?? '');
  const differenceMs = Number.isNaN(sentAt) ? 0 : sentAt - receivedAt.getTime();
  const behindMs = Math.abs(differenceMs) < toleranceMs ? 0 : differenceMs;
  return { behindMs, now: () => new Date(now().getTime() + behindMs) };
}
