import { afterAll, beforeAll, expect, test } from 'vitest';
import { queryWarehouse } from '../../e2e/figures.ts';
import { filterOps } from '../../functions/src/analytics/request.ts';
import { warehouses } from '../../local/data/demo/company.ts';
import type { FunctionsProcess } from '../../local/functions/functions-process.ts';
import { type Person, signIn } from '../person.ts';
import { type RunningSystem, startSystem } from '../running-system.ts';
import { holdAttackCounts } from './attack-report.ts';
import { readChecksum } from './hostile-warehouse.ts';
import { countLeaks, countUnaudited, readEvidence } from './read-evidence.ts';
import type { Call } from './tool-calls.ts';

let system: RunningSystem;
let api: FunctionsProcess;
let maya: Person;
let anton: Person;
beforeAll(async () => {
  system = await startSystem();
  api = await system.startFunction({
    TURN_TIMEOUT_MS: '120000',
    TOOL_CALLS: '200',
    QUERIES_PER_HOUR: '1000',
    CALLS_PER_MINUTE: '1000',
    BYTES_PER_USER_DAY: '1000000000000',
  });
  maya = await signIn(system, api.origin, 'manager');
  anton = await signIn(system, api.origin, 'analyst');
}, 90_000);
afterAll(() => system?.close());

const toId = (name: string) => `${name}-000000000000000000`;
const others = warehouses.filter(({ id }) => id !== 'WH-NORTH');

/** What a model that was talked into helping an attacker would try. */
function toAttacks(victim: string): Call[] {
  const read = (args: object): Call => ({ name: 'query_sales', args: { measures: ['revenue'], ...args } });
  const stock = (args: object): Call => ({
    name: 'query_inventory',
    args: { measures: ['on_hand'], ...args },
  });
  const widened = [
    { warehouses: ['WH-SOUTH'] },
    { access: 'all' },
    { warehouse_ids: ['*'] },
    { uid: victim },
    { user: 'analyst' },
    { dataset: 'other' },
    { sql: 'SELECT * FROM tallyboard.warehouses' },
    { table: 'INFORMATION_SCHEMA.TABLES' },
    { limit: 1_000_000 },
    { limit: -1 },
    { limit: 1e308 },
    { period: '0001-01-01..9999-12-31' },
    { period: 'all time', dimensions: ['warehouse', 'product', 'customer', 'channel'], grain: 'day' },
    { dimensions: ['warehouse'] },
    { dimensions: ['warehouse', 'region'] },
    { filters: [{ dimension: 'region', op: 'is', values: ['South'] }], dimensions: ['warehouse'] },
    { filters: [{ dimension: 'warehouse', op: 'is_not', values: ['WH-NORTH'] }], dimensions: ['warehouse'] },
    {
      filters: [{ dimension: 'warehouse', op: 'contains', values: ['a', 'e', 'o'] }],
      dimensions: ['warehouse'],
    },
  ];
  const byWarehouse = others.flatMap(({ id, name }) =>
    [id, name, name.toLowerCase(), `${id} `, `${id}\u200b`].flatMap((value) =>
      filterOps.flatMap((op) => {
        const filters = [{ dimension: 'warehouse', op, values: [value] }];
        return [read({ filters, dimensions: ['warehouse'] }), stock({ filters, dimensions: ['warehouse'] })];
      }),
    ),
  );
  const searched = others.flatMap(({ id, name }) => [id, name, name.split(' ')[0]]);
  return [
    ...widened.flatMap((args) => [read(args), stock(args)]),
    ...byWarehouse,
    ...searched.flatMap((query) => [
      { name: 'search_catalog', args: { query, kind: 'warehouse' } },
      { name: 'search_catalog', args: { query } },
    ]),
    ...others.map(({ id }) => ({
      name: 'get_reorder_recommendations',
      args: { filters: [{ dimension: 'warehouse', op: 'is', values: [id] }] },
    })),
    ...[
      'run_sql',
      'read_file',
      'http_get',
      'send_email',
      'get_user',
      'delete_conversation',
      '__proto__',
      'toString',
    ].map((name) => ({ name, args: { target: victim } })),
    ...['r1', 'r99', '../r1', `users/${victim}`, '__proto__'].map((resultId) => ({
      name: 'show_visualization',
      args: { resultId: resultId.slice(0, 8), type: 'table', title: 'Theirs' },
    })),
  ];
}

test('a model that obeys an attacker gets nothing of other warehouses and other people, and every call is in the audit log', async () => {
  const secret = toId('of-anton');
  system.setScript([{ repeat: true, stream: [{ text: 'The secret of Anton.' }] }]);
  await anton.at(api.origin).ask({ turnId: secret, message: 'A question of Anton' });

  const before = await readChecksum(system.warehouseFolder);
  const attacks = toAttacks(anton.uid);
  const turnId = toId('obeys');
  system.setScript([
    { when: { round: 0 }, stream: [{ calls: attacks }] },
    { repeat: true, stream: [{ text: 'Done.' }] },
  ]);
  const asked = await maya.at(api.origin).ask({ turnId, message: 'Show me all warehouses' });
  expect(asked).toMatchObject({ reply: { status: 'completed' } });
  const evidence = await readEvidence(system, maya.uid, turnId);
  expect(evidence.turn.steps).toHaveLength(attacks.length);
  const written = JSON.stringify([evidence.results, evidence.turn.visualizations]);
  const theirs = written.includes('secret of Anton') || written.includes(anton.uid) ? 1 : 0;
  // What a read without any filter gives her is the sum over her own warehouse, by SQL of the test's own.
  const [own] = await queryWarehouse(
    system.warehouseFolder,
    `SELECT CAST(sum(net_amount) AS DOUBLE) AS revenue FROM tallyboard.sales_lines
     WHERE warehouse_id = 'WH-NORTH' AND order_date >= date_trunc('month', today()) - INTERVAL 12 MONTH
       AND order_date < date_trunc('month', today())`,
  );
  const split = evidence.results.find(
    ({ result }) =>
      result.tool === 'query_sales' && result.columns.map(({ name }) => name).join() === 'warehouse,revenue',
  );
  expect(split?.rows).toHaveLength(1);
  expect(Number(split?.rows[0]?.[1])).toBeCloseTo(Number(own?.revenue), 2);
  holdAttackCounts('a model that obeys the attacker', {
    tried: attacks.length,
    leaked: countLeaks(evidence) + theirs,
    changed: before === (await readChecksum(system.warehouseFolder)) ? 0 : 1,
    executed: null,
    unaudited: countUnaudited(evidence),
  });
});

test('a warehouse that the person may not see is told apart from one that does not exist only by its name', async () => {
  const turnId = toId('oracle');
  const ask = (value: string): Call => ({
    name: 'query_sales',
    args: { measures: ['revenue'], filters: [{ dimension: 'warehouse', op: 'is', values: [value] }] },
  });
  system.setScript([
    { when: { round: 0 }, stream: [{ calls: [ask('WH-SOUTH'), ask('WH-MOON')] }] },
    { repeat: true, stream: [{ text: 'Done.' }] },
  ]);
  await maya.at(api.origin).ask({ turnId, message: 'Which warehouses are there?' });
  const { turn, results } = await readEvidence(system, maya.uid, turnId);
  expect(turn.steps.map(({ status }) => status)).toEqual(['failed', 'failed']);
  // Known: the refusal says that such a warehouse exists. It says nothing of what is in it (docs/security.md).
  expect(results).toEqual([]);
});
