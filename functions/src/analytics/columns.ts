import type { Column } from '@tallyboard/contract';
import type { CompiledColumns } from './compile.ts';
import type { Measure, SemanticModel } from './model-schema.ts';
import { capitalise } from './words.ts';

type ReadColumn = { name: string; type: string };

/** The columns of a compiled request as a person and the model see them, with the types that the warehouse gave. */
export function toColumns(compiled: CompiledColumns, model: SemanticModel, read: ReadColumn[]): Column[] {
  return read.map(({ name, type }) => {
    if (name === compiled.grain) return toTimeColumn(compiled.grain);
    const dimension = model.dimensions[name];
    if (dimension !== undefined && compiled.dimensions.includes(name)) {
      return {
        name,
        label: dimension.label,
        type: 'string',
        role: 'dimension',
        unit: 'none',
        summable: false,
      };
    }
    const measure = model.measures[name];
    if (measure === undefined)
      throw new Error(`The warehouse returned the column ${name}, which was not asked for`);
    return {
      name,
      label: measure.label,
      type: toColumnType(type),
      role: 'measure',
      unit: measure.unit,
      summable: isSummable(measure, compiled),
      ...(isStackable(measure, compiled) && { stackable: true }),
    };
  });
}

function toTimeColumn(grain: NonNullable<CompiledColumns['grain']>): Column {
  return {
    name: grain,
    label: capitalise(grain),
    type: 'date',
    role: 'dimension',
    unit: 'none',
    grain,
    summable: false,
  };
}

/** @param type as BigQuery names it, in GoogleSQL or over REST */
export function toColumnType(type: string): Column['type'] {
  switch (type.toUpperCase()) {
    case 'INT64':
    case 'INTEGER':
      return 'integer';
    case 'NUMERIC':
    case 'BIGNUMERIC':
    case 'FLOAT64':
    case 'FLOAT':
      return 'number';
    case 'BOOL':
    case 'BOOLEAN':
      return 'boolean';
    case 'DATE':
      return 'date';
    case 'TIMESTAMP':
      return 'timestamp';
    default:
      return 'string';
  }
}

/** Whether the cells of one period may be added where those of all rows may not. */
function isStackable(measure: Measure, compiled: CompiledColumns): boolean {
  return !isSummable(measure, compiled) && isSummable(measure, { ...compiled, grain: null });
}

/**
 * Whether adding the cells of all rows gives a valid total: always for additive measures, never for ratios, for stock only
 * where the rows are of one moment, for counts of distinct things only over dimensions that never share one. Shares of one total add
 * up to it; those of each period to that of theirs.
 */
export function isSummable(measure: Measure, { grain, dimensions }: CompiledColumns): boolean {
  if ('share' in measure) return grain === null;
  if (!('aggregate' in measure)) return false;
  if (measure.additivity === 'additive') return true;
  const isAdditiveOver = (dimension: string) => measure.additive_over?.includes(dimension) ?? false;
  if (measure.additivity === 'semi_additive') {
    return grain === null && (measure.aggregate !== 'count_distinct' || dimensions.every(isAdditiveOver));
  }
  return (grain === null || isAdditiveOver('time')) && dimensions.every(isAdditiveOver);
}
