import { fileURLToPath } from 'node:url';

/** The folder of the checkout, with a slash at its end. Not a URL's pathname: that has %20 for a space. */
export const root = fileURLToPath(new URL('..', import.meta.url));
