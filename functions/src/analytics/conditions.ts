import type { Parameter } from '../warehouse/warehouse.ts';
import type { Dimension, SemanticModel } from './model-schema.ts';
import type { Filter } from './request.ts';

/** A dimension's member as it is shown: its name, or what a missing name is shown as. */
export function toLabel(dimension: Dimension): string {
  return `COALESCE(${dimension.name}, '${dimension.empty}')`;
}

/**
 * A filter as a condition. Comparison ignores case. A part of a name is found with STRPOS, which has no wildcards to
 * escape: `50%` means just that. A missing name is compared as it is shown, so that a filter and its opposite keep
 * everything between them.
 * @param bind adds a parameter and returns its placeholder.
 */
export function toCondition(
  filter: Filter,
  model: SemanticModel,
  bind: (parameter: Parameter) => string,
): string {
  const dimension = model.dimensions[filter.dimension];
  if (dimension === undefined)
    throw new Error(`compile let the unknown dimension ${filter.dimension} through`);
  const values = toComparable(filter.values);
  const texts = toTexts(dimension);
  const tests = looksForParts(filter)
    ? values
        .map((value) => bind({ type: 'STRING', value }))
        .flatMap((part) => texts.map((text) => `STRPOS(${text}, ${part}) > 0`))
    : [bind({ type: 'ARRAY<STRING>', value: values })].flatMap((names) =>
        texts.map((text) => `${text} IN UNNEST(${names})`),
      );
  return leavesOut(filter) ? `NOT (${tests.join(' OR ')})` : anyOf(tests);
}

/** Whether its values are parts of names, not whole ones. */
export function looksForParts({ op }: Pick<Filter, 'op'>): boolean {
  return op === 'contains' || op === 'contains_not';
}

/** Whether a filter keeps what is called so: its condition, for names that are known without a read. */
export function keeps(filter: Filter, name: string): boolean {
  const [values, text] = [toComparable(filter.values), name.toLowerCase()];
  const isNamed = looksForParts(filter) ? values.some((part) => text.includes(part)) : values.includes(text);
  return isNamed !== leavesOut(filter);
}

function leavesOut({ op }: Filter): boolean {
  return op === 'is_not' || op === 'contains_not';
}

/** What a filter compares with: the name as shown and the other spellings, never null, in lower case. */
export function toTexts(dimension: Dimension): string[] {
  return [toLabel(dimension), ...dimension.match.map((match) => `COALESCE(${match}, '')`)].map(
    (text) => `LOWER(${text})`,
  );
}

/** Values as they are compared: in lower case, without spaces around them, each once; empty ones are left out. */
export function toComparable(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.trim().toLowerCase()).filter((value) => value !== ''))];
}

function anyOf(tests: string[]): string {
  return tests.length === 1 ? tests.join('') : `(${tests.join(' OR ')})`;
}
