import { expect, test } from 'vitest';
import { createTools } from '../../functions/src/tools/all-tools.ts';
import { runTool } from '../../functions/src/tools/run-tool.ts';
import { createContext, createWarehouse, models } from '../../functions/src/tools/testing/tool-setting.ts';
import { holdAttackCounts } from './attack-report.ts';
import { havePublished, markupPayloads, promptPayloads, sqlPayloads } from './payloads.ts';
import { ofWarehouses } from './read-evidence.ts';
import { toShape } from './to-shape.ts';
import { type Call, countTexts, toCalls, toTwins } from './tool-calls.ts';

const payloads = [...new Set([...sqlPayloads, ...markupPayloads, ...promptPayloads])];

/** The statements that the real tools make of the calls of a manager of one warehouse. */
async function compileAll(calls: readonly Call[]) {
  const { warehouse, statements } = createWarehouse(() => ({ rows: [] }));
  const tools = createTools({ models });
  const context = createContext(warehouse, { access: ['WH-NORTH'] });
  for (const { name, args } of calls) await runTool(tools, name, args, context);
  return statements;
}

test('every payload is bound as a value: the statements are those of innocent words, and each holds the person’s warehouses', async () => {
  const known = new Set(
    (await compileAll(toCalls(toTwins(payloads.slice(0, 400))))).map(({ sql }) => toShape(sql)),
  );
  const calls = toCalls(payloads);
  const statements = await compileAll(calls);
  expect(statements.length).toBeGreaterThan(payloads.length / 2);
  const foreign = statements.filter(({ sql }) => !known.has(toShape(sql)));
  const wide = statements.filter(({ sql, parameters }) => {
    const bound = Object.values(parameters).some(({ value }) => JSON.stringify(value) === '["WH-NORTH"]');
    return !bound && ofWarehouses.test(sql) && !sql.includes('FROM replication_status');
  });
  expect(foreign.slice(0, 2).map(({ sql }) => sql)).toEqual([]);
  expect(wide.slice(0, 2).map(({ sql }) => sql)).toEqual([]);
  if (!havePublished) return;
  holdAttackCounts('arguments of tools, compiled', {
    ...{
      tried: countTexts(calls),
      leaked: wide.length,
      changed: null,
      executed: foreign.length,
      unaudited: null,
    },
  });
});
