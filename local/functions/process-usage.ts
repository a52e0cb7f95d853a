/** What a process used since it started: processor time of all its threads, and the most memory it ever held. */
export type ProcessUsage = { cpuMs: number; peakBytes: number };

export function readUsage(): ProcessUsage {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return { cpuMs: (userCPUTime + systemCPUTime) / 1000, peakBytes: maxRSS * 1024 };
}
