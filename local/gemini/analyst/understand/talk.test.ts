import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { bought, is, reads, sales, stock } from '../test-reads.ts';

const byCategory = (...values: string[]) =>
  sales({
    measures: ['revenue'],
    dimensions: ['category'],
    period: 'last month',
    filters: is('category', ...values),
  });
const ofBikes = (args: object) => sales({ ...args, filters: is('category', 'Bikes') });
const onHand = (name: string) => stock({ measures: ['on_hand'], filters: is('warehouse', name) });

/** What is talked around a question: who says it, whether it is true, what it is about. */
const wordings: [concept: string, read: object, questions: string[]][] = [
  [
    'who says it, and whether it is true, says nothing of what is asked',
    byCategory('Bikes', 'Helmets'),
    [
      'Someone told me Bikes brought in more than Helmets last month. Any truth in that?',
      'is it really true that Bikes sold better than Helmets last month?',
      'our warehouse guy swears Bikes made more money than Helmets last month, is he right?',
      'Rumour has it that Bikes sold better than Helmets last month, can you check?',
      'Dave in accounting says Bikes sold better than Helmets last month. Does that hold up?',
      'My boss is under the impression that Bikes sold better than Helmets last month - is that correct?',
      'Could you please confirm whether Bikes sold better than Helmets last month?',
      "I'm new here, so sorry if this is a stupid question, but did Bikes sell better than Helmets last month?",
      "I can't remember, was it Bikes or Helmets that sold better last month?",
      "Correct me if I'm wrong but didn't we sell more Bikes than Helmets last month?",
      'I read in the newsletter that Bikes sold better than Helmets last month. True?',
      'Would you agree that Bikes outsold Helmets last month?',
      'Last week a vendor mentioned that Bikes outsold Helmets last month, or am I imagining things?',
    ],
  ],
  [
    'a thing that is named before the question is put where its pronoun stands',
    ofBikes({ measures: ['units'], period: 'last month' }),
    [
      "what's the story with Bikes, how many of them did we sell last month?",
      'We are reviewing Bikes on Monday. How many of them did we sell last month?',
      "I'm looking at Bikes again this week. How many of them did we sell last month?",
      'I keep hearing about the Bikes... how many units of it did we sell last month?',
      'My colleague keeps asking me about Bikes. How many units did they sell last month?',
      'I was looking at Bikes the other day. How many units of them did we sell last month?',
      'Speaking of Bikes, how many units did we sell last month?',
      'Bikes sell themselves, they say. How many did go last month?',
      'I wanted to ask about Bikes: how many units of them did we sell last month?',
      "There's this product, Bikes. How many units did they sell last month?",
    ],
  ],
  [
    'what a report or a review is of is what its question is of',
    ofBikes({ measures: ['units'], period: 'last month' }),
    [
      'For the Bikes report, how many units did we sell last month?',
      "I'm reviewing Bikes. How many units did we sell last month?",
    ],
  ],
  [
    'what is told before a question is meant by its pronoun',
    onHand('Southport'),
    [
      'We are moving our things to Southport. How much stock do we have there?',
      "what's going on in Southport? How many units are in stock there?",
    ],
  ],
  [
    'telegram style is written out',
    sales({ measures: ['returned_units'], period: 'last month', filters: is('category', 'Bikes') }),
    ['units rtnd last mo, bikes', 'bikes - units returned last mth', '# of units rtnd bikes LM'],
  ],
  [
    'signs stand for words',
    sales({
      measures: ['gross_margin', 'margin_rate'],
      period: 'last week',
      filters: is('category', 'Bikes'),
    }),
    ['GM $ & % bikes last wk', 'bikes / GM $ + % last wk'],
  ],
  [
    'two things beside a sign are two names',
    stock({
      measures: ['on_hand'],
      filters: [...is('warehouse', 'Southport'), ...is('product', 'Road Bike')],
    }),
    ['stock check southport - road bike, whats left', 'units in stock: southport / road bike'],
  ],
  [
    'the verb stands before its subject, and prepositions are others',
    bought({ measures: ['lead_time'], period: 'year to date', filters: is('supplier', 'Acme Supply') }),
    [
      'How many days needs Acme Supply in average until he delivers, this year?',
      'How long needs the supplier Acme Supply for deliver since begin of this year?',
      'how long does Acme Supply take to deliver, this year?',
    ],
  ],
  [
    'a comparative with "more" is one word',
    sales({
      measures: ['margin_rate'],
      dimensions: ['category'],
      filters: is('category', 'Bikes', 'Helmets'),
    }),
    [
      'Is the margin rate more high in Bikes than in Helmets?',
      'Which of both has the margin rate more high, Bikes or Helmets?',
    ],
  ],
  [
    'words of Romance languages say bounds, comparisons and lists',
    sales({
      measures: ['margin_rate'],
      dimensions: ['region'],
      period: 'last month',
      orderBy: { by: 'margin_rate', direction: 'asc' },
      having: [{ measure: 'margin_rate', op: 'below', value: 0.4 }],
    }),
    [
      'I search the regions with margin rate inferior to 40 percent last month',
      'Say me the regions with a margin rate lesser than 40 percent last month',
    ],
  ],
  [
    'an adjective says a figure that is higher or lower',
    bought({ measures: ['on_time_rate'], period: 'year to date', filters: is('supplier', 'Acme Supply') }),
    [
      'Did Acme Supply become more punctual this year compared to last year?',
      'Is Acme Supply less reliable this year than last year?',
      'how punctual is Acme Supply this year?',
    ],
  ],
  [
    'whether one leads is told by all of its kind',
    sales({
      measures: ['margin_rate'],
      dimensions: ['category'],
      period: 'last month',
      orderBy: { by: 'margin_rate', direction: 'asc' },
    }),
    [
      'did Bikes have the worst margin rate last month?',
      'is it true that Bikes had the lowest margin rate last month?',
      'were Bikes the category with the worst margin rate last month?',
    ],
  ],
  [
    'who buys is no name',
    sales({ measures: ['units'], filters: is('category', 'Bikes') }),
    ['does anybody actually buy Bikes?', 'is anyone still buying Bikes?'],
  ],
  [
    'a dash and a slash stand for "by" and "and"',
    stock({ measures: ['available'], dimensions: ['warehouse', 'category'] }),
    ['avail stock - site / cat, now pls', 'available stock by whse & cat'],
  ],
  [
    'what is left out may stand after a comma',
    sales({
      measures: ['revenue'],
      dimensions: ['region'],
      period: 'last month',
      filters: [{ dimension: 'category', op: 'is_not', values: ['Bikes'] }],
    }),
    ['rev by region last mo, no bikes', 'revenue last month by region - no Bikes please'],
  ],
  [
    'in what it is told is no question of its own',
    sales({
      measures: ['units'],
      dimensions: ['category'],
      period: 'last month',
      filters: is('category', 'Bikes', 'Helmets'),
    }),
    [
      'Did Bikes sell better than Helmets last month? go by units',
      'I heard that Bikes sell better than Helmets. Measured in units last month?',
    ],
  ],
];

test.each(
  wordings.flatMap(([concept, read, questions]) =>
    questions.map((question) => ({ concept, question, read })),
  ),
)('$concept: "$question"', async ({ question, read }) => {
  const [first] = await reads(question);
  expect(first).toEqual(read);
});

test.each([
  'and how many units?',
  'Were how many pieces?',
  'And the pieces, how many?',
  'how many units was that?',
])('after money "%s" asks for the pieces of the same', async (followUp) => {
  expect(await reads('revenue of Bikes last month', followUp)).toEqual([
    ofBikes({ measures: ['units'], period: 'last month' }),
  ]);
});

test('which of the two is asked of the last two, in their time', async () => {
  const [read] = await reads(
    'revenue of Bikes last month',
    'and Helmets?',
    'which of both has the better margin rate?',
  );
  expect(read).toEqual(
    sales({
      measures: ['margin_rate'],
      dimensions: ['category'],
      period: '2026-10',
      filters: is('category', 'Bikes', 'Helmets'),
    }),
  );
});

test.each([
  'I heard about the trouble in Southport. What was revenue last month?',
  'We met the people from Acme yesterday and from Bolt. How many units have they sold?',
])('where several things may be meant, or none is, nothing is answered past it: "%s"', async (question) => {
  const [turn] = await askAnalyst([question]);
  expect(turn?.text).toMatch(/do not know/);
});

test.each<[string, string]>([
  [
    'board meeting next week. need revenue and number of orders last month',
    'revenue and number of orders last month',
  ],
  ['board asks about revenue by region last month', 'revenue by region last month'],
  ['monthly revenue this year, want to see if it keeps growing', 'monthly revenue this year'],
  ['mostly online I guess? split revenue of last month by channel', 'split revenue of last month by channel'],
  [
    'prepping the talk with Acme Supply, what did we spend with them in 2025?',
    'what did we spend with Acme Supply in 2025?',
  ],
])('%j is read without what it is asked for', async (said, asked) => {
  const found = await reads(said);
  expect(found).not.toEqual([]);
  expect(found).toEqual(await reads(asked));
});
