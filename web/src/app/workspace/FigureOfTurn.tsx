import { visualizationSchema } from '@tallyboard/contract';
import { memo, useEffect, useMemo, useState } from 'react';
import type { Records, ResultRef } from '../../listener/records.ts';
import { useRetry } from '../../live/use-retry.ts';
import { ErrorBoundary } from '../../views/error-boundary/ErrorBoundary.tsx';
import { Figure } from '../../views/figure/Figure.tsx';
import { writeHeading } from '../../views/format/write-dates.ts';
import { showFigure, toFigureId } from './figure-id.ts';

export type FigureOfTurnProps = {
  records: Records;
  conversationId: string;
  turnId: string;
  /** The visualization as JSON: each rewrite of the turn brings a new object that says the same. */
  json: string;
  /**
   * Where it stands. `panel`: links lead to it; `latest`: to the first of the panel as `#v1` too; `conversation`: it is there a
   * second time, and none does.
   */
  place: 'panel' | 'latest' | 'conversation';
  locale: string;
  scheme: 'light' | 'dark';
  onShowSql: (refs: ResultRef[]) => void;
};

/** One visualization of an answer. A failure in drawing it stays with it. */
export function FigureOfTurn(props: FigureOfTurnProps) {
  return (
    <ErrorBoundary fallback={<BrokenFigure />}>
      <LoadedFigure {...props} />
    </ErrorBoundary>
  );
}

/** Subscribes to the result that a visualization draws. Not drawn again while the answer around it grows. */
const LoadedFigure = memo(function LoadedFigure(props: FigureOfTurnProps) {
  const { records, conversationId, turnId, json, place, locale, scheme, onShowSql } = props;
  const visualization = useMemo(() => {
    const parsed = visualizationSchema.parse(JSON.parse(json));
    return { ...parsed, title: writeHeading(parsed.title, locale) };
  }, [json, locale]);
  const { resultId } = visualization;
  const ref = useMemo(() => ({ conversationId, turnId, resultId }), [conversationId, turnId, resultId]);
  const [data, retry] = useRetry(useMemo(() => records.result(ref), [records, ref]));
  const linkId = toFigureId(turnId, visualization.id);

  const [named] = useState(() => {
    const { hash } = window.location;
    if (place === 'conversation') return false;
    return hash === `#${linkId}` || (place === 'latest' && hash === `#${visualization.id}`);
  });
  // Once more when its data is there: it may be taller then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => {
    if (named) showFigure(linkId, true);
  }, [named, linkId, data.state]);

  return (
    <Figure
      id={place === 'conversation' ? `in-place-${linkId}` : linkId}
      visualization={visualization}
      data={data}
      locale={locale}
      scheme={scheme}
      onShowSql={() => onShowSql([ref])}
      onRetry={retry}
    />
  );
});

/** A file that was not loaded, such as after a new version was put in place, is not asked for again before the page is. */
function BrokenFigure() {
  return (
    <div className="figure figure-failed" role="alert">
      <p>This figure could not be drawn.</p>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        Reload
      </button>
    </div>
  );
}
