import { expect, test } from 'vitest';
import { type Candidate, rankMatches } from './catalog-search.ts';

test('what is asked for in the plural is found by the beginning of its name in the singular', () => {
  const candidates: Candidate[] = [
    ['customer_segment', 'Veterinary', 'Veterinary', null, 1],
    ['customer_segment', 'Hospitals', 'Hospitals', null, 1],
  ];
  expect(rankMatches('vets', candidates).map(({ name, match }) => [name, match])).toEqual([
    ['Veterinary', 'similar'],
  ]);
});
