export type ScalarKind =
  | 'STRING'
  | 'INT64'
  | 'FLOAT64'
  | 'NUMERIC'
  | 'BOOL'
  | 'DATE'
  | 'DATETIME'
  | 'TIMESTAMP';

export type StructField = { name: string | null; type: GoogleType };

/** A GoogleSQL type as this server knows them. NULL is the type of a bare NULL, which becomes whatever is needed. */
export type GoogleType =
  | { kind: ScalarKind }
  | { kind: 'NULL' }
  | { kind: 'ARRAY'; element: GoogleType }
  | { kind: 'STRUCT'; fields: StructField[] };

const names: Record<string, ScalarKind> = {
  STRING: 'STRING',
  INT64: 'INT64',
  INT: 'INT64',
  INTEGER: 'INT64',
  BIGINT: 'INT64',
  SMALLINT: 'INT64',
  TINYINT: 'INT64',
  BYTEINT: 'INT64',
  FLOAT64: 'FLOAT64',
  FLOAT: 'FLOAT64',
  NUMERIC: 'NUMERIC',
  DECIMAL: 'NUMERIC',
  BOOL: 'BOOL',
  BOOLEAN: 'BOOL',
  DATE: 'DATE',
  DATETIME: 'DATETIME',
  TIMESTAMP: 'TIMESTAMP',
};

/** `name` without precision, upper case; null for a type that this server does not know. */
export function toScalarKind(name: string): ScalarKind | null {
  return names[name] ?? null;
}

/** As BigQuery writes it in messages: `ARRAY<INT64>`. */
export function printType(type: GoogleType): string {
  if (type.kind === 'ARRAY') return `ARRAY<${printType(type.element)}>`;
  if (type.kind !== 'STRUCT') return type.kind === 'NULL' ? 'INT64' : type.kind;
  const fields = type.fields.map(
    (field) => `${field.name === null ? '' : `${field.name} `}${printType(field.type)}`,
  );
  return `STRUCT<${fields.join(', ')}>`;
}

export function isSameType(a: GoogleType, b: GoogleType): boolean {
  if (a.kind === 'ARRAY' && b.kind === 'ARRAY') return isSameType(a.element, b.element);
  if (a.kind !== 'STRUCT' || b.kind !== 'STRUCT') return a.kind === b.kind;
  return (
    a.fields.length === b.fields.length &&
    a.fields.every((field, index) => {
      const other = b.fields[index];
      return other !== undefined && other.name === field.name && isSameType(field.type, other.type);
    })
  );
}

/** The DuckDB type that holds it. A struct's fields are `f0`, `f1`, … there: GoogleSQL lets names repeat or be missing. */
export function toDuckdbName(type: GoogleType): string {
  switch (type.kind) {
    case 'STRING':
      return 'VARCHAR';
    case 'INT64':
    case 'NULL':
      return 'BIGINT';
    case 'FLOAT64':
      return 'DOUBLE';
    case 'NUMERIC':
      return 'DECIMAL(38,9)';
    case 'BOOL':
      return 'BOOLEAN';
    case 'DATE':
      return 'DATE';
    case 'DATETIME':
      return 'TIMESTAMP';
    case 'TIMESTAMP':
      return 'TIMESTAMPTZ';
    case 'ARRAY':
      return `${toDuckdbName(type.element)}[]`;
    case 'STRUCT':
      return `STRUCT(${type.fields.map((field, index) => `f${index} ${toDuckdbName(field.type)}`).join(', ')})`;
  }
}
