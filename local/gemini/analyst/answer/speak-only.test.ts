import { expect, test } from 'vitest';
import type { DataQuestion, Filter } from '../question/question.ts';
import { speakNotOnly, speakOnly } from './speak-only.ts';

const is = (dimension: string, ...values: string[]): Filter => ({ dimension, op: 'is', values });

function speak(
  filters: Filter[],
  said = 'Helmets lead (revenue in October 2026).',
  rows: Partial<DataQuestion> = {},
): string {
  return speakOnly({ filters, sides: [], ...rows } as unknown as DataQuestion, said);
}

test.each<[Filter[], string]>([
  [[is('category', 'Kitchen'), is('channel', 'online')], 'Only Kitchen, online.'],
  [[is('brand', 'Ardon', 'Nova')], 'Only Ardon and Nova.'],
  [
    [is('category', 'Kitchen'), { dimension: 'brand', op: 'is_not', values: ['Ardon'] }],
    'Only Kitchen, without Ardon.',
  ],
  [[{ dimension: 'channel', op: 'is_not', values: ['online'] }], 'Without online.'],
  [[is('product', 'a', 'b', 'c', 'd')], 'Only the four products named before.'],
  [[is('supplier', 'Pacific Rim Co.')], 'Only Pacific Rim Co.'],
  [
    [{ dimension: 'customer', op: 'contains', values: ['Laurentide'] }],
    'Only customers with "Laurentide" in their name.',
  ],
  [[is('year_made', '2024')], 'Only year made 2024.'],
])('what rows are narrowed to is said: %j', (filters, said) => {
  expect(speak(filters)).toBe(said);
});

test('what the answer says already is not said again', () => {
  expect(speak([is('category', 'Kitchen')], 'Revenue of kitchen was $1.')).toBe('');
  expect(speak([is('brand', 'Ardon', 'Nova')], 'Ardon leads Nova.')).toBe('');
  expect(speak([is('region', 'East')], 'Ardon sold least.')).toBe('Only East.');
});

const list = 'Ardon leads.\n1. Ardon: $2\n2. Nova: $1';

test('of several that were told before and are only listed it is said that they are not all', () => {
  expect(speak([is('brand', 'Ardon', 'Nova')], list, { ofRows: ['brand'] })).toBe('Only these two brands.');
});

test('of those that were asked for by their names it is not', () => {
  expect(speak([is('brand', 'Ardon', 'Nova')], list)).toBe('');
});

test('of an answer without filters nothing is said', () => {
  expect(speak([])).toBe('');
});

test.each([
  [[is('category', 'Kitchen')], 'Of everything, not only Kitchen.'],
  [[is('supplier', 'Pacific Rim Co.')], 'Of everything, not only Pacific Rim Co.'],
  [[is('product', 'Hedge Trimmer 55 cm')], 'Of everything, not only the product named before.'],
  [[], ''],
])('what rows are no longer narrowed to is said: %j', (filters, said) => {
  expect(speakNotOnly(filters)).toBe(said);
});
