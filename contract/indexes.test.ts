import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { toFirestoreSchema } from './to-firestore-schema.ts';

const indexesSchema = z.object({
  fieldOverrides: z.array(
    z.object({ collectionGroup: z.string(), fieldPath: z.string(), ttl: z.boolean().default(false) }),
  ),
});

test('every kind of document that expires has a TTL policy, and no other', async () => {
  const file = await readFile(new URL('../firestore.indexes.json', import.meta.url), 'utf8');
  const { fieldOverrides } = indexesSchema.parse(JSON.parse(file));
  const policies = fieldOverrides.filter(({ ttl }) => ttl);
  const expiring = Object.entries(toFirestoreSchema().documents).flatMap(([path, schema]) =>
    'expiresAt' in z.object({ properties: z.record(z.string(), z.unknown()) }).parse(schema).properties
      ? [path.split('/').at(-2)]
      : [],
  );
  // What the functions keep for themselves is in no contract.
  expect(policies.map(({ collectionGroup }) => collectionGroup).sort()).toEqual(
    [...new Set([...expiring, 'private'])].sort(),
  );
  expect(new Set(policies.map(({ fieldPath }) => fieldPath))).toEqual(new Set(['expiresAt']));
});
