import { clientConfigSchema, sessionReplySchema } from '@tallyboard/contract';
import { ApiError } from '../../api/api-error.ts';
import { createApi } from '../../api/create-api.ts';
import { parseErrorBody } from '../../api/parse-error-body.ts';
import { createBridge } from '../../chatkit/create-bridge.ts';
import { openFirebase } from '../../listener/open-firebase.ts';
import type { State } from '../../live/state.ts';
import { toPageLocale } from '../../views/format/to-page-locale.ts';
import { createOverview } from '../start/create-overview.ts';
import { keepDraftsOf } from './keep-drafts-of.ts';
import { isSignInPending } from './pending-sign-in.ts';
import { preloadWorkspace } from './preload-workspace.ts';
import { toServerClock } from './server-clock.ts';
import type { SignInActions, SignInState } from './sign-in-state.ts';
import { beginSignIn, finishSignIn, notPending, SignInError, toSignOutUrl } from './sso.ts';

export type RunSignInOptions = {
  state: State<SignInState>;
  /** The reply of `GET /api/config`, requested before this code was loaded, and when it came. */
  config: Response;
  receivedAt: Date;
  window: Window;
  navigate: (path: string) => void;
};

const signedInPath = '/signed-in';

/** Takes a page from its settings to a signed-in person, and watches that sign-in. @returns what a person can do about it */
export async function runSignIn({
  state,
  config: requested,
  receivedAt,
  window,
  navigate,
}: RunSignInOptions): Promise<Omit<SignInActions, 'restart'>> {
  const config = clientConfigSchema.parse(await (await requireOk(requested)).json());
  const clock = toServerClock(requested, receivedAt, () => new Date());
  const firebase = openFirebase(config);
  preloadWorkspace();
  const { identity } = firebase;
  const cameBack = window.location.pathname === signedInPath;
  let finishing = cameBack && isSignInPending(window.sessionStorage);
  /** Anyone can link to the way back: nobody is signed out by it. */
  const strayed = cameBack && !finishing;
  if (strayed) navigate('/');
  let leaving = false;
  /** Who the workspace is, or is being, opened for. */
  let opened: string | null = null;

  const leaveTo = (address: string) => {
    // Going back from there may bring this page as it was left: it starts over.
    window.addEventListener('pageshow', () => window.location.reload(), { once: true });
    window.location.assign(address);
  };

  const signIn = async (chooseAccount: boolean) => {
    const { pathname, search, hash, origin } = window.location;
    const returnTo = pathname === signedInPath ? '/' : `${pathname}${search}${hash}`;
    state.set({ kind: 'signing_in' });
    try {
      const url = await beginSignIn(config.sso, {
        origin,
        storage: window.sessionStorage,
        returnTo,
        chooseAccount,
      });
      leaveTo(url.href);
    } catch (error) {
      state.set({ kind: 'signed_out', notice: toNotice(error) });
    }
  };

  const finish = async () => {
    state.set({ kind: 'signing_in' });
    try {
      const { idToken, nonce, returnTo } = await finishSignIn(
        config.sso,
        new URL(window.location.href),
        window.sessionStorage,
        clock.behindMs,
      );
      const token = await exchange(idToken, nonce);
      finishing = false;
      navigate(returnTo);
      await open(await identity.signIn(token));
    } catch (error) {
      finishing = false;
      navigate('/');
      const refused = error instanceof ApiError && error.body.code === 'no_role';
      await identity.signOut().catch(() => {});
      state.set(
        refused
          ? { kind: 'no_role', contact: config.accessContact }
          : { kind: 'signed_out', notice: toNotice(error) },
      );
    }
  };

  identity.onPerson((uid) => {
    if (finishing) return;
    const { kind } = state.get();
    if (uid === null) opened = null;
    if (uid !== null) {
      void open(uid);
    } else if (!leaving && kind !== 'no_role' && kind !== 'expired') {
      const notice = strayed ? notPending : null;
      state.set({ kind: 'signed_out', notice: kind === 'signed_in' ? 'You have been signed out.' : notice });
    }
  });
  if (finishing) void finish();

  const open = async (uid: string) => {
    if (opened === uid) return;
    opened = uid;
    keepDraftsOf(uid, window.sessionStorage);
    try {
      const workspace = await openWorkspace(uid);
      if (opened === uid) state.set({ kind: 'signed_in', workspace });
    } catch (error) {
      console.error('The workspace could not be opened', error);
      state.set({
        kind: 'unreachable',
        message: 'A part of the page could not be loaded. Check your connection and try again.',
      });
    }
  };

  const openWorkspace = async (uid: string) => {
    const expire = () => {
      if (!leaving) state.set({ kind: 'expired' });
    };
    const api = createApi({
      fetch: (input, init) => window.fetch(input, init),
      idToken: identity.idToken,
      onSignedOut: expire,
    });
    const records = await firebase.openRecords({
      uid,
      now: clock.now,
      onRefused: () => {
        // Who has signed out in another tab is refused too.
        if (opened === uid) expire();
      },
    });
    const bridge = createBridge({
      api,
      records,
      locale: toPageLocale(window.navigator.language),
      now: clock.now,
      newId: () => crypto.randomUUID(),
      isLeaving: () => window.document.visibilityState === 'hidden',
      isOnline: () => window.navigator.onLine,
    });
    const overview = createOverview(api.readOverview, () => window.document.visibilityState === 'visible');
    return { uid, config, api, records, bridge, now: clock.now, overview };
  };

  return {
    signIn: () => void signIn(false),
    useAnotherAccount: () => void signIn(true),
    signOut: async () => {
      leaving = true;
      keepDraftsOf(null, window.sessionStorage);
      state.set({ kind: 'starting' });
      await identity.signOut();
      const url = await toSignOutUrl(config.sso, window.location.origin);
      leaveTo(url?.href ?? '/');
    },
  };
}

/** Swaps the SSO's ID token for a Firebase token. @throws ApiError */
async function exchange(idToken: string, nonce: string): Promise<string> {
  const reply = await fetch('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ idToken, nonce }),
  });
  await requireOk(reply);
  return sessionReplySchema.parse(await reply.json()).firebaseToken;
}

async function requireOk(reply: Response): Promise<Response> {
  if (!reply.ok) throw new ApiError(await parseErrorBody(reply));
  return reply;
}

function toNotice(error: unknown): string {
  if (error instanceof SignInError || error instanceof ApiError) return error.message;
  return 'The sign-in did not succeed. Check your connection and sign in again.';
}
