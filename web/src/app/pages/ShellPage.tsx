import { Header } from '../Header.tsx';
import './pages.css';

/** The page's outline, painted before anything is known. */
export function ShellPage() {
  return (
    <div className="shell-page" aria-busy="true">
      <Header />
      <div className="shell-panes" role="status" aria-label="Loading">
        <span />
        <span />
        <span />
      </div>
    </div>
  );
}
