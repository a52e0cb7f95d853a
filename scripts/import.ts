import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { ImportError } from '../local/data/import/import-error.ts';
import { importFolder } from '../local/data/import-folder.ts';
import { dataset } from '../local/project.ts';
import { parseLocalSettings } from '../local/settings.ts';
import { readOptions } from './read-options.ts';
import { root } from './root.ts';
import { toGivenPath, toPath } from './to-path.ts';

const usage = `npm run import -- <folder> [--mapping file.yaml] [--skip-bad-rows] [--report file.json]

Loads the CSV or Parquet files of a folder in place of the data that Tallyboard shows now: that of the folder .data of the checkout,
or of the one that TALLYBOARD_DATA names.
  --mapping file.yaml   how the files become tables; without it they are called like the tables, with their columns
  --skip-bad-rows       takes the good rows; without it one bad row stops the import and nothing changes
  --report file.json    writes every bad row and what would be right
  --help                this text
docs/data-model.md describes the tables and the mapping file.`;

try {
  const { values, positionals } = readOptions({
    allowPositionals: true,
    options: {
      mapping: { type: 'string' },
      'skip-bad-rows': { type: 'boolean' },
      report: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const [folder] = positionals;
  if (values.help) console.log(usage);
  else if (folder === undefined || positionals.length > 1) throw new Error(`Name one folder.\n\n${usage}`);
  else await runImport(toPath(folder), values.mapping, values['skip-bad-rows'] === true, values.report);
} catch (error) {
  if (error instanceof ImportError) {
    console.error(`${styleText('red', error.message)}\n(${error.code})`);
  } else {
    console.error(styleText('red', error instanceof Error ? error.message : String(error)));
  }
  process.exitCode = 1;
}

async function runImport(
  folder: string,
  mapping: string | undefined,
  skipBadRows: boolean,
  reportFile: string | undefined,
): Promise<void> {
  const settings = parseLocalSettings(process.env, root);
  await checkReport(reportFile);
  const writeReport = async (issues: unknown) => {
    if (reportFile !== undefined) await writeFile(toPath(reportFile), `${JSON.stringify(issues, null, 2)}\n`);
  };
  const report = await importFolder({
    folder,
    mappingFile: mapping === undefined ? undefined : toPath(mapping),
    skipBadRows,
    warehouseFolder: join(settings.TALLYBOARD_DATA, 'warehouse'),
    tablesFolder: join(root, 'bigquery', 'tables'),
    dataset,
    timeZone: settings.COMPANY_TIME_ZONE,
    onProgress: (sentence) => console.log(styleText('dim', sentence)),
  }).catch(async (error) => {
    if (error instanceof ImportError) await writeReport(error.issues);
    throw error;
  });
  await writeReport(report.issues);
  for (const [table, rows] of Object.entries(report.counts)) {
    console.log(`${table.padEnd(22)} ${rows.toLocaleString('en').padStart(12)} rows`);
  }
  if (report.notes.length > 0) console.log(['Worth a look:', ...report.notes].join('\n  '));
  if (report.badRows > 0) {
    const rows = report.badRows === 1 ? 'one row' : `${report.badRows.toLocaleString('en')} rows`;
    console.log(styleText('yellow', `Left out ${rows}:`));
    for (const line of report.problems) console.log(line);
    if (reportFile === undefined) console.log('--report file.json writes each row.');
  }
  console.log(`Imported as ${toGivenPath(report.file)}. A Tallyboard that runs shows it from now on.`);
}

/** An import replaces what is there, so a report that cannot be written has to stop it first. What the file holds stays for now. */
async function checkReport(reportFile: string | undefined): Promise<void> {
  if (reportFile === undefined) return;
  try {
    await appendFile(toPath(reportFile), '');
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const problem = `The report cannot be written to ${reportFile}, so nothing was imported: ${why}`;
    throw new Error(problem, { cause });
  }
}
