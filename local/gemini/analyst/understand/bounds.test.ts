import { describe, expect, test } from 'vitest';
import { reads, sales } from '../test-reads.ts';

const bound = (op: string, value: number) =>
  sales({
    measures: ['revenue'],
    dimensions: ['region'],
    period: 'last month',
    orderBy: { by: 'revenue', direction: /above|least/.test(op) ? 'desc' : 'asc' },
    having: [{ measure: 'revenue', op, value }],
  });

/** A bound on a figure, in many wordings: each of them is the same read. */
const wordings: [concept: string, read: object, questions: string[]][] = [
  [
    'a bound from above',
    bound('above', 10_000),
    [
      'regions with revenue north of 10k last month',
      'regions exceeding 10,000 in revenue last month',
      'regions with revenue > 10k last month',
      'regions with revenue in excess of ten thousand last month',
      'regions that topped ten grand in revenue last month',
      'regions with revenue well above 10k last month',
      'regions with more than $10k revenue last month',
    ],
  ],
  [
    'a bound from above that holds its end',
    bound('at_least', 10_000),
    [
      'regions with upwards of 10k revenue last month',
      'regions with 10k+ revenue last month',
      'regions with revenue of 10k and up last month',
      'regions with revenue of no less than 10k last month',
      'regions with revenue ≥ 10,000 last month',
      'regions with a minimum of 10k revenue last month',
      'regions with revenue of 10k or more last month',
      'regions with revenue not below 10k last month',
    ],
  ],
  [
    'a bound from below',
    bound('below', 250),
    [
      'regions with revenue short of 250 last month',
      'regions with revenue < 250 last month',
      'regions with less than two hundred and fifty revenue last month',
      'regions with revenue south of 250 last month',
      'regions whose revenue did not reach 250 last month',
      'regions with revenue just under 250 last month',
    ],
  ],
  [
    'a bound from below that holds its end',
    bound('at_most', 250),
    [
      'regions with no more than 250 revenue last month',
      "regions whose revenue didn't exceed 250 last month",
      'regions with revenue up to 250 last month',
      'regions with revenue <= 250 last month',
      'regions with revenue of 250 or less last month',
      'regions with revenue of 250 at most last month',
      'regions with a maximum of 250 revenue last month',
    ],
  ],
  [
    'a bound says its figure by its unit or its verb',
    sales({
      measures: ['average_price'],
      dimensions: ['category'],
      period: 'last month',
      ...{ orderBy: { by: 'average_price', direction: 'desc' } },
      having: [{ measure: 'average_price', op: 'above', value: 15 }],
    }),
    [
      'categories where a unit sold for more than $15 on average last month',
      'which categories sold at more than 15 dollars a piece last month?',
      'categories sold above an average price of $15 last month',
    ],
  ],
  [
    'a bound in a sentence of its own is on what was asked before it',
    sales({
      measures: ['margin_rate', 'revenue'],
      dimensions: ['category'],
      period: 'last month',
      ...{ orderBy: { by: 'margin_rate', direction: 'desc' } },
      having: [{ measure: 'revenue', op: 'above', value: 900 }],
    }),
    [
      'categories with the best margin rate last month? Only count those whose revenue last month is above 900',
      'categories by margin rate last month, best first. Only those with revenue above 900',
    ],
  ],
  [
    'a bound on a number of customers is on them',
    sales({
      measures: ['customers'],
      dimensions: ['category'],
      period: 'last month',
      ...{ orderBy: { by: 'customers', direction: 'desc' } },
      having: [{ measure: 'customers', op: 'above', value: 2 }],
    }),
    [
      'which categories had more than 2 different buyers last month',
      'categories with over 2 distinct customers last month',
    ],
  ],
];

describe.each(wordings)('%s', (_, read, questions) => {
  test.each(questions)('"%s"', async (question) => {
    expect(await reads(question)).toContainEqual(read);
  });
});
