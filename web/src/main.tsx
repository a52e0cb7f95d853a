import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { navigate } from 'wouter/use-browser-location';
import { App } from './app/App.tsx';
import { BrokenPage } from './app/pages/BrokenPage.tsx';
import { startSignIn } from './app/sign-in/start-sign-in.ts';
import { createTheme } from './app/theme/create-theme.ts';
import { ErrorBoundary } from './views/error-boundary/ErrorBoundary.tsx';
import './styles/tokens.css';
import './styles/base.css';

const theme = createTheme(window);
const signIn = startSignIn(window, (path) => navigate(path, { replace: true }));
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary fallback={<BrokenPage />}>
      <App signIn={signIn} theme={theme} />
    </ErrorBoundary>
  </StrictMode>,
);
