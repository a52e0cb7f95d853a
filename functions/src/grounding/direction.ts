/** Whether the words around an unsigned number say that something went up or down; undefined where they do not. */
export type Direction = 'up' | 'down' | undefined;

const upBefore =
  /\b(?:rose|risen|rising|grew|grown|growing|growth|increas\w*|climb\w*|gain\w*|jump\w*|up|added|surged?|improv\w*)\b/gi;
const downBefore =
  /\b(?:fell|fallen|falling|declin\w*|decreas\w*|drop\w*|down|lost|shrank|shrunk|dipped|slid|slipped|reduc\w*)\b/gi;
const upAfter = /^\s*(?:higher|more|increase|growth|rise|gain|up|above|larger|bigger|greater)\b/i;
const downAfter = /^\s*(?:lower|less|fewer|decrease|decline|drop|fall|down|below|smaller)\b/i;
const reach = 60;
const listReach = 600;
const sentenceEnd = /[.!?;\n](?=\s|$)/;

/** What follows the number decides ("12 % lower"), else the nearest word before it in its sentence ("fell by 12 %"). */
export function findDirection(text: string, start: number, end: number): Direction {
  const after = text.slice(end, end + 20);
  if (upAfter.test(after)) return 'up';
  if (downAfter.test(after)) return 'down';
  const before =
    text
      .slice(Math.max(0, start - reach), start)
      .split(sentenceEnd)
      .at(-1) ?? '';
  const [up, down] = [findLast(before, upBefore), findLast(before, downBefore)];
  if (up === down) return undefined;
  return up > down ? 'up' : 'down';
}

/**
 * Whether the words of a number set one value against another: those of its line, of the heading of its list, or of the head of its table.
 * Without any it is no change and no difference: there are so many pairs of rows that it is soon equal to one.
 */
export function saysChange(text: string, start: number, end: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const [after = ''] = text.slice(start, end + lineReach).split('\n');
  const line = text.slice(Math.max(lineStart, start - lineReach), start) + after;
  const above = text
    .slice(Math.max(0, lineStart - headReach), lineStart)
    .split('\n')
    .slice(0, -1);
  const isRow = (each: string) => /^\s*\|/.test(each);
  const head = isRow(text.slice(lineStart, start + 1))
    ? above[above.findLastIndex((each) => !isRow(each)) + 1]
    : above.findLast((each) => /:[*_\s]*$/.test(each));
  const words = `${head ?? ''} ${line}`;
  return [upBefore, downBefore, setsAgainst].some((pattern) => words.search(pattern) >= 0);
}

const lineReach = 300;
/** Far enough for the head of a long table. */
const headReach = 5_000;
const setsAgainst =
  /\b(?:more|less|fewer|higher|lower|larger|smaller|better|worse|above|below|over|under|than|chang\w*|differ\w*|distances?|gaps?|apart|ahead|behind|leads?|against|versus|vs\.?|compar\w*|from|since|left|remain\w*|available|free|net|short\w*|surplus|deficit|excess|missing|spread|range|swing|turn\w*|recover\w*|double\w*|halved?|after)\b|[↑↓▲▼△▽→]/i;

const losses =
  /\b(?:loss(?:es)?|lost|los(?:e|es|ing)|negative|minus|short|shortfalls?|deficits?|below zero|in the red|behind|credit(?:ed|s)?|refund(?:ed|s)?|return(?:ed|s)?|ow(?:e|es|ed)|shrinkage|adjust(?:ed|ments?)|writ(?:e|ten|ing)[- ](?:off|down)s?)\b/i;

/** Whether the words of an unsigned number say that it is one below zero: its sentence ("lost $500"), or the heading of its list. */
export function saysNegative(text: string, start: number, end: number): boolean {
  if (findDirection(text, start, end) === 'down') return true;
  const lines = text.slice(Math.max(0, start - listReach), start).split('\n');
  const heading = lines.slice(0, -1).findLast((line) => /:[*_\s]*$/.test(line)) ?? '';
  const before = lines.at(-1)?.split(sentenceEnd).at(-1) ?? '';
  const [after = ''] = text.slice(end, end + reach).split(sentenceEnd);
  return losses.test(`${heading} ${before} ${after}`);
}

function findLast(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1;
}
