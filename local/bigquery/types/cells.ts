import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBStructValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBValue,
} from '@duckdb/node-api';
import { QueryError } from '../query-error.ts';
import { type GoogleType, printType } from './google-type.ts';

/** A cell as BigQuery writes it: text for every scalar. Timestamps are kept in microseconds since 1970. */
export type Cell = string | null | { v: Cell }[] | { f: { v: Cell }[] };

/** @throws QueryError for a number that is infinite, or an array with a NULL, as BigQuery does. */
export function toCell(value: DuckDBValue, type: GoogleType): Cell {
  if (value === null) return type.kind === 'ARRAY' ? [] : null;
  switch (type.kind) {
    case 'ARRAY':
      if (value instanceof DuckDBListValue) return toItems(value, type.element);
      break;
    case 'STRUCT':
      if (value instanceof DuckDBStructValue) {
        const values = Object.values(value.entries);
        return { f: type.fields.map((field, index) => ({ v: toCell(values[index] ?? null, field.type) })) };
      }
      break;
    case 'NUMERIC':
      if (value instanceof DuckDBDecimalValue) return trimZeros(value.toString());
      break;
    case 'DATE':
      if (value instanceof DuckDBDateValue) return value.toString();
      break;
    case 'DATETIME':
      if (value instanceof DuckDBTimestampValue) return value.toString().replace(' ', 'T');
      break;
    case 'TIMESTAMP':
      if (value instanceof DuckDBTimestampTZValue) return value.micros.toString();
      break;
    case 'FLOAT64':
      if (typeof value === 'number') return toFloat(value);
      break;
    case 'STRING':
    case 'INT64':
    case 'NULL':
    case 'BOOL':
      if (
        typeof value === 'string' ||
        typeof value === 'bigint' ||
        typeof value === 'boolean' ||
        typeof value === 'number'
      ) {
        return String(value);
      }
  }
  throw new Error(`A value of ${printType(type)} came as ${typeof value}.`);
}

function toItems(list: DuckDBListValue, element: GoogleType): Cell {
  if (list.items.includes(null)) {
    throw new QueryError('invalidQuery', 'Array cannot have a null element; error in writing field', {
      location: 'query',
    });
  }
  return list.items.map((item) => ({ v: toCell(item, element) }));
}

function toFloat(value: number): string {
  // A correlation is rightly NaN; nothing on the allow-list is rightly infinite, so that one shows an overflow that BigQuery reports.
  if (Math.abs(value) === Number.POSITIVE_INFINITY) {
    throw new QueryError('invalidQuery', `Floating point error: the result is ${value}`, {
      location: 'query',
    });
  }
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(1) : String(value);
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/**
 * Timestamps in a response are microseconds where the request asks for that (`formatOptions.useInt64Timestamp`), else
 * seconds in floating point.
 */
export function toTimestampSeconds(cell: Cell, type: GoogleType): Cell {
  if (type.kind === 'TIMESTAMP' && typeof cell === 'string') return String(Number(cell) / 1e6);
  if (type.kind === 'ARRAY' && Array.isArray(cell))
    return cell.map(({ v }) => ({ v: toTimestampSeconds(v, type.element) }));
  if (type.kind === 'STRUCT' && cell !== null && typeof cell === 'object' && 'f' in cell) {
    return {
      f: type.fields.map((field, index) => ({ v: toTimestampSeconds(cell.f[index]?.v ?? null, field.type) })),
    };
  }
  return cell;
}
