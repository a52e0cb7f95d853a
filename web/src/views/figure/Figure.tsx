import type { Visualization } from '@tallyboard/contract';
import { Fragment, lazy, type ReactNode, Suspense, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { ResultData } from '../../listener/records.ts';
import type { Loaded } from '../../live/live.ts';
import { useSeen } from '../../live/use-seen.ts';
import type { FormatContext } from '../format/format-cell.ts';
import { writeHeading } from '../format/write-dates.ts';
import { Icon, type IconName } from '../icon/Icon.tsx';
import { MetricCard } from '../metric/MetricCard.tsx';
import { toMetric } from '../metric/to-metric.ts';
import { DataTable } from '../table/DataTable.tsx';
import { nameCompared } from './name-compared.ts';
import { pickColumns } from './pick-columns.ts';
import { savePicture } from './save-picture.ts';
import { toFigureNote } from './to-figure-note.ts';
import './figure.css';

const loadChart = () =>
  import('../chart/ChartCanvas.tsx').then(({ ChartCanvas }) => ({ default: ChartCanvas }));
const loadHeatMap = () => import('../heat-map/HeatMap.tsx').then(({ HeatMap }) => ({ default: HeatMap }));
const ChartCanvas = lazy(loadChart);
const HeatMap = lazy(loadHeatMap);

export type FigureProps = {
  id: string;
  visualization: Visualization;
  data: Loaded<ResultData>;
  locale: string;
  scheme: 'light' | 'dark';
  onShowSql: () => void;
  onRetry: () => void;
};

/** One visualization with what it rests on, a table of the same rows, and the statement behind it. */
export function Figure({ id, visualization, data, locale, scheme, onShowSql, onRetry }: FigureProps) {
  const titleId = useId();
  const figure = useRef<HTMLElement>(null);
  const [asTable, setAsTable] = useState(false);
  const [tools, setTools] = useState<HTMLElement | null>(null);
  const isEmpty = data.state === 'ready' && data.value.rows.length === 0;
  const icon = isEmpty ? null : toChartIcon(visualization);
  const saveImage = async () => {
    const element = figure.current;
    if (!element || visualization.shape !== 'chart' || data.state !== 'ready') return;
    const { result, rows } = data.value;
    const { title } = visualization;
    const below = [...element.querySelectorAll('.chart-note')].map(({ textContent }) => textContent);
    const note = [...toFigureNote(result, locale), ...below];
    const drawing = element.querySelector('canvas, .heat-map');
    if (drawing instanceof HTMLCanvasElement) {
      const { drawUnpointed } = await import('../chart/ChartCanvas.tsx');
      drawUnpointed(drawing);
      return savePicture(element, title, note, drawing, drawing.width / drawing.clientWidth || 1);
    }
    if (!drawing) return;
    const { drawHeatMap } = await import('../heat-map/draw-heat-map.ts');
    const format = { locale, currency: result.scope.currency };
    const drawn = drawHeatMap(element, visualization, result.columns, rows, format);
    savePicture(element, title, note, drawn, 2);
  };

  const tryAgain = () => {
    // The button goes; the focus stays where it was.
    figure.current?.focus({ preventScroll: true });
    onRetry();
  };

  return (
    <figure className="figure" id={id} ref={figure} aria-labelledby={titleId} tabIndex={-1}>
      <figcaption className="figure-caption">
        <h3 id={titleId}>{visualization.title}</h3>
        {data.state === 'ready' && <FigureNote parts={toFigureNote(data.value.result, locale)} />}
      </figcaption>
      <div className="figure-tools" ref={setTools}>
        {icon && (
          <FigureButton
            icon={asTable ? icon : 'table'}
            label={asTable ? 'Show as chart' : 'Show as table'}
            onClick={() => setAsTable(!asTable)}
          />
        )}
        {visualization.shape === 'chart' && !asTable && !isEmpty && (
          <FigureButton icon="download" label="PNG" onClick={() => void saveImage()} />
        )}
        <FigureButton icon="database" label="Show SQL" onClick={onShowSql} />
      </div>
      <div className="figure-body">
        {data.state === 'loading' && (
          <div className="figure-skeleton" role="status" aria-label="Loading the data" />
        )}
        {data.state === 'failed' && (
          <div className="figure-failed" role="alert">
            <p>The data of this figure could not be loaded. {data.error.message}</p>
            <button type="button" className="button" onClick={tryAgain}>
              Try again
            </button>
          </div>
        )}
        {data.state === 'ready' && (
          <FigureBody
            visualization={visualization}
            data={data.value}
            asTable={asTable}
            locale={locale}
            scheme={scheme}
            tools={tools}
          />
        )}
      </div>
    </figure>
  );
}

type FigureBodyProps = {
  visualization: Visualization;
  data: ResultData;
  asTable: boolean;
  locale: string;
  scheme: 'light' | 'dark';
  tools: HTMLElement | null;
};

function FigureBody({ visualization, data, asTable, locale, scheme, tools }: FigureBodyProps) {
  const { result, rows } = data;
  const format = useMemo(
    (): FormatContext => ({ locale, currency: result.scope.currency, timeZone: result.scope.timeZone }),
    [locale, result.scope.currency, result.scope.timeZone],
  );
  // A heading may name the days of another period.
  const columns = useMemo(
    () =>
      // A card says itself which period it is of.
      nameCompared(result.columns, visualization.shape === 'metric' ? null : result.scope.period).map(
        (column) => ({ ...column, label: writeHeading(column.label, locale) }),
      ),
    [result, visualization.shape, locale],
  );

  if (rows.length === 0) return <p className="figure-empty">No rows match this question.</p>;
  if (visualization.shape === 'metric' && !asTable) {
    const metric = toMetric(visualization, columns, rows, format, result.scope.period);
    return metric ? (
      <MetricCard metric={metric} />
    ) : (
      <p className="figure-empty">There is no value to show.</p>
    );
  }
  if (visualization.shape === 'chart' && !asTable) {
    const isHeatMap = visualization.mark === 'heat_map';
    return (
      <WhenSeen load={isHeatMap ? loadHeatMap : loadChart}>
        {isHeatMap ? (
          <HeatMap chart={visualization} columns={columns} rows={rows} format={format} />
        ) : (
          <ChartCanvas
            chart={visualization}
            columns={columns}
            rows={rows}
            days={result.scope.period}
            format={format}
            scheme={scheme}
          />
        )}
      </WhenSeen>
    );
  }
  const picked =
    visualization.shape === 'table' ? pickColumns(visualization.columns, columns, rows) : { columns, rows };
  return (
    <DataTable
      label={visualization.title}
      columns={picked.columns}
      rows={picked.rows}
      rowsCut={result.rowsCut}
      format={format}
      tools={tools}
    />
  );
}

type FigureButtonProps = { icon: IconName; label: string; onClick: () => void };

/** In a narrow card the label is its tooltip. */
function FigureButton({ icon, label, onClick }: FigureButtonProps) {
  return (
    <button type="button" className="button" title={label} onClick={onClick}>
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
}

/** A line that breaks between its parts: a date stays whole. */
function FigureNote({ parts }: { parts: string[] }) {
  return (
    <p className="parts">
      {parts.map((part) => (
        <Fragment key={part}>
          <span className="part">{part}</span>{' '}
        </Fragment>
      ))}
    </p>
  );
}

/** What stands for a drawing that has a table of the same rows; null where there is none to switch to. */
function toChartIcon(visualization: Visualization): IconName | null {
  if (visualization.shape === 'chart') return visualization.mark;
  return visualization.shape === 'metric' && visualization.trend !== undefined ? 'metric' : null;
}

/** A drawing costs time: the charts of a long conversation are drawn as they are scrolled to, or printed, which waits for no file. */
function WhenSeen({ load, children }: { load: () => Promise<unknown>; children: ReactNode }) {
  useEffect(() => {
    // One that fails is said where it is to be drawn.
    load().catch(() => {});
  }, [load]);
  const place = useRef<HTMLDivElement>(null);
  const seen = useSeen(place);
  const outline = <div className="figure-skeleton" />;
  return <div ref={place}>{seen ? <Suspense fallback={outline}>{children}</Suspense> : outline}</div>;
}
