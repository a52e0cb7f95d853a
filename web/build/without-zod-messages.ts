import type { Plugin } from 'vite';

const messages = /[\\/]zod[\\/]v4[\\/]locales[\\/]en\.js(?:\?|$)/;

/**
 * Leaves zod's English sentences out of the page, which shows none of them. What is logged of a value that is not of its
 * schema still has the code, the path and what was expected. 1 kB gzipped.
 */
export function withoutZodMessages(): Plugin {
  return {
    name: 'without-zod-messages',
    enforce: 'pre',
    load: (id) => (messages.test(id) ? 'export default () => ({ localeError: () => undefined });' : null),
  };
}
