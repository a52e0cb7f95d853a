import { lastSegment } from '../value/names.ts';
import { microsToTimestamp } from '../value/timestamp.ts';
import type { Document, Timestamp, Value } from '../value/value.ts';

export type MapRuleValue = { type: 'map'; entries: ReadonlyMap<string, RuleValue> };

/**
 * A value of the rules language. `unknown` stands for what a query does not fix: a rule that needs it cannot be proved.
 * Times and durations count nanoseconds.
 */
export type RuleValue =
  | { type: 'null' }
  | { type: 'bool'; value: boolean }
  | { type: 'int'; value: bigint }
  | { type: 'float'; value: number }
  | { type: 'string'; value: string }
  | { type: 'bytes'; value: Uint8Array }
  | { type: 'timestamp'; nanos: bigint }
  | { type: 'duration'; nanos: bigint }
  | { type: 'latlng'; latitude: number; longitude: number }
  /** Segments without the project: `databases`, `(default)`, `documents`, … */
  | { type: 'path'; segments: string[] }
  | { type: 'list'; items: RuleValue[] }
  | { type: 'set'; items: RuleValue[] }
  | MapRuleValue
  | { type: 'map_diff'; before: MapRuleValue; after: MapRuleValue }
  | { type: 'unknown'; facts: Facts };

/** What is known all the same about a value that is not fixed, in every document of the query's results. */
export type Facts = {
  /** It has a value. Without this, to ask for it may be an error: nothing that uses it is known, not even `x in []`. */
  present?: true;
  /** It is a map with these members, and maybe others. */
  members?: ReadonlyMap<string, RuleValue>;
  /** Bounds that it satisfies, all of one type. */
  bounds?: { op: '<' | '<=' | '>' | '>='; value: RuleValue }[];
  /** Values that it differs from. */
  not?: RuleValue[];
  /** Elements of the list that it is. */
  contains?: RuleValue[];
};

export const unknown: RuleValue = { type: 'unknown', facts: {} };
/** Not fixed, but surely there: a wildcard's value. */
export const present: RuleValue = { type: 'unknown', facts: { present: true } };
export const nullRule: RuleValue = { type: 'null' };
export const bool = (value: boolean): RuleValue => ({ type: 'bool', value });
export const int = (value: bigint | number): RuleValue => ({ type: 'int', value: BigInt(value) });
export const text = (value: string): RuleValue => ({ type: 'string', value });

export function toMap(entries: Record<string, RuleValue>): MapRuleValue {
  return { type: 'map', entries: new Map(Object.entries(entries)) };
}

/** An expression that has no value: the condition around it does not hold, unless `||` or `&&` decides without it. */
export class RuleError extends Error {
  override name = 'RuleError';
}

/** True when the value, or anything in it, is not fixed. */
export function hasUnknown(value: RuleValue): boolean {
  if (value.type === 'unknown') return true;
  if (value.type === 'list' || value.type === 'set') return value.items.some(hasUnknown);
  if (value.type === 'map') return [...value.entries.values()].some(hasUnknown);
  return value.type === 'map_diff' && (hasUnknown(value.before) || hasUnknown(value.after));
}

/** True when the value may turn out to be an error. Lists and maps are never built around such values. */
export function mayFail(value: RuleValue): boolean {
  return value.type === 'unknown' && !value.facts.present;
}

/** A field's value in the rules language; a reference is a path. */
export function toRuleValue(value: Value): RuleValue {
  switch (value.type) {
    case 'null':
      return nullRule;
    case 'boolean':
      return bool(value.value);
    case 'integer':
      return { type: 'int', value: value.value };
    case 'double':
      return { type: 'float', value: value.value };
    case 'timestamp':
      return toRuleTime(value.value);
    case 'string':
      return text(value.value);
    case 'bytes':
      return { type: 'bytes', value: value.value };
    case 'reference':
      return { type: 'path', segments: toRulePath(value.value) };
    case 'geopoint':
      return { type: 'latlng', latitude: value.latitude, longitude: value.longitude };
    case 'array':
      return { type: 'list', items: value.values.map(toRuleValue) };
    case 'map':
      return {
        type: 'map',
        entries: new Map([...value.fields].map(([key, field]) => [key, toRuleValue(field)])),
      };
  }
}

/** `resource` for a document: its data, id and name. */
export function toResource(document: Document | null): RuleValue {
  if (!document) return nullRule;
  const data = toRuleValue({ type: 'map', fields: document.fields });
  const path: RuleValue = { type: 'path', segments: toRulePath(document.name) };
  return toMap({ data, id: text(lastSegment(document.name)), __name__: path });
}

export function toRulePath(name: string): string[] {
  return name.split('/').slice(2);
}

export function microsToRuleTime(micros: number): RuleValue {
  return toRuleTime(microsToTimestamp(micros));
}

/** JSON from a token: whole numbers are integers. */
export function jsonToRuleValue(input: unknown): RuleValue {
  if (typeof input === 'boolean') return bool(input);
  if (typeof input === 'string') return text(input);
  if (typeof input === 'number')
    return Number.isSafeInteger(input) ? int(input) : { type: 'float', value: input };
  if (Array.isArray(input)) return { type: 'list', items: input.map(jsonToRuleValue) };
  if (typeof input !== 'object' || input === null) return nullRule;
  return {
    type: 'map',
    entries: new Map(Object.entries(input).map(([key, value]) => [key, jsonToRuleValue(value)])),
  };
}

function toRuleTime(time: Timestamp): RuleValue {
  return { type: 'timestamp', nanos: BigInt(time.seconds) * 1_000_000_000n + BigInt(time.nanos) };
}
