import { expect, test } from 'vitest';
import { reads } from './test-reads.ts';

/** What people call a figure, and the figure that is read for it: `tool measure`. */
export type Sayings = Record<string, string[]>;

export function testSayings(sayings: Sayings): void {
  test.each(
    Object.entries(sayings).flatMap(([figure, asked]) => asked.map((question) => [question, figure])),
  )('"%s" asks for %s', async (question = '', figure = '') => {
    const [first] = await reads(question);
    const measures = first?.args.measures;
    const read = Array.isArray(measures) ? `${first?.name} ${measures.join(' ')}` : first?.name;
    expect(read).toBe(figure);
  });
}
