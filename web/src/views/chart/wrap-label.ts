/**
 * A label in at most `lines` lines of about `width` letters, broken between words; what does not fit ends in "…". The tooltip
 * has the whole.
 */
export function wrapLabel(label: string, width: number, lines: number): string[] {
  const wrapped: string[] = [];
  for (const word of label.split(/\s+/)) {
    const last = wrapped.at(-1);
    if (last === undefined) wrapped.push(word);
    else if (`${last} ${word}`.length <= width) wrapped[wrapped.length - 1] = `${last} ${word}`;
    else wrapped.push(word);
  }
  const kept = wrapped.slice(0, lines);
  const isCut = wrapped.length > lines;
  return kept.map((line, index) => shorten(isCut && index === lines - 1 ? `${line}…` : line, width));
}

function shorten(line: string, width: number): string {
  return line.length > width ? `${line.slice(0, width - 1).replace(/[…\s]+$/, '')}…` : line;
}
