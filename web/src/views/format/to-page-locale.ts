/**
 * The locale that the page writes dates and figures in: the browser's where it is an English one, because the page and its answers
 * are in English ("28. Nov. 2026" or "1.234" would be another language within a sentence). Elsewhere the day stands before the
 * month, as in most of the world.
 */
export function toPageLocale(browserLocale: string): string {
  return /^en\b/i.test(browserLocale) ? browserLocale : 'en-GB';
}
