import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { toReliabilityPage } from './testing/reliability-page.ts';

test('docs/reliability.md is what "npm run generate" writes now', async () => {
  const page = await readFile(new URL('../../../docs/reliability.md', import.meta.url), 'utf8');
  expect(page, 'it is stale: run "npm run generate"').toBe(toReliabilityPage());
});
