import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../e2e/person.ts';
import { type LocalServer, listen } from '../listen.ts';
import { createAdmin } from './testing/admin-client.ts';
import { startServer, type TestServer } from './testing/start-server.ts';

/** A page of another origin than the server, as the product's is when the browser speaks to Firestore's own port. */
let site: LocalServer;
let server: TestServer;
let browser: Browser;
let context: BrowserContext;
let count = 0;

beforeAll(async () => {
  const entry = fileURLToPath(new URL('./testing/page/page.ts', import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: 'esm' });
  const script = outputFiles[0]?.text ?? '';
  const html = '<!doctype html><meta charset="utf-8"><body><script type="module" src="/page.js"></script>';
  site = await listen(
    (request, response) => {
      const isScript = request.url?.startsWith('/page.js');
      response.setHeader(
        'Content-Type',
        isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
      );
      response.end(isScript ? script : html);
    },
    { name: 'The test page', port: 0, portSetting: 'nothing' },
  );
  server = await startServer();
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await site.close();
  await server.close();
});
beforeEach(async () => {
  context = await browser.newContext();
});
afterEach(() => context.close());

describe.each(['', '&polling'])('a page in Chromium, across origins%s', (mode) => {
  test('listens, writes, runs transactions; a second tab shares the cache', async () => {
    const project = `demo-browser-${process.pid}-${count++}`;
    const admin = createAdmin(server, project);
    const address = `${site.origin}/?port=${server.port}&project=${project}${mode}`;
    await admin.doc('rows/a').set({ n: 1, text: 'é😀' });
    const [first, second] = [await context.newPage(), await context.newPage()];
    await first.goto(address);
    await second.goto(address);
    for (const page of [first, second]) await page.getByText('["a=1"]').waitFor();
    await admin.doc('rows/b').set({ n: 2, text: '日本' });
    for (const page of [first, second]) await page.getByText('["a=1","b=2"]').waitFor();
    await first.getByRole('button', { name: 'set' }).click();
    for (const page of [first, second]) await page.getByText('["a=1","b=2","fromPage=7"]').waitFor();
    await second.getByRole('button', { name: 'add' }).click();
    await second.locator('#counter').getByText('1', { exact: true }).waitFor();
    await first.getByRole('button', { name: 'transact' }).click();
    await first.getByText('transact done').waitFor();
    for (const page of [first, second])
      await page.locator('#counter').getByText('11', { exact: true }).waitFor();
    expect((await admin.doc('counters/one').get()).get('n')).toBe(11);
    await admin.doc('rows/a').delete();
    for (const page of [first, second]) await page.getByText('["b=2","fromPage=7"]').waitFor();
  });
});

test('a page of another machine is refused', async () => {
  const response = await fetch(
    `http://127.0.0.1:${server.port}/v1/projects/p/databases/(default)/documents:commit`,
    {
      method: 'POST',
      headers: { origin: 'https://evil.example', authorization: 'Bearer owner' },
      body: '{}',
    },
  );
  expect(response.status).toBe(403);
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
});
