import type { ResultData } from '../../listener/records.ts';
import type { Loaded } from '../../live/live.ts';
import { CopyButton } from '../copy/CopyButton.tsx';
import { Dialog } from '../dialog/Dialog.tsx';
import { formatCount, formatPrice } from '../format/format-amount.ts';
import { writeHeading } from '../format/write-dates.ts';
import { toBytesText } from '../steps/to-step-detail.ts';
import { type Rerun, RunAgain } from './RunAgain.tsx';
import './sql.css';
import type { Proof } from './to-proofs.ts';
import { toReadAt } from './to-read-at.ts';

/** A result, the figures of the answer that it proves, and how its read is run again. */
export type SqlSource = { data: Loaded<ResultData>; proofs: Proof[]; onRerun: Rerun };
export type SqlDialogProps = { sources: SqlSource[]; locale: string; onClose: () => void };

/** The statements behind an answer, each with its parameters, cost and the moment it read; each can be run again. */
export function SqlDialog({ sources, locale, onClose }: SqlDialogProps) {
  return (
    <Dialog title="SQL behind this answer" wide onClose={onClose}>
      {sources.map((source, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change while the dialog is open.
        <SqlEntry key={index} {...source} locale={locale} />
      ))}
    </Dialog>
  );
}

function SqlEntry({ data, proofs, onRerun, locale }: SqlSource & { locale: string }) {
  if (data.state === 'loading') return <p role="status">Loading…</p>;
  if (data.state === 'failed') return <p role="alert">{data.error.message}</p>;
  const { result } = data.value;
  const parameters = Object.entries(result.parameters).toSorted(
    ([a], [b]) => result.sql.indexOf(`@${a}`) - result.sql.indexOf(`@${b}`),
  );
  const title = writeHeading(result.title, locale);
  return (
    <section className="sql-entry" aria-label={title}>
      <h3>{title}</h3>
      <p className="sql-cost parts">
        <span className="part">{toReadAt(result.asOf, result.scope, locale)}</span>{' '}
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
      {proofs.length > 0 && (
        <details className="sql-proofs">
          <summary>
            {formatCount(proofs.length, 'figure', 'figures', locale)} of the answer proved by its rows
          </summary>
          <table className="sql-parameters">
            <thead>
              <tr>
                <th scope="col">Figure</th>
                <th scope="col">Is the</th>
                <th scope="col">Of</th>
              </tr>
            </thead>
            <tbody>
              {proofs.map(({ figure, formula, cells }) => (
                <tr key={figure + formula + cells}>
                  <td>{figure}</td>
                  <td>{formula}</td>
                  <td>{writeHeading(cells, locale)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      {result.argumentsJson !== undefined && <RunAgain onRerun={onRerun} locale={locale} />}
    </section>
  );
}
