import type { RerunReply } from '@tallyboard/contract';
import { useEffect, useRef, useState } from 'react';
import { toError } from '../../live/to-error.ts';
import { toScopeParts } from '../scope/to-scope-parts.ts';
import { toBytesText } from '../steps/to-step-detail.ts';
import { toDifferenceLines, toDifferenceSentence } from './to-difference.ts';
import { toReadAt } from './to-read-at.ts';

/** Runs the read again. Rejects with an error whose message is fit for a person. */
export type Rerun = (asOf: 'then' | 'now') => Promise<RerunReply>;

type RunAgainProps = { onRerun: Rerun; locale: string };
type State =
  | { kind: 'idle' }
  | { kind: 'running' }
  | { kind: 'failed'; message: string }
  | { kind: 'done'; reply: RerunReply };

/** Shows that a read can be repeated: on the tables as they were, which must match, and as they are. */
export function RunAgain({ onRerun, locale }: RunAgainProps) {
  const [state, setState] = useState<State>({ kind: 'idle' });
  const all = useRef<HTMLDivElement>(null);
  // What comes of it is told below the buttons, where the dialog often ends.
  useEffect(() => {
    if (state.kind !== 'idle') all.current?.scrollIntoView({ block: 'nearest' });
  }, [state]);
  const run = async (asOf: 'then' | 'now') => {
    if (state.kind === 'running') return;
    setState({ kind: 'running' });
    try {
      setState({ kind: 'done', reply: await onRerun(asOf) });
    } catch (error) {
      setState({ kind: 'failed', message: toError(error).message });
    }
  };
  return (
    <div className="run-again" ref={all}>
      <div className="run-again-buttons">
        <button type="button" className="button" onClick={() => run('then')}>
          Run again as of then
        </button>
        <button type="button" className="button" onClick={() => run('now')}>
          Run again now
        </button>
        {state.kind === 'running' && <span className="spinner" aria-hidden="true" />}
      </div>
      <p className="run-again-state" role="status">
        {state.kind === 'running' && 'Reading…'}
        {state.kind === 'done' && toDifferenceSentence(state.reply, locale)}
      </p>
      {state.kind === 'failed' && <p role="alert">{state.message}</p>}
      {state.kind === 'done' && <Difference reply={state.reply} locale={locale} />}
    </div>
  );
}

function Difference({ reply, locale }: { reply: RerunReply; locale: string }) {
  const readAt = toReadAt(new Date(reply.asOf), reply.scope, locale);
  const period = toScopeParts(reply.scope, locale).find(({ name }) => name === 'period')?.text;
  const lines = toDifferenceLines(reply, locale);
  // Where there is one, the title names it.
  const severalFigures = new Set(lines.map(({ figure }) => figure)).size > 1;
  return (
    <>
      <p className="sql-cost parts">
        <span className="part">{readAt}</span> <span className="part">{period}</span>{' '}
        <span className="part">{toBytesText(reply.bytesProcessed, locale)}</span>
      </p>
      {lines.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        <section className="run-again-lines" aria-label="What differs" tabIndex={0}>
          <table className="sql-parameters">
            <thead>
              <tr>
                <th scope="col">Row</th>
                {severalFigures && <th scope="col">Figure</th>}
                <th scope="col" className="run-again-figure">
                  Saved
                </th>
                <th scope="col" className="run-again-figure">
                  Read again
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.id}>
                  <td>{line.row}</td>
                  {severalFigures && <td>{line.figure}</td>}
                  <td className="run-again-figure">{line.before}</td>
                  <td className="run-again-figure">{line.after}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
