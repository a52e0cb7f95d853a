import { present, type RuleValue, text } from './rule-value.ts';
import type { PatternSegment } from './syntax.ts';

/** A segment of the path that is asked for. A query does not fix all: one segment, or any number, can be anything. */
export type PathSegment = string | { any: 'one' | 'many' };

export type PathMatch = { values: Map<string, RuleValue>; rest: PathSegment[] };

/**
 * The ways in which a pattern matches the start of a path, for every path that the segments stand for. `{name=**}` can take
 * any number of segments, none included.
 */
export function matchPath(pattern: PatternSegment[], path: PathSegment[]): PathMatch[] {
  const [head, ...tail] = pattern;
  if (!head) return [{ values: new Map(), rest: path }];
  if (head.kind === 'many') {
    return path.concat('').flatMap((_, count) => {
      const taken = path.slice(0, count);
      return bound(matchPath(tail, path.slice(count)), head.name, toBinding(taken));
    });
  }
  const [segment, ...rest] = path;
  if (segment === undefined) return [];
  if (head.kind === 'literal') return head.text === segment ? matchPath(tail, rest) : [];
  if (typeof segment !== 'string' && segment.any === 'many') return [];
  return bound(matchPath(tail, rest), head.name, typeof segment === 'string' ? text(segment) : present);
}

function bound(matches: PathMatch[], name: string, value: RuleValue): PathMatch[] {
  return matches.map(({ values, rest }) => ({ values: new Map([[name, value], ...values]), rest }));
}

function toBinding(taken: PathSegment[]): RuleValue {
  const segments = taken.filter((segment) => typeof segment === 'string');
  return segments.length === taken.length ? { type: 'path', segments } : present;
}
