import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { bought, monthly, reads, sales } from '../test-reads.ts';

/** The words that are looked up in the catalog. */
async function lookups(question: string): Promise<unknown[]> {
  const [turn] = await askAnalyst([question]);
  return (turn?.calls ?? []).filter(({ name }) => name === 'search_catalog').map(({ args }) => args.query);
}

test.each([
  ['units sold in philly last month', 'philly'],
  ['Main: which articles have run out?', 'Main'],
  ['what has come in at Main since May?', 'Main'],
  ['how much house blend 1kg do we have?', 'house blend 1 kg'],
  ['units of LED Panel 60x60 40W 4000K last year', 'LED Panel 60x60 40W 4000K'],
  ['how many GU10 LED 5W did we sell last month', 'GU10 LED 5W'],
  ['stock of Twin & Earth Cable 2.5mm 50m', 'Twin & Earth Cable 2.5 mm 50m'],
])('"%s" looks up "%s"', async (question, name) => {
  expect(await lookups(question)).toContain(name);
});

test.each([['revenue by region in the Main category of the year'], ['Revenue By Month This Year']])(
  '"%s" takes no ordinary word for a name of its own',
  async (question) => {
    expect(await lookups(question)).not.toContain('Month');
  },
);

test.each<[string[], object]>([
  [
    ['purchases per year 2024-2025'],
    bought({ measures: ['ordered_value'], grain: 'year', period: '2024-01-01..2025-12-31' }),
  ],
  [['How many stock-outs do we have?'], { name: 'query_inventory', args: { measures: ['out_of_stock'] } }],
  [
    ['revenue last month', 'how much profit was there'],
    sales({ measures: ['gross_margin'], period: 'last month' }),
  ],
  [
    ['revenue last month', 'at what average price?'],
    sales({ measures: ['average_price'], period: 'last month' }),
  ],
  [
    ['has revenue grown? first half of 2026 against first half of 2025'],
    sales({ measures: ['revenue'], period: 'H1 2026' }),
  ],
  [
    ['how many customers were active each month this year?'],
    monthly({ measures: ['customers'], period: 'year to date' }),
  ],
])('%j reads what was meant', async (questions, read) => {
  const [first] = await reads(...questions);
  expect(first).toMatchObject(read);
});

test.each([
  'How cold was it in the cold store yesterday?',
  'What time does Frame Forming need for one frame?',
])('"%s" gets no figure', async (question) => {
  expect(await reads(question)).toEqual([]);
});

test('of one product that has a common noun in its name there is no ranking', async () => {
  const [turn] = await askAnalyst(['what is our best-selling trail?']);
  expect(turn?.text).toContain('**Only Trail Helmet 200 has "trail" in its name**');
});

test('a name that was looked for among one kind is said to be none of that kind', async () => {
  const [turn] = await askAnalyst(['revenue of the brand Xyzzy']);
  expect(turn?.text).toContain('I do not know "Xyzzy" as a brand: the catalog has no brand of that name.');
});
