/**
 * Names without the words that all of them end in: "Philadelphia Distribution Center" and "San Antonio Distribution Center" are
 * "Philadelphia" and "San Antonio" where both are drawn. Days of the week are "Mon" to "Sun".
 * Titles of tooltips and tables keep the whole.
 */
export function toShortNames(names: string[]): Map<string, string> {
  const distinct = [...new Set(names)];
  if (distinct.every((name) => weekdays.has(name)))
    return new Map(distinct.map((name) => [name, name.slice(0, 3)]));
  const split = distinct.map((name) => name.split(' '));
  const [first] = split;
  let shared = 0;
  if (first && distinct.length > 1) {
    while (
      split.every((words) => words.length > shared + 1 && words.at(-1 - shared) === first.at(-1 - shared))
    )
      shared += 1;
  }
  return new Map(
    distinct.map((name, index) => [
      name,
      split[index]?.slice(0, shared > 0 ? -shared : undefined).join(' ') ?? name,
    ]),
  );
}

const weekdays = new Set(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']);
