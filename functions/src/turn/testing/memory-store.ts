import type { AuditEntry, Turn } from '@tallyboard/contract';
import { CodedError } from '../../coded-error.ts';
import type { ModelContent } from '../../model/model.ts';
import type { ToolResult } from '../../tools/tool.ts';
import { emptyProgress } from '../turn-progress.ts';
import {
  type AuditLog,
  type TurnEnd,
  TurnEndedError,
  type TurnKey,
  type TurnProgress,
  type TurnRecord,
  type TurnStore,
} from '../turn-store.ts';

type Stored = {
  turn: Turn;
  contents: ModelContent[] | null;
  model: string;
  /** Every state that a listener would have seen. */
  writes: TurnProgress[];
  ends: TurnEnd[];
  results: Map<string, ToolResult>;
};

/** What the tests of the loop reach into: a store in memory that keeps one turn's rules and no limits. */
export type MemoryStore = TurnStore & {
  audit: AuditLog & { entries: Map<string, AuditEntry> };
  turns: Map<string, Stored>;
  /** Awaited before each operation, named; may throw, to stand for a store that fails or is slow. */
  before: (operation: 'write' | 'end' | 'saveResult' | 'audit' | 'readCancel') => Promise<void>;
  /** Awaited before bytes are set aside. */
  beforeReserve: () => Promise<void>;
  /** How long turns were not written. */
  quietMs: number;
  /** What may still be set aside of the day. */
  bytesLeft: number;
};

export function createMemoryStore(): MemoryStore {
  const turns: MemoryStore['turns'] = new Map();
  const entries = new Map<string, AuditEntry>();
  const toId = ({ conversationId, turnId }: Pick<TurnKey, 'conversationId' | 'turnId'>) =>
    `${conversationId}/${turnId}`;
  const inConversation = (conversationId: string) =>
    [...turns.values()].filter(({ turn }) => turn.conversationId === conversationId);

  const store: MemoryStore = {
    turns,
    before: async () => undefined,
    beforeReserve: async () => undefined,
    quietMs: Number.POSITIVE_INFINITY,
    bytesLeft: Number.POSITIVE_INFINITY,
    audit: {
      entries,
      append: async (id, entry) => {
        await store.before('audit');
        entries.set(id, entry);
      },
    },
    startTurn: async ({ key, begins, question, now, timeoutMs }) => {
      const before = inConversation(key.conversationId);
      const same = turns.get(toId(key));
      if (same !== undefined) {
        if (same.turn.question !== question) throw new CodedError('turn_conflict', 'another message');
        return { kind: 'existing', turn: same.turn };
      }
      if (!begins && before.length === 0) throw new CodedError('conversation_not_found', 'no conversation');
      if (before.some(({ turn }) => turn.status === 'running'))
        throw new CodedError('conversation_busy', 'busy');
      const turn: Turn = {
        ...emptyProgress,
        turnId: key.turnId,
        conversationId: key.conversationId,
        question,
        status: 'running',
        error: null,
        askedAt: now,
        deadlineAt: new Date(now.getTime() + timeoutMs),
        cancelRequestedAt: null,
        finishedAt: null,
        expiresAt: new Date(now.getTime() + 86_400_000),
      };
      const stored: Stored = { turn, contents: null, model: '', writes: [], ends: [], results: new Map() };
      turns.set(toId(key), stored);
      return {
        kind: 'started',
        turn,
        record: createRecord(store, stored),
        turnsBefore: before.length,
      };
    },
    readHistory: async ({ conversationId }, exceptTurnId) => {
      const turns = inConversation(conversationId)
        .filter(({ turn }) => turn.turnId !== exceptTurnId)
        .map(({ turn, contents, model }) => ({ ...turn, raw: contents && { model, contents } }));
      return { turns, running: turns.some(({ status }) => status === 'running') };
    },
    extendLife: async () => undefined,
    readTurn: async (key) => turns.get(toId(key))?.turn,
    requestCancel: async (key, now) => {
      const stored = turns.get(toId(key));
      if (stored === undefined) throw new CodedError('turn_not_found', 'no turn');
      stored.turn = { ...stored.turn, cancelRequestedAt: now };
      return stored.turn.status;
    },
  };
  return store;
}

function createRecord(store: MemoryStore, stored: Stored): TurnRecord {
  const entries = new Map<string, AuditEntry>();
  const writeEntries = () => {
    for (const [id, entry] of entries) store.audit.entries.set(id, entry);
    entries.clear();
  };
  const checkRunning = () => {
    if (stored.turn.status !== 'running') throw new TurnEndedError();
  };
  return {
    write: async (progress) => {
      await store.before('write');
      checkRunning();
      stored.turn = { ...stored.turn, ...progress };
      stored.writes.push(progress);
      writeEntries();
    },
    end: async (end) => {
      await store.before('end');
      checkRunning();
      const { status, error, finishedAt, progress } = end;
      stored.turn = { ...stored.turn, ...progress, status, error, finishedAt };
      stored.contents = end.contents;
      stored.model = end.model;
      stored.ends.push(end);
      writeEntries();
    },
    readCancelRequested: async () => {
      await store.before('readCancel');
      checkRunning();
      return stored.turn.cancelRequestedAt !== null;
    },
    cancelSeen: () => false,
    quietMs: () => store.quietMs,
    reserveBytes: async (bytes) => {
      await store.beforeReserve();
      if (bytes > store.bytesLeft) return false;
      store.bytesLeft -= bytes;
      return true;
    },
    audit: (id, entry) => void entries.set(id, entry),
    unwrittenEntries: () => [...entries],
    saveResult: async (resultId, _tool, result) => {
      await store.before('saveResult');
      stored.results.set(resultId, result);
    },
  };
}
