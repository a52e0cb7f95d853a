import type { Firestore } from '@google-cloud/firestore';
import type { TurnStore } from '../turn/turn-store.ts';
import { extendLife } from './extend-life.ts';
import { readHistory } from './history.ts';
import { type StartTurnOptions, startTurn } from './start-turn.ts';
import { readTurn, requestCancel } from './turns.ts';

/** How long a question waits to be accepted, in the queue of its person too. */
const startTimeoutMs = 20_000;

/** Firestore behind the turn loop's port. */
export function createTurnStore(db: Firestore, options: StartTurnOptions): TurnStore {
  const queues = new Map<string, Promise<unknown>>();
  return {
    // One start at a time for each person in this process: they would only refuse each other's commits.
    startTurn: (input) => {
      const giveUpAtMs = performance.now() + startTimeoutMs;
      return inOrder(queues, input.key.uid, () => startTurn(db, options, input, giveUpAtMs));
    },
    readHistory: (key, exceptTurnId, bounds) => readHistory(db, key, exceptTurnId, bounds),
    extendLife: (key, turnIds, expiresAt) => extendLife(db, key, turnIds, expiresAt),
    readTurn: (key) => readTurn(db, key),
    requestCancel: (key, now) => requestCancel(db, key, now),
  };
}

async function inOrder<T>(
  queues: Map<string, Promise<unknown>>,
  name: string,
  run: () => Promise<T>,
): Promise<T> {
  const before = queues.get(name) ?? Promise.resolve();
  const own = before.then(run, run);
  queues.set(name, own);
  try {
    return await own;
  } finally {
    if (queues.get(name) === own) queues.delete(name);
  }
}
