import type { Step } from '@tallyboard/contract';
import { formatBytes, formatCount, formatDuration, formatPrice } from '../format/format-amount.ts';

/** What a step came to: "36 rows, 10 MB, 0.4s, under $0.01"; what was wrong where it failed; empty while it runs. */
export function toStepDetail(step: Step, locale: string): string {
  if (step.status === 'failed') return step.message ?? 'Failed';
  const parts: string[] = [];
  if (step.rows !== null) parts.push(formatCount(step.rows, 'row', 'rows', locale));
  if (step.bytes !== null) parts.push(toBytesText(step.bytes, locale));
  if (step.finishedAt)
    parts.push(formatDuration(step.finishedAt.getTime() - step.startedAt.getTime(), locale));
  // A price that rounds to nothing would only be noise here; the answer's last line has the sum.
  if (step.priceUsd !== null && step.priceUsd >= 0.01) parts.push(formatPrice(step.priceUsd, locale));
  return parts.join(', ');
}

/** A read of no bytes was answered from BigQuery's cache. */
export function toBytesText(bytes: number, locale: string): string {
  return bytes === 0 ? 'cached' : formatBytes(bytes, locale);
}
