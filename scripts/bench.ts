import { availableParallelism, loadavg } from 'node:os';

const benchmarks: Record<string, () => Promise<{ run: (words: string[]) => Promise<void> }>> = {
  latency: async () => ({ run: (await import('./bench/latency.ts')).benchLatency }),
  load: async () => ({ run: (await import('./bench/load.ts')).benchLoad }),
  cold: async () => ({ run: (await import('./bench/cold.ts')).benchCold }),
  retention: async () => ({ run: (await import('./bench/retention.ts')).benchRetention }),
  history: async () => ({ run: (await import('./bench/history.ts')).benchHistory }),
  firestore: async () => ({ run: (await import('./bench/firestore.ts')).benchFirestore }),
  web: async () => ({ run: (await import('./bench/web.ts')).benchWeb }),
  warehouse: async () => ({ run: (await import('./bench/warehouse.ts')).benchWarehouse }),
};

const [name = '', ...words] = process.argv.slice(2);
const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
if (benchmark) {
  sayLoad('before');
  await (await benchmark()).run(words);
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
