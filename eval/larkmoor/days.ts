/** Of the records: Monday 4 September 2023 to Friday 17 October 2025. */
export const firstDay = Date.UTC(2023, 8, 4);
export const lastDay = 774;

const dayMs = 86_400_000;

/** @param day counted from the first, which is 0 */
export function toDate(day: number): Date {
  return new Date(firstDay + day * dayMs);
}

export function toDay(isoDate: string): number {
  return (Date.parse(isoDate) - firstDay) / dayMs;
}
