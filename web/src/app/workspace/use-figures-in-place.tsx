import { useEffect, useEffectEvent } from 'react';
import { inPlace } from '../../chatkit-element/in-place.ts';
import type { Records, ResultRef } from '../../listener/records.ts';
import { useLive } from '../../live/use-live.ts';
import { FigureOfTurn } from './FigureOfTurn.tsx';
import { toPageAction } from './to-page-action.ts';

type FiguresInPlaceOptions = {
  /** False where a panel beside the conversation shows them. */
  active: boolean;
  records: Records;
  conversationId: string | null;
  locale: string;
  scheme: 'light' | 'dark';
  onShowSql: (refs: ResultRef[]) => void;
};

/** Has the figures of an answer drawn under it, in the conversation. */
export function useFiguresInPlace(options: FiguresInPlaceOptions): void {
  const { active, records, conversationId, locale, scheme } = options;
  const onShowSql = useEffectEvent(options.onShowSql);
  useEffect(() => {
    if (!active || conversationId === null) return;
    inPlace.set((action) => {
      const known = toPageAction(conversationId, action);
      if (known?.kind !== 'visualization') return null;
      const { turnId, visualizationId } = known;
      return (
        <FigureInPlace
          {...{ records, conversationId, turnId, visualizationId, locale, scheme }}
          onShowSql={(refs) => onShowSql(refs)}
        />
      );
    });
    return () => inPlace.set(null);
  }, [active, records, conversationId, locale, scheme]);
}

type FigureInPlaceProps = Omit<FiguresInPlaceOptions, 'active' | 'conversationId'> & {
  conversationId: string;
  turnId: string;
  visualizationId: string;
};

/** Subscribes to the turns for the one that the figure is of. */
function FigureInPlace({ visualizationId, ...rest }: FigureInPlaceProps) {
  const loaded = useLive(rest.records.turns(rest.conversationId));
  const turns = loaded.state === 'ready' ? loaded.value : [];
  const shown = turns
    .find(({ turnId }) => turnId === rest.turnId)
    ?.visualizations.find(({ id }) => id === visualizationId);
  return shown ? <FigureOfTurn {...rest} json={JSON.stringify(shown)} place="conversation" /> : null;
}
