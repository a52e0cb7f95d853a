import { expect, test } from 'vitest';
import { plainExclusions } from './plain-exclusions.ts';
import { rewrite } from './replace-with.ts';

test.each([
  ['revenue by brand, Tools aside', 'revenue by brand, without Tools'],
  ['pieces ordered by category, accessories out', 'pieces ordered by category, without accessories'],
  ['stock by category today, leave Halden Inc out', 'stock by category today, without Halden Inc'],
  ['margin last month if you take clothing out', 'margin last month without clothing'],
  ['margin last month, if we ignored the bikes', 'margin last month without bikes'],
  ['discount in 2025 if road frames don’t count', 'discount in 2025 without road frames'],
  ['revenue 2025 but don’t count wholesale', 'revenue 2025, without wholesale'],
  ['revenue with Outdoor left out', 'revenue without Outdoor'],
  ['take Outdoor out of last month’s revenue', 'last month’s revenue without Outdoor'],
  ['what if we take out Garden', 'without Garden'],
])('"%s" is "%s"', (spoken, plain) => {
  expect(rewrite(spoken, plainExclusions)).toBe(plain);
});

test.each([
  'stock by warehouse, which ones are out',
  'units by product, what sold out',
  'orders that went out',
  'drop the comparison',
  'revenue by brand, skip the chart',
  'what if demand doubles?',
])('"%s" leaves nothing out', (question) => {
  expect(rewrite(question, plainExclusions)).toBe(question);
});
