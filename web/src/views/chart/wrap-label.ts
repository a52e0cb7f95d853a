/**
 * A label in at most `lines` lines of about `width` letters, broken between words into lines of like length; what does not fit
 * ends in "…". The tooltip has the whole.
 */
export function wrapLabel(label: string, width: number, lines: number): string[] {
  const words = toWords(label);
  const wrapped = fill(words, width);
  if (wrapped.length <= lines) return fill(words, narrowest(words, width)).map((line) => cut(line, width));
  const kept = wrapped.slice(0, lines);
  return kept.map((line, index) => cut(index === lines - 1 ? `${line}…` : line, width));
}

/** A line neither begins with a sign such as "·" nor with the unit of a figure: "25 g ·" and "36 V" stay together. */
function toWords(label: string): string[] {
  const words: string[] = [];
  for (const word of label.split(/\s+/)) {
    const last = words.at(-1);
    const belongs =
      last !== undefined && (/^[·–-]$/.test(word) || (/\d$/.test(last) && /^[a-z]{1,2}$/i.test(word)));
    if (belongs) words[words.length - 1] = `${last} ${word}`;
    else words.push(word);
  }
  return words;
}

/** The smallest width that takes no more lines: "Road Tyre / 28 Black" rather than "Road Tyre 28 / Black". */
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
