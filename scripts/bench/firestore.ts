import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Firestore } from '@google-cloud/firestore';
import { createAdmin } from '../../local/firestore/testing/admin-client.ts';
import { createWebClient, sdk } from '../../local/firestore/testing/web-client.ts';
import { root } from '../root.ts';
import { percentile } from './percentile.ts';

const projectId = 'demo-bench';
const pages = 50;
const writesPerSecond = 5;
const seconds = 20;
const writes = seconds * writesPerSecond;
/** A growing answer of some length. */
const text = 'word '.repeat(400);

type Page = {
  /** When each write was committed and first seen, in milliseconds since 1970, by its number. */
  committedAt: Map<number, number>;
  seenAt: Map<number, number>;
  /** The number in the newest snapshot. */
  last: number;
  close: () => Promise<void>;
};

/**
 * Fifty pages listen, each to its own turn, while fifty writers rewrite these turns five times a second: the time from the
 * server's commit to the snapshot in the page. The server is a process of its own with the product's rules and a file on disk.
 */
export async function benchFirestore(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tallyboard-bench-'));
  const program = join(root, 'local', 'firestore', 'testing', 'run-server.ts');
  const rules = join(root, 'firestore.rules');
  const child = spawn(process.execPath, [program, '0', join(folder, 'firestore.sqlite'), rules], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [printed] = await once(child.stdout, 'data');
    await measure(Number(String(printed)));
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(port: number): Promise<void> {
  const server = { host: '127.0.0.1', port, close: async () => {} };
  const admin = createAdmin(server, projectId);
  const opened = await Promise.all(Array.from({ length: pages }, (_, page) => openPage(server, page)));
  const startedAt = performance.now();
  await Promise.all(opened.map((page, index) => writeTurn(admin, page, index)));
  const writtenMs = performance.now() - startedAt;
  // What is still on its way.
  for (let waits = 0; waits < 100 && opened.some(({ last }) => last < writes); waits += 1) await delay(100);

  const times = opened.flatMap(toTimes);
  const snapshots = opened.reduce((sum, page) => sum + page.seenAt.size, 0);
  const missed = opened.filter(({ last }) => last < writes).length;
  const rate = (pages * writes) / (writtenMs / 1_000);
  console.log(`${pages} pages, ${pages} writers at ${writesPerSecond} writes a second each, ${seconds} s.\n`);
  console.log(`writes                        ${pages * writes} (${rate.toFixed(0)} a second)`);
  console.log(
    `snapshots                     ${snapshots} (a page may skip a state that a later one replaced)`,
  );
  for (const p of [0.1, 0.5, 0.95]) {
    const label = `commit to snapshot, p${p * 100}`;
    console.log(`${label.padEnd(29)} ${percentile(times, p).toFixed(1)} ms`);
  }
  console.log(`pages without the final state ${missed}`);
  if (missed > 0) process.exitCode = 1;
  await Promise.all(opened.map((page) => page.close()));
}

const toPath = (page: number) => `users/u${page}/conversations/c/turns/t`;

/** A signed-in page that listens to its turn. */
async function openPage(server: { host: string; port: number; close: () => Promise<void> }, index: number) {
  const client = createWebClient(server, projectId, `u${index}`, {
    claims: { roles: ['analyst'], until: Date.now() + 3_600_000 },
  });
  const listening = Promise.withResolvers<void>();
  const page: Page = { committedAt: new Map(), seenAt: new Map(), last: 0, close: async () => {} };
  const stop = sdk.onSnapshot(
    sdk.doc(client.db, toPath(index)),
    (snapshot) => {
      listening.resolve();
      const number = Number(snapshot.get('number') ?? 0);
      if (number > 0) page.seenAt.set(number, nowMs());
      page.last = number;
    },
    listening.reject,
  );
  page.close = async () => {
    stop();
    await client.close();
  };
  await listening.promise;
  return page;
}

async function writeTurn(admin: Firestore, page: Page, index: number): Promise<void> {
  const turn = admin.doc(toPath(index));
  // Spread over the interval, as people are.
  let nextAt = nowMs() + ((index / pages) * 1_000) / writesPerSecond;
  for (let number = 1; number <= writes; number += 1) {
    await delay(Math.max(0, nextAt - nowMs()));
    const { writeTime } = await turn.set({ number, status: 'running', text: text.slice(0, 20 * number) });
    page.committedAt.set(number, writeTime.seconds * 1_000 + writeTime.nanoseconds / 1e6);
    nextAt = Math.max(nextAt + 1_000 / writesPerSecond, nowMs());
  }
}

/** From each commit to the first snapshot that shows it or a later one. */
function toTimes({ committedAt, seenAt }: Page): number[] {
  const seen = [...seenAt].sort(([a], [b]) => a - b);
  return [...committedAt].flatMap(([number, at]) => {
    const shown = seen.find(([other]) => other >= number);
    return shown === undefined ? [] : [shown[1] - at];
  });
}

/** Milliseconds since 1970 with a fraction. */
function nowMs(): number {
  return performance.timeOrigin + performance.now();
}
