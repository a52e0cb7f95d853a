import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { generateDemo } from '../../data/generate-demo.ts';
import { type Answer, openAnalyst, tablesFolder } from './test-warehouse.ts';

/** The analyst over a small demo company, made before the tests of a file and removed after them. */
export function useDemoAnalyst(): { ask: (...questions: string[]) => Promise<Answer> } {
  let folder = '';
  let analyst: Awaited<ReturnType<typeof openAnalyst>> | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'analyst-'));
    const options = {
      folder,
      tablesFolder,
      dataset: 'tallyboard',
      today: '2026-11-23',
      seed: 7,
      scale: 0.02,
    };
    await generateDemo(options);
    analyst = await openAnalyst(folder);
  }, 60_000);
  afterAll(async () => {
    await analyst?.close();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    ask: (...questions) => {
      if (!analyst) throw new Error('The demo company is not made yet.');
      return analyst.ask(...questions);
    },
  };
}
