import { buildWeb } from './build-web.ts';
import { checkSteps } from './check-steps.ts';
import { findBrowser } from './find-browser.ts';
import { root } from './root.ts';
import { runSteps } from './run-steps.ts';

try {
  const browser = await findBrowser();
  await buildWeb(root, console.log);
  await runSteps(root, [
    ...checkSteps,
    {
      name: 'Unit and integration tests',
      command: ['vitest', 'run', '--project', 'unit', '--project', 'integration'],
    },
    {
      name: 'Browser tests',
      command: ['vitest', 'run', '--project', 'browser'],
      environment: { CHROME_PATH: browser },
    },
  ]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
