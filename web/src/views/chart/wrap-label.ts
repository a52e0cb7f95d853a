/**
 * A label in at most `lines` lines of about `width` letters, broken between words into lines of like length; what does not fit
 * ends in "…". The tooltip has the whole.
 */
export function wrapLabel(label: string, width: number, lines: number): string[] {
  const words = label.split(/\s+/);
  const wrapped = fill(words, width);
  if (wrapped.length <= lines) return fill(words, narrowest(words, width)).map((line) => cut(line, width));
  const kept = wrapped.slice(0, lines);
  return kept.map((line, index) => cut(index === lines - 1 ? `${line}…` : line, width));
}

/** The smallest width that takes no more lines: "Grass Trimmer / 36 V" rather than "Grass Trimmer 36 / V". */
function narrowest(words: string[], width: number): number {
  const count = fill(words, width).length;
  let narrow = width;
  while (narrow > 1 && fill(words, narrow - 1).length === count) narrow -= 1;
  return narrow;
}

function fill(words: string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function cut(line: string, width: number): string {
  return line.length > width ? `${line.slice(0, width - 1).replace(/[…\s]+$/, '')}…` : line;
}
