import { bundleFunctions } from './deploy/bundle-functions.ts';
import { root } from './root.ts';

const folder = await bundleFunctions(root);
console.log(`The functions are bundled in ${folder}; docs/operations.md says how to deploy them.`);
