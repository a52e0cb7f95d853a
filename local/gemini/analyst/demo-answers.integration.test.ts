import { expect, test } from 'vitest';
import { useDemoAnalyst } from './test-demo.ts';

/** The product's own tools on the demo company: what the analyst writes must be proved by the product's own check. */
const analyst = useDemoAnalyst();

test.each([
  "Compare the last three months' sales",
  'compare the last three months sales, by region',
  'Show inventory reorder recommendations',
  'top 10 products by gross margin this year',
  'How did revenue develop over the last two years?',
  'compare this year to last year by category',
  'Which category grew most last month?',
  'What share of sales is online?',
  'stock value by warehouse and category',
  'products with stock below 100',
  'year over year revenue growth by month',
  'Why did kitchen sales change in September?',
  'how are we doing?',
  'margin rate by brand, lowest first',
  'profit per order last quarter',
  'sales per day last week',
  'how did stock develop since June?',
  'returns and return rate by subcategory last quarter',
  'days of cover by category',
  'How many products does each supplier have?',
])('"%s" is answered with a drawing, without a failed call, and every figure is proved', async (question) => {
  const { failures, unproved, figures, drawn } = await analyst.ask(question);
  expect(failures).toEqual([]);
  expect(unproved).toEqual([]);
  expect(figures).toBeGreaterThan(0);
  expect(drawn).toBeGreaterThan(0);
});

test('a series of over a year is told against the same month a year before, not from its first month', async () => {
  const { text, unproved } = await analyst.ask('revenue by month since January 2025');
  expect(text).toMatch(/^\*\*Revenue (rose|fell) [\d.]+% from October 2025 to October 2026\*\*/);
  expect(unproved).toEqual([]);
});

test('who asks why figures fell that rose is told so first', async () => {
  const rose = await analyst.ask('why did sales fall in March 2026?');
  expect(rose.text).toMatch(/^\*\*Revenue did not fall\.\*\* Revenue rose/);
  expect(rose.unproved).toEqual([]);
});

test('"its" in the second half of a question is the winner of the first half', async () => {
  const { text } = await analyst.ask('which category sells best and what is its margin rate?');
  const [, winner = ''] = /^\*\*(.+?) leads with/.exec(text) ?? [];
  expect(winner).not.toBe('');
  expect(text).toMatch(new RegExp(`Margin rate was [\\d.]+%.+Category is ${winner}`));
});

test('rows of an answer are left behind with the group that they were rows of', async () => {
  const asked = ['Top 3 Kitchen brands by margin this year', 'and if you rank them by units sold?'];
  const ofThem = await analyst.ask(...asked);
  expect(ofThem.calls).toContainEqual({
    name: 'query_sales',
    args: expect.objectContaining({
      filters: [
        { dimension: 'category', op: 'is', values: ['Kitchen'] },
        { dimension: 'brand', op: 'is', values: expect.arrayContaining([expect.any(String)]) },
      ],
    }),
  });
  const ofOthers = await analyst.ask(...asked, 'What about Home?');
  expect(ofOthers.calls).toContainEqual({
    name: 'query_sales',
    args: expect.objectContaining({
      dimensions: ['brand'],
      limit: 3,
      filters: [{ dimension: 'category', op: 'is', values: ['Home'] }],
    }),
  });
});

test('the total of a list of orders is the sum of their value', async () => {
  const { text, calls } = await analyst.ask('which purchase orders are late?', 'total value of those?');
  expect(calls.at(-1)).toMatchObject({ name: 'show_visualization' });
  expect(text).toMatch(/^\*\*Value late is \$[\d,.]+\*\*/);
});

test('lapsed and new customers are counted, and the first are named with what they bought', async () => {
  const lapsed = await analyst.ask(
    'which customers bought last year but have not ordered since 16 November?',
  );
  expect(lapsed.text).toMatch(
    /^\*\*Lapsed customers: \d+\*\* \(with orders in 2025 and none from 16 .+\)\. Together: orders/,
  );
  const recent = await analyst.ask('how many new customers this year?');
  expect(recent.text).toMatch(/^\*\*New customers: \d+\*\*/);
  for (const { failures, unproved, drawn } of [lapsed, recent]) {
    expect(failures).toEqual([]);
    expect(unproved).toEqual([]);
    expect(drawn).toBeGreaterThan(0);
  }
});

test('a supposition is not computed as if it were not there', async () => {
  const { text, figures } = await analyst.ask('if sales grow 10% next month, what will revenue be?');
  expect(text).toContain('"if"');
  expect(figures).toBe(0);
});

test('of names set against each other none is asked of figures that are not kept by its kind', async () => {
  const { failures, text } = await analyst.ask('days of cover, online or Sacramento?');
  expect(failures).toEqual([]);
  expect(text).toContain('channel');
});

test.each([
  [
    'share of online in revenue by month this year',
    /^\*\*The share of online in revenue (rose|fell) from [\d.]+% in January 2026 to [\d.]+% in October 2026/,
  ],
  [
    'has the share of online grown over the last 4 quarters?',
    /online in revenue (rose|fell) from [\d.]+% in Q4 2025 to [\d.]+% in Q3 2026/,
  ],
  [
    "Outdoor's share of revenue, 2025 vs 2024",
    /^\*\*The share of Outdoor in revenue (rose|fell) from [\d.]+% in 2024 to [\d.]+% in 2025/,
  ],
  [
    'in which category is the share of online lowest this year?',
    /^\*\*The share of online in revenue is lowest in/,
  ],
  [
    'how did the channel mix change between 2024 and 2025?',
    /moved most: it (rose|fell) from [\d.]+% in 2024 to [\d.]+% in 2025/,
  ],
])('"%s" is told in shares, and all are proved', async (question, told) => {
  const { text, unproved, failures } = await analyst.ask(question);
  expect(text).toMatch(told);
  expect(unproved).toEqual([]);
  expect(failures).toEqual([]);
});

test('the best month of each channel is no ranking of channels', async () => {
  const { text, unproved } = await analyst.ask('in which month did each channel sell best last year?');
  expect(text).toMatch(/^\*\*The highest month by revenue in each channel in 2025/);
  expect(text).toMatch(/\*\*online\*\*: \w+ 2025 \$[\d,]+/);
  expect(unproved).toEqual([]);
});

test('a quotient by month and member is told of one member, up to its last whole month', async () => {
  const { text, unproved } = await analyst.ask('profit per order by channel and month this year');
  expect(text).toMatch(
    /^\*\*Gross margin per order of \w+ (rose|fell) from \$[\d.]+ \(January 2026\) to \$[\d.]+ \(October 2026\)/,
  );
  expect(unproved).toEqual([]);
});

test('a quotient by member is not compared between two times as if it were a total', async () => {
  const { text, figures } = await analyst.ask('orders per customer by segment this year vs last year');
  expect(text).toContain('no way to compare a quotient by customer segment');
  expect(figures).toBe(0);
});

test.each([
  ['did sales grow last month?', 'did sales fall last month?'],
  ['did revenue rise from September to October?', 'did revenue fall from September to October?'],
  ['did we sell more in September than in October?', 'did we sell less in September than in October?'],
  ['do we sell more online than in stores?', 'do we sell more in stores than online?'],
  ['Is the West growing faster than the South?', 'Is the South growing faster than the West?'],
  ['has the share of online grown?', 'has the share of online fallen?'],
  ['is our margin above 40 %?', 'is our margin below 40 %?'],
  ['is the lead time higher than last year?', 'is the lead time lower than last year?'],
  ['is wholesale more than half of our revenue?', 'is wholesale less than half of our revenue?'],
  ['does Outdoor make up more than 20% of the units?', 'does Outdoor make up at most 20% of the units?'],
  ['do weekends sell better than weekdays?', 'do weekdays sell better than weekends?'],
])('"%s" and "%s" are told yes and no, with proved figures', async (one, other) => {
  const answers = [await analyst.ask(one), await analyst.ask(other)];
  const words = answers.map(({ text }) => /^\*\*(Yes|No), /.exec(text)?.[1]);
  expect(words.toSorted()).toEqual(['No', 'Yes']);
  for (const { figures, unproved } of answers) {
    expect(figures).toBeGreaterThan(0);
    expect(unproved).toEqual([]);
  }
});

test('a figure that rose from one time to another is affirmed to have grown', async () => {
  const { text } = await analyst.ask('did sales grow from Q1 2026 to Q2 2026?');
  expect(text).toMatch(/^\*\*(?:Yes, revenue rose|No, revenue fell) /);
  const turned = await analyst.ask('did we sell more in Q1 2026 than in Q2 2026?');
  expect(turned.text).toMatch(/^\*\*(?:No, revenue rose|Yes, revenue fell) /);
});

test('"fall" after its auxiliary is no season', async () => {
  const { text } = await analyst.ask('did sales fall in 2025 compared with 2024?');
  expect(text).toMatch(/^\*\*(?:Yes, revenue fell|No, revenue rose) [\d.]+%.*2024.*2025|2025.*2024/);
  expect(text).not.toContain('autumn');
});

test('of the members of a split the one that leads is affirmed, and of another one its place is told', async () => {
  const { text } = await analyst.ask('what is our biggest category?');
  const [, winner = ''] = /^\*\*(.+?) leads with/.exec(text) ?? [];
  const loser = ['Garden', 'Tools'].find((name) => name !== winner) ?? '';
  const right = await analyst.ask(`My boss says ${winner} is our biggest category. Is that true?`);
  const wrong = await analyst.ask(`Is ${loser} our biggest category?`);
  expect(right.text).toMatch(new RegExp(`^\\*\\*Yes, ${winner} leads with`));
  expect(wrong.text).toMatch(
    new RegExp(`^\\*\\*No, ${winner} leads with .*${loser} is \\w+ with \\$[\\d,]+\\.`),
  );
  expect([...right.unproved, ...wrong.unproved]).toEqual([]);
});

test('a month that is said to be the best is ranked among those of its year', async () => {
  const { text, unproved } = await analyst.ask('Was February 2026 our best month this year?');
  expect(text).toMatch(
    /^\*\*No, \w+ 2026 was the month with the highest revenue.*February 2026 (is \w+ with|has) \$/,
  );
  expect(unproved).toEqual([]);
});

test.each([
  'is revenue up or down this year?',
  'what were sales last month? Did they grow?',
  'is Halden one of our best brands?',
])('"%s" is not answered by yes or no alone', async (question) => {
  const { text } = await analyst.ask(question);
  expect(text).not.toMatch(/^\*\*(?:Yes|No),/);
});

test('a customer whose name another one has is gone on from by its number', async () => {
  const list = 'revenue of Nina Rossi by customer this year';
  const { text } = await analyst.ask(list);
  const told = text.match(/Nina Rossi \(C-\d+\): \$[\d,]+/g) ?? [];
  expect(told).toHaveLength(2);
  const [name = '', amount = ''] = told[1]?.split(': ') ?? [];
  const one = await analyst.ask(list, 'how much did the second one buy this year?');
  expect(one.text).toMatch(`**Revenue was ${amount}**`);
  expect(one.text).toMatch(`(Customer is ${name})`);
  const named = await analyst.ask(`revenue of ${name} this year`);
  expect(named.text).toMatch(`**Revenue was ${amount}**`);
  const other = await analyst.ask(list, 'without the first one');
  expect(other.text).toMatch(amount);
  expect(other.text).not.toMatch(/^2\./m);
  for (const { failures, unproved } of [one, named, other]) expect([...failures, ...unproved]).toEqual([]);
});
