import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { sendCleanUp } from '../local/functions/send-clean-up.ts';
import { bundleFunctions, type FunctionsBundle } from '../scripts/deploy/bundle-functions.ts';
import { root } from '../scripts/root.ts';
import { signIn } from './person.ts';
import { type RunningSystem, startSystem } from './running-system.ts';

/** In the checkout, so that the framework is found; a deploy installs it. */
const folder = join(root, 'dist', 'functions-under-test');
const recordSchema = z.object({
  turns: z.array(z.object({ text: z.string(), steps: z.array(z.object({ status: z.string() })) })),
});

const logLineSchema = z.looseObject({
  message: z.string().default(''),
  httpRequest: z.looseObject({}).optional(),
});
/** The file of the bundle that holds the turn. */
async function findAnswers(): Promise<string> {
  const files = await readdir(join(folder, 'functions', 'src'));
  return files.find((file) => file.startsWith('open-answers') && file.endsWith('.js')) ?? '';
}

let system: RunningSystem;
let bundle: FunctionsBundle;
beforeAll(async () => {
  bundle = await bundleFunctions(root, folder);
  system = await startSystem();
}, 90_000);
afterAll(async () => {
  await system?.close();
  await rm(folder, { recursive: true, force: true });
});

test('the start of the bundle stays small: what it reads costs time before the first answer', () => {
  expect(bundle.startBytes).toBeLessThan(800_000);
  expect(bundle.totalBytes).toBeLessThan(5_500_000);
});

test('a deploy installs one library: all others are in the bundle', async () => {
  const { dependencies, main } = z
    .object({ dependencies: z.record(z.string(), z.string()), main: z.string() })
    .parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
  expect(Object.keys(dependencies)).toEqual(['@google-cloud/functions-framework']);
  expect((await readFile(join(folder, main), 'utf8')).length).toBeGreaterThan(0);
});

test('the bundle signs a person in, answers with a read, and shows the overview', async () => {
  const call = { name: 'get_sales_by_month', args: { months: 3 } };
  system.setScript([
    { when: { round: 0 }, stream: [{ call }] },
    { repeat: true, stream: [{ text: 'Good.' }] },
  ]);
  const api = await system.startFunction({}, 'api', folder);
  const client = (await signIn(system, api.origin, 'analyst')).at(api.origin);
  const turnId = crypto.randomUUID();
  expect(await client.ask({ turnId, message: 'Sales?' })).toMatchObject({ reply: { status: 'completed' } });
  const record = recordSchema.parse(await (await client.get(`/api/export/${turnId}?format=json`)).json());
  expect(record.turns).toMatchObject([{ text: 'Good.', steps: [{ status: 'done' }] }]);
  expect((await client.get('/api/overview')).status).toBe(200);
});

test('the clean-up of the bundle runs on an event of Pub/Sub', async () => {
  const retention = await system.startFunction({}, 'retention', folder);
  const reply = await sendCleanUp(retention.origin);
  expect(reply.status).toBe(204);
});

test('every metric of docs/operations.md finds its message and its fields in what the functions log', async () => {
  // What a process wrote last comes after its reply.
  await expect.poll(() => system.log.some((line) => line.includes('"Clean-up done"'))).toBe(true);
  const lines = system.log.flatMap((line) =>
    line.startsWith('{') ? [logLineSchema.parse(JSON.parse(line))] : [],
  );
  const page = await readFile(join(root, 'docs', 'operations.md'), 'utf8');
  const rows = page.split('\n').filter((line) => line.includes('| `jsonPayload.message='));
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) {
    const [, equal, start] = /message="([^"]+)"|message=~"([^"]+)"/.exec(row) ?? [];
    const pattern = start === undefined ? undefined : new RegExp(start.replaceAll('\\|', '|'));
    const found = lines.filter(({ message }) => pattern?.test(message) ?? message === equal);
    expect(found, row).not.toEqual([]);
    const fields = [...row.matchAll(/`(?:jsonPayload\.|(httpRequest)\.)(\w+)`/g)];
    expect(row.includes('| count |') || fields.length > 0, row).toBe(true);
    for (const [, group, name = ''] of fields) {
      const holders = group === undefined ? found : found.map(({ httpRequest }) => httpRequest ?? {});
      expect(
        holders.some((holder) => name in holder),
        `${name} in ${row}`,
      ).toBe(true);
    }
  }
  const code = await readFile(join(folder, 'functions', 'src', await findAnswers()), 'utf8');
  for (const [, first, second] of page.matchAll(/error with `([^`]+)` or `([^`]+)`/g)) {
    expect([code.includes(`"${first}"`), code.includes(`"${second}"`)]).toEqual([true, true]);
  }
});
