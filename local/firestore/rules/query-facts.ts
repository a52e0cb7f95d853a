import { toDisjuncts } from '../state/disjuncts.ts';
import type { FieldFilter, Query, UnaryFilter } from '../state/query.ts';
import { isNamePath } from '../value/field-path.ts';
import { lastSegment } from '../value/names.ts';
import type { Value } from '../value/value.ts';
import type { PathSegment } from './match-path.ts';
import {
  type Facts,
  nullRule,
  present,
  type RuleValue,
  text,
  toMap,
  toRulePath,
  toRuleValue,
} from './rule-value.ts';

/** What is the same for all documents that one way of matching a query can give. */
export type QueryCase = { path: PathSegment[]; resource: RuleValue };

/** One case for each disjunct of the query. A query is allowed when every case is. */
export function toQueryCases(query: Query): QueryCase[] {
  return toDisjuncts(query.where).map((disjunct) => {
    const name = disjunct.find((filter) => isNamePath(filter.field) && filter.op === '==');
    const exact = name?.kind === 'field' && name.value.type === 'reference' ? name.value.value : null;
    const id = exact === null ? present : text(lastSegment(exact));
    const path: RuleValue = exact === null ? present : { type: 'path', segments: toRulePath(exact) };
    const data = toData(disjunct.filter((filter) => !isNamePath(filter.field)));
    return {
      path: exact === null ? toPath(query) : toRulePath(exact),
      resource: toMap({ data, id, __name__: path }),
    };
  });
}

function toPath(query: Query): PathSegment[] {
  const parent = toRulePath(query.parent);
  const { collectionId } = query;
  if (collectionId === null) return [...parent, { any: 'many' }];
  const end: PathSegment[] = [collectionId, { any: 'one' }];
  return query.allDescendants ? [...parent, { any: 'many' }, ...end] : [...parent, ...end];
}

type Tree = { filters: (FieldFilter | UnaryFilter)[]; children: Map<string, Tree> };

/** `resource.data`: a map of which only the filtered fields are known. */
function toData(filters: (FieldFilter | UnaryFilter)[]): RuleValue {
  const root: Tree = { filters: [], children: new Map() };
  for (const filter of filters) {
    let node = root;
    for (const part of filter.field) {
      const next: Tree = node.children.get(part) ?? { filters: [], children: new Map() };
      node.children.set(part, next);
      node = next;
    }
    node.filters.push(filter);
  }
  return toKnown(root, true);
}

function toKnown(tree: Tree, isRoot = false): RuleValue {
  const facts: Facts = {};
  for (const filter of tree.filters) {
    const exact = addFact(facts, filter);
    if (exact) return exact;
  }
  // Every filter needs its field.
  facts.present = true;
  if (isRoot || tree.children.size > 0) {
    facts.members = new Map([...tree.children].map(([key, child]) => [key, toKnown(child)]));
  }
  return { type: 'unknown', facts };
}

/** Adds what the filter says. @returns the value itself when the filter leaves only one. */
function addFact(facts: Facts, filter: FieldFilter | UnaryFilter): RuleValue | null {
  if (filter.kind === 'unary') {
    if (filter.op === 'is-null') return nullRule;
    if (filter.op === 'is-not-null' || filter.op === 'is-not-nan')
      facts.not = [...(facts.not ?? []), nullRule];
    return null;
  }
  const value = toRuleValue(filter.value);
  switch (filter.op) {
    case '==': {
      if (!holdsNumber(filter.value)) return value;
      // 1 and 1.0 are equal to a query and different to `is int`: a pair of bounds says just as much as the query does.
      const number = value.type === 'int' || value.type === 'float';
      if (number)
        addBounds(facts, [
          { op: '>=', value },
          { op: '<=', value },
        ]);
      return null;
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      addBounds(facts, [{ op: filter.op, value }]);
      return null;
    case '!=':
      facts.not = [...(facts.not ?? []), value, nullRule];
      return null;
    case 'not-in':
      facts.not = [...(facts.not ?? []), ...(value.type === 'list' ? value.items : []), nullRule];
      return null;
    case 'array-contains':
      facts.contains = [...(facts.contains ?? []), value];
      return null;
    default:
      return null;
  }
}

/** Only types that the rules language orders as queries do. */
function addBounds(facts: Facts, bounds: NonNullable<Facts['bounds']>): void {
  const ordered = bounds.filter(({ value }) =>
    ['int', 'float', 'string', 'timestamp', 'bool'].includes(value.type),
  );
  if (ordered.length > 0) facts.bounds = [...(facts.bounds ?? []), ...ordered];
}

function holdsNumber(value: Value): boolean {
  if (value.type === 'array') return value.values.some(holdsNumber);
  if (value.type === 'map') return [...value.fields.values()].some(holdsNumber);
  return value.type === 'integer' || value.type === 'double';
}
