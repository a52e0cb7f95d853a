import type { Column } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { exampleScope } from '../../../fixtures/example-turn.ts';
import { nameCompared } from './name-compared.ts';
import { pickColumns } from './pick-columns.ts';
import { toLines } from './save-picture.ts';
import { toFigureNote } from './to-figure-note.ts';

const column = (name: string): Column => ({
  name,
  label: name,
  type: 'string',
  role: 'detail',
  unit: 'none',
  summable: false,
});

test('a figure says the dates, rows, warehouses and age of the data that it rests on', () => {
  const note = toFigureNote({ scope: exampleScope, rowCount: 36, rowsCut: 0 }, 'en-GB');
  expect(note.map((part) => part.replaceAll('\u2009', ' '))).toEqual([
    '1 Aug – 31 Oct 2026 (UTC)',
    '36 rows',
    'All warehouses',
    'Data as of 23 Nov 2026, 07:14',
  ]);
});

test('a figure over rows that were cut says how many there were', () => {
  expect(toFigureNote({ scope: exampleScope, rowCount: 10_000, rowsCut: 2_345 }, 'en-GB')).toContain(
    'first 10,000 of 12,345 rows',
  );
});

test('columns are picked in the order named, and unknown names are left out', () => {
  const picked = pickColumns(['b', 'x', 'a'], [column('a'), column('b')], [['1', '2']]);
  expect(picked).toEqual({ columns: [column('b'), column('a')], rows: [['2', '1']] });
});

test('a figure that stands beside its own of another period is named with its period', () => {
  const columns = ['Category', 'Revenue', 'Revenue, September 2026', 'Revenue margin'].map(column);
  const labels = nameCompared(columns, { label: 'October 2026 against September 2026' }).map(
    ({ label }) => label,
  );
  expect(labels).toEqual(['Category', 'Revenue, October 2026', 'Revenue, September 2026', 'Revenue margin']);
  expect(nameCompared(columns, null)).toEqual(columns);
});

test('the note of a picture breaks between its parts', () => {
  const measure = (text: string) => text.length;
  expect(toLines(['Aug 2026', '3 rows', 'All warehouses'], 20, measure, ' · ')).toEqual([
    'Aug 2026 · 3 rows',
    'All warehouses',
  ]);
  expect(toLines(['A part that is wider than the picture'], 20, measure, ' · ')).toHaveLength(1);
  expect(toLines('A title of many words'.split(' '), 10, measure, ' ')).toEqual(['A title of', 'many words']);
});
