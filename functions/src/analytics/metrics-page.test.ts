import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { toMetricsPage } from './metrics-page.ts';
import { readModels } from './read-models.ts';

test('docs/metrics.md is what the models say', async () => {
  const models = await readModels(new URL('../../../bigquery/models/', import.meta.url));
  const page = await readFile(new URL('../../../docs/metrics.md', import.meta.url), 'utf8');
  expect(page, 'run npm run generate').toBe(toMetricsPage(models));
});
