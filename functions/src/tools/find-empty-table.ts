import { baseMeasuresOf } from '../analytics/measure-expressions.ts';
import type { SemanticModel } from '../analytics/model-schema.ts';
import type { Problem } from '../analytics/outcome.ts';
import type { Coverage } from './read-coverage.ts';

/** Nothing can be said from an empty table, nor by a measure that looks back over one: all stock would pass for old. */
export function findEmptyTable(
  measures: string[],
  model: SemanticModel,
  coverage: Coverage,
): Problem | undefined {
  const isEmpty = (table: string) => coverage.tables.get(table)?.days === null;
  if (isEmpty(model.fact)) {
    const message = `Nothing is recorded about ${model.label.toLowerCase()}.`;
    return { code: 'no_match', message, hint: 'Tell the person that this data is missing.' };
  }
  for (const name of measures) {
    for (const { join } of baseMeasuresOf(name, model)) {
      const table = join === undefined ? undefined : model.joins[join]?.window?.fact;
      if (table === undefined || !isEmpty(table)) continue;
      const label = model.measures[name]?.label ?? name;
      const message = `"${label}" is computed from ${table.replaceAll('_', ' ')}, and nothing is recorded there.`;
      return {
        code: 'no_match',
        message,
        hint: 'Leave it out, and tell the person that this data is missing.',
      };
    }
  }
  return undefined;
}
