import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

const oneOrMore = z.union([z.string(), z.array(z.string()).min(1)]).transform((value) => [value].flat());

const itemSchema = z.strictObject({
  ask: z.string(),
  /** Other wordings of the same question, each asked in a conversation of its own. */
  also: z.array(z.string()).default([]),
  /** DuckDB SQL over gold-tables.sql. Of several statements any may be met: a question with several good answers. */
  gold: oneOrMore.optional(),
  /** The rows have to come in the order of the gold rows. */
  ordered: z.boolean().default(false),
  /** `exact`: a shown result has as many rows as the gold statement. `some`: it may have more. */
  rows: z.enum(['exact', 'some']).default('exact'),
  /** How far a number may be off, as a part of it; for averages that round their inputs. */
  tolerance: z.number().default(1e-5),
  /** Names of the periods that the scope lines may state. */
  period: oneOrMore.optional(),
  /** What the filters name, and nothing else may be filtered. */
  scope: z.union([z.literal('any'), z.array(z.string())]).default([]),
  /** Charts that fit, of which one has to be there. */
  shapes: z.union([z.literal('any'), z.array(z.string())]).default('any'),
  /** Regular expressions that the text has to match, whatever the case. */
  says: z.array(z.string().refine(isPattern, 'must be a JavaScript regular expression')).default([]),
  /** The data does not hold the answer. */
  abstain: z.boolean().default(false),
});
export type Item = z.infer<typeof itemSchema>;

const entrySchema = z.union([
  itemSchema.transform((item) => [item]),
  z.strictObject({ chain: z.array(itemSchema).min(2) }).transform(({ chain }) => chain),
]);

const fileSchema = z.strictObject({
  periods: z.record(z.string(), z.tuple([z.string(), z.string()])),
  texts: z.record(z.string(), z.string()),
  groups: z.record(z.string(), z.array(entrySchema).min(1)),
});

/** A conversation: one question, or a chain of them. */
export type Conversation = { group: string; items: Item[] };
export type QuestionSet = {
  /** First and last day of each period, as DuckDB expressions over `today`. */
  periods: Record<string, [string, string]>;
  texts: Record<string, string>;
  conversations: Conversation[];
};

/** @throws Error that names the file, and what in it is not as described above */
export async function readQuestions(file: string): Promise<QuestionSet> {
  const { periods, texts, groups } = await readFile(file, 'utf8')
    .then((text) => fileSchema.parse(parse(text)))
    .catch((cause: Error) => {
      const problem = cause instanceof z.ZodError ? z.prettifyError(cause) : cause.message;
      throw new Error(`The questions of ${file} cannot be read: ${problem}`, { cause });
    });
  const conversations = Object.entries(groups).flatMap(([group, entries]) =>
    entries.flatMap((items) => toWordings(items).map((worded) => ({ group, items: worded }))),
  );
  return { periods, texts, conversations };
}

/** The conversation as it is written, and once more in each other wording. */
function toWordings(items: Item[]): Item[][] {
  const most = Math.max(...items.map(({ also }) => also.length));
  const worded = Array.from({ length: most }, (_, index) =>
    items.map((item) => ({ ...item, ask: item.also[index] ?? item.ask })),
  );
  return [items, ...worded];
}

function isPattern(says: string): boolean {
  try {
    new RegExp(says.replaceAll(/\{\{\w+\}\}/g, 'text'), 'iu');
    return true;
  } catch {
    return false;
  }
}
