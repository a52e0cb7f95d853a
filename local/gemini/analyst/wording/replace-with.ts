/** What stands instead of what a pattern found. */
export type Written = string | ((spoken: string, ...groups: string[]) => string);

export function replaceWith(text: string, pattern: RegExp, written: Written): string {
  return typeof written === 'string' ? text.replaceAll(pattern, written) : text.replaceAll(pattern, written);
}
