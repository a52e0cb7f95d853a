import { findBrowser } from './find-browser.ts';
import { root } from './root.ts';
import { runSteps } from './run-steps.ts';

const environment = { ALL_ATTACKS: '1', WRITE_ATTACK_REPORT: '1' };

// Every published payload through every place, which takes about a quarter of an hour; `npm test` plays a sample of each kind.
// The counts go into docs/security.md. Files run one after another: they write the same table.
try {
  const browser = await findBrowser();
  const integration = ['vitest', 'run', '--no-file-parallelism', '--project', 'integration'] as const;
  const files = ['statements', 'requests', 'obeying-model', 'hidden-names', 'tool-arguments', 'questions'];
  await runSteps(root, [
    ...files.map((file) => ({
      name: `Attacks: ${file}`,
      command: [...integration, `reliability/attacks/${file}`] satisfies [string, ...string[]],
      environment,
    })),
    {
      name: 'Attacks on the page',
      command: ['vitest', 'run', '--project', 'browser', 'e2e/attacks'],
      environment: { ...environment, CHROME_PATH: browser },
    },
  ]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
