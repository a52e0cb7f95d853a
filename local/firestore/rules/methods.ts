import { RE2JS } from 're2js';
import { equals, includes } from './compare.ts';
import { bool, int, type MapRuleValue, nullRule, RuleError, type RuleValue, text } from './rule-value.ts';
import { timeMethods } from './time-methods.ts';

export type RuleMethod = { args: number[]; run: (self: RuleValue, args: RuleValue[]) => RuleValue };

type Of<T extends RuleValue['type']> = Extract<RuleValue, { type: T }>;

/** The methods of each type, by name. Source: https://firebase.google.com/docs/reference/rules */
export const methods: Record<string, Record<string, RuleMethod>> = {
  string: {
    size: on('string', 0, (self) => int([...self.value].length)),
    lower: on('string', 0, (self) => text(self.value.toLowerCase())),
    upper: on('string', 0, (self) => text(self.value.toUpperCase())),
    trim: on('string', 0, (self) => text(self.value.trim())),
    toUtf8: on('string', 0, (self) => ({ type: 'bytes', value: Buffer.from(self.value, 'utf8') })),
    matches: on('string', 1, (self, pattern) => bool(compiled(pattern).matches(self.value))),
    replace: on('string', 2, (self, pattern, by) =>
      text(compiled(pattern).matcher(self.value).replaceAll(asText(by))),
    ),
    split: on('string', 1, (self, pattern) => list(compiled(pattern).split(self.value).map(text))),
  },
  bytes: {
    size: on('bytes', 0, (self) => int(self.value.byteLength)),
    toBase64: on('bytes', 0, (self) => text(Buffer.from(self.value).toString('base64'))),
    toHexString: on('bytes', 0, (self) => text(Buffer.from(self.value).toString('hex'))),
  },
  list: {
    size: on('list', 0, (self) => int(self.items.length)),
    concat: on('list', 1, (self, other) => list([...self.items, ...asItems(other)])),
    removeAll: on('list', 1, (self, other) => list(self.items.filter((item) => !has(asItems(other), item)))),
    join: on('list', 1, (self, between) => text(self.items.map(asText).join(asText(between)))),
    toSet: on('list', 0, (self) => toSet(self.items)),
    hasAll: on('list', 1, (self, other) => bool(asItems(other).every((item) => has(self.items, item)))),
    hasAny: on('list', 1, (self, other) => bool(asItems(other).some((item) => has(self.items, item)))),
    hasOnly: on('list', 1, (self, other) => bool(self.items.every((item) => has(asItems(other), item)))),
  },
  set: {
    size: on('set', 0, (self) => int(self.items.length)),
    union: on('set', 1, (self, other) => toSet([...self.items, ...asItems(other)])),
    intersection: on('set', 1, (self, other) =>
      toSet(self.items.filter((item) => has(asItems(other), item))),
    ),
    difference: on('set', 1, (self, other) => toSet(self.items.filter((item) => !has(asItems(other), item)))),
    hasAll: on('set', 1, (self, other) => bool(asItems(other).every((item) => has(self.items, item)))),
    hasAny: on('set', 1, (self, other) => bool(asItems(other).some((item) => has(self.items, item)))),
    hasOnly: on('set', 1, (self, other) => bool(self.items.every((item) => has(asItems(other), item)))),
  },
  map: {
    size: on('map', 0, (self) => int(self.entries.size)),
    keys: on('map', 0, (self) => toSet([...self.entries.keys()].map(text))),
    values: on('map', 0, (self) => list([...self.entries.values()])),
    get: on('map', 2, getMember),
    diff: on('map', 1, (self, other) => ({ type: 'map_diff', after: self, before: asMap(other) })),
  },
  map_diff: {
    addedKeys: on('map_diff', 0, ({ before, after }) => keysOf(after, (key) => !before.entries.has(key))),
    removedKeys: on('map_diff', 0, ({ before, after }) => keysOf(before, (key) => !after.entries.has(key))),
    changedKeys: on('map_diff', 0, ({ before, after }) =>
      keysOf(after, (key) => before.entries.has(key) && !same(before, after, key)),
    ),
    unchangedKeys: on('map_diff', 0, ({ before, after }) => keysOf(after, (key) => same(before, after, key))),
    affectedKeys: on('map_diff', 0, ({ before, after }) => {
      const keys = [...new Set([...before.entries.keys(), ...after.entries.keys()])];
      return toSet(keys.filter((key) => !same(before, after, key)).map(text));
    }),
  },
  ...timeMethods,
};

/** Every method name, with the numbers of arguments that some type takes: what the check of a file knows. */
export function knownArgumentCounts(name: string): number[] {
  return Object.values(methods).flatMap((byName) =>
    Object.hasOwn(byName, name) ? (byName[name]?.args ?? []) : [],
  );
}

function on<T extends RuleValue['type']>(
  type: T,
  args: number,
  run: (self: Of<T>, a: RuleValue, b: RuleValue) => RuleValue,
): RuleMethod {
  const isOf = (value: RuleValue): value is Of<T> => value.type === type;
  return {
    args: [args],
    run: (self, [a = nullRule, b = nullRule]) => {
      if (!isOf(self)) throw new RuleError(`Not a ${type}.`);
      return run(self, a, b);
    },
  };
}

/** `get('key', default)` or `get(['a', 'b'], default)` */
function getMember(self: MapRuleValue, key: RuleValue, fallback: RuleValue): RuleValue {
  const path = key.type === 'list' ? key.items.map(asText) : [asText(key)];
  let current: RuleValue = self;
  for (const part of path) {
    const next: RuleValue | undefined = current.type === 'map' ? current.entries.get(part) : undefined;
    if (!next) return fallback;
    current = next;
  }
  return current;
}

function compiled(pattern: RuleValue): RE2JS {
  try {
    return RE2JS.compile(asText(pattern));
  } catch (cause) {
    throw new RuleError('A pattern is not a regular expression (RE2 syntax).', { cause });
  }
}

function asText(value: RuleValue): string {
  if (value.type !== 'string') throw new RuleError(`Expected a string, found ${value.type}.`);
  return value.value;
}

function asItems(value: RuleValue): RuleValue[] {
  if (value.type === 'list' || value.type === 'set') return value.items;
  throw new RuleError(`Expected a list or set, found ${value.type}.`);
}

function asMap(value: RuleValue): MapRuleValue {
  if (value.type !== 'map') throw new RuleError(`Expected a map, found ${value.type}.`);
  return value;
}

function list(items: RuleValue[]): RuleValue {
  return { type: 'list', items };
}

function toSet(items: RuleValue[]): RuleValue {
  const distinct: RuleValue[] = [];
  for (const item of items) if (!has(distinct, item)) distinct.push(item);
  return { type: 'set', items: distinct };
}

function has(items: RuleValue[], item: RuleValue): boolean {
  return includes(items, item) === true;
}

function same(before: MapRuleValue, after: MapRuleValue, key: string): boolean {
  const x = before.entries.get(key);
  const y = after.entries.get(key);
  return x !== undefined && y !== undefined && equals(x, y) === true;
}

function keysOf(map: MapRuleValue, keep: (key: string) => boolean): RuleValue {
  return toSet([...map.entries.keys()].filter(keep).map(text));
}
