import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Firestore } from '@google-cloud/firestore';
import { pino } from 'pino';
import { importFolder } from '../local/data/import-folder.ts';
import { createAdmin } from '../local/firestore/testing/admin-client.ts';
import { freePorts } from '../local/free-ports.ts';
import type { ScriptInput } from '../local/gemini/script/script-schema.ts';
import { type LocalStack, startLocal } from '../local/main.ts';
import { dataset, projectId } from '../local/project.ts';
import { parseLocalSettings } from '../local/settings.ts';
import { root } from '../scripts/root.ts';

export type StartedStack = LocalStack & {
  /** What the function logged so far, at severity WARNING and above. */
  functionLog: readonly string[];
};

/** The whole system on free ports, in a folder of its own that goes when it stops. */
export async function startStack(environment: Record<string, string> = {}): Promise<StartedStack> {
  const folder = environment.TALLYBOARD_DATA ?? (await mkdtemp(join(tmpdir(), 'tallyboard-')));
  const settings = parseLocalSettings(
    {
      TALLYBOARD_DATA: folder,
      ...freePorts,
      DEMO_SCALE: '0.1',
      ...environment,
    },
    root,
  );
  const functionLog: string[] = [];
  const stack = await startLocal({
    root,
    settings,
    environment: { LOG_LEVEL: 'warn', ...environment },
    logger: pino({ level: 'warn' }),
    onProgress: () => {},
    onFunctionLog: (line) => functionLog.push(line),
  });
  return {
    ...stack,
    functionLog,
    close: async () => {
      await stack.close();
      await rm(folder, { recursive: true, force: true });
      if (functionLog.length > 0) console.log(`The function logged:\n${functionLog.join('\n')}`);
    },
  };
}

/** The whole system with the imported files of a folder in place of the demo company. */
export async function startWithData(files: { folder: string; mappingFile?: string }): Promise<StartedStack> {
  const data = await mkdtemp(join(tmpdir(), 'tallyboard-'));
  const warehouseFolder = join(data, 'warehouse');
  await importFolder({ ...files, warehouseFolder, tablesFolder: join(root, 'bigquery', 'tables'), dataset });
  return startStack({ TALLYBOARD_DATA: data });
}

export type StackWithDatabase = StartedStack & { db: Firestore };

/** The whole system with a small demo company, and a server's client of its database. */
export async function startWithDatabase(
  environment: Record<string, string> = {},
): Promise<StackWithDatabase> {
  const stack = await startStack({ DEMO_SCALE: '0.02', ...environment });
  const port = Number(new URL(stack.origins.firestore).port);
  const db = createAdmin({ host: '127.0.0.1', port }, projectId);
  return {
    ...stack,
    db,
    close: async () => {
      await db.terminate();
      await stack.close();
    },
  };
}

/** The same with a script that answers in place of the local model. */
export async function startWithScript(
  script: ScriptInput,
  environment: Record<string, string> = {},
): Promise<StackWithDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'tallyboard-script-'));
  const file = join(folder, 'script.json');
  await writeFile(file, JSON.stringify(script));
  const stack = await startWithDatabase({ GEMINI_SCRIPT: file, ...environment });
  return {
    ...stack,
    close: async () => {
      await stack.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
