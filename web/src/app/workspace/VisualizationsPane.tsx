import type { Turn } from '@tallyboard/contract';
import { memo, useEffect, useEffectEvent, useRef } from 'react';
import type { Records, ResultRef } from '../../listener/records.ts';
import type { Live, Loaded } from '../../live/live.ts';
import { createState } from '../../live/state.ts';
import { useLive } from '../../live/use-live.ts';
import { Icon } from '../../views/icon/Icon.tsx';
import { FigureOfTurn, type FigureOfTurnProps } from './FigureOfTurn.tsx';
import { linksToMissing } from './figure-id.ts';
import './visualizations.css';

type VisualizationsPaneProps = {
  records: Records;
  conversationId: string | null;
  locale: string;
  scheme: 'light' | 'dark';
  onShowSql: (refs: ResultRef[]) => void;
  /** The address names a figure that the conversation does not have. */
  onMissing: () => void;
};

const none: Live<Loaded<Turn[]>> = createState<Loaded<Turn[]>>({ state: 'ready', value: [] });

/** The charts, tables and metrics of a conversation, those of the latest answer first. */
export function VisualizationsPane({
  records,
  conversationId,
  locale,
  scheme,
  onShowSql,
  onMissing,
}: VisualizationsPaneProps) {
  const loaded = useLive(conversationId === null ? none : records.turns(conversationId));
  const turns =
    loaded.state === 'ready'
      ? loaded.value.filter((turn) => turn.visualizations.length > 0).toReversed()
      : [];
  const missing = loaded.state === 'ready' && linksToMissing(window.location.hash, loaded.value);
  const tellMissing = useEffectEvent(onMissing);
  useEffect(() => {
    if (missing) tellMissing();
  }, [missing]);
  const pane = useRef<HTMLElement>(null);
  const known = useRef<string>(undefined);
  const latest = turns[0]?.turnId;
  useEffect(() => {
    // What is there at first may be scrolled to a figure that the address names.
    if (known.current) pane.current?.scrollTo({ top: 0 });
    known.current = latest;
  }, [latest]);
  return (
    <section className="visualizations" aria-label="Visualizations" ref={pane}>
      <div className="visualizations-list">
        {turns.length === 0 && <EmptyPanel state={loaded.state} />}
        {turns.map((turn) => (
          <FiguresOfTurn
            key={turn.turnId}
            records={records}
            turn={turn}
            place={turn === turns[0] ? 'latest' : 'panel'}
            locale={locale}
            scheme={scheme}
            onShowSql={onShowSql}
          />
        ))}
      </div>
    </section>
  );
}

type FiguresOfTurnProps = Omit<FigureOfTurnProps, 'conversationId' | 'turnId' | 'json'> & { turn: Turn };

/** Drawn again when its own turn changes, not while a later answer grows. */
const FiguresOfTurn = memo(function FiguresOfTurn({ turn, ...rest }: FiguresOfTurnProps) {
  return (
    <section className="visualizations-turn" aria-label={turn.question}>
      <h2 className="visualizations-question" dir="auto" title={turn.question}>
        {turn.question}
      </h2>
      {turn.visualizations.map((visualization) => (
        <FigureOfTurn
          {...rest}
          key={visualization.id}
          conversationId={turn.conversationId}
          turnId={turn.turnId}
          json={JSON.stringify(visualization)}
        />
      ))}
    </section>
  );
});

function EmptyPanel({ state }: { state: Loaded<Turn[]>['state'] }) {
  if (state === 'loading')
    return <div className="figure-skeleton" role="status" aria-label="Loading the visualizations" />;
  return (
    <div className="visualizations-empty">
      <Icon name="bar" />
      <p>
        {state === 'failed'
          ? 'The charts and tables cannot be loaded. Reload the page to try again.'
          : 'Charts and tables appear here.'}
      </p>
    </div>
  );
}
