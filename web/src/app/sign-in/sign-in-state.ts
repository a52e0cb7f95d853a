import type { ClientConfig, Overview } from '@tallyboard/contract';
import type { Api } from '../../api/api.ts';
import type { Bridge } from '../../chatkit/create-bridge.ts';
import type { Records } from '../../listener/records.ts';
import type { Live, Loaded } from '../../live/live.ts';

/** All that the signed-in page works with. */
export type Workspace = {
  uid: string;
  config: ClientConfig;
  api: Api;
  records: Records;
  bridge: Bridge;
  /** The time as the server has it, whatever this machine's clock says. */
  now: () => Date;
  overview: Live<Loaded<Overview>>;
};

export type SignInState =
  /** Settings and an earlier sign-in are being looked up, or the person is being signed out. */
  | { kind: 'starting' }
  | { kind: 'unreachable'; message: string }
  | { kind: 'signed_out'; notice: string | null }
  | { kind: 'signing_in' }
  /** Known to the SSO, without a role in the inventory system. */
  | { kind: 'no_role'; contact: string }
  | { kind: 'expired' }
  | { kind: 'signed_in'; workspace: Workspace };

export type SignInActions = {
  signIn: () => void;
  useAnotherAccount: () => void;
  signOut: () => void;
  /** Starts over after `unreachable`. */
  restart: () => void;
};
