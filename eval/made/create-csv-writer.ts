import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

type Cell = string | number | null;
type WriteCsv = (file: string, header: string, rows: readonly Cell[][]) => Promise<void>;

/** Nothing is quoted: no cell may hold the delimiter. */
export async function createCsvWriter(folder: string, delimiter: string): Promise<WriteCsv> {
  await mkdir(folder, { recursive: true });
  return (file, header, rows) => {
    const lines = rows.map((row) => row.map((cell) => cell ?? '').join(delimiter));
    return writeFile(join(folder, file), `${[header, ...lines].join('\n')}\n`);
  };
}
