import type { Plugin } from 'vite';

const core = /[\\/]zod[\\/]v4[\\/]core[\\/]core\.js(?:\?|$)/;
const made = '__zod_globalConfig = {}';

/**
 * Tells zod not to try whether it may compile code. The content security policy forbids it, and the browser would report the
 * attempt at every page load as a violation. The setting must stand before the first schema is made, which in the page is
 * before any code of ours runs.
 */
export function withoutEval(): Plugin {
  return {
    name: 'without-eval',
    enforce: 'pre',
    transform: (code, id) => {
      if (!core.test(id)) return null;
      if (!code.includes(made)) throw new Error(`${id} makes its settings otherwise: zod has changed.`);
      return code.replace(made, '__zod_globalConfig = { jitless: true }');
    },
  };
}
