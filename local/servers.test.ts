import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createBigqueryServer } from './bigquery/bigquery-server.ts';
import { createWarehouseFolder, tablesFolder } from './bigquery/testing/tiny-warehouse.ts';
import { createFirestoreServer } from './firestore/firestore-server.ts';
import { openRules } from './firestore/testing/start-server.ts';
import { verifyUnsigned } from './firestore/testing/verify-unsigned.ts';
import { createGeminiServer } from './gemini/gemini-server.ts';
import { createHostingServer } from './hosting/hosting-server.ts';
import { createIdentityServer } from './identity/identity-server.ts';
import type { LocalServer } from './listen.ts';

const lines: string[] = [];
const logger = pino({ level: 'debug' }, { write: (line) => lines.push(line) });
const lineSchema = z.object({
  level: z.number(),
  server: z.string(),
  method: z.string(),
  path: z.string(),
  status: z.number(),
  ms: z.number(),
});

let folder: string;
let warehouseFolder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'servers-'));
  warehouseFolder = await createWarehouseFolder();
  await writeFile(join(folder, 'firestore.rules'), openRules);
  await writeFile(join(folder, 'firebase.json'), JSON.stringify({ hosting: { public: '.' } }));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await rm(warehouseFolder, { recursive: true });
});

const servers: Record<string, () => Promise<LocalServer>> = {
  hosting: () =>
    createHostingServer({
      port: 0,
      firebaseJson: join(folder, 'firebase.json'),
      findService: () => null,
      connectOrigins: () => [],
      logger,
    }),
  firestore: () =>
    createFirestoreServer({
      port: 0,
      file: join(folder, 'firestore.sqlite'),
      rulesFile: join(folder, 'firestore.rules'),
      indexesFile: null,
      verifyToken: verifyUnsigned,
      logger,
    }),
  bigquery: () =>
    createBigqueryServer({
      port: 0,
      projectId: 'demo-test',
      dataset: 'tallyboard',
      warehouseFolder,
      tablesFolder,
      logger,
    }),
  gemini: () => createGeminiServer({ port: 0, logger, brain: { name: 'none', async *answer() {} } }),
  identity: () =>
    createIdentityServer({ port: 0, projectId: 'demo-test', pageOrigin: 'http://127.0.0.1:4800', logger }),
};

describe.each(Object.entries(servers))('the %s server', (name, start) => {
  it('answers a health check on loopback and no other name, logs it once at debug, and stops while a request is only half there', async () => {
    const server = await start();
    expect(server.origin).toBe(`http://127.0.0.1:${server.port}`);
    lines.splice(0);
    const reply = await fetch(`${server.origin}/health?key=secret`);
    expect(reply.status).toBe(200);
    await reply.text();
    const logged = () => lines.flatMap((line) => lineSchema.safeParse(JSON.parse(line)).data ?? []);
    await expect.poll(logged).toHaveLength(1);
    expect(logged()).toMatchObject([
      { level: 20, server: name, method: 'GET', path: '/health', status: 200 },
    ]);

    const half = sendHalfARequest(server.port);
    await half.sent;
    expect(await readStatus(server.port, 'localhost:1')).toBe(200);
    expect(await readStatus(server.port, 'rebound.example')).toBe(403);
    await server.close();
    await half.ended;
    await expect(fetch(`${server.origin}/health`)).rejects.toThrow();
  });
});

/** The status of a health check by a page that calls this machine by the name of its own host. */
function readStatus(port: number, host: string): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  request({ host: '127.0.0.1', port, path: '/health', headers: { host }, agent: false })
    .on('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    })
    .on('error', reject)
    .end();
  return promise;
}

/** A client that will never finish: it must not keep the server. */
function sendHalfARequest(port: number) {
  const sent = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const socket = connect(port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\n', () => sent.resolve());
  socket.on('error', () => {});
  socket.on('close', () => ended.resolve());
  return { sent: sent.promise, ended: ended.promise };
}
