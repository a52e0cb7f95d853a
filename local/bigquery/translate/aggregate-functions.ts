import { PlacedError, unsupported } from '../query-error.ts';
import type { Call } from '../syntax/tree.ts';
import { type GoogleType, printType, type ScalarKind } from '../types/google-type.ts';
import { at, checkCount, type Place } from './context.ts';
import { toOrder } from './ordering.ts';
import { coerce, noSignature, requireKind, type Typed, toTyped } from './typed.ts';

/** What an aggregate may have in its brackets, and its DuckDB form. `over` goes after each DuckDB aggregate in it. */
export type Aggregate = {
  allows: ('distinct' | 'nulls' | 'having' | 'orderBy' | 'limit' | 'star' | 'over')[];
  toTyped: (call: Call, place: Place, over: string) => Typed;
};

/** The value of an aggregate is of no single row, so it never is a constant. */
function aggregate(sql: string, type: GoogleType | ScalarKind): Typed {
  return { ...toTyped(sql, type), constant: false };
}

function toOnly(call: Call, place: Place): Typed {
  checkCount(call, 1);
  return place.translate(at(call.arguments, 0));
}

const distinctOf = (call: Call) => (call.distinct ? 'DISTINCT ' : '');

const count: Aggregate = {
  allows: ['distinct', 'star', 'over'],
  toTyped: (call, place, over) => {
    if (call.star) return aggregate(`count(*)${over}`, 'INT64');
    return aggregate(`count(${distinctOf(call)}${toOnly(call, place).sql})${over}`, 'INT64');
  },
};

const countIf: Aggregate = {
  allows: ['over'],
  toTyped: (call, place, over) => {
    const test = requireKind(toOnly(call, place), 'BOOL', 'The argument of COUNTIF', call.at);
    return aggregate(`count(CASE WHEN ${test} THEN 1 END)${over}`, 'INT64');
  },
};

const sum: Aggregate = {
  allows: ['distinct', 'over'],
  toTyped: (call, place, over) => {
    const value = toOnly(call, place);
    const sql = `sum(${distinctOf(call)}${value.sql})${over}`;
    if (value.type.kind === 'NULL' || value.type.kind === 'INT64')
      return aggregate(`CAST(${sql} AS BIGINT)`, 'INT64');
    if (value.type.kind === 'NUMERIC' || value.type.kind === 'FLOAT64') return aggregate(sql, value.type);
    throw noSignature('aggregate function SUM', [value], call.at);
  },
};

const avg: Aggregate = {
  allows: ['distinct', 'over'],
  toTyped: (call, place, over) => {
    const value = toOnly(call, place);
    const argument = `${distinctOf(call)}${value.sql}`;
    // DuckDB's average of a decimal is a DOUBLE; GoogleSQL's of a NUMERIC is a NUMERIC.
    if (value.type.kind === 'NUMERIC') {
      return aggregate(
        `numeric_divide(sum(${argument})${over}, nullif(count(${argument})${over}, 0))`,
        'NUMERIC',
      );
    }
    if (!['INT64', 'FLOAT64', 'NULL'].includes(value.type.kind))
      throw noSignature('aggregate function AVG', [value], call.at);
    return aggregate(`avg(${argument})${over}`, 'FLOAT64');
  },
};

const extreme: Aggregate = {
  allows: ['over'],
  toTyped: (call, place, over) => {
    const value = toOnly(call, place);
    if (value.type.kind === 'ARRAY' || value.type.kind === 'STRUCT')
      throw unsupported(`${call.name} of ${printType(value.type)}`, call.at);
    return aggregate(`${call.name.toLowerCase()}(${value.sql})${over}`, value.type);
  },
};

const anyValue: Aggregate = {
  allows: ['having', 'over'],
  toTyped: (call, place, over) => {
    const value = toOnly(call, place);
    if (call.having === null) return aggregate(`any_value(${value.sql})${over}`, value.type);
    const by = place.translate(call.having.expression);
    const name = call.having.bound === 'MAX' ? 'arg_max_null' : 'arg_min_null';
    return aggregate(`${name}(${value.sql}, ${by.sql})${over}`, value.type);
  },
};

const valueBy: Aggregate = {
  allows: [],
  toTyped: (call, place) => {
    checkCount(call, 2);
    const value = place.translate(at(call.arguments, 0));
    const by = place.translate(at(call.arguments, 1));
    return aggregate(
      `${call.name === 'MAX_BY' ? 'arg_max_null' : 'arg_min_null'}(${value.sql}, ${by.sql})`,
      value.type,
    );
  },
};

const truth = (name: string): Aggregate => ({
  allows: ['over'],
  toTyped: (call, place, over) =>
    aggregate(
      `${name}(${requireKind(toOnly(call, place), 'BOOL', `The argument of ${call.name}`, call.at)})${over}`,
      'BOOL',
    ),
});

const spread = (name: string): Aggregate => ({
  allows: ['over'],
  toTyped: (call, place, over) => {
    const value = requireKind(toOnly(call, place), 'FLOAT64', `The argument of ${call.name}`, call.at);
    return aggregate(`${name}(${value})${over}`, 'FLOAT64');
  },
});

const correlation = (name: string): Aggregate => ({
  allows: ['over'],
  toTyped: (call, place, over) => {
    checkCount(call, 2);
    const pair = call.arguments.map((each) =>
      requireKind(place.translate(each), 'FLOAT64', `Each argument of ${call.name}`, call.at),
    );
    const of = (aggregated: string) => `${aggregated}(${pair.join(', ')})${over}`;
    if (name !== 'corr') return aggregate(of(name), 'FLOAT64');
    // Of one pair DuckDB's is NaN, as it rightly is where a side does not vary.
    return aggregate(`(CASE WHEN ${of('regr_count')} > 1 THEN ${of(name)} END)`, 'FLOAT64');
  },
});

const stringAgg: Aggregate = {
  allows: ['distinct', 'orderBy'],
  toTyped: (call, place) => {
    checkCount(call, 1, 2);
    const value = requireKind(
      place.translate(at(call.arguments, 0)),
      'STRING',
      'The argument of STRING_AGG',
      call.at,
    );
    const separator = call.arguments[1];
    if (separator !== undefined && separator.kind !== 'string')
      throw unsupported('STRING_AGG by anything but a literal', call.at);
    const by = separator === undefined ? "','" : place.translate(separator).sql;
    return aggregate(`string_agg(${distinctOf(call)}${value}, ${by} ${orderOf(call, place)})`, 'STRING');
  },
};

const arrayAgg: Aggregate = {
  allows: ['distinct', 'nulls', 'orderBy', 'limit'],
  toTyped: (call, place) => {
    const value = toOnly(call, place);
    if (value.type.kind === 'ARRAY')
      throw new PlacedError('The argument to ARRAY_AGG must not be an array type', call.at);
    const filter = call.nulls === 'IGNORE' ? ` FILTER (WHERE ${value.sql} IS NOT NULL)` : '';
    const list = `list(${distinctOf(call)}${value.sql} ${orderOf(call, place)})${filter}`;
    const type: GoogleType = { kind: 'ARRAY', element: value.type };
    if (call.limit === null) return aggregate(list, type);
    const limit = place.translate(call.limit);
    if (!limit.constant)
      throw new PlacedError('LIMIT expects an integer literal or parameter', call.limit.at);
    return aggregate(`(${list})[:${coerce(limit, { kind: 'INT64' })}]`, type);
  },
};

function orderOf(call: Call, place: Place): string {
  return toOrder(call.orderBy, (item) => place.translate(item.expression));
}

export const aggregateFunctions: Record<string, Aggregate> = {
  COUNT: count,
  COUNTIF: countIf,
  SUM: sum,
  AVG: avg,
  MIN: extreme,
  MAX: extreme,
  ANY_VALUE: anyValue,
  MAX_BY: valueBy,
  MIN_BY: valueBy,
  LOGICAL_AND: truth('bool_and'),
  LOGICAL_OR: truth('bool_or'),
  STDDEV: spread('stddev_samp'),
  STDDEV_SAMP: spread('stddev_samp'),
  STDDEV_POP: spread('stddev_pop'),
  VARIANCE: spread('var_samp'),
  VAR_SAMP: spread('var_samp'),
  VAR_POP: spread('var_pop'),
  CORR: correlation('corr'),
  COVAR_SAMP: correlation('covar_samp'),
  COVAR_POP: correlation('covar_pop'),
  STRING_AGG: stringAgg,
  ARRAY_AGG: arrayAgg,
  // Exact, which is one of the answers that an approximation may give.
  APPROX_COUNT_DISTINCT: {
    allows: [],
    toTyped: (call, place) => aggregate(`count(DISTINCT ${toOnly(call, place).sql})`, 'INT64'),
  },
};
