import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listVersions } from '../local/bigquery/catalog/warehouse-versions.ts';
import { dataset } from '../local/project.ts';
import { companies, findDataFolder } from './companies.ts';
import { openGold } from './gold.ts';
import { readQuestions } from './questions.ts';

let kept: string;
beforeAll(async () => {
  kept = await mkdtemp(join(tmpdir(), 'tallyboard-kept-'));
});
afterAll(() => rm(kept, { recursive: true }));

test('companies whose data are kept in one folder have their own each', async () => {
  const days: string[] = [];
  for (const name of ['larkmoor', 'hallmere']) {
    const warehouse = join(await findDataFolder(kept, name), 'warehouse');
    await companies[name]?.prepare(warehouse);
    const [version] = await listVersions(warehouse);
    const questions = await readQuestions(join(import.meta.dirname, `questions-${name}.yaml`));
    const gold = await openGold(version?.file ?? '', dataset, questions);
    days.push(gold.toPeriod('today').end);
    gold.close();
  }
  expect(days).toEqual(['2025-10-17', '2025-03-11']);
});

test('data that are not kept lie in a new folder', async () => {
  const [one, other] = [await findDataFolder('', 'demo'), await findDataFolder(undefined, 'demo')];
  await Promise.all([one, other].map((folder) => rm(folder, { recursive: true })));
  expect(one).not.toBe(other);
});
