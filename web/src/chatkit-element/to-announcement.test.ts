import { expect, test } from 'vitest';
import { comparison, failedTurn } from '../../fixtures/example-data.ts';
import { toTurnItems } from '../chatkit/to-turn-items.ts';
import { toAnnouncement } from './to-announcement.ts';

const answered = toTurnItems(comparison, 'en-US');

test('an answer is told without its marks, with what is shown beside it', () => {
  const said = toAnnouncement(answered);
  expect(said).toMatch(/^Revenue rose in each of the last three months, from \$1\.20M/);
  expect(said).toContain('Shown: Revenue of the last three months; Revenue by warehouse, last 12 months.');
  expect(said).not.toContain('Answered by');
});

test('of a question that failed, its failure is told and not the answer before it', () => {
  const said = toAnnouncement([...answered, ...toTurnItems(failedTurn, 'en-US')]);
  expect(said).toBe(failedTurn.error?.message);
});
