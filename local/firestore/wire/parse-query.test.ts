import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse-query.ts';

const parent = 'projects/p/databases/(default)/documents';
const isNull = { unaryFilter: { op: 'IS_NULL', field: { fieldPath: 'n' } } };
const parse = (query: object) => parseQuery(parent, { from: [{ collectionId: 'a' }], ...query });

const nest = (depth: number): object =>
  Array.from({ length: depth }).reduce<object>(
    (filter) => ({ compositeFilter: { op: 'AND', filters: [filter] } }),
    isNull,
  );
const field = (op: string) => ({
  fieldFilter: { op, field: { fieldPath: 'n' }, value: { integerValue: '1' } },
});

describe('a query', () => {
  it.each([
    [{ where: field('constructor') }, 'Unknown operator constructor.'],
    [
      { where: { unaryFilter: { ...isNull.unaryFilter, op: 'toString' } } },
      'Unknown unary operator toString.',
    ],
    [
      { where: { compositeFilter: { op: 'constructor', filters: [isNull] } } },
      'Unknown composite operator constructor.',
    ],
    [{ where: { compositeFilter: { op: 'AND' } } }, 'A composite filter has filters.'],
    [{ where: nest(20_000) }, 'A filter is nested 100 deep at most.'],
    [{ orderBy: [{ field: { fieldPath: 'n' }, direction: 'UP' }] }, 'Unknown direction UP.'],
  ])('is refused where it is no query of Firestore: %#', (query, message) => {
    expect(() => parse(query)).toThrow(expect.objectContaining({ status: 'INVALID_ARGUMENT', message }));
  });

  it('is nested as deep as a person nests it, in orders of both kinds', () => {
    const orderBy = [1, 'DESCENDING', 0, undefined].map((direction) => ({
      field: { fieldPath: 'n' },
      direction,
    }));
    const query = parse({ where: nest(99), orderBy });
    expect(query.orderBy.map(({ direction }) => direction)).toEqual(['asc', 'desc', 'asc', 'asc']);
  });
});
