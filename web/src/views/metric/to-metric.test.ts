import type { Column, Metric } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { toMetric } from './to-metric.ts';

const context = { locale: 'en-US', currency: 'USD' };
const now: Column = {
  name: 'now',
  label: 'Revenue',
  type: 'number',
  role: 'measure',
  unit: 'currency',
  summable: true,
};
const before: Column = { ...now, name: 'before', label: 'Previous month' };
const metric: Metric = {
  id: 'v1',
  title: 'Revenue',
  resultId: 'r1',
  shape: 'metric',
  value: 'now',
  compareTo: 'before',
};

test('a metric says its change in amount and share', () => {
  expect(toMetric(metric, [now, before], [[120, 100]], context)).toEqual({
    value: '$120.00',
    label: 'Revenue',
    comparison: { direction: 'up', text: '+$20.00 (+20%) against $100.00 (previous month)' },
  });
});

test('a metric of a comparison names the other period alone', () => {
  const earlier = { ...before, label: 'Revenue, September 2026' };
  expect(toMetric(metric, [now, earlier], [[120, 100]], context)?.comparison?.text).toBe(
    '+$20.00 (+20%) against $100.00 (September 2026)',
  );
});

test('a metric of days or units says so', () => {
  const delay = { ...now, label: 'Delivery delay', unit: 'days' as const };
  expect(toMetric(metric, [delay], [[2.8]], context)).toMatchObject({
    value: '2.8',
    label: 'Delivery delay (days)',
  });
  const sold = { ...now, label: 'Units sold', unit: 'units' as const };
  expect(toMetric(metric, [sold], [[12]], context)?.label).toBe('Units sold');
});

test('a change of a share is in points', () => {
  const share = { ...now, unit: 'fraction' as const };
  const text = toMetric(metric, [share, { ...before, unit: 'fraction' }], [[0.25, 0.3]], context)?.comparison
    ?.text;
  expect(text).toBe('−5 points against 30.0% (previous month)');
});

test('against nothing there is no share', () => {
  expect(toMetric(metric, [now, before], [[5, 0]], context)?.comparison?.text).toBe(
    '+$5.00 against $0.00 (previous month)',
  );
});

test('without a row there is no metric, without a second value no comparison', () => {
  expect(toMetric(metric, [now, before], [], context)).toBeNull();
  expect(toMetric(metric, [now, before], [[5, null]], context)?.comparison).toBeNull();
});
