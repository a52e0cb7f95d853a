/** Whether the words around an unsigned number say that something went up or down; undefined where they do not. */
export type Direction = 'up' | 'down' | undefined;

const upBefore =
  /\b(?:rose|risen|rising|grew|grown|growing|growth|increas\w*|climb\w*|gain\w*|jump\w*|up|added|surged?|improv\w*)\b/gi;
const downBefore =
  /\b(?:fell|fallen|falling|declin\w*|decreas\w*|drop\w*|down|lost|shrank|shrunk|dipped|slid|slipped|reduc\w*)\b/gi;
const upAfter = /^\s*(?:higher|more|increase|growth|rise|gain|up|above|larger|bigger|greater)\b/i;
const downAfter = /^\s*(?:lower|less|fewer|decrease|decline|drop|fall|down|below|smaller)\b/i;
const reach = 60;

/** What follows the number decides ("12 % lower"), else the nearest word before it in its sentence ("fell by 12 %"). */
export function findDirection(text: string, start: number, end: number): Direction {
  const after = text.slice(end, end + 20);
  if (upAfter.test(after)) return 'up';
  if (downAfter.test(after)) return 'down';
  const before =
    text
      .slice(Math.max(0, start - reach), start)
      .split(/[.!?;\n](?=\s|$)/)
      .at(-1) ?? '';
  const [up, down] = [findLast(before, upBefore), findLast(before, downBefore)];
  if (up === down) return undefined;
  return up > down ? 'up' : 'down';
}

function findLast(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1;
}
