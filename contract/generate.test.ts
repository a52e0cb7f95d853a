import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { generateContract } from './generate.ts';

it('the generated files are what "npm run generate" writes now', async () => {
  for (const { url, text } of await generateContract()) {
    expect(await readFile(url, 'utf8'), `${url.pathname} is stale: run "npm run generate"`).toBe(text);
  }
});

it('the interface has every route, and names no status without a body', async () => {
  const files = await generateContract();
  const openapi = files.find(({ url }) => url.pathname.endsWith('openapi.yaml'))?.text ?? '';
  const paths = [...openapi.matchAll(/^ {2}(\/api\/\S+):$/gm)].map(([, path]) => path);
  expect(paths).toEqual([
    '/api/health',
    '/api/config',
    '/api/session',
    '/api/sso-logout',
    '/api/csp-report',
    '/api/chat',
    '/api/conversations/{conversationId}/turns/{turnId}/cancel',
    '/api/conversations/{conversationId}/turns/{turnId}/feedback',
    '/api/conversations/{conversationId}',
    '/api/export/{conversationId}',
    '/api/overview',
    '/api/conversations/{conversationId}/turns/{turnId}/results/{resultId}/rerun',
  ]);
});
