import { type Turn, visualizationSchema } from '@tallyboard/contract';
import { memo, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { Records, ResultRef } from '../../listener/records.ts';
import type { Live, Loaded } from '../../live/live.ts';
import { renew } from '../../live/renew.ts';
import { createState } from '../../live/state.ts';
import { useLive } from '../../live/use-live.ts';
import { Figure } from '../../views/figure/Figure.tsx';
import { Icon } from '../../views/icon/Icon.tsx';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { linksToMissing, showFigure, toFigureId } from './figure-id.ts';
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
  return (
    <section className="visualizations" aria-label="Visualizations">
      <div className="visualizations-list">
        {turns.length === 0 && <EmptyPanel state={loaded.state} />}
        {turns.map((turn) => (
          <FiguresOfTurn
            key={turn.turnId}
            records={records}
            turn={turn}
            latest={turn === turns[0]}
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
        <ErrorBoundary key={visualization.id} fallback={(retry) => <BrokenFigure onRetry={retry} />}>
          <FigureOfTurn
            {...rest}
            conversationId={turn.conversationId}
            turnId={turn.turnId}
            json={JSON.stringify(visualization)}
          />
        </ErrorBoundary>
      ))}
    </section>
  );
});

function BrokenFigure({ onRetry }: { onRetry: () => void }) {
  return (
    <div className="figure figure-failed" role="alert">
      <p>This figure could not be drawn.</p>
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}

function EmptyPanel({ state }: { state: Loaded<Turn[]>['state'] }) {
  if (state === 'loading')
    return <div className="figure-skeleton" role="status" aria-label="Loading the visualizations" />;
  return (
    <div className="visualizations-empty">
      <Icon name="bar" />
      <p>
        {state === 'failed'
          ? 'The charts and tables cannot be loaded. Reload the page to try again.'
          : 'Charts and tables of this conversation appear here.'}
      </p>
    </div>
  );
}

type FigureOfTurnProps = {
  records: Records;
  conversationId: string;
  turnId: string;
  /** The visualization as JSON: each rewrite of the turn brings a new object that says the same. */
  json: string;
  /** Of the latest answer that shows something: `#v1` is its first figure. */
  latest: boolean;
  locale: string;
  scheme: 'light' | 'dark';
  onShowSql: (refs: ResultRef[]) => void;
};

/** Subscribes to the result that a visualization draws. Not drawn again while the answer around it grows. */
const FigureOfTurn = memo(function FigureOfTurn(props: FigureOfTurnProps) {
  const { records, conversationId, turnId, json, latest, locale, scheme, onShowSql } = props;
  const visualization = useMemo(() => visualizationSchema.parse(JSON.parse(json)), [json]);
  const { resultId } = visualization;
  const ref = useMemo(() => ({ conversationId, turnId, resultId }), [conversationId, turnId, resultId]);
  const [attempt, setAttempt] = useState(0);
  const live = useMemo(() => {
    const result = records.result(ref);
    // Each attempt subscribes anew, which fetches again what had failed.
    return { ...renew(result), attempt };
  }, [records, ref, attempt]);
  const data = useLive(live);
  const id = toFigureId(turnId, visualization.id);

  useEffect(() => {
    const { hash } = window.location;
    if (hash === `#${id}` || (latest && hash === `#${visualization.id}`)) showFigure(id);
  }, [id, latest, visualization.id]);

  return (
    <Figure
      id={id}
      visualization={visualization}
      data={data}
      locale={locale}
      scheme={scheme}
      onShowSql={() => onShowSql([ref])}
      onRetry={() => setAttempt(attempt + 1)}
    />
  );
});
