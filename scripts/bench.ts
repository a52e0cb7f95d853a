const benchmarks: Record<string, () => Promise<{ run: () => Promise<void> }>> = {
  latency: async () => ({ run: (await import('./bench/latency.ts')).benchLatency }),
  firestore: async () => ({ run: (await import('./bench/firestore.ts')).benchFirestore }),
  warehouse: async () => ({ run: (await import('./bench/warehouse.ts')).benchWarehouse }),
};

const name = process.argv[2] ?? '';
const benchmark = benchmarks[name];
if (benchmark) {
  await (await benchmark()).run();
  process.exit();
} else {
  console.error(
    `There is no benchmark "${name}". There is: npm run bench -- ${Object.keys(benchmarks).join(' | ')}`,
  );
  process.exitCode = 1;
}
