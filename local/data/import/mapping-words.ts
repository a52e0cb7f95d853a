import type { z } from 'zod';

/** What would be right in a place of a mapping, to follow the name of the place. Zod's own words are for who writes schemas. */
export const toMappingWords: z.core.$ZodErrorMap = (issue) => {
  const { code, input } = issue;
  if (input === undefined && code !== 'unrecognized_keys') return 'is missing';
  if (code === 'invalid_value') return `must be one of ${issue.values.map(toShown).join(' ')}`;
  if (code === 'invalid_key') return 'must be a plain name: letters, digits and _';
  if (code === 'too_small') return 'must not be empty';
  if (code === 'invalid_type') return types[issue.expected];
  return undefined;
};

const types: Record<string, string> = {
  string: 'must be a text',
  int: 'must be a whole number',
  number: 'must be a whole number',
  boolean: 'must be true or false',
  array: 'must be a list',
  record: 'must be names, each with what it stands for',
};

/** A delimiter is seen only between quotes. */
function toShown(value: unknown): string {
  const text = String(value);
  return /^\w+$/.test(text) ? text : JSON.stringify(text);
}
