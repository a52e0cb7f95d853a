import { checkSteps } from './check-steps.ts';
import { root } from './root.ts';
import { runSteps } from './run-steps.ts';

try {
  await runSteps(root, [
    ...checkSteps,
    { name: 'Unit tests', command: ['vitest', 'run', '--project', 'unit'] },
  ]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
