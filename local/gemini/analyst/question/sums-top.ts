import type { Parts } from '../parts/parts.ts';

/** "Share of the top ten customers", "combined revenue of the top five brands": of those that lead together. */
export function sumsTop({ text, limit, order, focus }: Parts): boolean {
  const isOfShare =
    focus.has('share') && /^(?:and |so )?(?:what |how |the |our )*(?:share|much|percent|%|part)/.test(text);
  return (
    limit !== null && limit > 1 && order !== null && !ofEach.test(text) && (isOfShare || sums.test(text))
  );
}

/** "Stock of Kitchen and Home together": one figure for both. */
export function sumsNamed({ text, names, dimensions, grain, focus }: Parts): boolean {
  const isOne = dimensions.length === 0 && grain === null && !focus.has('share') && !focus.has('compare');
  return isOne && names.length > 1 && !ofEach.test(text) && sums.test(text);
}

/** "What share do they make together?", "what percentage of sales is that?", after the ten best: of all of those rows. */
export function sumsRows(text: string): boolean {
  return !ofEach.test(text) && (sums.test(text) || /\b(?:is|are|was|were) (?:that|this|it)\W*$/.test(text));
}

/** "Share of Kitchen revenue from the top 5 customers": what is named before them is the whole. */
export function endsWithTop({ text, names }: Parts): boolean {
  const at = text.search(/\b(?:top|best|biggest|largest)\b/);
  return names.length > 0 && names.every((name) => text.indexOf(name.text.toLowerCase()) < at);
}

const sums =
  /\b(?:total|sum|combined) (?:of )?(?:\w+ ){0,3}(?:of|for|from) (?:the |our )?(?:top|best|biggest|largest|\d+)\b|\b(?:together|combined|altogether|in total|in all|in sum|summed up|added up)\b/;
const ofEach =
  /\b(?:each|every|(?:their|its)(?! (?:combined|joint|total|overall)\b)|respective\w*|individual\w*|bought together|together with)\b/;
