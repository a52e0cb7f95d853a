import { checkSteps } from './check-steps.ts';
import type { CommandStep } from './run-steps.ts';

/** Everything, or what `words` name for vitest: files, folders, options. */
export function toTestSteps(words: string[], browser: string | undefined): CommandStep[] {
  const inBrowser = browser === undefined ? {} : { environment: { CHROME_PATH: browser } };
  if (words.length > 0) return [{ name: 'Tests', command: ['vitest', 'run', ...words], ...inBrowser }];
  return [
    ...checkSteps,
    {
      name: 'Unit and integration tests',
      command: ['vitest', 'run', '--project', 'unit', '--project', 'integration'],
    },
    { name: 'Browser tests', command: ['vitest', 'run', '--project', 'browser'], ...inBrowser },
  ];
}

export function needsBrowser(words: string[]): boolean {
  return words.length === 0 || words.some((word) => word.startsWith('e2e') || word === 'browser');
}
