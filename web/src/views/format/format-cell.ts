import type { Cell, Column } from '@tallyboard/contract';
import { formatPeriod } from './format-period.ts';
import { dateFormat, numberFormat } from './intl.ts';

/** How figures are written: a BCP 47 locale, the ISO 4217 code that currency columns are in, the zone of moments, else that of the browser. */
export type FormatContext = { locale: string; currency: string; timeZone?: string };
export type Unit = Column['unit'];

const day = /^\d{4}-\d\d-\d\d$/;

/** A cell as a person reads it in a table: full precision of its unit. Null is an en dash. */
export function formatCell(
  cell: Cell,
  column: Pick<Column, 'type' | 'unit' | 'grain'>,
  context: FormatContext,
): string {
  if (cell === null) return '–';
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No';
  if (typeof cell === 'number') return formatNumber(cell, column, context);
  if (column.type === 'date' || day.test(cell))
    return formatPeriod(cell, column.grain ?? 'day', context.locale);
  if (column.type === 'timestamp') return formatMoment(cell, context);
  return cell;
}

/**
 * A short form for axes: "$1.2M", "34k", "12 %". A minus is a minus sign here; in a table it is a hyphen, which a spreadsheet
 * that it is pasted into reads.
 */
export function formatCompact(value: number, unit: Unit, context: FormatContext): string {
  return formatShort(value, unit, context, 0).replace('-', '\u2212');
}

/** The short form of values that stand beside each other: "$2.70M" beside "$2.81M", "20.0%" beside "20.8%". */
export function formatLabel(value: number, unit: Unit, context: FormatContext): string {
  return formatShort(value, unit, context, 1).replace('-', '\u2212');
}

function formatShort(value: number, unit: Unit, context: FormatContext, decimals: 0 | 1): string {
  if (unit === 'fraction') {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: 1 };
    return numberFormat(context.locale, { style: 'percent', ...digits }).format(value);
  }
  const small = Math.abs(value) < 1000;
  const digits = small
    ? { maximumFractionDigits: 1 }
    : { maximumSignificantDigits: 3, ...(decimals > 0 && { minimumSignificantDigits: 3 }) };
  return numberFormat(context.locale, {
    notation: 'compact',
    ...digits,
    ...(unit === 'currency' && {
      style: 'currency',
      currency: context.currency,
      currencyDisplay: 'narrowSymbol',
      ...(small && toCents(value)),
    }),
  }).format(value);
}

/** Money has two decimals or none: "$894", "$12.50", "$12"; never "$12.5". */
function toCents(value: number): Intl.NumberFormatOptions {
  if (Math.abs(value) >= 100) return { maximumFractionDigits: 0 };
  return { minimumFractionDigits: 2, maximumFractionDigits: 2, trailingZeroDisplay: 'stripIfInteger' };
}

function formatNumber(
  value: number,
  column: Pick<Column, 'type' | 'unit'>,
  { locale, currency }: FormatContext,
): string {
  switch (column.unit) {
    case 'currency':
      return numberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(
        value,
      );
    case 'fraction':
      return numberFormat(locale, {
        style: 'percent',
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      }).format(value);
    case 'days':
      return numberFormat(locale, { maximumFractionDigits: 1 }).format(value);
    default:
      return numberFormat(locale, { maximumFractionDigits: column.type === 'integer' ? 0 : 2 }).format(value);
  }
}

function formatMoment(iso: string, { locale, timeZone }: FormatContext): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  const zone = timeZone === undefined ? {} : { timeZone };
  return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone }).format(moment);
}
