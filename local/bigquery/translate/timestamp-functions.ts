import { unsupported } from '../query-error.ts';
import type { Call, Expression } from '../syntax/tree.ts';
import { castTo } from './cast.ts';
import { at, checkCount, type FunctionTranslator, type Place, toArguments } from './context.ts';
import { formatDate } from './date-format.ts';
import { type DatePart, extractPart, toDatePart, truncateDate } from './date-parts.ts';
import { toZone } from './time-zone.ts';
import { coerce, noSignature, requireKind, type Typed, toTyped } from './typed.ts';

const microseconds: Record<string, number> = {
  MICROSECOND: 1,
  MILLISECOND: 1000,
  SECOND: 1_000_000,
  MINUTE: 60_000_000,
  HOUR: 3_600_000_000,
  DAY: 86_400_000_000,
};

function toTimestamp(call: Call, place: Place, index: number): Typed {
  const value = place.translate(at(call.arguments, index));
  const sql = requireKind(value, 'TIMESTAMP', `Argument ${index + 1} of ${call.name}`, call.at);
  return { ...value, sql, type: { kind: 'TIMESTAMP' } };
}

function toMicroseconds(part: string, where: number): number {
  const count = microseconds[part];
  if (count === undefined) throw unsupported(`the part ${part} here`, where);
  return count;
}

const translateShift =
  (sign: '' | '-'): FunctionTranslator =>
  (call, place) => {
    checkCount(call, 2);
    const time = toTimestamp(call, place, 0);
    const interval = at(call.arguments, 1);
    if (interval.kind !== 'interval') throw unsupported(`${call.name} without an INTERVAL`, call.at);
    const count = place.translate(interval.value);
    const number = requireKind(count, 'INT64', 'An INTERVAL', interval.at);
    const span = `to_microseconds(${sign}${toMicroseconds(interval.part, interval.at)} * ${number})`;
    return toTyped(`timestamp_in_range(${time.sql} + ${span})`, 'TIMESTAMP', [time, count]);
  };

/** Whole units between the two, rounded towards zero. */
const translateDiff: FunctionTranslator = (call, place) => {
  checkCount(call, 3);
  const end = toTimestamp(call, place, 0);
  const start = toTimestamp(call, place, 1);
  const unit = toMicroseconds(toDatePart(at(call.arguments, 2)).name, call.at);
  return toTyped(`((epoch_us(${end.sql}) - epoch_us(${start.sql})) // ${unit})`, 'INT64', [end, start]);
};

/** `value` is a TIMESTAMP, truncated in `zone` (UTC when null), or a DATETIME. */
export function truncateTimestamp(value: Typed, part: DatePart, zone: Typed | null, where: number): Typed {
  const name = zone?.sql ?? "'UTC'";
  const local = value.type.kind === 'TIMESTAMP' ? `timezone(${name}, ${value.sql})` : value.sql;
  const isShort = ['SECOND', 'MINUTE', 'HOUR', 'MILLISECOND', 'MICROSECOND'].includes(part.name);
  if (isShort && zone !== null && value.type.kind === 'TIMESTAMP') {
    // Where clocks go back an hour happens twice: what the clocks show must not be turned into an instant again.
    if (part.name !== 'HOUR') return truncateTimestamp(value, part, null, where);
    const sql = `(${value.sql} - (${local} - date_trunc('hour', ${local})))`;
    return toTyped(sql, value.type, [value, zone]);
  }
  const truncated = isShort
    ? `date_trunc('${part.name.toLowerCase()}', ${local})`
    : `CAST(${truncateDate(`CAST(${local} AS DATE)`, part, where)} AS TIMESTAMP)`;
  const sql = value.type.kind === 'TIMESTAMP' ? `timezone(${name}, ${truncated})` : truncated;
  return toTyped(sql, value.type, zone === null ? [value] : [value, zone]);
}

const translateTrunc: FunctionTranslator = (call, place) => {
  checkCount(call, 2, 3);
  const time = toTimestamp(call, place, 0);
  const zone = call.arguments[2] === undefined ? null : toZone(call.arguments[2], place);
  return truncateTimestamp(time, toDatePart(at(call.arguments, 1)), zone, call.at);
};

const translateFormat: FunctionTranslator = (call, place) => {
  checkCount(call, 2, 3);
  const format = at(call.arguments, 0);
  if (format.kind !== 'string')
    throw unsupported('FORMAT_TIMESTAMP with a format that is not a literal', format.at);
  const time = toTimestamp(call, place, 1);
  const zone = call.arguments[2] === undefined ? "'UTC'" : toZone(call.arguments[2], place).sql;
  return toTyped(formatDate(`timezone(${zone}, ${time.sql})`, format.value, true, call.at), 'STRING', [time]);
};

const translateTimestamp: FunctionTranslator = (call, place) => {
  const [value] = toArguments(call, place, 1);
  if (value === undefined || !['STRING', 'DATE', 'DATETIME', 'TIMESTAMP', 'NULL'].includes(value.type.kind)) {
    throw noSignature('function TIMESTAMP', value === undefined ? [] : [value], call.at);
  }
  return toTyped(castTo(value, { kind: 'TIMESTAMP' }, false, call.at), 'TIMESTAMP', [value]);
};

const translateNow: FunctionTranslator = (call, place) => {
  checkCount(call, 0);
  place.context.deterministic = false;
  return { ...toTyped('now()', 'TIMESTAMP') };
};

const translateUnix =
  (unit: number): FunctionTranslator =>
  (call, place) => {
    checkCount(call, 1);
    const time = toTimestamp(call, place, 0);
    return toTyped(`CAST(floor(epoch_us(${time.sql}) / ${unit}) AS BIGINT)`, 'INT64', [time]);
  };

const translateFromUnix =
  (unit: number): FunctionTranslator =>
  (call, place) => {
    const values = toArguments(call, place, 1);
    const [count] = values.map((value) =>
      requireKind(value, 'INT64', `The argument of ${call.name}`, call.at),
    );
    const time = `timezone('UTC', make_timestamp(${unit} * ${count}))`;
    return toTyped(`timestamp_in_range(${time})`, 'TIMESTAMP', values);
  };

/** EXTRACT(part FROM date or timestamp [AT TIME ZONE zone]) */
export function translateExtract(expression: Extract<Expression, { kind: 'extract' }>, place: Place): Typed {
  const value = place.translate(expression.operand);
  const part = toDatePart(expression.part);
  const zone = expression.zone === null ? null : toZone(expression.zone, place);
  if (zone !== null && value.type.kind !== 'TIMESTAMP')
    throw unsupported('AT TIME ZONE with anything but a TIMESTAMP', expression.at);
  const from =
    value.type.kind === 'STRING'
      ? { ...value, sql: coerce(value, { kind: 'DATE' }), type: { kind: 'DATE' as const } }
      : value;
  const hasTime = from.type.kind === 'TIMESTAMP' || from.type.kind === 'DATETIME';
  if (value.literal === null && value.type.kind === 'STRING')
    throw noSignature('function EXTRACT', [value], expression.at);
  if (!hasTime && from.type.kind !== 'DATE') throw noSignature('function EXTRACT', [value], expression.at);
  const local = from.type.kind === 'TIMESTAMP' ? `timezone(${zone?.sql ?? "'UTC'"}, ${from.sql})` : from.sql;
  if (part.name === 'DATE' && hasTime) return toTyped(`CAST(${local} AS DATE)`, 'DATE', [from]);
  return toTyped(extractPart(local, part, hasTime, expression.at), 'INT64', [from]);
}

export const timestampFunctions: Record<string, FunctionTranslator> = {
  CURRENT_TIMESTAMP: translateNow,
  TIMESTAMP: translateTimestamp,
  TIMESTAMP_ADD: translateShift(''),
  TIMESTAMP_SUB: translateShift('-'),
  TIMESTAMP_DIFF: translateDiff,
  TIMESTAMP_TRUNC: translateTrunc,
  FORMAT_TIMESTAMP: translateFormat,
  UNIX_SECONDS: translateUnix(1_000_000),
  UNIX_MILLIS: translateUnix(1000),
  UNIX_MICROS: translateUnix(1),
  TIMESTAMP_SECONDS: translateFromUnix(1_000_000),
  TIMESTAMP_MILLIS: translateFromUnix(1000),
  TIMESTAMP_MICROS: translateFromUnix(1),
};
