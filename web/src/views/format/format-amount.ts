import { numberFormat } from './intl.ts';

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Bytes in decimal units, as BigQuery bills them: 10485760 is "10 MB", which no line breaks in two. */
export function formatBytes(bytes: number, locale: string): string {
  let value = bytes;
  let index = 0;
  while (value >= 1000 && index < byteUnits.length - 1) {
    value /= 1000;
    index += 1;
  }
  const unit = byteUnits[index] ?? 'byte';
  const maximumFractionDigits = value < 10 && index > 0 ? 1 : 0;
  return numberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits,
  })
    .format(value)
    .replace(' ', '\u00a0');
}

/** A price in US dollars; what rounds to nothing is "under $0.01". */
export function formatPrice(usd: number, locale: string): string {
  const format = numberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
  });
  if (usd > 0 && usd < 0.005) return `under ${format.format(0.01)}`;
  return format.format(usd);
}

export function formatCount(count: number, one: string, many: string, locale: string): string {
  return `${numberFormat(locale, {}).format(count)} ${count === 1 ? one : many}`;
}

/** "40 ms", "3.2 s", "31 s": the signs of the SI with their space, which Intl has in no length of its English units. */
export function formatDuration(milliseconds: number, locale: string): string {
  const format = (value: number, sign: string, maximumFractionDigits: number) =>
    `${numberFormat(locale, { maximumFractionDigits }).format(value)}\u00a0${sign}`;
  if (milliseconds < 1000) return format(Math.max(0, milliseconds), 'ms', 0);
  return format(milliseconds / 1000, 's', milliseconds < 10_000 ? 1 : 0);
}
