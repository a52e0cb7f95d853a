import { expect, it } from 'vitest';
import { needsBrowser, toTestSteps } from './test-steps.ts';

it('runs checks and every test without words', () => {
  const names = toTestSteps([], '/chromium').map(({ name }) => name);
  expect(names).toEqual([
    'Types',
    'Types of the page',
    'Lint and format',
    'Unit and integration tests',
    'Browser tests',
  ]);
});

it('runs only what is named', () => {
  const words = ['-u', '--project', 'unit', 'functions/src/analytics'];
  expect(toTestSteps(words, undefined)).toEqual([{ name: 'Tests', command: ['vitest', 'run', ...words] }]);
});

it('looks for a browser where browser tests may be among them', () => {
  expect([[], ['e2e/sign-in.test.ts'], ['--project', 'browser']].map(needsBrowser)).toEqual([
    true,
    true,
    true,
  ]);
  expect([['functions/src/turn'], ['--project', 'unit']].map(needsBrowser)).toEqual([false, false]);
  expect(toTestSteps(['e2e/sign-in'], '/chromium')).toMatchObject([
    { environment: { CHROME_PATH: '/chromium' } },
  ]);
});
