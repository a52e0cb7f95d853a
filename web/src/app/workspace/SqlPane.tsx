import { useMemo } from 'react';
import type { Records, ResultData, ResultRef } from '../../listener/records.ts';
import type { Live, Loaded } from '../../live/live.ts';
import { useLive } from '../../live/use-live.ts';
import { SqlDialog } from '../../views/sql/SqlDialog.tsx';

type SqlPaneProps = { records: Records; refs: ResultRef[]; locale: string; onClose: () => void };

/** Subscribes to the results whose statements are shown. */
export function SqlPane({ records, refs, locale, onClose }: SqlPaneProps) {
  const results = useLive(useMemo(() => allOf(refs.map((ref) => records.result(ref))), [records, refs]));
  return <SqlDialog results={results} locale={locale} onClose={onClose} />;
}

function allOf(lives: Live<Loaded<ResultData>>[]): Live<Loaded<ResultData>[]> {
  let current = lives.map((live) => live.get());
  return {
    get: () => {
      const next = lives.map((live) => live.get());
      if (next.some((value, index) => value !== current[index])) current = next;
      return current;
    },
    subscribe: (onChange) => {
      const leave = lives.map((live) => live.subscribe(onChange));
      return () => {
        for (const stop of leave) stop();
      };
    },
  };
}
