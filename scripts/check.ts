import { checkSteps } from './check-steps.ts';
import { root } from './root.ts';
import { runSteps } from './run-steps.ts';

await runSteps(root, [
  ...checkSteps,
  { name: 'Unit tests', command: ['vitest', 'run', '--project', 'unit'] },
]);
