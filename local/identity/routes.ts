import type { Operation } from './operation.ts';
import { clearAccounts } from './operations/clear-accounts.ts';
import { createAccount } from './operations/create-account.ts';
import { deleteAccount } from './operations/delete-account.ts';
import { deleteAccounts } from './operations/delete-accounts.ts';
import { endPersonSessions } from './operations/end-person-sessions.ts';
import { exchangeSubjectToken } from './operations/exchange-subject-token.ts';
import { listAccounts } from './operations/list-accounts.ts';
import { lookupAccounts } from './operations/lookup-accounts.ts';
import { refreshIdToken } from './operations/refresh-id-token.ts';
import { rotateSsoKey } from './operations/rotate-sso-key.ts';
import { signInWithCustomToken } from './operations/sign-in-with-custom-token.ts';
import { updateAccount } from './operations/update-account.ts';

export type Route = { method: 'GET' | 'POST' | 'DELETE'; path: string; admin: boolean; run: Operation };

const toolkit = '/identitytoolkit.googleapis.com/v1';
const project = `${toolkit}/projects/:projectId`;

/** Everything but the SSO: what is called, by whom, and which file answers. */
export const routes: Route[] = [
  // the web SDK, with a user's token in the body
  {
    method: 'POST',
    path: `${toolkit}/accounts:signInWithCustomToken`,
    admin: false,
    run: signInWithCustomToken,
  },
  { method: 'POST', path: `${toolkit}/accounts:lookup`, admin: false, run: lookupAccounts },
  { method: 'POST', path: `${toolkit}/accounts:update`, admin: false, run: updateAccount },
  { method: 'POST', path: `${toolkit}/accounts:delete`, admin: false, run: deleteAccount },
  { method: 'POST', path: '/securetoken.googleapis.com/v1/token', admin: false, run: refreshIdToken },
  // firebase-admin, with "Bearer owner"
  { method: 'POST', path: `${project}/accounts`, admin: true, run: createAccount },
  { method: 'POST', path: `${project}/accounts:lookup`, admin: true, run: lookupAccounts },
  { method: 'POST', path: `${project}/accounts:update`, admin: true, run: updateAccount },
  { method: 'POST', path: `${project}/accounts:delete`, admin: true, run: deleteAccount },
  { method: 'POST', path: `${project}/accounts:batchDelete`, admin: true, run: deleteAccounts },
  { method: 'GET', path: `${project}/accounts:batchGet`, admin: true, run: listAccounts },
  // as the vendor's emulator has it
  { method: 'DELETE', path: '/emulator/v1/projects/:projectId/accounts', admin: true, run: clearAccounts },
  // the operator of the SSO
  {
    method: 'POST',
    path: '/sso-operator/v1/projects/:projectId/keys:rotate',
    admin: true,
    run: rotateSsoKey,
  },
  {
    method: 'POST',
    path: '/sso-operator/v1/projects/:projectId/people:endSessions',
    admin: true,
    run: endPersonSessions,
  },
  // Google's Security Token Service
  { method: 'POST', path: '/sts/v1/token', admin: false, run: exchangeSubjectToken },
];
