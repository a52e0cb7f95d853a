import { useEffect, useRef } from 'react';
import type { ResultData } from '../../listener/records.ts';
import type { Loaded } from '../../live/live.ts';
import { CopyButton } from '../copy/CopyButton.tsx';
import { formatPrice } from '../format/format-amount.ts';
import { dateFormat } from '../format/intl.ts';
import { Icon } from '../icon/Icon.tsx';
import { toBytesText } from '../steps/to-step-detail.ts';
import './sql.css';

export type SqlDialogProps = { results: Loaded<ResultData>[]; locale: string; onClose: () => void };

/** The statements behind an answer, each with its parameters, cost and the moment it read. */
export function SqlDialog({ results, locale, onClose }: SqlDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog className="sql-dialog" ref={dialog} onClose={onClose} aria-label="SQL behind this answer">
      <header>
        <h2>SQL behind this answer</h2>
        <button
          type="button"
          className="icon-button"
          onClick={() => dialog.current?.close()}
          aria-label="Close"
        >
          <Icon name="close" />
        </button>
      </header>
      {results.map((data, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change while the dialog is open.
        <SqlEntry key={index} data={data} locale={locale} />
      ))}
    </dialog>
  );
}

function SqlEntry({ data, locale }: { data: Loaded<ResultData>; locale: string }) {
  if (data.state === 'loading') return <p role="status">Loading…</p>;
  if (data.state === 'failed') return <p role="alert">{data.error.message}</p>;
  const { result } = data.value;
  const parameters = Object.entries(result.parameters).toSorted(
    ([a], [b]) => result.sql.indexOf(`@${a}`) - result.sql.indexOf(`@${b}`),
  );
  const readAt = dateFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(result.asOf);
  return (
    <section className="sql-entry" aria-label={result.title}>
      <h3>{result.title}</h3>
      <p className="sql-cost parts">
        <span className="part">Read as of {readAt}</span>{' '}
        <span className="part">{toBytesText(result.bytesProcessed, locale)}</span>{' '}
        {result.priceUsd > 0 && <span className="part">{formatPrice(result.priceUsd, locale)}</span>}
      </p>
      <div className="sql-code">
        <CopyButton text={result.sql} label="Copy the SQL" />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
        <pre tabIndex={0}>
          <code>{result.sql}</code>
        </pre>
      </div>
      {parameters.length > 0 && (
        <table className="sql-parameters">
          <thead>
            <tr>
              <th scope="col">Parameter</th>
              <th scope="col">Type</th>
              <th scope="col">Value</th>
            </tr>
          </thead>
          <tbody>
            {parameters.map(([name, { type, value }]) => (
              <tr key={name}>
                <td>@{name}</td>
                <td>{type}</td>
                <td>{JSON.stringify(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
