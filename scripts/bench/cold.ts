import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { listen } from '../../local/listen.ts';
import { type Person, signIn } from '../../reliability/person.ts';
import { type RunningSystem, startSystem } from '../../reliability/running-system.ts';
import { bundleFunctions } from '../deploy/bundle-functions.ts';
import { root } from '../root.ts';
import { percentile } from './percentile.ts';

const rounds = 20;
const message = 'Good morning';
const startTimeoutMs = 20_000;

/**
 * Time from the start of a process to its first answer: the bundle that a deploy uploads, under Google's
 * functions-framework as Cloud Functions starts it. Each request is the first of a process of its own. `given` is the folder
 * of another bundle.
 */
export async function benchCold([given]: string[]): Promise<void> {
  const folder = given ?? (await bundleFunctions(root)).folder;
  const system = await startSystem();
  try {
    system.setScript([{ repeat: true, stream: [{ text: 'Good morning.' }] }]);
    const warm = await system.startFunction();
    const person = await signIn(system, warm.origin, 'analyst');
    const conversationId = crypto.randomUUID();
    await person.at(warm.origin).ask({ turnId: conversationId, message });
    await warm.close();
    console.log(toLine(['first request of a process', 'p10', 'p50', 'p95']));
    for (const [name, send] of toRequests(person, conversationId)) {
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) times.push(await measure(system, folder, send));
      console.log(toLine([name, ...[0.1, 0.5, 0.95].map((share) => percentile(times, share).toFixed(0))]));
    }
  } finally {
    await system.close();
  }
}

type Send = (origin: string) => Promise<Response>;

function toRequests(person: Person, conversationId: string): [string, Send][] {
  return [
    ['health', (origin) => fetch(`${origin}/api/health`)],
    [
      'a saved session, signed in',
      (origin) => person.at(origin).get(`/api/export/${conversationId}?format=json`),
    ],
    [
      'a question, until it has ended',
      (origin) => person.at(origin).post('/api/chat', { turnId: crypto.randomUUID(), message }),
    ],
  ];
}

/** @returns milliseconds from the start of a process to the whole reply to its first request */
async function measure(system: RunningSystem, folder: string, send: Send): Promise<number> {
  const { resolve } = createRequire(join(root, 'functions', 'package.json'));
  const framework = join(dirname(resolve('@google-cloud/functions-framework')), 'main.js');
  const { port, close } = await listen(() => {}, { name: 'the function', port: 0, portSetting: 'API_PORT' });
  await close();
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env.PATH,
    FUNCTION_TARGET: 'api',
    ...system.toEnvironment({ LOG_LEVEL: 'error', QUERIES_PER_HOUR: '1000' }),
  };
  const startedAt = performance.now();
  const child = spawn(process.execPath, [framework, `--port=${port}`], {
    cwd: folder,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  try {
    const reply = await sendSoon(() => send(origin), startedAt + startTimeoutMs);
    await reply.arrayBuffer();
    if (!reply.ok) throw new Error(`${reply.url} answered ${reply.status}.`);
    return performance.now() - startedAt;
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}

/** Sends until something listens. */
async function sendSoon(send: () => Promise<Response>, giveUpAt: number): Promise<Response> {
  for (;;) {
    try {
      return await send();
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
      await sleep(2);
    }
  }
}

function toLine(cells: string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(32) : cell.padStart(8))).join('');
}
