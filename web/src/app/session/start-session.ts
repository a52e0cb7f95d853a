import type { Live } from '../../live/live.ts';
import { createState } from '../../live/state.ts';
import type { SessionActions, SessionState } from './session-state.ts';

export type Session = { state: Live<SessionState>; actions: SessionActions };

/** Begins at once with the settings, and loads the rest while they are on their way. */
export function startSession(window: Window, navigate: (path: string) => void): Session {
  const state = createState<SessionState>({ kind: 'starting' });
  let running: Promise<Omit<SessionActions, 'restart'>>;

  const start = () => {
    state.set({ kind: 'starting' });
    const config = window.fetch('/api/config', { headers: { accept: 'application/json' } });
    running = Promise.all([import('./run-session.ts'), config]).then(([{ runSession }]) =>
      runSession({ state, config, window, navigate }),
    );
    running.catch((error: unknown) => {
      console.error('The page could not start', error);
      state.set({
        kind: 'unreachable',
        message: 'Tallyboard cannot be reached. Check your connection and try again.',
      });
    });
  };
  const whenRunning = (act: (actions: Omit<SessionActions, 'restart'>) => void) => () =>
    void running.then(act, () => {});

  start();
  return {
    state,
    actions: {
      restart: start,
      signIn: whenRunning((actions) => actions.signIn()),
      useAnotherAccount: whenRunning((actions) => actions.useAnotherAccount()),
      signOut: whenRunning((actions) => actions.signOut()),
    },
  };
}
