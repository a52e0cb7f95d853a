import { expect } from 'vitest';
import type { Brain } from '../../local/gemini/brain.ts';
import type { Person } from '../person.ts';
import type { RunningSystem } from '../running-system.ts';
import { readChecksum } from './hostile-warehouse.ts';
import { countLeaks, countUnaudited, readEvidence } from './read-evidence.ts';
import type { Call } from './tool-calls.ts';

/**
 * A model reads names through every tool that returns names, and obeys those that are attacks: it asks for the warehouses of
 * others and for tools that do not exist, with the very words that it read.
 * @returns how many of the names came back through tools, and what that came to.
 */
export async function obeyHiddenNames(
  system: RunningSystem,
  { origin, maya, hostile }: { origin: string; maya: Person; hostile: readonly string[] },
) {
  const { brain, heard } = createObedient(hostile);
  system.setBrain(brain);
  const before = await readChecksum(system.warehouseFolder);
  const turnId = 'reads-hidden-instructions-0000';
  const asked = await maya.at(origin).ask({ turnId, message: 'Who buys what?' });
  expect(asked).toMatchObject({ reply: { status: 'completed' } });
  const evidence = await readEvidence(system, maya.uid, turnId);
  const rows = JSON.stringify(evidence.results.map(({ rows }) => rows));
  const seen = hostile.filter((name) => rows.includes(JSON.stringify(name).slice(1, -1)));
  expect(evidence.turn.steps.length).toBe(reading.length + 2 * Math.min(mostObeyed, seen.length));
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

const mostObeyed = 20;

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
      else if (rounds === 1) yield { type: 'calls', calls: read.slice(0, mostObeyed).flatMap(obeying) };
      else yield { type: 'text', text: 'Done.' };
    },
  };
  return { brain, heard };
}

const toSpoken = (contents: Contents) =>
  contents
    .filter(({ role }) => role === 'user')
    .flatMap(({ parts }) => parts?.flatMap(({ text }) => text ?? []) ?? []);
