import { Sparkline } from './Sparkline.tsx';
import type { MetricText } from './to-metric.ts';
import './metric.css';

export function MetricCard({ metric }: { metric: MetricText }) {
  return (
    <div className="metric">
      <p className="metric-label">{metric.label}</p>
      <div className="metric-row">
        <p className="metric-value">{metric.value}</p>
        {metric.trend && <Sparkline values={metric.trend.values} label={metric.trend.label} />}
      </div>
      {metric.comparison && (
        <p className="metric-change" data-direction={metric.comparison.direction}>
          {metric.comparison.text}
        </p>
      )}
    </div>
  );
}
