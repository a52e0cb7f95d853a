/** What stands instead of what a pattern found. */
export type Written = string | ((spoken: string, ...groups: string[]) => string);

/** A wording by its pattern, whatever the case. */
export const form = (pattern: string, written: Written): [RegExp, Written] => [
  new RegExp(pattern, 'gi'),
  written,
];

/** Writes a text anew, by one form after the other. */
export function rewrite(text: string, forms: [RegExp, Written][]): string {
  return forms.reduce(
    (result, [pattern, written]) =>
      typeof written === 'string' ? result.replaceAll(pattern, written) : result.replaceAll(pattern, written),
    text,
  );
}

/** One of several wordings that are written with commas between them, each a pattern without one. */
export const anyOf = (list: string): string =>
  `(?:${list
    .trim()
    .split(/\s*,\s*/)
    .join('|')})`;

/** Where a question ends. */
export const end = '(?=\\s*[?.!]|\\s*$)';
