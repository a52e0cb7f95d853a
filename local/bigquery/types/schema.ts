import type { TableDefinition } from '../catalog/table-definitions.ts';
import type { GoogleType } from './google-type.ts';

/** https://cloud.google.com/bigquery/docs/reference/rest/v2/tables#TableFieldSchema */
export type FieldSchema = {
  name: string;
  type: string;
  mode: 'NULLABLE' | 'REQUIRED' | 'REPEATED';
  description?: string;
  precision?: string;
  scale?: string;
  fields?: FieldSchema[];
};

/** REST still says INTEGER, FLOAT, BOOLEAN and RECORD where GoogleSQL says INT64, FLOAT64, BOOL and STRUCT. */
const restNames: Record<string, string> = {
  INT64: 'INTEGER',
  FLOAT64: 'FLOAT',
  BOOL: 'BOOLEAN',
  NULL: 'INTEGER',
  STRUCT: 'RECORD',
};

export function toFieldSchema(name: string, type: GoogleType): FieldSchema {
  if (type.kind === 'ARRAY') return { ...toFieldSchema(name, type.element), mode: 'REPEATED' };
  const plain = { name, type: restNames[type.kind] ?? type.kind, mode: 'NULLABLE' as const };
  if (type.kind !== 'STRUCT') return plain;
  return {
    ...plain,
    fields: type.fields.map((field, index) => toFieldSchema(field.name ?? `_field_${index + 1}`, field.type)),
  };
}

export function toTableSchema(definition: TableDefinition): { fields: FieldSchema[] } {
  return {
    fields: definition.columns.map((column) => {
      const [, name = column.type, precision, scale] = /^(\w+)(?:\((\d+),(\d+)\))?$/.exec(column.type) ?? [];
      return {
        name: column.name,
        type: restNames[name] ?? name,
        mode: column.required ? 'REQUIRED' : 'NULLABLE',
        ...(column.description === null ? {} : { description: column.description }),
        ...(precision === undefined ? {} : { precision, scale }),
      };
    }),
  };
}
