import type { Expression } from '../syntax/tree.ts';
import type { Place } from './context.ts';
import { type PartitionFilter, resolve, type TableRead } from './scope.ts';
import { canCoerce, coerce, type Typed } from './typed.ts';

type Filters = Map<TableRead, PartitionFilter>;

/**
 * Notes on each table of the scope what a condition says of its partition column, when it compares it directly to
 * something constant. `reads` are the tables that the condition can leave rows of out.
 */
export function applyPartitionFilters(
  condition: Expression,
  place: Place,
  reads: readonly TableRead[],
): void {
  for (const [read, filter] of collect(condition, place)) {
    if (!reads.includes(read)) continue;
    read.filter = read.filter === null ? filter : { kind: 'and', parts: [read.filter, filter] };
  }
}

function collect(expression: Expression, place: Place): Filters {
  switch (expression.kind) {
    case 'binary':
      return collectBinary(expression, place);
    case 'between': {
      if (expression.not) return new Map();
      const low = toCompare('>=', expression.operand, expression.low, place);
      const high = toCompare('<=', expression.operand, expression.high, place);
      return both(low, high, 'and');
    }
    case 'in': {
      if (expression.not || expression.among.kind === 'query') return new Map();
      const { among, operand } = expression;
      if (among.kind === 'list') {
        const [first = new Map(), ...rest] = among.items.map((item) => toCompare('=', operand, item, place));
        return rest.reduce((all, each) => common(all, each), first);
      }
      const read = toPartitionColumn(operand, place);
      const array = place.translate(among.array);
      const isConstant = array.constant && array.type.kind === 'ARRAY';
      return read !== null && isConstant ? new Map([[read, { kind: 'in', sql: array.sql }]]) : new Map();
    }
    default:
      return new Map();
  }
}

const flipped = { '=': '=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

function collectBinary(expression: Extract<Expression, { kind: 'binary' }>, place: Place): Filters {
  const { operator, left, right } = expression;
  if (operator === 'AND') return both(collect(left, place), collect(right, place), 'and');
  if (operator === 'OR') return common(collect(left, place), collect(right, place));
  if (!isComparison(operator)) return new Map();
  const found = toCompare(operator, left, right, place);
  return found.size > 0 ? found : toCompare(flipped[operator], right, left, place);
}

function isComparison(operator: string): operator is keyof typeof flipped {
  return operator in flipped;
}

function toCompare(
  operator: keyof typeof flipped,
  column: Expression,
  value: Expression,
  place: Place,
): Filters {
  const read = toPartitionColumn(column, place);
  if (read === null) return new Map();
  const typed: Typed = place.translate(value);
  if (!typed.constant || !canCoerce(typed, { kind: 'DATE' })) return new Map();
  return new Map([[read, { kind: 'compare', operator, sql: coerce(typed, { kind: 'DATE' }) }]]);
}

function toPartitionColumn(expression: Expression, place: Place): TableRead | null {
  if (expression.kind !== 'path') return null;
  const { source, column, used } = resolve(place.scope, expression.names);
  const read = source?.read ?? null;
  return used === expression.names.length && read?.table.partition?.column === column ? read : null;
}

function both(a: Filters, b: Filters, kind: 'and' | 'or'): Filters {
  const merged = new Map(a);
  for (const [read, filter] of b) {
    const other = merged.get(read);
    merged.set(read, other === undefined ? filter : { kind, parts: [other, filter] });
  }
  return merged;
}

/** Of an OR only what both sides say holds. */
function common(a: Filters, b: Filters): Filters {
  const shared = [...a].filter(([read]) => b.has(read));
  return both(new Map(shared), new Map([...b].filter(([read]) => a.has(read))), 'or');
}
