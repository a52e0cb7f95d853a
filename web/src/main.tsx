import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { navigate } from 'wouter/use-browser-location';
import { App } from './app/App.tsx';
import { BrokenPage } from './app/pages/BrokenPage.tsx';
import { NoStoragePage } from './app/pages/NoStoragePage.tsx';
import { startSignIn } from './app/sign-in/start-sign-in.ts';
import { createTheme } from './app/theme/create-theme.ts';
import { ErrorBoundary } from './views/error-boundary/ErrorBoundary.tsx';
import './styles/tokens.css';
import './styles/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary fallback={<BrokenPage />}>{start()}</ErrorBoundary>
  </StrictMode>,
);

function start() {
  try {
    const theme = createTheme(window);
    const signIn = startSignIn(window, (path) => navigate(path, { replace: true }));
    return <App signIn={signIn} theme={theme} />;
  } catch (error) {
    console.error('The page could not start', error);
    return <NoStoragePage />;
  }
}
