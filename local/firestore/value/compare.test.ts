import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText, compareValues } from './compare.ts';
import { parseValue } from './parse-value.ts';
import { toWireValue } from './to-wire.ts';
import type { Value } from './value.ts';

const key = fc.string({ minLength: 1, maxLength: 3 }).filter((text) => !/^__.*__$/s.test(text));
const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value; scalar: Value }>((tie) => ({
  scalar: fc.oneof(
    fc.constant<Value>({ type: 'null' }),
    fc.boolean().map((v): Value => ({ type: 'boolean', value: v })),
    fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n).map((v): Value => ({ type: 'integer', value: v })),
    fc.integer({ min: -3, max: 3 }).map((v): Value => ({ type: 'integer', value: BigInt(v) })),
    fc.double().map((v): Value => ({ type: 'double', value: v })),
    fc.integer({ min: -3, max: 3 }).map((v): Value => ({ type: 'double', value: v })),
    fc
      .tuple(fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }), fc.integer({ min: 0, max: 999_999 }))
      .map(([seconds, micros]): Value => ({ type: 'timestamp', value: { seconds, nanos: micros * 1000 } })),
    fc.string({ unit: 'grapheme' }).map((v): Value => ({ type: 'string', value: v })),
    fc.uint8Array({ maxLength: 4 }).map((v): Value => ({ type: 'bytes', value: Buffer.from(v) })),
    fc
      .constantFrom('a/b', 'a/b/c/d', 'a/B', 'a-/b')
      .map((v): Value => ({ type: 'reference', value: `projects/p/databases/d/documents/${v}` })),
    fc
      .tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }))
      .map(([latitude, longitude]): Value => ({ type: 'geopoint', latitude, longitude })),
  ),
  value: fc.oneof(
    { maxDepth: 2 },
    tie('scalar'),
    fc.array(tie('scalar'), { maxLength: 3 }).map((values): Value => ({ type: 'array', values })),
    fc
      .array(fc.tuple(key, tie('value')), { maxLength: 3 })
      .map((entries): Value => ({ type: 'map', fields: new Map(entries) })),
  ),
})).value;

test('any value is the same after a trip over the wire', () => {
  fc.assert(
    fc.property(value, (v) => {
      const wire = JSON.parse(JSON.stringify(toWireValue(v)));
      const back = parseValue(wire);
      expect(compareValues(back, v)).toBe(0);
      expect(toWireValue(back)).toEqual(wire);
    }),
    { numRuns: 500 },
  );
});

test('values have one total order', () => {
  fc.assert(
    fc.property(value, value, value, (a, b, c) => {
      expect(Math.sign(compareValues(a, b))).toBe(-Math.sign(compareValues(b, a)) + 0);
      const [x, y, z] = [a, b, c].sort(compareValues);
      if (x && y && z) expect(compareValues(x, z)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 1000 },
  );
});

test('text has the order of its UTF-8 bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(Math.sign(compareText(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});

test('types come in the documented order', () => {
  const inOrder: Value[] = [
    { type: 'null' },
    { type: 'boolean', value: false },
    { type: 'boolean', value: true },
    { type: 'double', value: Number.NaN },
    { type: 'double', value: Number.NEGATIVE_INFINITY },
    { type: 'integer', value: -1n },
    { type: 'double', value: 0.5 },
    { type: 'integer', value: 9_007_199_254_740_993n },
    { type: 'timestamp', value: { seconds: 0, nanos: 0 } },
    { type: 'string', value: '' },
    { type: 'string', value: '\uffff' },
    { type: 'string', value: '😀' },
    { type: 'bytes', value: Buffer.from([0]) },
    { type: 'reference', value: 'projects/p/databases/d/documents/a/__id2__' },
    { type: 'reference', value: 'projects/p/databases/d/documents/a/__id10__' },
    { type: 'reference', value: 'projects/p/databases/d/documents/a/A' },
    { type: 'reference', value: 'projects/p/databases/d/documents/a/A/b/c' },
    { type: 'reference', value: 'projects/p/databases/d/documents/a-/A' },
    { type: 'geopoint', latitude: 0, longitude: 1 },
    { type: 'array', values: [] },
    { type: 'array', values: [{ type: 'null' }] },
    parseValue({
      mapValue: {
        fields: {
          __type__: { stringValue: '__vector__' },
          value: { arrayValue: { values: [{ doubleValue: 9 }] } },
        },
      },
    }),
    { type: 'map', fields: new Map() },
    { type: 'map', fields: new Map([['a', { type: 'null' }]]) },
  ];
  for (const [index, a] of inOrder.entries()) {
    for (const b of inOrder.slice(index + 1))
      expect(compareValues(a, b), JSON.stringify([toWireValue(a), toWireValue(b)])).toBeLessThan(0);
  }
});
