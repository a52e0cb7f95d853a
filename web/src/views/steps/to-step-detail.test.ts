import type { Step } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { toStepDetail } from './to-step-detail.ts';
import { toStepsSummary } from './to-steps-summary.ts';

const step: Step = {
  id: 's1',
  tool: 'get_sales_by_month',
  title: 'Reading sales by month',
  status: 'done',
  startedAt: new Date('2026-11-23T08:00:00.000Z'),
  finishedAt: new Date('2026-11-23T08:00:00.420Z'),
  resultId: 'r1',
  rows: 36,
  bytes: 10_485_760,
  priceUsd: 0.00006,
  message: null,
};

test('a done step says rows, bytes and time, and a price worth naming', () => {
  expect(toStepDetail(step, 'en-GB')).toBe('36 rows, 10\u00a0MB, 420\u00a0ms');
  expect(toStepDetail({ ...step, priceUsd: 0.031 }, 'en-US')).toBe('36 rows, 10\u00a0MB, 420\u00a0ms, $0.03');
});

test('a read of no bytes came from the cache', () => {
  expect(toStepDetail({ ...step, bytes: 0 }, 'en-GB')).toBe('36 rows, cached, 420\u00a0ms');
});

test('a failed step says why', () => {
  expect(toStepDetail({ ...step, status: 'failed', message: 'No column "foo"' }, 'en-GB')).toBe(
    'No column "foo"',
  );
});

test('a running step says only what is known already', () => {
  const running = { ...step, status: 'running', finishedAt: null, rows: null, priceUsd: null } as const;
  expect(toStepDetail(running, 'en-GB')).toBe('10\u00a0MB');
});

test('steps in one line say the only read with its detail, or several reads together', () => {
  const shown: Step = { ...step, title: 'Drawing a chart', resultId: null, rows: null, bytes: null };
  expect(toStepsSummary([step, shown], 'en-GB')).toBe(
    'Reading sales by month · 36 rows, 10\u00a0MB, 420\u00a0ms',
  );
  expect(toStepsSummary([step, step, shown], 'en-GB')).toBe('2 reads: 72 rows, 21\u00a0MB');
  expect(toStepsSummary([shown, shown], 'en-GB')).toBe('2 steps');
  expect(toStepsSummary([shown], 'en-GB')).toBe('Drawing a chart');
});

test('steps that read nothing say in one line what was wrong', () => {
  const refused = { ...step, status: 'failed', rows: null, bytes: null, message: 'Too much.' } as const;
  expect(toStepsSummary([refused], 'en-GB')).toBe('Reading sales by month · Too much.');
  expect(toStepsSummary([refused, refused], 'en-GB')).toBe('2 steps, 2 failed');
});
