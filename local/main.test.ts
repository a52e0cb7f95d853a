import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GoogleAuth } from 'google-auth-library';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { root } from '../scripts/root.ts';
import { freePorts } from './free-ports.ts';
import { startLocal } from './main.ts';
import { parseLocalSettings } from './settings.ts';

function start(folder: string, logger = pino({ level: 'silent' }), given = {}) {
  const environment = {
    TALLYBOARD_DATA: folder,
    DEMO_SCALE: '0.01',
    ...freePorts,
  };
  return startLocal({
    root,
    settings: parseLocalSettings(environment, root),
    environment: { LOG_LEVEL: 'warn', ...given },
    logger,
    onProgress: () => {},
    onFunctionLog: () => {},
  });
}

/** What the servers keep beside SQLite's own files, by name. */
async function readKept(folder: string): Promise<[string, string][]> {
  const names = (await readdir(folder)).filter((name) => /\.(json|txt)$/.test(name)).sort();
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => [name, await readFile(join(folder, name), 'utf8')]),
  );
}

it('a function that ends by itself is started again, and the log says so', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tallyboard-crash-'));
  const logged: string[] = [];
  const stack = await start(folder, pino({ level: 'error' }, { write: (line) => logged.push(line) }));
  try {
    await stack.crashFunction();
    expect((await fetch(`${stack.url}/api/health`)).status).toBe(200);
    expect(logged).toEqual([expect.stringContaining('The function ended by itself')]);
    expect(logged).toEqual([expect.stringContaining('SIGKILL')]);
  } finally {
    await stack.close();
    await rm(folder, { recursive: true });
  }
});

it('a data folder that cannot be made is told with its setting', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tallyboard-file-'));
  const file = join(folder, 'file');
  await writeFile(file, '');
  try {
    await expect(start(file)).rejects.toThrow(`The data cannot be kept in ${file} (TALLYBOARD_DATA): EEXIST`);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('a wrong setting of the functions is told before anything is made', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tallyboard-wrong-'));
  try {
    const starting = start(folder, undefined, { QUERIES_PER_HOUR: '0' });
    await expect(starting).rejects.toThrow('Wrong settings: QUERIES_PER_HOUR: must be a whole number');
    expect(await readdir(folder)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('a second start on a folder is refused and leaves the first one whole', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tallyboard-twice-'));
  const stack = await start(folder);
  try {
    const before = await readKept(folder);
    expect(before.map(([name]) => name)).toContain('google-credentials.json');
    await expect(start(folder)).rejects.toThrow('another local Firestore has it open');
    expect(await readKept(folder)).toEqual(before);
    const keyFilename = join(folder, 'google-credentials.json');
    const auth = new GoogleAuth({ keyFilename, scopes: 'https://www.googleapis.com/auth/datastore' });
    expect(await auth.getAccessToken()).toEqual(expect.any(String));
  } finally {
    await stack.close();
    await rm(folder, { recursive: true });
  }
});
