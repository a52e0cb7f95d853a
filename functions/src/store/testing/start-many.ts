import type { Firestore } from '@google-cloud/firestore';
import { z } from 'zod';
import { CodedError } from '../../coded-error.ts';
import { createTurnStore } from '../create-turn-store.ts';
import { storeOptions } from './store-options.ts';

/**
 * One of several processes that start turns for the same person at once. Arguments: the module that makes the client, the
 * server's port, the project, and how many turns. Prints how many were accepted and refused.
 */
const [modulePath = '', port = '', projectId = '', count = ''] = process.argv.slice(2);
type ClientModule = { createAdmin: (server: { host: string; port: number }, projectId: string) => Firestore };
const clientModuleSchema = z.custom<ClientModule>((value) => typeof value === 'object');
const { createAdmin } = clientModuleSchema.parse(await import(modulePath));
const db = createAdmin({ host: '127.0.0.1', port: Number(port) }, projectId);
const store = createTurnStore(db, storeOptions);

const outcomes = await Promise.all(Array.from({ length: Number(count) }, startOne));
process.stdout.write(JSON.stringify(outcomes));

async function startOne(_: unknown, index: number): Promise<string> {
  const turnId = `turn-${process.pid}-${index}-0000000000`;
  const key = { uid: 'maya', conversationId: turnId, turnId };
  const asked = { key, begins: true, question: 'q', title: 'q', now: new Date(), timeoutMs: 30_000 };
  try {
    return (await store.startTurn(asked)).kind;
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
}
