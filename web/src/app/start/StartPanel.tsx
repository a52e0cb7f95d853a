import type { Overview } from '@tallyboard/contract';
import type { Loaded } from '../../live/live.ts';
import { formatCount } from '../../views/format/format-amount.ts';
import { formatAge } from './format-age.ts';
import { hasData } from './has-data.ts';
import { toLineDetail } from './to-line-detail.ts';
import './start-panel.css';

type StartPanelProps = {
  loaded: Loaded<Overview>;
  /** The person sees one warehouse, which is named once. */
  seesOne: boolean;
  now: Date;
  locale: string;
  onAsk: (question: string) => void;
  onRetry: () => void;
};

/** What the data says before anyone has asked: its age, and what is low on stock. */
export function StartPanel({ loaded, seesOne, now, locale, onAsk, onRetry }: StartPanelProps) {
  if (loaded.state === 'loading') {
    return (
      <div className="start-panel start-outline" role="status" aria-label="Reading the data">
        <span />
        <span />
        <span />
        <span />
      </div>
    );
  }
  if (loaded.state === 'failed') {
    return (
      <div className="start-panel start-failed" role="alert">
        <p>{loaded.error.message}</p>
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      </div>
    );
  }
  if (!hasData(loaded.value)) {
    return (
      <div className="start-panel">
        <h2>No data yet</h2>
        <p className="start-note">
          Sales and stock are shown here, and can be asked about, once the inventory system has sent them.
        </p>
      </div>
    );
  }
  const { dataAsOf, lowStock } = loaded.value;
  const { count, lines } = lowStock ?? { count: 0, lines: [] };
  const all = formatCount(count, 'line', 'lines', locale);
  return (
    <div className="start-panel">
      <h2>Low on stock</h2>
      <p className="start-note">
        {lowStock === null
          ? 'No stock is recorded yet'
          : count === 0
            ? 'Nothing is below its reorder point'
            : `${all} below the reorder point`}
        {seesOne && lines[0] && ` · ${lines[0].warehouse}`}
        {dataAsOf && ` · data as of ${formatAge(new Date(dataAsOf), now, locale)}`}
      </p>
      {lines.length > 0 && (
        <ul className="start-lines">
          {lines.map((line) => (
            <li key={`${line.product} ${line.warehouse}`}>
              <button
                type="button"
                title={`Ask about the stock of ${line.product}`}
                onClick={() => onAsk(`How much stock of ${line.product} do we have?`)}
              >
                <span className="start-product">{line.product}</span>
                <span>reorder {formatCount(line.suggestedQuantity, 'unit', 'units', locale)}</span>
                <span className="start-detail">
                  <span data-out={line.onHand <= 0 || undefined}>{toLineDetail(line, locale)}</span>
                  {!seesOne && ` · ${line.warehouse}`}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {count > lines.length && (
        <button
          type="button"
          className="button start-all"
          onClick={() => onAsk('Show inventory reorder recommendations')}
        >
          Show all {all}
        </button>
      )}
    </div>
  );
}
