import type { Live } from '../../live/live.ts';
import { createState } from '../../live/state.ts';
import type { SignInActions, SignInState } from './sign-in-state.ts';

export type SignIn = { state: Live<SignInState>; actions: SignInActions };
type RunningActions = Omit<SignInActions, 'restart'>;

/** Begins at once with the settings, and loads the rest while they are on their way. */
export function startSignIn(window: Window, navigate: (path: string) => void): SignIn {
  const state = createState<SignInState>({ kind: 'starting' });
  const config = window
    .fetch('/api/config', { headers: { accept: 'application/json' } })
    .then((reply) => ({ config: reply, receivedAt: new Date() }));
  const running = Promise.all([import('./run-sign-in.ts'), config]).then(([{ runSignIn }, received]) =>
    runSignIn({ state, ...received, window, navigate }),
  );
  running.catch((error: unknown) => {
    console.error('The page could not start', error);
    state.set({ kind: 'unreachable', message: 'Check your connection and try again.' });
  });
  const whenRunning = (act: (actions: RunningActions) => void) => () => void running.then(act, () => {});

  return {
    state,
    actions: {
      restart: () => window.location.reload(),
      signIn: whenRunning((actions) => actions.signIn()),
      useAnotherAccount: whenRunning((actions) => actions.useAnotherAccount()),
      signOut: whenRunning((actions) => actions.signOut()),
    },
  };
}
