import { expect, test } from 'vitest';
import { measureSizes } from './measure-sizes.ts';

test('the first paint needs the entry and what it imports, each once; not what is loaded later', () => {
  const chunks = [
    { fileName: 'entry', isEntry: true, imports: ['a', 'b'], bytes: 1 },
    { fileName: 'a', isEntry: false, imports: ['b'], bytes: 10 },
    { fileName: 'b', isEntry: false, imports: ['a'], bytes: 100 },
    { fileName: 'later', isEntry: false, imports: ['a'], bytes: 1000 },
  ];
  expect(measureSizes(chunks)).toEqual({ firstPaint: 111, all: 1111 });
});
