import type { Overview } from '@tallyboard/contract';
import { useRef } from 'react';
import type { Records } from '../../listener/records.ts';
import type { Live, Loaded } from '../../live/live.ts';
import { useLive } from '../../live/use-live.ts';
import { useNow } from '../../live/use-now.ts';
import { useRetry } from '../../live/use-retry.ts';
import { StartPanel } from './StartPanel.tsx';
import '../workspace/visualizations.css';

type StartPaneProps = {
  overview: Live<Loaded<Overview>>;
  user: Records['user'];
  locale: string;
  onAsk: (question: string) => void;
};

/** Subscribes to the overview and to who reads it, where the visualizations of a conversation will be. */
export function StartPane({ overview, user, locale, onAsk }: StartPaneProps) {
  const [loaded, retry] = useRetry(overview);
  const person = useLive(user);
  const warehouses = person.state === 'ready' ? person.value?.warehouses : undefined;
  const pane = useRef<HTMLElement>(null);
  const now = useNow(30_000);
  return (
    <section className="visualizations" aria-label="Visualizations" ref={pane} tabIndex={-1}>
      <StartPanel
        loaded={loaded}
        seesOne={warehouses !== 'all' && warehouses?.length === 1}
        now={now}
        locale={locale}
        onAsk={onAsk}
        onRetry={() => {
          // The button goes; the focus stays where it was.
          pane.current?.focus();
          retry();
        }}
      />
    </section>
  );
}
