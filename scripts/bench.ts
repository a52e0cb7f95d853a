import { availableParallelism, loadavg } from 'node:os';
import { checkWords, type Takes } from './bench/check-words.ts';

type Benchmark = { takes: Takes; open: () => Promise<(words: string[]) => Promise<void>> };

const benchmarks: Record<string, Benchmark> = {
  latency: { takes: 'nothing', open: async () => (await import('./bench/latency.ts')).benchLatency },
  load: { takes: 'numbers', open: async () => (await import('./bench/load.ts')).benchLoad },
  cold: { takes: 'a folder', open: async () => (await import('./bench/cold.ts')).benchCold },
  retention: { takes: 'a number', open: async () => (await import('./bench/retention.ts')).benchRetention },
  history: { takes: 'nothing', open: async () => (await import('./bench/history.ts')).benchHistory },
  firestore: { takes: 'nothing', open: async () => (await import('./bench/firestore.ts')).benchFirestore },
  web: { takes: 'nothing', open: async () => (await import('./bench/web.ts')).benchWeb },
  warehouse: { takes: 'nothing', open: async () => (await import('./bench/warehouse.ts')).benchWarehouse },
};

const [name = '', ...words] = process.argv.slice(2);
const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
const problem = benchmark && checkWords(benchmark.takes, words);
if (problem !== undefined) {
  console.error(problem);
  process.exitCode = 1;
} else if (benchmark) {
  sayLoad('before');
  await (await benchmark.open())(words);
  sayLoad('after');
  process.exit();
} else {
  const usage = `npm run bench -- ${Object.keys(benchmarks).join(' | ')}`;
  if (name === '' || name === '--help') console.log(usage);
  else {
    console.error(`There is no benchmark "${name}". There is: ${usage}`);
    process.exitCode = 1;
  }
}

/** Figures of a busy machine say little: whoever reads them must know how busy it was. */
function sayLoad(when: string): void {
  const [minute = 0] = loadavg();
  console.log(`Load ${when}: ${minute.toFixed(1)} on ${availableParallelism()} cores, mean of a minute.`);
}
