import type { Plugin } from 'vite';

const auth = /[\\/]@firebase[\\/]auth[\\/]dist[\\/]esm[\\/]index-\w+\.js(?:\?|$)/;
const map = /const SERVER_ERROR_MAP = \{\n[^}]*\n\};/;
/** What can be answered to a custom token and to a refresh; two of them end the sign-in. */
const kept = /\["(?:CREDENTIAL_MISMATCH|MISSING_CUSTOM_TOKEN|INVALID_ID_TOKEN|TOKEN_EXPIRED|USER_NOT_FOUND)"/;

/**
 * Leaves Firebase's names for the errors of other ways to sign in out of the page: an error that is not in the map has its own name
 * in small letters. 0.7 kB gzipped.
 */
export function withoutAuthErrors(): Plugin {
  return {
    name: 'without-auth-errors',
    enforce: 'pre',
    transform: (code, id) => (auth.test(id) ? keepErrors(code, id) : null),
  };
}

export function keepErrors(code: string, id: string): string {
  if (!map.test(code))
    throw new Error(`${id} has no map of errors that this plugin knows: Firebase has changed.`);
  return code.replace(map, (all) => {
    const [first = '', ...rest] = all.split('\n');
    return [first, ...rest.filter((line) => kept.test(line)), '};'].join('\n');
  });
}
