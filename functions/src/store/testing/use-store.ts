import type { Firestore } from '@google-cloud/firestore';
import { conversationSchema, queryUsageSchema, turnSchema } from '@tallyboard/contract';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { emptyProgress } from '../../turn/turn-progress.ts';
import type { TurnEnd, TurnRecord, TurnStore } from '../../turn/turn-store.ts';
import { createTurnStore } from '../create-turn-store.ts';
import { parseDocument } from '../documents.ts';
import { conversationRef, turnRef, usageRef } from '../paths.ts';
import { createFaultProxy } from './fault-proxy.ts';
import { storeOptions } from './store-options.ts';

export const first = 'turn-0000000000000001';
export const key = { uid: 'maya', conversationId: first, turnId: first };
export const toKey = (number: number) => ({ ...key, turnId: `turn-${String(number).padStart(16, '0')}` });

export const toEnd = (changes: Partial<TurnEnd> = {}): TurnEnd => ({
  status: 'completed',
  progress: { ...emptyProgress, text: 'Up.' },
  error: null,
  finishedAt: new Date(),
  contents: [
    { role: 'user', parts: [{ text: 'q' }] },
    { role: 'model', parts: [{ text: 'Up.', thoughtSignature: 'eA==' }] },
  ],
  model: 'script',
  givesBack: false,
  ...changes,
});

type Start = { number?: number; question?: string; now?: Date; conversationId?: string; timeoutMs?: number };

type Server = { host: string; port: number; close: () => Promise<void> };

/** The local Firestore, which nothing but a test may import. */
export type LocalFirestore = {
  startServer: () => Promise<Server>;
  createAdmin: (server: Server, projectId: string) => Firestore;
};

type Proxy = Awaited<ReturnType<typeof createFaultProxy>>;

/**
 * The store of a test file on a local Firestore, through a proxy on which things go wrong. Each test has a project of its own, so
 * `setting` is read inside the tests.
 */
export function useStore({ startServer, createAdmin }: LocalFirestore) {
  let running: { server: Server; proxy: Proxy } | undefined;
  let current: { projectId: string; db: Firestore; store: TurnStore } | undefined;
  let tests = 0;
  const need = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('the setting is there inside of tests only');
    return value;
  };
  beforeAll(async () => {
    const server = await startServer();
    running = { server, proxy: await createFaultProxy(server) };
  });
  afterAll(async () => {
    await running?.proxy.close();
    await running?.server.close();
  });
  beforeEach(() => {
    const { server, proxy } = need(running);
    tests += 1;
    proxy.decide = () => undefined;
    const projectId = `demo-store-${tests}`;
    const db = createAdmin({ ...server, port: proxy.port }, projectId);
    current = { projectId, db, store: createTurnStore(db, storeOptions) };
  });
  const setting = {
    get server() {
      return need(running).server;
    },
    get proxy() {
      return need(running).proxy;
    },
    get projectId() {
      return need(current).projectId;
    },
    get db() {
      return need(current).db;
    },
    get store() {
      return need(current).store;
    },
  };

  const start = (changes: Start = {}) => {
    const {
      number = 1,
      question = 'q',
      now = new Date(),
      conversationId = first,
      timeoutMs = 30_000,
    } = changes;
    const turnKey = { ...toKey(number), conversationId };
    const begins = turnKey.turnId === conversationId;
    return setting.store.startTurn({ key: turnKey, begins, question, title: 'Title', now, timeoutMs });
  };
  return {
    setting,
    start,
    startRecord: async (changes: Start = {}): Promise<TurnRecord> => {
      const started = await start(changes);
      if (started.kind !== 'started') throw new Error('the turn existed');
      return started.record;
    },
    readTurn: async (number = 1) => parseDocument(await turnRef(setting.db, toKey(number)).get(), turnSchema),
    readConversationDocument: async () =>
      parseDocument(await conversationRef(setting.db, key).get(), conversationSchema),
    readUsage: async () => parseDocument(await usageRef(setting.db, 'maya').get(), queryUsageSchema),
    countDocuments: async () => {
      const groups = ['conversations', 'turns', 'usage'];
      const counts = await Promise.all(groups.map((id) => setting.db.collectionGroup(id).get()));
      return counts.reduce((sum, { size }) => sum + size, 0);
    },
  };
}
