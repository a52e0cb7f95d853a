import { PlacedError, unsupported } from '../query-error.ts';
import type { Call, Expression } from '../syntax/tree.ts';
import { at, checkCount, type FunctionTranslator, type Place, toArguments } from './context.ts';
import { formatDate } from './date-format.ts';
import { addToDate, countBoundaries, type DatePart, toDatePart, truncateDate } from './date-parts.ts';
import { toZone } from './time-zone.ts';
import { truncateTimestamp } from './timestamp-functions.ts';
import { requireKind, type Typed, toTyped } from './typed.ts';

/** The DATE that argument `index` of a call gives. */
function toDate(call: Call, place: Place, index: number): Typed {
  const value = place.translate(at(call.arguments, index));
  return {
    ...value,
    sql: requireKind(value, 'DATE', `Argument ${index + 1} of ${call.name}`, call.at),
    type: { kind: 'DATE' },
  };
}

/** `INTERVAL n PART` as a BIGINT in SQL and the part. */
function toInterval(expression: Expression, place: Place, what: string): { count: Typed; part: string } {
  if (expression.kind !== 'interval') throw new PlacedError(`${what} needs an INTERVAL`, expression.at);
  const count = place.translate(expression.value);
  return {
    count: { ...count, sql: requireKind(count, 'INT64', 'An INTERVAL', expression.at) },
    part: expression.part,
  };
}

const translateShift =
  (sign: '' | '-'): FunctionTranslator =>
  (call, place) => {
    checkCount(call, 2);
    const date = toDate(call, place, 0);
    const { count, part } = toInterval(at(call.arguments, 1), place, call.name);
    const moved = addToDate(date.sql, `(${sign}${count.sql})`, part, call.at);
    return toTyped(`date_in_range(${moved})`, 'DATE', [date, count]);
  };

const translateDiff: FunctionTranslator = (call, place) => {
  checkCount(call, 3);
  const end = toDate(call, place, 0);
  const start = toDate(call, place, 1);
  const part = toDatePart(at(call.arguments, 2));
  return toTyped(countBoundaries(end.sql, start.sql, part, call.at), 'INT64', [end, start]);
};

const translateTrunc: FunctionTranslator = (call, place) => {
  checkCount(call, 2, 3);
  const value = place.translate(at(call.arguments, 0));
  const part = toDatePart(at(call.arguments, 1));
  if (value.type.kind === 'TIMESTAMP' || value.type.kind === 'DATETIME') {
    const zone = call.arguments[2] === undefined ? null : toZone(call.arguments[2], place);
    return truncateTimestamp(value, part, zone, call.at);
  }
  checkCount(call, 2);
  const date = toDate(call, place, 0);
  return toTyped(truncateDate(date.sql, part, call.at), 'DATE', [date]);
};

const translateDate: FunctionTranslator = (call, place) => {
  const values = toArguments(call, place, 1, 3);
  const [first, second] = values;
  if (first === undefined) throw unsupported('DATE without arguments', call.at);
  if (values.length === 3) {
    const [year, month, day] = values.map((value) =>
      requireKind(value, 'INT64', 'Each argument of DATE', call.at),
    );
    return toTyped(`date_in_range(make_date(${year}, ${month}, ${day}))`, 'DATE', values);
  }
  if (first.type.kind === 'TIMESTAMP') {
    const zone = second === undefined ? "'UTC'" : toZone(at(call.arguments, 1), place).sql;
    return toTyped(`CAST(timezone(${zone}, ${first.sql}) AS DATE)`, 'DATE', values);
  }
  checkCount(call, 1);
  if (first.type.kind === 'DATETIME') return toTyped(`CAST(${first.sql} AS DATE)`, 'DATE', values);
  return toTyped(requireKind(first, 'DATE', 'The argument of DATE', call.at), 'DATE', values);
};

const translateCurrentDate: FunctionTranslator = (call, place) => {
  checkCount(call, 0, 1);
  const zone = call.arguments[0] === undefined ? "'UTC'" : toZone(call.arguments[0], place).sql;
  place.context.deterministic = false;
  return toTyped(`CAST(timezone(${zone}, now()) AS DATE)`, 'DATE');
};

const translateFormat: FunctionTranslator = (call, place) => {
  checkCount(call, 2);
  const format = at(call.arguments, 0);
  if (format.kind !== 'string')
    throw unsupported('FORMAT_DATE with a format that is not a literal', format.at);
  const date = toDate(call, place, 1);
  return toTyped(formatDate(date.sql, format.value, false, call.at), 'STRING', [date]);
};

const translateLastDay: FunctionTranslator = (call, place) => {
  checkCount(call, 1, 2);
  const date = toDate(call, place, 0);
  const part: DatePart =
    call.arguments[1] === undefined ? { name: 'MONTH', weekStart: 0 } : toDatePart(call.arguments[1]);
  const first = truncateDate(date.sql, part, call.at);
  const unit = part.name === 'ISOWEEK' ? 'WEEK' : part.name;
  if (unit === 'DAY' || unit === 'ISOYEAR') throw unsupported(`LAST_DAY of ${unit}`, call.at);
  return toTyped(`(${addToDate(first, '1', unit, call.at)} - 1)`, 'DATE', [date]);
};

const translateUnixDate: FunctionTranslator = (call, place) => {
  checkCount(call, 1);
  const date = toDate(call, place, 0);
  return toTyped(`CAST(${date.sql} - DATE '1970-01-01' AS BIGINT)`, 'INT64', [date]);
};

const translateFromUnixDate: FunctionTranslator = (call, place) => {
  const values = toArguments(call, place, 1);
  const days = requireKind(at(values, 0), 'INT64', 'The argument of DATE_FROM_UNIX_DATE', call.at);
  return toTyped(`date_in_range(DATE '1970-01-01' + CAST(${days} AS INTEGER))`, 'DATE', values);
};

/** Steps from the start, not from the step before: from 31 January by months, 31 March follows 28 February. */
const translateGenerate: FunctionTranslator = (call, place) => {
  checkCount(call, 2, 3);
  const start = toDate(call, place, 0);
  const end = toDate(call, place, 1);
  const step = call.arguments[2];
  const { count, part } =
    step === undefined ? { count: toTyped('1', 'INT64'), part: 'DAY' } : toInterval(step, place, call.name);
  const item = place.context.nextName('k');
  const span = `abs(datediff('day', ${start.sql}, ${end.sql}))`;
  const stepped = addToDate(start.sql, `(${item} * ${count.sql})`, part, call.at);
  const inside = `CASE WHEN ${count.sql} > 0 THEN ${item} <= ${end.sql} ELSE ${item} >= ${end.sql} END`;
  const sql = `(CASE WHEN ${count.sql} = 0 THEN error('Sequence step cannot be 0.') ELSE list_filter(list_transform(range(${span} + 1), lambda ${item}: ${stepped}), lambda ${item}: ${inside}) END)`;
  return toTyped(sql, { kind: 'ARRAY', element: { kind: 'DATE' } }, [start, end, count]);
};

export const dateFunctions: Record<string, FunctionTranslator> = {
  DATE: translateDate,
  DATE_ADD: translateShift(''),
  DATE_SUB: translateShift('-'),
  DATE_DIFF: translateDiff,
  DATE_TRUNC: translateTrunc,
  CURRENT_DATE: translateCurrentDate,
  FORMAT_DATE: translateFormat,
  LAST_DAY: translateLastDay,
  UNIX_DATE: translateUnixDate,
  DATE_FROM_UNIX_DATE: translateFromUnixDate,
  GENERATE_DATE_ARRAY: translateGenerate,
};
