/**
 * A statement without what depends on how many values there are: placeholders by number, and the same test once for each
 * value. All else stays, so a value that had become SQL would still stand there.
 */
export function toShape(sql: string): string {
  return sql
    .replaceAll(/@[a-z]+(_[a-z]+)*(_\d+)*/g, '@value')
    .replaceAll(
      /IF\(STRPOS\(spelling, @value\) > 0, 1, 0\)(?: \+ IF\(STRPOS\(spelling, @value\) > 0, 1, 0\))*/g,
      'score',
    )
    .replaceAll(/STRPOS\([^@]+, @value\) > 0(?: OR STRPOS\([^@]+, @value\) > 0)*/g, (tests) =>
      [...new Set(tests.split(' OR '))].join(' OR '),
    );
}
