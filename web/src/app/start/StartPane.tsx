import type { Overview } from '@tallyboard/contract';
import { useMemo, useState } from 'react';
import type { Live, Loaded } from '../../live/live.ts';
import { renew } from '../../live/renew.ts';
import { useLive } from '../../live/use-live.ts';
import { useNow } from '../../live/use-now.ts';
import { StartPanel } from './StartPanel.tsx';
import '../workspace/visualizations.css';

type StartPaneProps = {
  overview: Live<Loaded<Overview>>;
  locale: string;
  onAsk: (question: string) => void;
};

/** Subscribes to the overview, where the visualizations of a conversation will be. */
export function StartPane({ overview, locale, onAsk }: StartPaneProps) {
  const [attempt, setAttempt] = useState(0);
  // Each attempt subscribes anew, which reads again what had failed.
  const live = useMemo(() => ({ ...renew(overview), attempt }), [overview, attempt]);
  const loaded = useLive(live);
  const now = useNow(30_000);
  return (
    <section className="visualizations" aria-label="Visualizations">
      <StartPanel
        loaded={loaded}
        now={now}
        locale={locale}
        onAsk={onAsk}
        onRetry={() => setAttempt(attempt + 1)}
      />
    </section>
  );
}
