import type { Logger } from 'pino';
import type { Access } from '../access.ts';
import type { IndexConfig } from '../state/index-config.ts';
import type { Store } from '../state/store.ts';
import type { Transactions } from '../state/transactions.ts';
import type { Watch } from '../state/watch.ts';

/** Claims of a valid Firebase ID token, `sub` among them; null for a token that is not valid. */
export type VerifyToken = (jwt: string) => Promise<Record<string, unknown> | null>;

/** Who asks: the admin, or a client with the claims of its ID token (null: not signed in). */
export type Caller = { kind: 'admin' } | { kind: 'client'; claims: Record<string, unknown> | null };

/** What every operation works on. */
export type Context = {
  store: Store;
  transactions: Transactions;
  watch: Watch;
  access: (caller: Caller) => Access;
  /** Null: queries are not checked for indexes. */
  indexes: IndexConfig | null;
  verifyToken: VerifyToken;
  logger: Logger;
};
