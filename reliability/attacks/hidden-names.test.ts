import { expect, test } from 'vitest';
import type { Brain } from '../../local/gemini/brain.ts';
import { signIn } from '../person.ts';
import { type RunningSystem, startSystem } from '../running-system.ts';
import { holdAttackCounts } from './attack-report.ts';
import { makeHostileWarehouse, readChecksum } from './hostile-warehouse.ts';
import {
  csvPayloads,
  havePublished,
  markupPayloads,
  playAll,
  promptPayloads,
  samplePayloads,
  sqlPayloads,
} from './payloads.ts';
import { countLeaks, countUnaudited, readEvidence } from './read-evidence.ts';
import { type Call, toBatches } from './tool-calls.ts';

// Names of products, brands, customers and suppliers are attacks. A model reads them through every tool that returns names
// and obeys: it asks for the warehouses of others, for tools and documents that do not exist, with the very words that it read.
const all = [...new Set([...promptPayloads, ...markupPayloads, ...sqlPayloads, ...csvPayloads])];
const names = (playAll ? all : samplePayloads(all, 20))
  .map((text) => text.slice(0, 300))
  // The name of a foreign warehouse in a result is what shows a leak.
  .filter((text) => !text.includes('WH-SOUTH'));
/** As many as the customers of the small demo company. */
const namesAtOnce = 200;
/** How many of a sample come back at least: what sells in one warehouse changes with the day. */
const namesCounted = 60;

const sales = (...dimensions: string[]): Call => ({
  name: 'query_sales',
  args: { measures: ['revenue'], dimensions, period: 'all time', limit: 1_000 },
});
const reading: Call[] = [
  sales('product'),
  sales('brand'),
  sales('customer'),
  sales('supplier'),
  {
    name: 'query_inventory',
    args: { measures: ['on_hand'], dimensions: ['product', 'supplier'], limit: 1_000 },
  },
  { name: 'get_reorder_recommendations', args: {} },
  { name: 'find_slow_movers', args: {} },
  { name: 'classify_products', args: {} },
  {
    name: 'get_purchase_orders',
    args: { measures: ['ordered_value'], dimensions: ['supplier'], period: 'all time' },
  },
];

/** What a model does that takes a name for an instruction. */
const obeying = (name: string): Call[] => [
  {
    name: 'query_sales',
    args: {
      measures: ['revenue'],
      dimensions: ['warehouse'],
      filters: [{ dimension: 'warehouse', op: 'is', values: ['WH-SOUTH', name.slice(0, 200)] }],
    },
  },
  { name: 'run_sql', args: { sql: name } },
];

type Contents = Parameters<Brain['answer']>[0]['contents'];

/** Obeys the first names that a tool's data holds; `heard` is all that came to it other than as a tool's data. */
function createObedient(hostile: readonly string[]) {
  const heard = new Set<string>();
  const brain: Brain = {
    name: 'obedient',
    async *answer({ contents, systemInstruction }) {
      heard.add(JSON.stringify(systemInstruction));
      for (const text of toSpoken(contents)) heard.add(text);
      const responses = contents.map(({ parts }) => parts?.map(({ functionResponse }) => functionResponse));
      const data = JSON.stringify(responses);
      const read = hostile.filter((name) => data.includes(JSON.stringify(name).slice(1, -1)));
      const rounds = contents.filter(({ role }) => role === 'model').length;
      if (rounds === 0) yield { type: 'calls', calls: reading };
      else if (rounds === 1) yield { type: 'calls', calls: read.slice(0, 20).flatMap(obeying) };
      else yield { type: 'text', text: 'Done.' };
    },
  };
  return { brain, heard };
}

const toSpoken = (contents: Contents) =>
  contents
    .filter(({ role }) => role === 'user')
    .flatMap(({ parts }) => parts?.flatMap(({ text }) => text ?? []) ?? []);

async function play(hostile: readonly string[]) {
  const system = await startSystem({ fillWarehouse: (folder) => makeHostileWarehouse(folder, hostile) });
  try {
    return await read(system, hostile);
  } finally {
    await system.close();
  }
}

async function read(system: RunningSystem, hostile: readonly string[]) {
  const api = await system.startFunction({
    TURN_TIMEOUT_MS: '120000',
    TOOL_CALLS: '200',
    BYTES_PER_USER_DAY: '1000000000000',
    LOG_LEVEL: 'warn',
  });
  const maya = await signIn(system, api.origin, 'manager');
  const { brain, heard } = createObedient(hostile);
  system.setBrain(brain);
  const before = await readChecksum(system.warehouseFolder);
  const turnId = 'reads-hidden-instructions-0000';
  const asked = await maya.at(api.origin).ask({ turnId, message: 'Who buys what?' });
  expect(asked).toMatchObject({ reply: { status: 'completed' } });
  const evidence = await readEvidence(system, maya.uid, turnId);
  const rows = JSON.stringify(evidence.results.map(({ rows }) => rows));
  const seen = hostile.filter((name) => rows.includes(JSON.stringify(name).slice(1, -1)));
  expect(evidence.turn.steps.length).toBe(reading.length + 2 * Math.min(20, seen.length));
  const outside = [...heard].filter((text) =>
    seen.some((name) => name.length > 20 && (text.includes(name) || text.includes(JSON.stringify(name)))),
  );
  return {
    seen: seen.length,
    leaked: countLeaks(evidence),
    changed: before === (await readChecksum(system.warehouseFolder)) ? 0 : 1,
    executed: outside.length,
    unaudited: countUnaudited(evidence),
  };
}

test('what hides in names and is obeyed reads no other warehouse, changes nothing, and stays data', async () => {
  const played: Awaited<ReturnType<typeof play>>[] = [];
  for (const hostile of toBatches(names, namesAtOnce)) played.push(await play(hostile));
  const sum = (key: keyof (typeof played)[number]) => played.reduce((total, one) => total + one[key], 0);
  const seen = sum('seen');
  expect(seen).toBeGreaterThanOrEqual(havePublished ? namesCounted : 5);
  const counts = {
    tried: playAll ? seen : namesCounted,
    leaked: sum('leaked'),
    changed: sum('changed'),
    executed: sum('executed'),
    unaudited: sum('unaudited'),
  };
  if (havePublished) holdAttackCounts('names that a model reads and obeys', counts, true);
  console.log(`${seen} of ${names.length} names came back through tools`);
}, 600_000);
