import { checkSteps } from './check-steps.ts';
import { root } from './root.ts';
import { runCommand } from './run-command.ts';
import { runSteps } from './run-steps.ts';

const usage = `npm run check

Checks types and format, and runs the unit tests.`;

await runCommand(usage, () =>
  runSteps(root, [...checkSteps, { name: 'Unit tests', command: ['vitest', 'run', '--project', 'unit'] }]),
);
