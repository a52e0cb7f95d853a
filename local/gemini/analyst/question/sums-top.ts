import type { Parts } from '../parts/parts.ts';

/** "Share of the top ten customers", "combined revenue of the top five brands": of those that lead together. */
export function sumsTop({ text, limit, order, focus }: Parts): boolean {
  const isOfShare =
    focus.has('share') && /^(?:and |so )?(?:what |how |the |our )*(?:share|much|percent|%|part)/.test(text);
  return (
    limit !== null && limit > 1 && order !== null && !ofEach.test(text) && (isOfShare || sums.test(text))
  );
}

/** "Share of Kitchen revenue from the top 5 customers": what is named before them is the whole. */
export function endsWithTop({ text, names }: Parts): boolean {
  const at = text.search(/\b(?:top|best|biggest|largest)\b/);
  return names.length > 0 && names.every((name) => text.indexOf(name.text.toLowerCase()) < at);
}

const sums =
  /\b(?:total|sum|combined) (?:of )?(?:\w+ ){0,3}(?:of|for|from) (?:the |our )?(?:top|best|biggest|largest|\d+)\b|\b(?:together|combined|altogether|in total|in all|in sum|summed up|added up)\b/;
const ofEach = /\b(?:each|every|their|its|respective\w*|individual\w*|bought together|together with)\b/;
