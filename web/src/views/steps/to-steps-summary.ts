import type { Step } from '@tallyboard/contract';
import { formatCount } from '../format/format-amount.ts';
import { toBytesText, toStepDetail } from './to-step-detail.ts';

/** All steps in one line: the only read with its detail, or how many reads with their rows and bytes together. */
export function toStepsSummary(steps: Step[], locale: string): string {
  const reads = steps.filter((step) => step.rows !== null || step.bytes !== null);
  const [first] = reads;
  if (first && reads.length === 1) return `${first.title} · ${toStepDetail(first, locale)}`;
  if (!first) return toOtherSummary(steps, locale);
  const rows = reads.reduce((sum, step) => sum + (step.rows ?? 0), 0);
  const bytes = reads.reduce((sum, step) => sum + (step.bytes ?? 0), 0);
  return `${formatCount(reads.length, 'read', 'reads', locale)}: ${formatCount(rows, 'row', 'rows', locale)}, ${toBytesText(bytes, locale)}`;
}

/** Steps that read nothing: what was wrong counts, how long they took does not. */
function toOtherSummary(steps: Step[], locale: string): string {
  const failed = steps.filter(({ status }) => status === 'failed');
  const [only] = steps;
  if (only && steps.length === 1) {
    return failed.length === 1 ? `${only.title} · ${toStepDetail(only, locale)}` : only.title;
  }
  const count = formatCount(steps.length, 'step', 'steps', locale);
  return failed.length === 0 ? count : `${count}, ${failed.length} failed`;
}
