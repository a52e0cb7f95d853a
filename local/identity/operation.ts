import type { IdTokenOptions } from './id-tokens.ts';
import type { IdentityState } from './identity-state.ts';

export type OperationContext = IdTokenOptions & {
  state: IdentityState;
  /** True for a call with an administrator's credentials on a path that names the project. */
  admin: boolean;
  /** @returns the id of the key that signs from now on. */
  rotateSsoKey: () => Promise<string>;
  /** Where the SSO tells its client of ended sign-ins. */
  logoutUri: string;
  signLogoutToken: (sub: string) => Promise<string>;
};

/** One call: the parsed body in (JSON or form; query parameters for GET), the JSON reply out. Throws IdentityError. */
export type Operation = (body: unknown, context: OperationContext) => unknown;
