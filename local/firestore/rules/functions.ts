import { bool, int, RuleError, type RuleValue, text } from './rule-value.ts';

export type RuleFunction = { args: number[]; run: (args: RuleValue[]) => RuleValue };

const nanosPer: Record<string, bigint> = {
  w: 604_800_000_000_000n,
  d: 86_400_000_000_000n,
  h: 3_600_000_000_000n,
  m: 60_000_000_000n,
  s: 1_000_000_000n,
  ms: 1_000_000n,
  ns: 1n,
};

/** Built-in functions, those of namespaces under `namespace.name`. `get` and its like need the store: see evaluate.ts. */
export const functions: Record<string, RuleFunction> = {
  debug: { args: [1], run: ([value]) => given(value) },
  int: { args: [1], run: ([value]) => int(toInteger(given(value))) },
  float: { args: [1], run: ([value]) => float(toFloat(given(value))) },
  bool: { args: [1], run: ([value]) => bool(toBoolean(given(value))) },
  string: { args: [1], run: ([value]) => text(toText(given(value))) },
  path: {
    args: [1],
    run: ([value]) => ({ type: 'path', segments: toText(given(value)).split('/').filter(Boolean) }),
  },
  'math.abs': { args: [1], run: ([value]) => absolute(given(value)) },
  'math.ceil': { args: [1], run: ([value]) => int(Math.ceil(number(value))) },
  'math.floor': { args: [1], run: ([value]) => int(Math.floor(number(value))) },
  'math.round': { args: [1], run: ([value]) => int(Math.round(number(value))) },
  'math.sqrt': { args: [1], run: ([value]) => float(Math.sqrt(number(value))) },
  'math.pow': { args: [2], run: ([base, exponent]) => float(number(base) ** number(exponent)) },
  'math.isNaN': { args: [1], run: ([value]) => bool(Number.isNaN(number(value))) },
  'math.isInfinite': { args: [1], run: ([value]) => bool(Math.abs(number(value)) === Infinity) },
  'timestamp.value': {
    args: [1],
    run: ([millis]) => ({ type: 'timestamp', nanos: whole(millis) * 1_000_000n }),
  },
  'timestamp.date': {
    args: [3],
    run: ([year, month, day]) => {
      const millis = Date.UTC(Number(whole(year)), Number(whole(month)) - 1, Number(whole(day)));
      return { type: 'timestamp', nanos: BigInt(millis) * 1_000_000n };
    },
  },
  'duration.value': {
    args: [2],
    run: ([amount, unit]) => {
      const nanos = unit?.type === 'string' ? nanosPer[unit.value] : undefined;
      if (nanos === undefined) throw new RuleError('A unit of time is w, d, h, m, s, ms or ns.');
      return { type: 'duration', nanos: whole(amount) * nanos };
    },
  },
  'duration.time': {
    args: [4],
    run: ([hours, minutes, seconds, nanos]) => {
      const total = (whole(hours) * 3600n + whole(minutes) * 60n + whole(seconds)) * 1_000_000_000n;
      return { type: 'duration', nanos: total + whole(nanos) };
    },
  },
  'duration.abs': {
    args: [1],
    run: ([value]) => {
      if (value?.type !== 'duration') throw new RuleError('Not a duration.');
      return { type: 'duration', nanos: value.nanos < 0n ? -value.nanos : value.nanos };
    },
  },
};

/** Functions that read documents, by name. */
export const readFunctions = ['get', 'exists', 'getAfter', 'existsAfter'];
export const namespaces = ['math', 'timestamp', 'duration'];

function given(value: RuleValue | undefined): RuleValue {
  if (!value) throw new RuleError('An argument is missing.');
  return value;
}

function float(value: number): RuleValue {
  return { type: 'float', value };
}

function number(value: RuleValue | undefined): number {
  if (value?.type === 'int' || value?.type === 'float') return Number(value.value);
  throw new RuleError('Not a number.');
}

function whole(value: RuleValue | undefined): bigint {
  if (value?.type !== 'int') throw new RuleError('Not an integer.');
  return value.value;
}

function absolute(value: RuleValue): RuleValue {
  if (value.type === 'int') return int(value.value < 0n ? -value.value : value.value);
  return float(Math.abs(number(value)));
}

function toInteger(value: RuleValue): bigint {
  if (value.type === 'int') return value.value;
  if (value.type === 'float' && Number.isFinite(value.value)) return BigInt(Math.trunc(value.value));
  if (value.type === 'string' && /^-?\d+$/.test(value.value)) return BigInt(value.value);
  throw new RuleError('Cannot be made an integer.');
}

function toFloat(value: RuleValue): number {
  if (value.type === 'int' || value.type === 'float') return Number(value.value);
  if (value.type === 'string' && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value.value))
    return Number(value.value);
  throw new RuleError('Cannot be made a float.');
}

function toBoolean(value: RuleValue): boolean {
  if (value.type === 'bool') return value.value;
  if (value.type === 'string' && /^(true|false)$/i.test(value.value))
    return value.value.toLowerCase() === 'true';
  throw new RuleError('Cannot be made a boolean.');
}

function toText(value: RuleValue): string {
  switch (value.type) {
    case 'string':
      return value.value;
    case 'int':
    case 'float':
    case 'bool':
      return String(value.value);
    case 'null':
      return 'null';
    case 'path':
      return `/${value.segments.join('/')}`;
    default:
      throw new RuleError(`A ${value.type} cannot be made a string.`);
  }
}
