import type { SemanticModel } from './model-schema.ts';

/**
 * The model with its days taken from another of its date columns, and only the measures of which that makes sense. The column that
 * partitions the fact is then filtered beside it.
 * @param name a key of `other_times`.
 */
export function byOtherTime(model: SemanticModel, name: string): SemanticModel {
  const other = model.other_times[name];
  if (other === undefined) throw new Error(`${model.name} has no other time "${name}"`);
  const { column, label, max_days_after: maxDaysBefore, ahead, measures } = other;
  return {
    ...model,
    label: `${model.label} by the ${label}`,
    time: column,
    measures: Object.fromEntries(
      Object.entries(model.measures).filter(([measure]) => measures.includes(measure)),
    ),
    partition: { column: model.time, maxDaysBefore, timeLabel: label, ahead },
  };
}
