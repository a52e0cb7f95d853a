import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listVersions } from '../local/bigquery/catalog/warehouse-versions.ts';
import { importFolder } from '../local/data/import-folder.ts';
import { dataset } from '../local/project.ts';
import { root } from '../scripts/root.ts';
import { writeHallmere } from './hallmere/write-hallmere.ts';
import { writeLarkmoor } from './larkmoor/write-larkmoor.ts';

/** A company that questions are asked about. */
export type Company = {
  /** Beside this file. */
  questionsFile: string;
  reportFile: string;
  /** How the report calls its data. */
  label: string;
  /** The folder that its data comes from; null where it is made here. */
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
  larkmoor: {
    questionsFile: 'questions-larkmoor.yaml',
    reportFile: 'report-larkmoor.md',
    label: 'data of Larkmoor, an invented coffee roaster,',
    source: null,
    prepare: importLarkmoor,
  },
  hallmere: {
    questionsFile: 'questions-hallmere.yaml',
    reportFile: 'report-hallmere.md',
    label: 'data of Hallmere, an invented distributor of medical and dental supplies,',
    source: null,
    prepare: importHallmere,
  },
};

/** Whether its data is there; without it a script or a test says that it is skipped. */
export function isPresent({ source }: Company): boolean {
  return source === null || existsSync(source);
}

/** Where a company's data lie: in a folder of its own below the one that keeps data between runs, or in a new one. */
export async function findDataFolder(kept: string | undefined, company: string): Promise<string> {
  return kept ? join(kept, company) : await mkdtemp(join(tmpdir(), 'tallyboard-eval-'));
}

export async function importAdventureWorks(warehouseFolder: string): Promise<void> {
  if (await hasData(warehouseFolder)) return;
  await importCompany(adventureWorksFolder, 'adventureworks.yaml', warehouseFolder);
}

export async function importLarkmoor(warehouseFolder: string): Promise<void> {
  await importMade(writeLarkmoor, 'larkmoor.yaml', warehouseFolder);
}

export async function importHallmere(warehouseFolder: string): Promise<void> {
  await importMade(writeHallmere, 'hallmere.yaml', warehouseFolder);
}

async function importMade(
  write: (folder: string, seed: number) => Promise<void>,
  mapping: string,
  warehouseFolder: string,
): Promise<void> {
  if (await hasData(warehouseFolder)) return;
  const folder = await mkdtemp(join(tmpdir(), 'tallyboard-made-'));
  try {
    await write(folder, 1);
    await importCompany(folder, mapping, warehouseFolder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function hasData(warehouseFolder: string): Promise<boolean> {
  await mkdir(warehouseFolder, { recursive: true });
  return (await listVersions(warehouseFolder)).length > 0;
}

async function importCompany(folder: string, mapping: string, warehouseFolder: string): Promise<void> {
  await importFolder({
    folder,
    mappingFile: join(root, 'bigquery', 'mappings', mapping),
    warehouseFolder,
    tablesFolder: join(root, 'bigquery', 'tables'),
    dataset,
  });
}
