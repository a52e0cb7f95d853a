import { MessagePage } from './MessagePage.tsx';

type SignInPageProps = { notice: string | null; busy: boolean; expired: boolean; onSignIn: () => void };

export function SignInPage({ notice, busy, expired, onSignIn }: SignInPageProps) {
  return (
    <MessagePage title={expired ? 'Your session has expired' : 'Ask your inventory and sales data'}>
      <p>
        {expired
          ? 'Sign in again to go on where you were.'
          : 'Ask in plain language. Answers come with charts and tables, and every figure is proved by the data it came from.'}
      </p>
      {notice && (
        <p className="message-notice" role="alert">
          {notice}
        </p>
      )}
      <button type="button" className="button primary" onClick={onSignIn} disabled={busy}>
        {busy && <span className="spinner" />}
        Sign in with inventory account
      </button>
    </MessagePage>
  );
}
