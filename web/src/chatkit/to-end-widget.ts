import type { Feedback, Turn } from '@tallyboard/contract';
import { formatBytes, formatCount, formatDuration, formatPrice } from '../views/format/format-amount.ts';
import type { WidgetNode } from './protocol/items.ts';
import { toErrorText } from './to-error-text.ts';

/** How a turn ended: what went wrong and what to do about it, and which model answered at what cost. */
export function toEndWidget(turn: Turn, locale: string): WidgetNode {
  const children: WidgetNode[] = [];
  if (turn.status === 'failed') {
    const message = turn.error
      ? toErrorText(turn.error, turn.finishedAt ?? turn.askedAt, locale)
      : 'The answer failed.';
    children.push(toNotice('alert', message, 'danger', turn.turnId, 'Try again'));
  }
  if (turn.status === 'cancelled') {
    const kept =
      turn.text === '' ? 'Stopped before there was an answer.' : 'Stopped. What had been written is kept.';
    children.push(toNotice('stop', kept, 'secondary', turn.turnId, 'Ask again'));
  }
  const captions = [...toUsageParts(turn, locale), ...(turn.feedback ? [toFeedbackText(turn.feedback)] : [])];
  if (captions.length > 0) {
    const parts = captions.map((value): WidgetNode => ({ type: 'Caption', value }));
    children.push({ type: 'Row', wrap: 'wrap', children: parts });
  }
  return { type: 'Basic', children };
}

function toFeedbackText({ kind, reason }: Feedback): string {
  const said = kind === 'positive' ? 'You found this helpful' : 'You found this not helpful';
  return reason ? `${said}: ${reason}` : said;
}

function toNotice(icon: string, message: string, color: string, turnId: string, label: string): WidgetNode {
  return {
    type: 'Row',
    wrap: 'nowrap',
    children: [
      { type: 'Icon', name: icon, color },
      { type: 'Text', value: message, color },
      {
        type: 'Button',
        label,
        variant: 'outline',
        onClickAction: { type: 'turn.retry', payload: { turnId } },
      },
    ],
  };
}

function toUsageParts({ usage, status, askedAt, finishedAt }: Turn, locale: string): string[] {
  if (!usage) return [];
  const parts = [`${status === 'completed' ? 'Answered by' : 'Asked'} ${usage.model}`];
  if (finishedAt) parts.push(formatDuration(finishedAt.getTime() - askedAt.getTime(), locale));
  if (usage.bytesProcessed > 0) {
    // The price of the reads alone: what the model costs is not known here.
    const price = usage.priceUsd > 0 ? ` for ${formatPrice(usage.priceUsd, locale)}` : '';
    parts.push(`${formatBytes(usage.bytesProcessed, locale)} read${price}`);
  }
  const tokens = usage.inputTokens + usage.outputTokens + usage.thoughtTokens;
  if (tokens > 0) parts.push(formatCount(tokens, 'token', 'tokens', locale));
  return parts;
}
