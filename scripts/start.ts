import { relative } from 'node:path';
import { styleText } from 'node:util';
import { pino } from 'pino';
import { forgetData } from '../local/forget-data.ts';
import { type LocalStack, startLocal } from '../local/main.ts';
import { parseLocalSettings } from '../local/settings.ts';
import { buildWeb } from './build-web.ts';
import { readOptions } from './read-options.ts';
import { root } from './root.ts';

const usage = `npm start [-- --reset]

Starts Tallyboard on this machine and prints its address.
  --reset   forgets the saved conversations, the sign-ins and the data, and makes the demo company again
  --help    this text`;

try {
  const { values } = readOptions({ options: { reset: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) console.log(usage);
  else await start(values.reset === true);
} catch (error) {
  console.error(styleText('red', error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
}

async function start(reset: boolean): Promise<void> {
  const settings = parseLocalSettings(process.env, root);
  if (reset) {
    await forgetData(settings.TALLYBOARD_DATA);
    say(`Forgot what was kept in ${settings.TALLYBOARD_DATA}`);
  }
  const logger = pino({ level: settings.LOG_LEVEL });
  const starting = startLocal({
    root,
    settings,
    environment: process.env,
    logger,
    onProgress: say,
    onFunctionLog: (line) => logger.isLevelEnabled('info') && console.log(line),
  });
  const [stack] = await Promise.all([starting, buildWeb(root, say)]).catch(async (error) => {
    // Without a page the servers would run on with nothing to show, and keep this process.
    await starting.then(({ close }) => close()).catch(() => {});
    throw error;
  });
  stopOnSignal(stack);
  console.log(toWelcome(stack));
}

function toWelcome(stack: LocalStack): string {
  const folder = relative(process.cwd(), stack.warehouseFolder) || '.';
  return `
  ${styleText('bold', 'Tallyboard')} is ready:  ${styleText(['cyan', 'underline'], stack.url)}

  Sign in as   Maya Lindqvist   manager of one warehouse
               Anton Reyes      analyst, sees all warehouses
               Nora Field       has no role yet
  Answered by  ${stack.model}
  Data in      ${folder}

  Ctrl-C stops everything.
`;
}

/** Ends every server on the first signal; a second one ends this process at once. */
function stopOnSignal(stack: LocalStack): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, async () => {
      if (stopping) process.exit(1);
      stopping = true;
      await stack.close();
      process.exit(0);
    });
  }
}

function say(sentence: string): void {
  console.log(styleText('dim', sentence));
}
