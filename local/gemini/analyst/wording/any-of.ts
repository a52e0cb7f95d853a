/** One of several wordings that are written with commas between them, each a pattern without one. */
export const anyOf = (list: string): string =>
  `(?:${list
    .trim()
    .split(/\s*,\s*/)
    .join('|')})`;
