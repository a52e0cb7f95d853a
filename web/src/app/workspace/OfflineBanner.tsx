import { useSyncExternalStore } from 'react';
import type { Records } from '../../listener/records.ts';
import { useLive } from '../../live/use-live.ts';

function subscribe(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}

/** Says when there is no network or no server: what is shown stays, and comes up to date by itself. */
export function OfflineBanner({ reached }: Pick<Records, 'reached'>) {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  const server = useLive(reached);
  if (online && (server.state !== 'ready' || server.value)) return null;
  return (
    <p className="offline" role="alert">
      {online ? 'Your conversations cannot be reached.' : 'You are offline.'} What you see stays here and is
      brought up to date when the connection is back.
    </p>
  );
}
