import { bundleFunctions } from './deploy/bundle-functions.ts';

const folder = await bundleFunctions(new URL('..', import.meta.url).pathname);
console.log(`The functions are bundled in ${folder}; docs/operations.md says how to deploy them.`);
