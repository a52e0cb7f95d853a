import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { listVersions } from '../local/bigquery/catalog/warehouse-versions.ts';
import { importFolder } from '../local/data/import-folder.ts';
import { dataset } from '../local/main.ts';
import { root } from '../scripts/root.ts';

/** A company that questions are asked about. */
export type Company = {
  /** Beside this file. */
  questionsFile: string;
  reportFile: string;
  /** How the report calls its data. */
  label: string;
  /** The folder that its data comes from; null where the local stack makes it by itself. */
  source: string | null;
  /** Brings the data into an empty warehouse folder. */
  prepare: (warehouseFolder: string) => Promise<void>;
};

export const adventureWorksFolder = join(root, '..', 'shared', 'data', 'adventureworks');

export const companies: Record<string, Company> = {
  demo: {
    questionsFile: 'questions.yaml',
    reportFile: 'report.md',
    label: 'demo data',
    source: null,
    prepare: async () => {},
  },
  adventureworks: {
    questionsFile: 'questions-adventureworks.yaml',
    reportFile: 'report-adventureworks.md',
    label: 'AdventureWorks data',
    source: adventureWorksFolder,
    prepare: importAdventureWorks,
  },
};

/** Whether its data is there; without it a script or a test says that it is skipped. */
export function isPresent({ source }: Company): boolean {
  return source === null || existsSync(source);
}

export async function importAdventureWorks(warehouseFolder: string): Promise<void> {
  await mkdir(warehouseFolder, { recursive: true });
  if ((await listVersions(warehouseFolder)).length > 0) return;
  await importFolder({
    folder: adventureWorksFolder,
    mappingFile: join(root, 'bigquery', 'mappings', 'adventureworks.yaml'),
    warehouseFolder,
    tablesFolder: join(root, 'bigquery', 'tables'),
    dataset,
  });
}
