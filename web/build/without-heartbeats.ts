import type { Plugin } from 'vite';

const app = /[\\/]@firebase[\\/]app[\\/]dist[\\/]esm[\\/]index\.esm\.js(?:\?|$)/;
const registered = /_registerComponent\(new Component\('heartbeat', .*\n/;

/**
 * Leaves out of the page what counts for Firebase on which days an app was used, and the database in the browser that it keeps the
 * days in. Who asks for it takes it as optional. 1.2 kB gzipped.
 */
export function withoutHeartbeats(): Plugin {
  return {
    name: 'without-heartbeats',
    enforce: 'pre',
    transform: (code, id) => (app.test(id) ? leaveOutHeartbeats(code, id) : null),
  };
}

export function leaveOutHeartbeats(code: string, id: string): string {
  if (!registered.test(code))
    throw new Error(`${id} registers no heartbeat as this plugin knows it: Firebase has changed.`);
  return code.replace(registered, '\n');
}
