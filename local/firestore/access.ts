import { isAllowed, type RuleRequest } from './rules/decide.ts';
import type { Evaluation } from './rules/evaluate.ts';
import { RuleLimitError } from './rules/evaluate.ts';
import { toQueryCases } from './rules/query-facts.ts';
import {
  int,
  jsonToRuleValue,
  microsToRuleTime,
  nullRule,
  type RuleValue,
  text,
  toMap,
  toResource,
  toRulePath,
} from './rules/rule-value.ts';
import type { Method, RulesFile } from './rules/syntax.ts';
import type { Query } from './state/query.ts';
import type { Change, Store } from './state/store.ts';
import { FirestoreError } from './status.ts';
import { formatFieldPath } from './value/field-path.ts';
import type { Document, Micros } from './value/value.ts';
import type { Caller } from './wire/context.ts';

/** What a caller may do. Each throws a FirestoreError PERMISSION_DENIED for what it may not. */
export type Access = {
  get: (name: string, document: Document | null) => void;
  query: (query: Query) => void;
  /** All changes of one commit, and the names that it only verifies. */
  writes: (changes: Change[], verified: string[], commitTime: Micros) => void;
};

const everything: Access = { get: () => {}, query: () => {}, writes: () => {} };
const maxReadsOfOne = 10;
const maxReadsOfMany = 20;

/** The admin may do everything; a client what the rules allow. */
export function createAccess(store: Store, rules: RulesFile, caller: Caller): Access {
  if (caller.kind === 'admin') return everything;
  const auth = toAuth(caller.claims);
  const ask = (method: Method, path: RuleRequest['path'], name: string, parts: RequestParts) => {
    const { time = store.readTime(), newResource = nullRule, query = null, resource, read } = parts;
    const request = toMap({
      auth,
      method: text(method),
      path: { type: 'path', segments: toRulePath(name) },
      resource: newResource,
      time: microsToRuleTime(time),
      query: query ? toQueryRule(query) : nullRule,
    });
    if (!isAllowed(rules, { method, path, request, resource, read })) throw denied(method, name);
  };
  return {
    get: (name, document) => {
      const read = toReader(store, name, new Map(), maxReadsOfOne);
      ask('get', toRulePath(name), name, { resource: toResource(document), read });
    },
    query: (query) => {
      const name = query.collectionId === null ? query.parent : `${query.parent}/${query.collectionId}`;
      for (const { path, resource } of toQueryCases(query)) {
        ask('list', path, name, { resource, query, read: toReader(store, name, new Map(), maxReadsOfOne) });
      }
    },
    writes: (changes, verified, time) => {
      const after = new Map(changes.map((change) => [change.name, change.after]));
      const read = (name: string) =>
        toReader(store, name, after, changes.length > 1 ? maxReadsOfMany : maxReadsOfOne);
      for (const change of changes) {
        const { name } = change;
        const method = !change.after ? 'delete' : change.before ? 'update' : 'create';
        const resource = toResource(change.before);
        ask(method, toRulePath(name), name, {
          resource,
          newResource: toResource(change.after),
          time,
          read: read(name),
        });
      }
      for (const name of verified) {
        ask('get', toRulePath(name), name, {
          resource: toResource(store.read(name)),
          time,
          read: read(name),
        });
      }
    },
  };
}

type RequestParts = {
  resource: RuleValue;
  newResource?: RuleValue;
  time?: Micros;
  query?: Query | null;
  read: Evaluation['read'];
};

function denied(method: Method, name: string): FirestoreError {
  const place = name.split('/').slice(5).join('/');
  return new FirestoreError(
    'PERMISSION_DENIED',
    `Missing or insufficient permissions. No rule allows "${method}" on ${place || 'the database'}.`,
  );
}

function toAuth(claims: Record<string, unknown> | null): RuleValue {
  if (!claims) return nullRule;
  return toMap({ uid: jsonToRuleValue(claims.sub), token: jsonToRuleValue(claims) });
}

function toQueryRule(query: Query): RuleValue {
  const orderBy = query.orderBy.map(({ field, direction }) =>
    text(`${formatFieldPath(field)} ${direction.toUpperCase()}`),
  );
  return toMap({
    limit: query.limit === null ? nullRule : int(query.limit),
    offset: int(query.offset),
    orderBy: { type: 'list', items: orderBy },
  });
}

/** Documents for `get()` and its like, as they are now, or for `getAfter()` as the commit leaves them. */
function toReader(
  store: Store,
  near: string,
  after: ReadonlyMap<string, Document | null>,
  maxReads: number,
): Evaluation['read'] {
  const project = near.split('/').slice(0, 2).join('/');
  const seen = new Set<string>();
  return (segments, wantsAfter) => {
    const name = [project, ...segments].join('/');
    seen.add(name);
    if (seen.size > maxReads) throw new RuleLimitError('The rules read too many documents.');
    const changed = wantsAfter ? after.get(name) : undefined;
    return toResource(changed === undefined ? store.read(name) : changed);
  };
}
