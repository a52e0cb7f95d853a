import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { expect, it } from 'vitest';
import { sampleRecord, sampleResult } from '../export/testing/sample-record.ts';
import { setUp, turnId } from './testing/app-under-test.ts';

it('an export that fails on its way is cut off over the wire and logged; the next one is whole', async () => {
  const record = sampleRecord([sampleResult([['Bike', 1, true]])]);
  let fails = true;
  const turns = async function* () {
    yield* record.turns;
    if (fails) throw new Error('the store is gone');
  };
  const { app, lines } = setUp({ readConversation: async () => ({ ...record, turns: turns() }) });
  const server = createServer(getRequestListener(app.fetch)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const download = async () => {
    const headers = { Authorization: 'Bearer good' };
    return (await fetch(`http://127.0.0.1:${port}/api/export/${turnId}?format=csv`, { headers })).text();
  };
  await expect(download()).rejects.toThrow();
  expect(lines.filter((line) => line.includes('body is cut off'))).toHaveLength(1);
  fails = false;
  expect(await download()).toContain('Bike');
  server.close();
});
