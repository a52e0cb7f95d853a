/**
 * The text of an answer that is still being written or was cut off, as it can be drawn: what has begun and not ended at its end is ended or
 * left out until more of it is there, so that no mark flashes up and no line turns into a heading for a moment. Only the last
 * block is looked at, and of what stands before nothing moves.
 */
export function closeMarkdown(text: string): string {
  const start = text.lastIndexOf('\n\n') + 1;
  const before = text.slice(0, start);
  const block = text.slice(start);
  if (isInFence(text)) return text;
  if (isTableToBe(block)) return before;
  return before + closeMarks(dropLoneMarker(block));
}

/** Code between fences is code already. */
function isInFence(text: string): boolean {
  return (text.match(/^ {0,3}```/gm)?.length ?? 0) % 2 === 1;
}

/** A heading of a table without the line under it that makes it one. */
function isTableToBe(block: string): boolean {
  const [head = '', rule, ...rows] = block.trimStart().split('\n');
  if (!head.startsWith('|') || rows.length > 0) return false;
  return rule === undefined || rule.split('|').length < head.split('|').length;
}

/** A last line that is only a sign: a dash under a line would make that a heading. */
function dropLoneMarker(block: string): string {
  return block.replace(/(^|\n)[ \t]*(?:[-*+=#>_]+|\d+[.)]?|`{1,3}\w*)[ \t]*$/, '$1');
}

function closeMarks(block: string): string {
  // A mark at the very end may be half of one, or open what is not there yet.
  const ended = block.replace(/[*_`~[]+$/, '');
  const text = ended.replace(/\[([^\]\n]*)(?:\](?:\([^)\n]*)?)?$/, '$1');
  if (isOdd(text, '`')) return `${text}\``;
  const plain = text.replaceAll(/`[^`]*`/g, '');
  return ['~~', '**'].reduce((closed, mark) => (isOdd(plain, mark) ? closed.trimEnd() + mark : closed), text);
}

function isOdd(text: string, mark: string): boolean {
  return text.split(mark).length % 2 === 0;
}
