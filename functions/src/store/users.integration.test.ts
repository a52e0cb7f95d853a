import { expect, test } from 'vitest';
import { createAdmin } from '../../../local/firestore/testing/admin-client.ts';
import { startServer } from '../../../local/firestore/testing/start-server.ts';
import { useStore } from './testing/use-store.ts';
import { saveSignIn } from './users.ts';

const { setting } = useStore({ startServer, createAdmin });

const user = {
  uid: 'maya',
  displayName: 'Maya',
  email: null,
  roles: ['warehouse_manager' as const],
  warehouses: ['W1'],
  lastSeenAt: new Date('2026-11-23T08:00:00Z'),
};

test('a sign-in whose reply from Firestore is lost is a sign-in; the same token again is refused', async () => {
  let commits = 0;
  setting.proxy.decide = (path) => {
    if (!path.includes(':commit')) return undefined;
    commits += 1;
    return commits === 1 ? { kind: 'loseReply' } : undefined;
  };
  await saveSignIn(setting.db, { user, tokenId: 'token-1' });
  expect(commits).toBe(2);
  const again = saveSignIn(setting.db, { user, tokenId: 'token-1' });
  await expect(again).rejects.toMatchObject({ code: 'unauthenticated' });
});
