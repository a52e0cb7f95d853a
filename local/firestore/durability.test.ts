import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRules } from './testing/start-server.ts';

/** 50 for the long run; each takes about a second. */
const kills = Number(process.env.FIRESTORE_KILLS ?? 5);
const writers = 8;
const database = 'projects/demo-durable/databases/(default)';
const script = fileURLToPath(new URL('./testing/run-server.ts', import.meta.url));

let folder: string;
let child: ChildProcess | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firestore-durable-'));
  await writeFile(join(folder, 'firestore.rules'), openRules);
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

test(`a server killed ${kills} times under load loses no acknowledged write`, {
  timeout: 30_000 + kills * 4_000,
}, async () => {
  /** The last acknowledged value of each writer's document, and how many batches were acknowledged. */
  const acknowledged = new Map<string, number>();
  let acknowledgedCount = 0;
  for (let round = 0; round < kills; round++) {
    const origin = await start();
    await expectAll(origin, acknowledged);
    let running = true;
    const write = async (writer: number) => {
      for (let value = acknowledged.get(`w${writer}`) ?? 0; running; ) {
        value++;
        if (!(await commit(origin, writer, value))) return;
        acknowledged.set(`w${writer}`, value);
        acknowledgedCount++;
      }
    };
    const load = Array.from({ length: writers }, (_, writer) => write(writer));
    await sleep(100 + Math.random() * 400);
    // Until the kernel has buried it, a killed process holds its file.
    const gone = child && once(child, 'exit');
    child?.kill('SIGKILL');
    running = false;
    await Promise.all([gone, ...load]);
    const file = new DatabaseSync(join(folder, 'db.sqlite'));
    expect(file.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    file.close();
  }
  await expectAll(await start(), acknowledged);
  expect(acknowledgedCount).toBeGreaterThan(kills * writers);
});

async function start(): Promise<string> {
  child = spawn(process.execPath, [script, '0', join(folder, 'db.sqlite'), join(folder, 'firestore.rules')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('The server has no output.');
  const [line] = await once(child.stdout, 'data');
  return `http://127.0.0.1:${String(line).trim()}`;
}

/** Writes two documents in one commit. False when the server died before it answered. */
async function commit(origin: string, writer: number, value: number): Promise<boolean> {
  const writes = ['w', 'twin'].map((prefix) => ({
    update: {
      name: `${database}/documents/durable/${prefix}${writer}`,
      fields: { value: { integerValue: String(value) }, text: { stringValue: 'x'.repeat(2_000) } },
    },
  }));
  try {
    const response = await post(`${origin}/v1/${database}/documents:commit`, { writes });
    return response.ok && (await response.text()).includes('commitTime');
  } catch {
    return false;
  }
}

/** Every document has at least the acknowledged value, and both of a commit have the same. */
async function expectAll(origin: string, acknowledged: Map<string, number>): Promise<void> {
  const response = await post(`${origin}/v1/${database}/documents:runQuery`, {
    structuredQuery: { from: [{ collectionId: 'durable' }] },
  });
  const text = await response.text();
  const rows: { document?: { name: string; fields: { value: { integerValue: string } } } }[] =
    JSON.parse(text);
  const values = new Map(
    rows.flatMap(({ document }) =>
      document
        ? [[document.name.split('/').at(-1), Number(document.fields.value.integerValue)] as const]
        : [],
    ),
  );
  for (const [id, value] of acknowledged) {
    expect(values.get(id)).toBeGreaterThanOrEqual(value);
    expect(values.get(id.replace('w', 'twin'))).toBe(values.get(id));
    acknowledged.set(id, values.get(id) ?? 0);
  }
}

function post(url: string, body: unknown): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { authorization: 'Bearer owner' },
    body: JSON.stringify(body),
  });
}
