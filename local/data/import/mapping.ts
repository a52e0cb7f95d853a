import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ImportError } from './import-error.ts';
import { toMappingWords } from './mapping-words.ts';
import { toAdvice } from './nearest.ts';
import { parseYaml } from './parse-yaml.ts';
import { isEncoding } from './to-utf8.ts';

export const sourceTypes = ['STRING', 'INT64', 'NUMERIC', 'FLOAT64', 'BOOL', 'DATE', 'TIMESTAMP'] as const;
export type SourceType = (typeof sourceTypes)[number];

const sourceSchema = z.strictObject({
  /** A file in the folder, or several with the same columns. `.parquet` is read as Parquet, the rest as CSV. */
  file: oneOrList(1, 'must be the name of a file, or a list of such').superRefine((files, { addIssue }) => {
    const again = [files].flat().find((file, index, all) => all.indexOf(file) < index);
    if (again !== undefined) addIssue(`has ${again} twice`);
  }),
  /** CSV: the one that the header has most of, without it. */
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  /** CSV: UTF-8 without it. */
  encoding: z.string().refine(isEncoding, 'must be an encoding such as windows-1252 or utf-16le').optional(),
  /** CSV: how many rows are above the header, such as a title. */
  skip: z.number().int().min(0, 'must be 0 or more').default(0),
  /** How the file writes dates and times, as strptime does: `%d.%m.%Y`, or each way in a list. Without it `2026-03-31`. */
  dateFormat: oneOrList(2, 'must be a format such as "%d.%m.%Y", or a list of such').optional(),
  /** What is before the fraction of a number; with a comma, points may group thousands. */
  decimal: z.enum(['.', ',']).optional(),
  /** Columns that expressions calculate with. What has no type here is text. */
  types: z.record(z.string(), z.enum(sourceTypes)).default({}),
});

const tableSchema = z
  .strictObject({
    /** The source that gives one row for each of the table's. */
    from: z.string().min(1),
    joins: z
      .array(
        z.strictObject({
          source: z.string().min(1),
          /** A DuckDB condition. */
          on: z.string().min(1),
          /** Leaves out the rows that find no partner; otherwise they are kept without one. */
          required: z.boolean().default(false),
          /** A row may find several partners and becomes as many rows; otherwise that is an error. */
          many: z.boolean().default(false),
        }),
      )
      .default([]),
    /** A DuckDB condition that a row must meet to be looked at. */
    where: z.string().min(1).optional(),
    /** Of the rows that agree in these columns of the table, the first one in the file alone is taken. */
    oneRowPer: z.array(z.string()).min(1).optional(),
    /** Added to every date of the table. */
    dateShift: z.strictObject({ years: shift().default(0), days: shift().default(0) }).optional(),
    /** A DuckDB expression (text constants in single quotes), a number, true, false or null. */
    columns: z.record(
      z.string(),
      z.union(
        [z.string().min(1), z.number(), z.boolean(), z.null()],
        'must be an expression, a number, true, false or null',
      ),
    ),
  })
  .superRefine(({ from, joins }, { addIssue }) => {
    const sources = [from, ...joins.map(({ source }) => source)];
    for (const [index, source] of sources.entries()) {
      if (sources.indexOf(source) === index) continue;
      const message = 'is read already: give its file to a second source, and join that';
      addIssue({ code: 'custom', path: ['joins', index - 1, 'source'], message });
    }
  });

const mappingSchema = z.strictObject({
  /** DuckDB makes no difference between capitals and small letters. */
  sources: z
    .record(z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/), sourceSchema)
    .superRefine((sources, { addIssue }) => {
      const names = Object.keys(sources);
      for (const [index, name] of names.entries()) {
        const same = names.find((each) => each.toLowerCase() === name.toLowerCase());
        if (same === undefined || names.indexOf(same) === index) continue;
        const message = `differs from sources.${same} in capitals alone: give it another name`;
        addIssue({ code: 'custom', path: [name], message });
      }
    }),
  tables: z.record(z.string(), tableSchema),
});
export type Mapping = z.infer<typeof mappingSchema>;
export type SourceMapping = Mapping['sources'][string];
export type TableMapping = Mapping['tables'][string];

/** @throws ImportError `file_missing`, `file_unreadable`, or `mapping_invalid`, which names the place in the file. */
export async function readMapping(path: string): Promise<Mapping> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT')
      throw new ImportError('file_missing', `There is no mapping file ${path}.`, { cause });
    const problem = `The mapping file ${path} cannot be read: ${cause.message}`;
    throw new ImportError('file_unreadable', problem, { cause });
  });
  return parseMapping(text, path);
}

function parseMapping(text: string, path: string): Mapping {
  const content = parseYaml(text, path);
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    const needs = 'must have sources and tables, as docs/data-model.md shows';
    throw new ImportError('mapping_invalid', `${path} ${content === null ? 'is empty: it ' : ''}${needs}.`);
  }
  const parsed = mappingSchema.safeParse(content, { error: toMappingWords });
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const place = toPlace(issue.path, content);
    if (issue.code === 'invalid_type' && issue.expected === 'object' && issue.path.length > 0) {
      return `${place} must have keys: ${toKeys(issue.path).join(', ')}`;
    }
    if (issue.code !== 'unrecognized_keys') return `${place} ${issue.message}`;
    return issue.keys.map((key) => `${place} has no "${key}"${toAdvice(key, toKeys(issue.path))}`).join('; ');
  });
  throw new ImportError('mapping_invalid', `${path}: ${problems.join('; ')}`);
}

function shift() {
  const right = 'must be a whole number from -10000 to 10000';
  return z.number(right).int(right).min(-10_000, right).max(10_000, right);
}

function oneOrList(shortest: number, right: string) {
  const text = z.string().min(shortest);
  return z.union([text, z.array(text).min(1)], {
    error: ({ input }) => (input === undefined ? 'is missing' : right),
  });
}

/** `tables.sales_lines.joins.docket.on`: a join is named by its source, which is how people find it. */
function toPlace(path: readonly PropertyKey[], content: unknown): string {
  const names = path.map((key, index) => {
    if (path[index - 1] !== 'joins' || typeof key !== 'number') return String(key);
    const join = joinSchema.safeParse(path.slice(0, index + 1).reduce(toValue, content));
    return join.success ? join.data.source : String(key + 1);
  });
  return names.join('.') || 'the file';
}

const joinSchema = z.object({ source: z.string() });

function toValue(content: unknown, key: PropertyKey): unknown {
  return typeof content === 'object' && content !== null ? Reflect.get(content, key) : undefined;
}

/** The keys that are known at a place of the mapping. */
function toKeys(path: readonly PropertyKey[]): string[] {
  if (path.length === 0) return Object.keys(mappingSchema.shape);
  if (path[0] === 'sources') return Object.keys(sourceSchema.shape);
  if (path[2] === 'joins') return ['source', 'on', 'required', 'many'];
  if (path[2] === 'dateShift') return ['years', 'days'];
  return Object.keys(tableSchema.shape);
}
