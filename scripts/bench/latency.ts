import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { freePorts } from '../../local/free-ports.ts';
import { type LocalStack, startLocal } from '../../local/main.ts';
import { parseLocalSettings } from '../../local/settings.ts';
import { root } from '../root.ts';
import { createBareLoop } from './bare-loop.ts';
import { latencyScript, modelWaitMs, question } from './latency-script.ts';
import { percentile } from './percentile.ts';
import { readStatement } from './read-statement.ts';
import { openSession } from './session.ts';

const modelMs = 2 * modelWaitMs;
const rounds: { sessions: number; each: number }[] = [
  { sessions: 1, each: 40 },
  { sessions: 10, each: 10 },
];

/**
 * Time from submit to the first answer text in a Firestore listener, less the model's own time, beside a bare
 * `@google/genai` loop on the same scripted model and the same read, in turns in one run.
 */
export async function benchLatency(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tallyboard-bench-'));
  const script = join(folder, 'script.json');
  await writeFile(script, JSON.stringify(latencyScript));
  const stack = await startLocal({
    root,
    settings: parseLocalSettings({ ...freePorts, TALLYBOARD_DATA: folder, GEMINI_SCRIPT: script }, root),
    environment: { LOG_LEVEL: 'error', QUERIES_PER_HOUR: '100000', CALLS_PER_MINUTE: '100000' },
    logger: pino({ level: 'error' }),
    onProgress: console.log,
    onFunctionLog: console.log,
  });
  try {
    await measure(stack);
  } finally {
    await stack.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(stack: LocalStack): Promise<void> {
  console.log(`First text after submit, less the model's own ${modelMs} ms; milliseconds.\n`);
  console.log('sessions  loop         samples     p10     p50     p95');
  for (const { sessions, each } of rounds) {
    const opened = await Promise.all(Array.from({ length: sessions }, () => openSession(stack)));
    const [first] = opened;
    if (!first) throw new Error('A round needs a session.');
    const bare = createBareLoop(await readStatement(stack, first, question));
    const product: number[] = [];
    const bareTimes: number[] = [];
    for (let at = 0; at < each; at += 1) {
      const answers = await Promise.all(opened.map((session) => session.ask(question)));
      product.push(...answers.map((answer) => answer.firstTextMs - modelMs));
      const bareAnswers = await Promise.all(opened.map(() => bare.ask(question)));
      bareTimes.push(...bareAnswers.map((answer) => answer.firstTextMs - modelMs));
    }
    print(sessions, 'Tallyboard', product);
    print(sessions, 'bare genai', bareTimes);
    // The fastest tenth is what other work on the machine disturbed least.
    for (const p of [0.1, 0.5, 0.95]) {
      const over = percentile(product, p) - percentile(bareTimes, p);
      console.log(
        `${String(sessions).padStart(8)}  over the bare loop at p${p * 100}: ${over.toFixed(0)} ms`,
      );
    }
    await Promise.all(opened.map((session) => session.close()));
  }
}

function print(sessions: number, loop: string, samples: number[]): void {
  const cells = [
    String(sessions).padStart(8),
    loop.padEnd(11),
    String(samples.length).padStart(8),
    ...[0.1, 0.5, 0.95].map((p) => percentile(samples, p).toFixed(0).padStart(7)),
  ];
  console.log(cells.join('  '));
}
