import type { Logger } from 'pino';
import type { ConversationKey, TurnKey } from '../turn/turn-store.ts';

/** What the clean-up reads and removes. Each call is safe when another instance makes the same one. */
export type RetentionStore = {
  /** Running turns whose function must be dead. */
  listOverdueTurns: (now: Date, limit: number) => Promise<TurnKey[]>;
  /** Ends such a turn as `interrupted`; one that has ended meanwhile stays as it is. */
  interruptTurn: (key: TurnKey, now: Date) => Promise<unknown>;
  /** Conversations that have expired, or were deleted longer ago than they can be restored. */
  listPurgeable: (now: Date, limit: number) => Promise<ConversationKey[]>;
  /** Removes a conversation and all below it, the conversation last. @returns documents removed */
  purgeConversation: (key: ConversationKey, now: Date) => Promise<number>;
};

export type RetentionDeps = {
  store: RetentionStore;
  now: () => Date;
  /** 0 to 1. */
  random: () => number;
  /** The run ends itself then; the next one goes on. */
  timeoutMs: number;
  logger: Logger;
};

export type RetentionReport = {
  turnsEnded: number;
  conversationsPurged: number;
  documentsRemoved: number;
  failures: number;
  /** False where time ran out or something failed: there is more to do. */
  complete: boolean;
};

const batchSize = 100;
const atOnce = 5;
/** A run that fails so often ends; the next one tries again. */
const maxFailures = 1_000;

/**
 * The scheduled clean-up: ends turns whose function died, and removes what has expired. It works in batches, so its memory
 * does not grow with what there is to do, and it keeps no note of where it was: what is left is found again.
 */
export async function runRetention(deps: RetentionDeps): Promise<RetentionReport> {
  const { store, logger } = deps;
  const giveUpAtMs = deps.now().getTime() + deps.timeoutMs;
  const report = { turnsEnded: 0, conversationsPurged: 0, documentsRemoved: 0, failures: 0, complete: true };
  // Two runs at once list the same: in the same order they would do the same work twice.
  const shuffled = <K>(keys: K[]) =>
    keys
      .map((key) => ({ key, at: deps.random() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ key }) => key);
  const hasTime = () => deps.now().getTime() < giveUpAtMs;
  const onFailure = (key: ConversationKey, error: unknown) => {
    report.failures += 1;
    logger.error({ ...key, err: error }, 'Clean-up of a conversation failed');
  };

  const turnsDone = await inBatches({
    list: async (limit) => shuffled(await store.listOverdueTurns(deps.now(), limit)),
    toId: ({ uid, conversationId, turnId }) => JSON.stringify([uid, conversationId, turnId]),
    handle: async (key) => {
      await store.interruptTurn(key, deps.now());
      report.turnsEnded += 1;
    },
    onFailure,
    hasTime,
  });
  const purgesDone = await inBatches({
    list: async (limit) => shuffled(await store.listPurgeable(deps.now(), limit)),
    toId: ({ uid, conversationId }) => JSON.stringify([uid, conversationId]),
    handle: async (key) => {
      const removed = await store.purgeConversation(key, deps.now());
      report.documentsRemoved += removed;
      if (removed > 0) report.conversationsPurged += 1;
    },
    onFailure,
    hasTime,
  });
  report.complete = turnsDone && purgesDone && report.failures === 0;
  logger.info(report, 'Clean-up done');
  return report;
}

type Batches<K> = {
  list: (limit: number) => Promise<K[]>;
  toId: (key: K) => string;
  handle: (key: K) => Promise<void>;
  onFailure: (key: K, error: unknown) => void;
  hasTime: () => boolean;
};

/**
 * What failed stays where it was and is listed again, so each list is longer by that: a hundred conversations that cannot be
 * read must not keep the others for ever. Past `maxFailures` something is wrong with more than them.
 * @returns true when nothing else is left to list
 */
async function inBatches<K>({ list, toId, handle, onFailure, hasTime }: Batches<K>): Promise<boolean> {
  const failed = new Set<string>();
  while (hasTime() && failed.size < maxFailures) {
    const keys = (await list(batchSize + failed.size)).filter((key) => !failed.has(toId(key)));
    if (keys.length === 0) return true;
    const rest = keys.values();
    const work = async () => {
      for (const key of rest) {
        if (!hasTime()) return;
        try {
          await handle(key);
        } catch (error) {
          failed.add(toId(key));
          onFailure(key, error);
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }
  return false;
}
