import { useMemo } from 'react';
import type { Api } from '../../api/api.ts';
import { ApiError } from '../../api/api-error.ts';
import type { Records, ResultData, ResultRef } from '../../listener/records.ts';
import type { Live, Loaded } from '../../live/live.ts';
import { useLive } from '../../live/use-live.ts';
import type { Rerun } from '../../views/sql/RunAgain.tsx';
import { SqlDialog } from '../../views/sql/SqlDialog.tsx';
import { toProofs } from '../../views/sql/to-proofs.ts';

type SqlPaneProps = { records: Records; api: Api; refs: ResultRef[]; locale: string; onClose: () => void };

/** Subscribes to the results whose statements are shown, and to the answer whose figures they prove. */
export function SqlPane({ records, api, refs, locale, onClose }: SqlPaneProps) {
  const results = useLive(useMemo(() => allOf(refs.map((ref) => records.result(ref))), [records, refs]));
  const turns = useLive(records.turns(refs[0]?.conversationId ?? ''));
  const turn = turns.state === 'ready' && turns.value.find(({ turnId }) => turnId === refs[0]?.turnId);
  const known = results.flatMap((data) => (data.state === 'ready' ? [data.value] : []));
  const sources = refs.flatMap((ref, index) => {
    const data = results[index];
    if (data === undefined) return [];
    const proofs = turn && data.state === 'ready' ? toProofs(turn, data.value, locale, known) : [];
    return [{ data, proofs, onRerun: toRerun(api, ref) }];
  });
  return <SqlDialog sources={sources} locale={locale} onClose={onClose} />;
}

function toRerun(api: Api, ref: ResultRef): Rerun {
  return (asOf) =>
    api.rerun(ref, asOf).catch((error: unknown) => {
      throw error instanceof ApiError ? error : new Error('This could not be run again. Try again.');
    });
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
