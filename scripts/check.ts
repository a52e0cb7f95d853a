import { checkSteps } from './check-steps.ts';
import { runSteps } from './run-steps.ts';

await runSteps(new URL('..', import.meta.url).pathname, [
  ...checkSteps,
  { name: 'Unit tests', command: ['vitest', 'run', '--project', 'unit'] },
]);
