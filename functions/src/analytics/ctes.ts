/** A common table expression: its name and its query, line by line. */
export type Cte = { name: string; lines: string[] };

/** The lines of a `WITH` clause; none without expressions. */
export function toWith(ctes: Cte[]): string[] {
  return ctes.flatMap(({ name, lines }, index) => [
    `${index === 0 ? 'WITH ' : ''}${name} AS (`,
    ...lines.map((line) => `  ${line}`),
    index === ctes.length - 1 ? ')' : '),',
  ]);
}
