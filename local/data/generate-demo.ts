import { setImmediate } from 'node:timers/promises';
import { companyName } from './demo/company.ts';
import { simulate } from './demo/simulate.ts';
import { writeCompany } from './demo/write-company.ts';
import { writeVersion } from './write-version.ts';

export type DemoOptions = {
  /** Where the version file goes; made when missing. */
  folder: string;
  /** The folder with the table definitions. */
  tablesFolder: string;
  dataset: string;
  /** `YYYY-MM-DD`, the last day of the data. */
  today: string;
  /** The same day, seed and scale give the same rows. */
  seed: number;
  /** Products, customers and order lines over the full size; 1 by default. */
  scale?: number;
  onProgress?: (sentence: string) => void;
  now?: () => Date;
};

/**
 * Makes three years of a demo company and writes them as a new version of the warehouse, whole or not at all.
 * @returns the version file, and the rows of each table
 */
export async function generateDemo(
  options: DemoOptions,
): Promise<{ file: string; counts: Record<string, number> }> {
  const {
    folder,
    tablesFolder,
    dataset,
    today,
    seed,
    scale = 1,
    onProgress = () => {},
    now = () => new Date(),
  } = options;
  onProgress(`Running three years of ${companyName}…`);
  await setImmediate();
  const company = simulate({ today, seed, scale }, (day, dayCount) => {
    const quarter = Math.ceil(dayCount / 4);
    if (day > 0 && day % quarter === 0)
      onProgress(`… ${Math.round((100 * day) / dayCount)} % of ${dayCount} days`);
  });

  const { file, counts } = await writeVersion(
    { warehouseFolder: folder, tablesFolder, dataset, now },
    (version) => writeCompany(version, company, onProgress),
  );
  onProgress(`${companyName} is ready: ${(counts.sales_lines ?? 0).toLocaleString('en')} order lines.`);
  return { file, counts };
}
