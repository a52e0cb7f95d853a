const dayMs = 86_400_000;

/** Days of the records of an invented company, counted from the first, which is 0. */
export function countDaysFrom(firstDay: number) {
  return {
    toDate: (day: number) => new Date(firstDay + day * dayMs),
    toDay: (isoDate: string) => (Date.parse(isoDate) - firstDay) / dayMs,
  };
}
