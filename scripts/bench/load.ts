import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { z } from 'zod';
import { freePorts } from '../../local/free-ports.ts';
import { type ProcessUsage, readUsage } from '../../local/functions/process-usage.ts';
import { type LocalStack, startLocal } from '../../local/main.ts';
import { parseLocalSettings } from '../../local/settings.ts';
import { root } from '../root.ts';
import { type Child, startChild } from './child.ts';
import { countWrites, type WriteCounter } from './count-writes.ts';
import { installAdk } from './install-adk.ts';
import { latencyScript, modelWaitMs, question } from './latency-script.ts';
import type { Answer, ClientsRequest } from './load-clients.ts';
import type { LoopRequest } from './load-loop.ts';
import { percentile } from './percentile.ts';
import { readStatement } from './read-statement.ts';
import { openSession } from './session.ts';

const modelMs = 2 * modelWaitMs;
const usualSizes = [50, 200, 500];
const spreadMs = 30_000;

const answersSchema = z.array(
  z.union([z.object({ firstTextMs: z.number() }), z.object({ failure: z.string() })]),
);
const usageSchema = z.object({ cpuMs: z.number(), peakBytes: z.number() });

/**
 * Many sessions at once on a scripted model: time from submit to the first text in each session's own Firestore listener
 * less the model's own time, and what a turn costs the function. A bare `@google/genai` loop and Google's Agent
 * Development Kit answer the same question with the same read beside it, each in a process of its own. `words` are other
 * numbers of sessions than the usual ones.
 */
export async function benchLoad(words: string[]): Promise<void> {
  const sizes = words.length > 0 ? words.map(Number) : usualSizes;
  const loops: ('bare' | 'adk')[] = (await installAdk(root, console.log)) ? ['bare', 'adk'] : ['bare'];
  const folder = await mkdtemp(join(tmpdir(), 'tallyboard-bench-'));
  const script = join(folder, 'script.json');
  await writeFile(script, JSON.stringify(latencyScript));
  const counter = countWrites();
  const stack = await startLocal({
    root,
    settings: parseLocalSettings({ ...freePorts, TALLYBOARD_DATA: folder, GEMINI_SCRIPT: script }, root),
    environment: { LOG_LEVEL: 'error', QUERIES_PER_HOUR: '100000', CALLS_PER_MINUTE: '100000' },
    logger: pino({ level: 'debug' }, counter.destination),
    onProgress: console.log,
    onFunctionLog: console.log,
  });
  const children: { close: () => void }[] = [];
  try {
    const clients = startChild<ClientsRequest>(new URL('load-clients.ts', import.meta.url));
    children.push(clients);
    const others = await openLoops(stack, loops, children);
    console.log(`First text after submit, less the model's own ${modelMs} ms.`);
    console.log(
      'cpu: milliseconds a turn in the function or the loop, in the local servers, and in the pages.\n',
    );
    const columns = ['p50', 'p95', 'cpu', 'servers', 'pages', 'peak MB', 'writes', 'kB', 'failed'];
    console.log(toLine(['sessions', 'ask', 'loop', ...columns]));
    for (const size of sizes) {
      const { url, origins } = stack;
      await clients.call({ open: size, stack: { url, origins } });
      await measureProduct(stack, clients, counter, { size, withinMs: spreadMs });
      await measureProduct(stack, clients, counter, { size, withinMs: 0 });
      for (const [name, child] of others) await measureLoop(name, child, size);
    }
    await clients.call({ close: true });
  } finally {
    for (const child of children) child.close();
    await stack.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function openLoops(
  stack: LocalStack,
  names: ('bare' | 'adk')[],
  children: { close: () => void }[],
): Promise<[string, Child<LoopRequest>][]> {
  const session = await openSession(stack);
  const options = await readStatement(stack, session, question);
  await session.close();
  return Promise.all(
    names.map(async (name): Promise<[string, Child<LoopRequest>]> => {
      const child = startChild<LoopRequest>(new URL('load-loop.ts', import.meta.url));
      children.push(child);
      await child.call({ open: name, options });
      await child.call({ ask: question, sessions: 1 });
      return [name === 'bare' ? 'bare genai' : 'ADK', child];
    }),
  );
}

async function measureProduct(
  stack: LocalStack,
  clients: Child<ClientsRequest>,
  counter: WriteCounter,
  { size, withinMs }: { size: number; withinMs: number },
): Promise<void> {
  const pagesUsage = async () => usageSchema.parse(await clients.call({ usage: true }));
  const before = await stack.functionUsage();
  const serversBefore = readUsage();
  const pagesBefore = await pagesUsage();
  counter.reset();
  const answers = answersSchema.parse(await clients.call({ ask: question, withinMs }));
  const { writes, bytes } = counter.read();
  const ask = withinMs === 0 ? 'at once' : `in ${withinMs / 1000} s`;
  const after = await stack.functionUsage();
  const beside = {
    // The servers are this process.
    servers: toCpu(serversBefore, readUsage(), size),
    pages: toCpu(pagesBefore, await pagesUsage(), size),
    writes: (writes / size).toFixed(1),
    kilobytes: (bytes / size / 1000).toFixed(1),
  };
  print({ size, ask, loop: 'Tallyboard', answers, before, after, beside });
}

async function measureLoop(loop: string, child: Child<LoopRequest>, size: number): Promise<void> {
  const usage = async () => usageSchema.parse(await child.call({ usage: true }));
  const before = await usage();
  const serversBefore = readUsage();
  const answers = answersSchema.parse(await child.call({ ask: question, sessions: size }));
  const after = await usage();
  const beside = { servers: toCpu(serversBefore, readUsage(), size), pages: '', writes: '', kilobytes: '' };
  print({ size, ask: 'at once', loop, answers, before, after, beside });
}

type Measured = {
  size: number;
  ask: string;
  loop: string;
  answers: Answer[];
  before: ProcessUsage;
  after: ProcessUsage;
  beside: { servers: string; pages: string; writes: string; kilobytes: string };
};

function print(measured: Measured): void {
  const { size, ask, loop, answers, before, after, beside } = measured;
  const times = answers.flatMap((answer) => ('firstTextMs' in answer ? [answer.firstTextMs - modelMs] : []));
  const failures = answers.flatMap((answer) => ('failure' in answer ? [answer.failure] : []));
  const cells = [
    ...[String(size), ask, loop],
    ...[0.5, 0.95].map((p) => (times.length > 0 ? percentile(times, p).toFixed(0) : '')),
    ...[toCpu(before, after, size), beside.servers, beside.pages],
    (after.peakBytes / 1e6).toFixed(0),
    ...[beside.writes, beside.kilobytes, String(failures.length)],
  ];
  console.log(toLine(cells));
  for (const failure of new Set(failures)) console.log(`          ${failure}`);
}

function toCpu(before: ProcessUsage, after: ProcessUsage, turns: number): string {
  return ((after.cpuMs - before.cpuMs) / turns).toFixed(1);
}

function toLine(cells: string[]): string {
  return cells.map((cell, at) => (at === 1 || at === 2 ? cell.padEnd(11) : cell.padStart(8))).join(' ');
}
