import { expect, test } from 'vitest';
import { askAnalyst } from './test-analyst.ts';
import { runTool } from './test-company.ts';

test('a look-up that failed has not found that there is no such name: the answer says what kept it from being read', async () => {
  const fail = (code: string, message: string) =>
    askAnalyst(['revenue of Bikes last month'], async (name, args, id) =>
      name === 'search_catalog'
        ? { error: { code, message, hint: 'Ask for less.' } }
        : runTool(name, args, id),
    );
  const [dear] = await fail('too_expensive', 'What may be read in a day does not leave enough for this.');
  expect(dear?.text).toMatch(/^What may be read in a day does not leave enough/);
  const [down] = await fail('warehouse_failed', 'reset');
  expect(down?.text).toMatch(/could not be read/);
  const [nothing] = await fail('no_match', 'Nothing is spelled like that.');
  expect(nothing?.text).toContain('I do not know "Bikes"');
  for (const answer of [dear, down]) expect(answer?.text).not.toMatch(/Bikes|catalog/);
});
