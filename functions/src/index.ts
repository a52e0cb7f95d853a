import { cloudEvent, http } from '@google-cloud/functions-framework';
import { getRequestListener } from '@hono/node-server';
import { leaveBodiesUnparsed } from './http/leave-bodies-unparsed.ts';
import { openNoDomains } from './http/open-no-domains.ts';
import { createLog } from './log.ts';
import { once } from './once.ts';
import { openApp } from './open-app.ts';
import { parseSettings, type Settings } from './settings.ts';

/** After the first requests, which must not wait for it. */
const warmUpDelayMs = 1_000;

const settings = readSettings();
const log = createLog({ level: settings.LOG_LEVEL, projectId: settings.GOOGLE_CLOUD_PROJECT });

registerApi();
registerRetention();

function registerApi(): void {
  const { app, warmUp } = openApp(settings, log);
  http('api', getRequestListener(app.fetch));
  if (process.env.FUNCTION_TARGET === 'retention') return;
  leaveBodiesUnparsed();
  openNoDomains();
  setTimeout(() => {
    warmUp().catch((error: unknown) => log.logger.error({ err: error }, 'Loading ahead failed'));
  }, warmUpDelayMs).unref();
}

function registerRetention(): void {
  // One client of Firestore for all events of an instance.
  const loadRetention = once(async () => {
    const { openRetention } = await import('./open-retention.ts');
    return openRetention(settings, log.logger);
  });
  cloudEvent('retention', async () => {
    const run = await loadRetention();
    await run();
  });
}

/** A wrong setting ends the start with its sentence. */
function readSettings(): Settings {
  try {
    return parseSettings(process.env);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
