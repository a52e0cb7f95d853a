import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { bundleFunctions, type FunctionsBundle } from '../scripts/deploy/bundle-functions.ts';
import { root } from '../scripts/root.ts';
import { signIn } from './person.ts';
import { type RunningSystem, startSystem } from './running-system.ts';

/** In the checkout, so that the framework is found; a deploy installs it. */
const folder = join(root, 'dist', 'functions-under-test');
const recordSchema = z.object({
  turns: z.array(z.object({ text: z.string(), steps: z.array(z.object({ status: z.string() })) })),
});

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
  expect(bundle.totalBytes).toBeLessThan(8_000_000);
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
  const reply = await fetch(retention.origin, {
    method: 'POST',
    body: '{"message":{"data":""}}',
    headers: {
      'Content-Type': 'application/json',
      'ce-id': '1',
      'ce-type': 'google.cloud.pubsub.topic.v1.messagePublished',
      'ce-source': '//pubsub.googleapis.com/projects/p/topics/retention',
      'ce-specversion': '1.0',
    },
  });
  expect(reply.status).toBe(204);
});
