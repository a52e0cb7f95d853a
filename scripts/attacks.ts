import { havePublished, wholeRunMs } from '../reliability/attacks/payloads.ts';
import { findBrowser } from './find-browser.ts';
import { root } from './root.ts';
import { runCommand } from './run-command.ts';
import { type CommandStep, runSteps } from './run-steps.ts';

const usage = `npm run attacks

Plays every published attack through every place, which takes about a quarter of an hour on a machine that does nothing else,
and writes the counts into docs/security.md. \`npm test\` plays a sample of each kind.`;

/** A test that takes too long says so itself, before it is stopped. */
const marginMs = 5 * 60_000;
const environment = { ALL_ATTACKS: '1', WRITE_ATTACK_REPORT: '1' };

await runCommand(usage, playAll);

/** Files run one after another: they write the same table. */
async function playAll(): Promise<void> {
  if (!havePublished) throw new Error('Without them there is nothing to play that `npm test` does not.');
  const browser = await findBrowser();
  const integration = ['vitest', 'run', '--no-file-parallelism', '--project', 'integration'] as const;
  const files = ['statements', 'requests', 'obeying-model', 'hidden-names', 'tool-arguments', 'questions'];
  const steps = files.map(
    (file): CommandStep => ({
      name: `Attacks: ${file}`,
      command: [...integration, `reliability/attacks/${file}`],
      environment,
    }),
  );
  const onPage: CommandStep = {
    name: 'Attacks on the page',
    command: ['vitest', 'run', '--project', 'browser', 'e2e/attacks'],
    environment: { ...environment, CHROME_PATH: browser },
  };
  await runSteps(root, [...steps, onPage], wholeRunMs + marginMs);
}
