/** What the words at a number say of the true value: that it lies on one side of the number, which itself may be meant too. */
export type Bound = { side: 'above' | 'below'; inclusive: boolean };

const before: { bound: Bound; pattern: RegExp }[] = [
  // "Not over" says as much as "up to".
  {
    bound: { side: 'below', inclusive: true },
    pattern: /(?:\b(?:at most|up to|(?:no|not) (?:more than|over|above|beyond))|≤|<=)$/i,
  },
  {
    bound: { side: 'above', inclusive: true },
    pattern: /(?:\b(?:at least|(?:no|not) (?:less than|fewer than|below|under))|≥|>=)$/i,
  },
  {
    bound: { side: 'below', inclusive: false },
    pattern: /(?:\b(?:below|under|beneath|(?:less|fewer|lower|smaller) than)|<)$/i,
  },
  {
    bound: { side: 'above', inclusive: false },
    pattern:
      /(?:\b(?:above|over|beyond|exceed(?:s|ed|ing)?|in excess of|upwards of|(?:more|greater|higher|larger|bigger) than)|>)$/i,
  },
];

const after: { bound: Bound; pattern: RegExp }[] = [
  {
    bound: { side: 'above', inclusive: true },
    pattern: /^\s*(?:\p{L}+\s)?(?:or\s(?:more|above|over|higher)|and\s(?:above|over|more))\b/iu,
  },
  {
    bound: { side: 'below', inclusive: true },
    pattern: /^\s*(?:\p{L}+\s)?or\s(?:less|fewer|below|under|lower)\b/iu,
  },
];

/** A bound of a text, and where its words begin. */
export type FoundBound = Bound & { at: number };

/** What the words right before a number set it as. */
export function findBoundBefore(text: string, start: number): FoundBound | undefined {
  const from = Math.max(0, start - 24);
  const words = text.slice(from, start).replace(/[\s*_"“]*[-−+]?$/, '');
  for (const { bound, pattern } of before) {
    const found = pattern.exec(words);
    if (found !== null) return { ...bound, at: from + found.index };
  }
  return undefined;
}

/** The same for the words on either side of it: "above 100", "100 or more". */
export function findBound(text: string, start: number, end: number): FoundBound | undefined {
  const words = text.slice(end, end + 40);
  const found = after.find(({ pattern }) => pattern.test(words));
  return findBoundBefore(text, start) ?? (found && { ...found.bound, at: start });
}
