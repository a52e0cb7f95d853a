import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalServer, listen } from '../listen.ts';
import { matchRewrite, parseHostingRules, toHeaders } from './hosting-rules.ts';
import { createHostingServer } from './hosting-server.ts';

const warnings: string[] = [];
const logger = pino({ level: 'warn' }, { write: (line) => warnings.push(line) });

describe('the hosting server', () => {
  let folder: string;
  let api: LocalServer;
  let hosting: LocalServer;
  let apiOrigin: string | null = null;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hosting-'));
    await mkdir(join(folder, 'dist', 'assets'), { recursive: true });
    await writeFile(join(folder, 'dist', 'index.html'), '<h1>Tallyboard</h1>');
    await writeFile(join(folder, 'dist', 'assets', 'app-1a2b.js'), 'export const a = 1;');
    await writeFile(join(folder, 'dist', '.built-from'), 'a hash');
    await writeFile(
      join(folder, 'firebase.json'),
      JSON.stringify({
        hosting: {
          public: 'dist',
          ignore: ['firebase.json', '**/.*'],
          rewrites: [
            { source: '/api/**', run: { serviceId: 'api', region: 'europe-west1' } },
            { source: '!/@(assets)/**', destination: '/index.html' },
          ],
          headers: [
            {
              source: '**',
              headers: [
                {
                  key: 'Content-Security-Policy',
                  value: "default-src 'self'; connect-src 'self'; img-src data:",
                },
              ],
            },
            { source: '/assets/**', headers: [{ key: 'Cache-Control', value: 'immutable' }] },
          ],
        },
      }),
    );
    api = await listen((request, response) => response.end(`${request.method} ${request.url}`), {
      name: 'api',
      port: 0,
      portSetting: 'API_PORT',
    });
    hosting = await createHostingServer({
      port: 0,
      firebaseJson: join(folder, 'firebase.json'),
      findService: () => apiOrigin,
      connectOrigins: () => ['http://127.0.0.1:1'],
      logger,
    });
  });
  afterAll(async () => {
    await Promise.all([hosting.close(), api.close()]);
    await rm(folder, { recursive: true });
  });

  it('serves files with the headers of every rule that matches', async () => {
    const response = await fetch(`${hosting.origin}/assets/app-1a2b.js`);
    expect(await response.text()).toBe('export const a = 1;');
    expect(response.headers.get('cache-control')).toBe('immutable');
  });

  it('answers an unknown path with the page, so that deep links work', async () => {
    const response = await fetch(`${hosting.origin}/c/abcdefghijklmnop`);
    expect(await response.text()).toBe('<h1>Tallyboard</h1>');
  });

  it('serves no file that a deploy leaves out', async () => {
    expect(await (await fetch(`${hosting.origin}/.built-from`)).text()).toBe('<h1>Tallyboard</h1>');
  });

  it('answers 404 for a file of another version, and not the page in its place', async () => {
    const response = await fetch(`${hosting.origin}/assets/app-0000.js`);
    expect(response.status).toBe(404);
  });

  it('lets the page connect to the servers of this machine', async () => {
    const response = await fetch(hosting.origin);
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'self'; connect-src 'self' http://127.0.0.1:1; img-src data:",
    );
  });

  it('answers 503 for a service that is not ready, then passes requests on to it', async () => {
    apiOrigin = null;
    expect((await fetch(`${hosting.origin}/api/health`)).status).toBe(503);
    apiOrigin = api.origin;
    const response = await fetch(`${hosting.origin}/api/chat?x=1`, { method: 'POST', body: 'b' });
    expect(await response.text()).toBe('POST /api/chat?x=1');
  });

  it.each(['GET', 'POST'])('blames no service for a request that is given up: %s', async (method) => {
    const arrived = Promise.withResolvers<void>();
    const slow = await listen(() => arrived.resolve(), { name: 'slow', port: 0, portSetting: 'API_PORT' });
    apiOrigin = slow.origin;
    warnings.splice(0);
    const controller = new AbortController();
    const body = method === 'POST' ? '{}' : undefined;
    const asked = fetch(`${hosting.origin}/api/chat`, { method, body, signal: controller.signal });
    await arrived.promise;
    controller.abort();
    await expect(asked).rejects.toThrow('aborted');
    await slow.close();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(warnings).toEqual([]);
  });

  it('answers 503 for a service that has just died', async () => {
    apiOrigin = 'http://127.0.0.1:1';
    const response = await fetch(`${hosting.origin}/api/health`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: 'unavailable' });
  });

  it('names the port and the setting when the port is busy', async () => {
    const occupant = createServer();
    await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
    const address = occupant.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(listen(() => {}, { name: 'the page', port, portSetting: 'WEB_PORT' })).rejects.toThrow(
      `Port ${port} is busy, and the page needs it. Stop what listens there, or set WEB_PORT to another port.`,
    );
    occupant.close();
  });
});

describe('the rewrites of firebase.json', () => {
  const file = JSON.parse(readFileSync(new URL('../../firebase.json', import.meta.url), 'utf8'));
  const rules = parseHostingRules(file);

  it.each([
    ['/', 'index.html'],
    ['/signed-in', 'index.html'],
    ['/c/abcdefghijklmnop', 'index.html'],
    ['/api/health', 'api'],
    ['/assets/index-1a2b3c4d.js', null],
  ])('%s is %s', (path, expected) => {
    const rewrite = matchRewrite(rules, path);
    expect(rewrite?.kind === 'file' ? rewrite.path.slice(1) : (rewrite?.serviceId ?? null)).toBe(expected);
  });
});

describe('the policy of firebase.json', () => {
  const file = JSON.parse(readFileSync(new URL('../../firebase.json', import.meta.url), 'utf8'));
  const headers = toHeaders(parseHostingRules(file), '/c/abcdefghijklmnop', []);
  const policy = new Map(
    (headers.get('content-security-policy') ?? '').split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );

  it('runs no scripts, styles or frames but the page’s own, and lets nobody frame it', () => {
    expect(Object.fromEntries(policy)).toMatchObject({
      ...{ 'default-src': "'none'", 'script-src': "'self'", 'style-src': "'self'", 'base-uri': "'none'" },
      ...{ 'form-action': "'none'", 'frame-ancestors': "'none'", 'report-uri': '/api/csp-report' },
    });
    for (const name of ['script-src-elem', 'script-src-attr', 'object-src', 'frame-src', 'worker-src']) {
      expect(policy.has(name), name).toBe(false);
    }
  });

  it('loads pictures from nowhere else, and talks to Google’s endpoints of Firebase alone', () => {
    expect(policy.get('img-src')).toBe("'self' data: blob:");
    const foreign = (policy.get('connect-src') ?? '')
      .split(' ')
      .filter((source) => !['', "'self'"].includes(source));
    expect(foreign.length).toBeGreaterThan(0);
    for (const source of foreign) expect(source).toMatch(/^https:\/\/[a-z]+\.googleapis\.com$/);
  });

  it('keeps browsers from sniffing, from telling where a person was, and from plain HTTP', () => {
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=31536000/);
  });
});
