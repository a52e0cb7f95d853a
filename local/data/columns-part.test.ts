import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readTableDefinitions } from '../bigquery/catalog/table-definitions.ts';
import { toColumnsPart } from './columns-part.ts';

const root = join(import.meta.dirname, '../..');

it('docs/data-model.md has the columns of every table', async () => {
  const part = toColumnsPart(await readTableDefinitions(join(root, 'bigquery', 'tables')));
  expect(part).toContain('| `net_amount` | NUMERIC(18, 6) |  | quantity x unit_price - discount_amount |');
  expect(part).toContain('| `customer_id` | STRING | yes |  |');
  expect(readFileSync(join(root, 'docs', 'data-model.md'), 'utf8'), 'run npm run generate').toContain(part);
});
