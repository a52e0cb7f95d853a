import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureDistance } from './character-distance.ts';
import { macros } from './macros.ts';

let instance: DuckDBInstance;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const macro of macros.filter((each) => !each.includes('character_distance')))
    await connection.run(macro);
  connection.closeSync();
});
afterAll(() => instance.closeSync());

/** Billionths, as NUMERIC counts them. */
const billion = 10n ** 9n;
const toText = (units: bigint) => {
  const digits = (units < 0n ? -units : units).toString().padStart(10, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -9)}.${digits.slice(-9)}`;
};
/** Rounds half away from zero. */
const divide = (dividend: bigint, divisor: bigint) => {
  const negative = dividend < 0n !== divisor < 0n;
  const [n, d] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const quotient = (2n * n * billion + d) / (2n * d);
  return negative ? -quotient : quotient;
};

test('NUMERIC is divided exactly to nine digits', async () => {
  const connection = await instance.connect();
  const units = fc.bigInt({ min: -(10n ** 26n), max: 10n ** 26n });
  const divisor = units.filter((each) => (each < 0n ? -each : each) > 10n ** 5n);
  await fc.assert(
    fc.asyncProperty(units, divisor, async (a, b) => {
      const result = await connection.runAndReadAll(
        'SELECT CAST(numeric_divide(CAST($a AS DECIMAL(38,9)), CAST($b AS DECIMAL(38,9))) AS VARCHAR)',
        { a: toText(a), b: toText(b) },
      );
      expect(result.getRowsJson()).toEqual([[toText(divide(a, b))]]);
    }),
    { numRuns: 200 },
  );
  connection.closeSync();
});

test('the distance of texts counts characters', () => {
  expect(measureDistance([...'kitten'], [...'sitting'])).toBe(3);
  expect(measureDistance([...'😀é'], [...'é'])).toBe(1);
  expect(measureDistance([], [...'abc'])).toBe(3);
});
