import { copyFile, mkdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listVersions } from '../../bigquery/catalog/warehouse-versions.ts';
import { generateDemo } from '../generate-demo.ts';

/** Names the folder that keeps the demos of one test run; `keep-demos.ts` sets it. */
export const keptDemosVariable = 'TALLYBOARD_TEST_DEMOS';

export type DemoChoice = { today: string; seed: number; scale: number };

/** Puts a demo company into a folder: made once a test run, copied from then on. */
export async function copyDemo(folder: string, choice: DemoChoice): Promise<void> {
  const kept = process.env[keptDemosVariable];
  if (kept === undefined) return makeDemo(folder, choice);
  const shelf = join(kept, `${choice.today}-${choice.seed}-${choice.scale}`);
  if ((await listVersions(shelf)).length === 0) {
    const making = `${shelf}-${process.pid}`;
    await makeDemo(making, choice);
    // Another worker may have been quicker; both made the same.
    await rename(making, shelf).catch(() => undefined);
  }
  await mkdir(folder, { recursive: true });
  for (const { file } of await listVersions(shelf)) await copyFile(file, join(folder, basename(file)));
}

async function makeDemo(folder: string, choice: DemoChoice): Promise<void> {
  const tablesFolder = fileURLToPath(new URL('../../../bigquery/tables', import.meta.url));
  await generateDemo({ folder, tablesFolder, dataset: 'tallyboard', ...choice });
}
