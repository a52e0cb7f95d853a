import { PlacedError, unsupported } from '../query-error.ts';
import type { Call, FrameBound, Window } from '../syntax/tree.ts';
import { at, checkCount, type Place } from './context.ts';
import { toOrder } from './ordering.ts';
import { coerce, requireKind, type Typed, toSupertype, toTyped } from './typed.ts';

type WindowFunction = (call: Call, place: Place, over: string) => Typed;

const ranking =
  (name: string, type: 'INT64' | 'FLOAT64'): WindowFunction =>
  (call, _place, over) => {
    checkCount(call, 0);
    return toTyped(`${name}()${over}`, type);
  };

const shift: WindowFunction = (call, place, over) => {
  checkCount(call, 1, 3);
  const [value, offset, fallback] = call.arguments.map(place.translate);
  if (value === undefined) throw new PlacedError(`${call.name} needs an argument`, call.at);
  const type = fallback === undefined ? value.type : toSupertype([value, fallback]);
  if (type === null)
    throw new PlacedError(`The default of ${call.name} has another type than its value`, call.at);
  const rows =
    offset === undefined
      ? '1'
      : `row_offset(CAST(${requireKind(offset, 'INT64', 'The offset', call.at)} AS INTEGER), '${call.name}')`;
  if (offset !== undefined && !offset.constant)
    throw unsupported(`${call.name} with an offset that varies`, call.at);
  const otherwise = fallback === undefined ? '' : `, ${coerce(fallback, type)}`;
  return toTyped(`${call.name.toLowerCase()}(${coerce(value, type)}, ${rows}${otherwise})${over}`, type);
};

const edge: WindowFunction = (call, place, over) => {
  checkCount(call, 1);
  const value = place.translate(at(call.arguments, 0));
  const nulls = call.nulls === 'IGNORE' ? ' IGNORE NULLS' : '';
  return toTyped(`${call.name.toLowerCase()}(${value.sql}${nulls})${over}`, value.type);
};

const tile: WindowFunction = (call, place, over) => {
  checkCount(call, 1);
  const count = requireKind(
    place.translate(at(call.arguments, 0)),
    'INT64',
    'The argument of NTILE',
    call.at,
  );
  return toTyped(`ntile(${count})${over}`, 'INT64');
};

/** The value at a share of the ordered values, between two of them by their distance; NULLs are left out. */
const percentile: WindowFunction = (call, place, over) => {
  checkCount(call, 2);
  const [value, share] = call.arguments.map(place.translate);
  if (value === undefined || share?.literal?.kind !== 'number')
    throw unsupported('PERCENTILE_CONT without a literal share', call.at);
  if (value.type.kind === 'NUMERIC')
    throw unsupported('PERCENTILE_CONT of a NUMERIC; CAST it to FLOAT64', call.at);
  if (call.over !== null && (call.over.orderBy.length > 0 || call.over.frame !== null)) {
    throw new PlacedError('Window ORDER BY and frames are not allowed for PERCENTILE_CONT', call.at);
  }
  const number = requireKind(value, 'FLOAT64', 'The first argument of PERCENTILE_CONT', call.at);
  return toTyped(`quantile_cont(${number}, ${share.literal.text})${over}`, 'FLOAT64');
};

/** Functions that need OVER. Aggregates that may have it are in aggregate-functions.ts. */
export const windowFunctions: Record<string, WindowFunction> = {
  ROW_NUMBER: ranking('row_number', 'INT64'),
  RANK: ranking('rank', 'INT64'),
  DENSE_RANK: ranking('dense_rank', 'INT64'),
  PERCENT_RANK: ranking('percent_rank', 'FLOAT64'),
  CUME_DIST: ranking('cume_dist', 'FLOAT64'),
  NTILE: tile,
  LAG: shift,
  LEAD: shift,
  FIRST_VALUE: edge,
  LAST_VALUE: edge,
  PERCENTILE_CONT: percentile,
};

/** ` OVER (…)`, named windows written out. */
export function toOver(window: Window, place: Place): string {
  const { partitionBy, orderBy, frame } = mergeBase(window, place);
  const partition = partitionBy.map((each) => place.translate(each).sql).join(', ');
  const parts = [
    partition === '' ? '' : `PARTITION BY ${partition}`,
    toOrder(orderBy, (item) => place.translate(item.expression)),
    frame === null
      ? ''
      : `${frame.unit} BETWEEN ${toBound(frame.start, frame.unit, place)} AND ${toBound(frame.end, frame.unit, place)}`,
  ];
  return ` OVER (${parts.filter((part) => part !== '').join(' ')})`;
}

function mergeBase(window: Window, place: Place): Window {
  if (window.base === null) return window;
  const named = place.scope.windows.get(window.base.name.toLowerCase());
  if (named === undefined)
    throw new PlacedError(`Unrecognized window alias ${window.base.name}`, window.base.at);
  const base = mergeBase(named, place);
  return {
    ...window,
    base: null,
    partitionBy: window.partitionBy.length > 0 ? window.partitionBy : base.partitionBy,
    orderBy: window.orderBy.length > 0 ? window.orderBy : base.orderBy,
    frame: window.frame ?? base.frame,
  };
}

function toBound(bound: FrameBound, unit: 'ROWS' | 'RANGE', place: Place): string {
  if (bound.kind === 'current') return 'CURRENT ROW';
  if (bound.kind === 'unbounded') return `UNBOUNDED ${bound.side}`;
  if (unit === 'RANGE') throw unsupported('RANGE with a distance', bound.count.at);
  const count = place.translate(bound.count);
  if (!count.constant)
    throw new PlacedError('Window frame bounds must be literals or parameters', bound.count.at);
  return `${requireKind(count, 'INT64', 'A window frame bound', bound.count.at)} ${bound.side}`;
}
