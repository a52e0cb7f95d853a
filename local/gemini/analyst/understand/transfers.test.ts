import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { is, moved, reads } from '../test-reads.ts';

const filters = is('warehouse', 'Southport');
const lastMonth = { period: 'last month', filters };

test.each<[string, string[]]>([
  ['transfers to Southport last month', ['transferred_in']],
  ['how many transfers went to the Southport depot last month', ['transferred_in']],
  ['what came to Southport by transfer last month', ['transferred_in']],
  ['was anything transferred into Southport last month?', ['transferred_in']],
  ['how many units did Southport get from other warehouses last month?', ['transferred_in']],
  ['how much came into Southport from the other sites last month?', ['transferred_in']],
  ['what was moved from other depots to Southport last month?', ['transferred_in']],
  ['transfers from Southport last month', ['transferred_out']],
  ['transfers to and from Southport last month', ['transferred_in', 'transferred_out']],
  ['how many units went from Southport to the other warehouses last month', ['transferred_out']],
])('"%s" is told by the moves of that warehouse', async (question, measures) => {
  expect(await reads(question)).toContainEqual(moved({ measures, ...lastMonth }));
});

test.each([
  'transfers between Southport and Northgate last month',
  'how many units did we transfer from Southport to Northgate last month?',
  'transfers out to Southport',
])('"%s" is refused: no record tells which moves belong together', async (question) => {
  const [answer] = await askAnalyst([question]);
  expect(answer?.text).toContain('no record of which warehouse a transfer went to');
  expect(await reads(question)).toEqual([]);
});

test('what a warehouse shifted to the others went out of it', async () => {
  expect(
    await reads('Which warehouse shifted the most units to the other warehouses last month?'),
  ).toContainEqual(
    moved({
      ...{ measures: ['transferred_out'], dimensions: ['warehouse'], period: 'last month' },
      orderBy: { by: 'transferred_out', direction: 'desc' },
    }),
  );
});

test('what one of them received of that came in by transfer', async () => {
  const asked = [
    'Which warehouse shifted the most units to the other warehouses last month?',
    'and which one received the most?',
  ];
  expect(await reads(...asked)).toContainEqual(
    moved({
      ...{ measures: ['transferred_in'], dimensions: ['warehouse'], period: 'last month' },
      orderBy: { by: 'transferred_in', direction: 'desc' },
    }),
  );
});

test('what a warehouse has "from other warehouses" by any other verb is refused', async () => {
  expect(await reads('how many units did Southport need from other warehouses last month?')).toEqual([]);
});
