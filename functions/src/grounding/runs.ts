/** Rows that stand together in a result, and how they are called in a proof. */
export type Run = { rows: number[]; of: string };

/** What answers sum up without saying how many. */
const usualCounts = [2, 3, 4, 5, 10];

const words = 'two three four five six seven eight nine ten eleven twelve fifteen twenty'.split(' ');
const wordCounts = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20];

const named = new RegExp(
  `\\b(top|first|best|largest|biggest|leading|highest|bottom|last|worst|smallest|lowest|weakest)[ -](\\d{1,3}|${words.join('|')})\\b`,
  'gi',
);

/**
 * The first few rows of a result, and as many first or last ones as a passage names: "the top seven", "the bottom 3". Never all of
 * them: those have a total.
 */
export function findRuns(passage: string, rowCount: number): Run[] {
  const ends = /^(?:bottom|last|worst|smallest|lowest|weakest)$/i;
  const found = [...passage.matchAll(named)].map(([, place = '', count = '']) => {
    const index = words.indexOf(count.toLowerCase());
    return { isLast: ends.test(place), count: index < 0 ? Number(count) : (wordCounts[index] ?? 0) };
  });
  const runs = [...usualCounts.map((count) => ({ isLast: false, count })), ...found];
  const unique = new Map(runs.map((run) => [`${run.isLast} ${run.count}`, run]));
  return [...unique.values()]
    .filter(({ count }) => count > 1 && count < rowCount)
    .map(({ isLast, count }) => ({
      rows: Array.from({ length: count }, (_, row) => (isLast ? rowCount - count + row : row)),
      of: `${isLast ? 'last' : 'first'} ${count} rows`,
    }));
}
