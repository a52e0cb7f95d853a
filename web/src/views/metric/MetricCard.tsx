import type { MetricText } from './to-metric.ts';
import './metric.css';

export function MetricCard({ metric }: { metric: MetricText }) {
  return (
    <div className="metric">
      <p className="metric-label">{metric.label}</p>
      <p className="metric-value">{metric.value}</p>
      {metric.comparison && (
        <p className="metric-change" data-direction={metric.comparison.direction}>
          {metric.comparison.text}
        </p>
      )}
    </div>
  );
}
