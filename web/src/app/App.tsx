import { lazy, Suspense } from 'react';
import { useLive } from '../live/use-live.ts';
import { ClockContext } from '../live/use-now.ts';
import { MessagePage } from './pages/MessagePage.tsx';
import { NoRolePage } from './pages/NoRolePage.tsx';
import { ShellPage } from './pages/ShellPage.tsx';
import { SignInPage } from './pages/SignInPage.tsx';
import type { SignIn } from './sign-in/start-sign-in.ts';
import type { ThemeControl } from './theme/create-theme.ts';

const WorkspacePage = lazy(() =>
  import('./workspace/WorkspacePage.tsx').then((module) => ({ default: module.WorkspacePage })),
);

export type AppProps = { signIn: SignIn; theme: ThemeControl };

/** The page for each state of the sign-in. */
export function App({ signIn, theme }: AppProps) {
  const state = useLive(signIn.state);
  const { actions } = signIn;
  switch (state.kind) {
    case 'starting':
      return <ShellPage />;
    case 'unreachable':
      return (
        <MessagePage title="Tallyboard cannot be reached">
          <p role="alert">{state.message}</p>
          <button type="button" className="button primary" onClick={actions.restart}>
            Try again
          </button>
        </MessagePage>
      );
    case 'signed_out':
    case 'signing_in':
    case 'expired':
      return (
        <SignInPage
          notice={state.kind === 'signed_out' ? state.notice : null}
          busy={state.kind === 'signing_in'}
          expired={state.kind === 'expired'}
          onSignIn={actions.signIn}
        />
      );
    case 'no_role':
      return <NoRolePage contact={state.contact} onUseAnother={actions.useAnotherAccount} />;
    case 'signed_in':
      return (
        <Suspense fallback={<ShellPage />}>
          <ClockContext value={state.workspace.now}>
            <WorkspacePage
              key={state.workspace.uid}
              workspace={state.workspace}
              theme={theme}
              actions={actions}
            />
          </ClockContext>
        </Suspense>
      );
  }
}
