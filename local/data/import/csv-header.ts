import { open } from 'node:fs/promises';
import { ImportError } from './import-error.ts';

const delimiters = [',', ';', '\t', '|'];
/** What every source has besides its own columns. */
export const ownColumns: readonly string[] = ['_row', '_file', '_file_row'];
/** As in BigQuery: a longer one is a file that is something else. */
const longestName = 300;

export const windowsHint =
  'encoding: windows-1252 in its source of a mapping reads what most programs of Windows write';
export const skipHint = 'Rows above the header are passed over by skip: in the source of a mapping';

type Header = {
  /** The one that the line has most of, without it. */
  delimiter?: string;
  /** How many lines are above it. */
  skip?: number;
};

/**
 * The column names in the first line of a CSV file, and its delimiter. (DuckDB would guess both from the rows, and then a broken row changes what the whole file means.)
 * @throws ImportError `file_unreadable`
 */
export async function readHeader(
  path: string,
  { delimiter: given, skip = 0 }: Header = {},
): Promise<{ columns: string[]; delimiter: string }> {
  const line = await readLine(path, skip);
  if (typeof line === 'number') {
    const problem = line === 0 ? 'is empty' : `has ${line} ${line === 1 ? 'row' : 'rows'}`;
    throw new ImportError(
      'file_unreadable',
      `${path} ${problem}: its ${toOrdinal(skip)} must name the columns.`,
    );
  }
  if (/[\uFFFD\0]/.test(line)) {
    // UTF-16 reads as broken letters with zeros between.
    const hint = line.includes('\0')
      ? 'encoding: utf-16le in its source of a mapping reads "Unicode text"'
      : windowsHint;
    const problem = `${path} must be UTF-8, and its ${toOrdinal(skip)} is not: ${hint}.`;
    throw new ImportError('file_unreadable', problem);
  }
  const counts = delimiters.map((delimiter) => line.split(delimiter).length);
  const delimiter = given ?? delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
  const columns = splitLine(line, delimiter);
  const problem = findProblem(columns);
  if (problem !== undefined) {
    const what = `its ${toOrdinal(skip)} must name the columns, and it has ${problem}`;
    const isHeader = columns.every((name) => name !== '');
    const hint = `: ${JSON.stringify(line.slice(0, 200))}. ${skipHint}`;
    throw new ImportError('file_unreadable', `${path}: ${what}${isHeader ? '' : hint}.`);
  }
  return { columns, delimiter };
}

/** The first names of a row. */
export function toNames(columns: readonly string[]): string {
  return columns
    .slice(0, 20)
    .map((name) => JSON.stringify(name))
    .join(', ');
}

/** Names that differ in capitals alone are one name to DuckDB. */
function findProblem(columns: string[]): string | undefined {
  const seen = new Set<string>();
  for (const name of columns) {
    const lower = name.toLowerCase();
    if (name === '') return 'a column without a name';
    if (name.length > longestName) return `a column name of ${name.length} characters`;
    if (ownColumns.includes(lower)) return `a column "${name}", which the import adds itself`;
    if (seen.has(lower)) return `two columns "${name}"`;
    seen.add(lower);
  }
  return undefined;
}

/** A line of a file, the first being 0; or how many there are, where it has not as many. */
export async function readLine(path: string, index: number): Promise<string | number> {
  const file = await open(path).catch((cause) => {
    throw new ImportError('file_missing', `There is no file ${path}.`, { cause });
  });
  let above = 0;
  try {
    for await (const line of file.readLines()) {
      if (above === index) return line.replace(/^\uFEFF/, '');
      above += 1;
    }
  } finally {
    await file.close();
  }
  return above;
}

export function toOrdinal(skip: number): string {
  return skip === 0 ? 'first row' : `row ${skip + 1}`;
}

function splitLine(line: string, delimiter: string): string[] {
  const columns: string[] = [];
  let column = '';
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at];
    if (character === '"' && quoted && line[at + 1] === '"') {
      column += '"';
      at += 1;
    } else if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) {
      columns.push(column.trim());
      column = '';
    } else column += character;
  }
  return [...columns, column.trim()];
}
