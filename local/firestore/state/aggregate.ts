import type { FieldPath } from '../value/field-path.ts';
import { getField } from '../value/field-path.ts';
import type { Document, Value } from '../value/value.ts';

export type Aggregation = { alias: string } & (
  | { kind: 'count'; upTo: number | null }
  | { kind: 'sum' | 'avg'; field: FieldPath }
);

/**
 * Counts and adds over a query's results. Only numbers take part; a sum of nothing is 0 and a mean of nothing null. A
 * sum of integers is an integer until it leaves 64 bits, then a double.
 */
export function aggregate(documents: Document[], aggregation: Aggregation): Value {
  if (aggregation.kind === 'count') {
    return { type: 'integer', value: BigInt(Math.min(documents.length, aggregation.upTo ?? Infinity)) };
  }
  const numbers = documents.flatMap((document) => {
    const value = getField(document.fields, aggregation.field);
    return value?.type === 'integer' || value?.type === 'double' ? [value.value] : [];
  });
  if (aggregation.kind === 'avg') {
    if (numbers.length === 0) return { type: 'null' };
    return { type: 'double', value: Number(total(numbers)) / numbers.length };
  }
  const sum = total(numbers);
  if (typeof sum === 'bigint' && BigInt.asIntN(64, sum) === sum) return { type: 'integer', value: sum };
  return { type: 'double', value: Number(sum) };
}

function total(numbers: (bigint | number)[]): bigint | number {
  const integers = numbers
    .filter((value) => typeof value === 'bigint')
    .reduce((sum, value) => sum + value, 0n);
  const doubles = numbers.filter((value) => typeof value === 'number');
  return doubles.length === 0 ? integers : doubles.reduce((sum, value) => sum + value, Number(integers));
}
