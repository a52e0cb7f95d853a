import type { FieldPath } from '../value/field-path.ts';
import type { Fields, Micros, Value } from '../value/value.ts';

export type Precondition = { exists: boolean } | { updateTime: Micros };

export type Transform = { field: FieldPath } & (
  | { kind: 'serverTime' }
  | { kind: 'increment' | 'maximum' | 'minimum'; operand: Value }
  | { kind: 'union' | 'remove'; operands: Value[] }
);

export type Write =
  /** `mask` null replaces the whole document; a path in the mask but not in `fields` is deleted. */
  | {
      kind: 'update';
      name: string;
      fields: Fields;
      mask: FieldPath[] | null;
      transforms: Transform[];
      precondition: Precondition | null;
    }
  | { kind: 'delete'; name: string; precondition: Precondition | null }
  /** Changes nothing: the commit fails unless the precondition holds. The web SDK's transactions use it. */
  | { kind: 'verify'; name: string; precondition: Precondition | null };

export type WriteResult = { updateTime: Micros | null; transformResults: Value[] };
