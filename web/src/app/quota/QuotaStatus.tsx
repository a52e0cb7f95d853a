import type { QueryUsage } from '@tallyboard/contract';
import type { Live, Loaded } from '../../live/live.ts';
import { useLive } from '../../live/use-live.ts';
import { useNow } from '../../live/use-now.ts';
import { formatMinuteFrom } from '../../views/format/format-minute-from.ts';
import { numberFormat } from '../../views/format/intl.ts';
import { toQuota } from './to-quota.ts';

type QuotaStatusProps = { usage: Live<Loaded<QueryUsage | null>>; queriesPerHour: number; locale: string };

/** How many questions are left in this hour, live. */
export function QuotaStatus({ usage, queriesPerHour, locale }: QuotaStatusProps) {
  const loaded = useLive(usage);
  const now = useNow(10_000);
  return (
    <div className="quota" role="status" aria-label="Queries left this hour">
      {toText(loaded, queriesPerHour, now, locale)}
    </div>
  );
}

function toText(
  loaded: Loaded<QueryUsage | null>,
  queriesPerHour: number,
  now: Date,
  locale: string,
): string {
  if (loaded.state === 'loading') return '…';
  if (loaded.state === 'failed') return 'Queries left: unknown';
  // The document is written with the first question.
  const usage = loaded.value ?? { limit: queriesPerHour, windowMs: 3_600_000, askedAt: [] };
  const { left, limit, freeAt } = toQuota(usage, now);
  const count = (value: number) => numberFormat(locale, {}).format(value);
  if (!freeAt) return `${count(left)} of ${count(limit)} queries left this hour`;
  return `0 of ${count(limit)} queries left, next at ${formatMinuteFrom(freeAt, locale)}`;
}
