import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { compared, is, monthly, reads, readsOf, sales, stock } from '../test-reads.ts';

const october = { measures: ['revenue'], period: 'last month' };

test.each<[string, object[]]>([
  [
    'sales last month and stock today of Bikes',
    [
      sales({ ...october, filters: is('category', 'Bikes') }),
      stock({ measures: ['on_hand'], period: 'today', filters: is('category', 'Bikes') }),
    ],
  ],
  [
    'sales last month and stock now by category',
    [
      sales({ ...october, dimensions: ['category'] }),
      stock({ measures: ['on_hand'], dimensions: ['category'], period: 'today' }),
    ],
  ],
  [
    'sales of Bikes in October and of Helmets in September',
    [
      sales({ measures: ['revenue'], period: '2026-10', filters: is('category', 'Bikes') }),
      sales({ measures: ['revenue'], period: '2026-09', filters: is('category', 'Helmets') }),
    ],
  ],
  [
    'average sales per month 2024 vs 2025',
    [
      sales({ measures: ['revenue'], grain: 'month', period: '2025' }),
      sales({ measures: ['revenue'], grain: 'month', period: '2024' }),
    ],
  ],
  [
    'revenue in May and the previous month',
    [monthly({ measures: ['revenue'], period: '2026-04-01..2026-05-31' })],
  ],
  [
    'margin rate by channel, and how has it changed since last year',
    [
      compared({
        ...{ measures: ['margin_rate'], dimension: 'channel' },
        ...{ period: 'year to date', compareTo: '2025-01-01..2025-11-23' },
      }),
    ],
  ],
  [
    'which region gained the most revenue between the first half of 2025 and the first half of 2026, and how much?',
    [
      compared({
        ...{ measures: ['revenue'], dimension: 'region' },
        ...{ period: 'H1 2026', compareTo: 'H1 2025' },
      }),
    ],
  ],
])('"%s" takes each time for what it stands beside', async (question, calls) => {
  expect(await reads(question)).toEqual(calls);
});

test.each([
  'returns by category last month and this year',
  'revenue in October, November so far and last November',
])('"%s" is of times that no rows hold by themselves', async (question) => {
  const [turn] = await askAnalyst([question]);
  expect(turn?.text).toMatch(/do not know what to make of/);
});

test('a day is told beside a month, and not as a fall from it', async () => {
  const [turn] = await askAnalyst(['revenue today and last month']);
  expect(turn?.text).toMatch(/\*\*Revenue: .* today, .* in October 2026\*\*/);
  expect(turn?.text).not.toMatch(/fell|rose/);
});

const bikesAndHelmets = [
  sales({ measures: ['revenue'], period: '2026-10', filters: is('category', 'Bikes') }),
  sales({ measures: ['revenue'], period: '2026-09', filters: is('category', 'Helmets') }),
];

test.each([
  'Compare Bikes in October with Helmets in September',
  'Did we sell more Bikes in October than Helmets in September?',
  'Was October better for Bikes than September was for Helmets?',
  'What is the difference between Bikes in October and Helmets in September?',
  'Bikes in October versus Helmets in September: which made more?',
])('%j reads each of the two in its own time', async (question) => {
  expect(await reads(question)).toMatchObject(bikesAndHelmets);
});

test('Yes or no is of the two, each in its own time', async () => {
  const [turn] = await askAnalyst(['Did Bikes make more in October than Helmets in September?']);
  expect(turn?.text).toMatch(/^\*\*(?:Yes|No|Both), .* in (?:October|September) 2026 /);
});

test('A time that is said twice is one, and two times of one place are of both', async () => {
  expect(await reads('Compare Bikes in October with Helmets in October')).toMatchObject([
    sales({ dimensions: ['category'], period: '2026-10', filters: is('category', 'Bikes', 'Helmets') }),
  ]);
  expect(await reads('Compare Bikes and Helmets in October with September')).toMatchObject([
    compared({ period: '2026-10', compareTo: '2026-09', filters: is('category', 'Bikes', 'Helmets') }),
  ]);
});

test('A follow-up of two sides is of both of them', async () => {
  expect(
    await readsOf(['Compare Bikes in October with Helmets in September', 'and in units?']),
  ).toMatchObject([
    sales({ measures: ['units'], period: '2026-10', filters: is('category', 'Bikes') }),
    sales({ measures: ['units'], period: '2026-09', filters: is('category', 'Helmets') }),
  ]);
});

test.each([
  'Compare Bikes in October with Helmets in September by channel',
  'How did Bikes in October compare with Helmets in October and September?',
  'Did Bikes sell more than Helmets in both October and September?',
])('%j is refused', async (question) => {
  expect(await reads(question)).toEqual([]);
});

test('Two months in a row of what is set against another are one stretch of both', async () => {
  const [first] = await reads('How do sales in Europe in July and August compare with Asia?');
  expect(first?.args).toMatchObject({ dimensions: ['region'], period: '2026-07-01..2026-08-31' });
});

test('what happened to a figure between two months is how the later one differs from the earlier', async () => {
  const [first] = await reads('what happened to revenue by category between September and October?');
  expect(first).toMatchObject(compared({ dimension: 'category', period: '2026-10', compareTo: '2026-09' }));
});

test('a list of what sold more than before has what grew', async () => {
  const [listed, which] = [
    await reads('list the products that sold more this quarter than last'),
    await reads('which products sold more this quarter than last?'),
  ];
  expect(listed).toEqual(which);
});
