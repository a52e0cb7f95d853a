import type { Overview } from '@tallyboard/contract';
import { useRef } from 'react';
import type { Live, Loaded } from '../../live/live.ts';
import { useNow } from '../../live/use-now.ts';
import { useRetry } from '../../live/use-retry.ts';
import { StartPanel } from './StartPanel.tsx';
import '../workspace/visualizations.css';

type StartPaneProps = {
  overview: Live<Loaded<Overview>>;
  locale: string;
  onAsk: (question: string) => void;
};

/** Subscribes to the overview, where the visualizations of a conversation will be. */
export function StartPane({ overview, locale, onAsk }: StartPaneProps) {
  const [loaded, retry] = useRetry(overview);
  const pane = useRef<HTMLElement>(null);
  const now = useNow(30_000);
  return (
    <section className="visualizations" aria-label="Visualizations" ref={pane} tabIndex={-1}>
      <StartPanel
        loaded={loaded}
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
