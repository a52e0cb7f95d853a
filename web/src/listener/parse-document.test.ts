import { queryUsageSchema } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { parseDocument } from './parse-document.ts';

const timestamp = (iso: string) => ({ seconds: 0, nanoseconds: 0, toDate: () => new Date(iso) });

test('timestamps become dates wherever they are', () => {
  const data = { limit: 50, windowMs: 3_600_000, askedAt: [timestamp('2026-11-23T08:00:00Z')] };
  expect(parseDocument(queryUsageSchema, data)).toEqual({
    limit: 50,
    windowMs: 3_600_000,
    askedAt: [new Date('2026-11-23T08:00:00Z')],
  });
});

test('a document that is not of its schema is refused in a sentence for a person', () => {
  const parse = () => parseDocument(queryUsageSchema, { limit: 'many' });
  expect(parse).toThrow('A document is not what this page understands. Reload the page.');
  const cause = expect.objectContaining({ message: expect.stringContaining('limit') });
  expect(parse).toThrow(expect.objectContaining({ cause }));
});
