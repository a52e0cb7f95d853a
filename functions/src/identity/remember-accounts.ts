import type { Account, FirebaseAccounts } from './firebase-accounts.ts';

export type RememberOptions = {
  /** How long an answer is believed: a disabled account can still call for this long. */
  maxAgeMs: number;
  maxAccounts: number;
  now: () => Date;
};

export type RememberedAccounts = {
  readAccount: FirebaseAccounts['readAccount'];
  /** The next look-up asks again. */
  forget: (uid: string) => void;
};

/** Spares the look-up of an account that was looked up a moment ago. Failures are not remembered. */
export function rememberAccounts(
  readAccount: FirebaseAccounts['readAccount'],
  options: RememberOptions,
): RememberedAccounts {
  const known = new Map<string, { readAtMs: number; account: Promise<Account | null> }>();
  const read: FirebaseAccounts['readAccount'] = (uid) => {
    const nowMs = options.now().getTime();
    const kept = known.get(uid);
    if (kept && nowMs - kept.readAtMs < options.maxAgeMs) return kept.account;

    const account = readAccount(uid);
    // Inserted anew, so that the map's first key is the one read longest ago.
    known.delete(uid);
    known.set(uid, { readAtMs: nowMs, account });
    account.catch(() => known.delete(uid));
    for (const oldest of known.keys()) {
      if (known.size <= options.maxAccounts) break;
      known.delete(oldest);
    }
    return account;
  };
  return { readAccount: read, forget: (uid) => void known.delete(uid) };
}
