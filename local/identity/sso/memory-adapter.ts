import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

type Entry = { payload: AdapterPayload; expiresAtMs: number };

/**
 * What oidc-provider keeps (sessions, codes, grants, tokens), in memory: a restart ends SSO sessions, and people choose
 * their account again the next time they sign in.
 */
export function createMemoryAdapter(now: () => number): AdapterFactory {
  const entries = new Map<string, Entry>();
  return (model) => toAdapter(model, entries, now);
}

function toAdapter(model: string, entries: Map<string, Entry>, now: () => number): Adapter {
  const findWhere = (matches: (payload: AdapterPayload) => boolean) => {
    for (const [key, entry] of entries) {
      if (key.startsWith(`${model}:`) && entry.expiresAtMs > now() && matches(entry.payload)) {
        return entry.payload;
      }
    }
    return undefined;
  };
  return {
    async upsert(id, payload, expiresInSeconds) {
      dropExpired(entries, now());
      const expiresAtMs =
        expiresInSeconds === undefined ? Number.POSITIVE_INFINITY : now() + expiresInSeconds * 1_000;
      entries.set(`${model}:${id}`, { payload, expiresAtMs });
    },
    async find(id) {
      const entry = entries.get(`${model}:${id}`);
      return entry && entry.expiresAtMs > now() ? entry.payload : undefined;
    },
    findByUid: async (uid) => findWhere((payload) => payload.uid === uid),
    findByUserCode: async (userCode) => findWhere((payload) => payload.userCode === userCode),
    async consume(id) {
      const entry = entries.get(`${model}:${id}`);
      if (entry) entry.payload.consumed = Math.floor(now() / 1_000);
    },
    async destroy(id) {
      entries.delete(`${model}:${id}`);
    },
    async revokeByGrantId(grantId) {
      // Of this model alone: a sign-in that is under way names the grant too, and goes on.
      for (const [key, { payload }] of entries) {
        if (key.startsWith(`${model}:`) && payload.grantId === grantId) entries.delete(key);
      }
    },
  };
}

function dropExpired(entries: Map<string, Entry>, nowMs: number): void {
  for (const [key, { expiresAtMs }] of entries) if (expiresAtMs <= nowMs) entries.delete(key);
}
