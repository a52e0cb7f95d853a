import { rowsSchema } from '@tallyboard/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitRows } from './results.ts';

test('parts joined are the rows, and no part is larger than it may be unless a single row is', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 60 }), (rows) => {
      const parts = splitRows(rows, 200);
      expect(parts.flatMap((part) => rowsSchema.parse(JSON.parse(part)))).toEqual(rows);
      for (const part of parts) {
        const single = rowsSchema.parse(JSON.parse(part)).length <= 1;
        expect(single || Buffer.byteLength(part) <= 200).toBe(true);
      }
    }),
  );
});
