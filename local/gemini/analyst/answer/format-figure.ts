import type { Cell, ResultColumn } from '../conversation/read-steps.ts';
import { type Grain, nameUnit } from '../time/calendar.ts';

/** A cell as it stands in an answer: whole currency from a thousand on, percent with one decimal. */
export function formatCell(value: Cell | undefined, column: ResultColumn, currency: string): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value !== 'number') {
    const number = column.type === 'number' || column.type === 'integer' ? Number(value) : Number.NaN;
    return Number.isNaN(number) || value === '' ? String(value) : formatFigure(number, column.unit, currency);
  }
  return formatFigure(value, column.unit, currency);
}

/** Below zero it has the minus sign that charts have, and no hyphen: "−$1.36". */
export function formatFigure(value: number, unit: ResultColumn['unit'], currency: string): string {
  return toFigure(value, unit, currency).replace('-', '−');
}

function toFigure(value: number, unit: ResultColumn['unit'], currency: string): string {
  if (unit === 'fraction') return formatPercent(value);
  if (unit === 'currency') {
    const digits = Math.abs(value) >= 1000 ? 0 : 2;
    return value.toLocaleString('en-US', {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  }
  const text = value.toLocaleString('en-US', {
    maximumFractionDigits: Number.isInteger(value) || Math.abs(value) >= 1000 ? 0 : 1,
  });
  if (unit === 'days') return `${text} ${value === 1 ? 'day' : 'days'}`;
  return text;
}

export function formatPercent(fraction: number): string {
  const percent = (fraction * 100).toLocaleString('en-US', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return `${percent.replace('-', '−')}%`;
}

/** "Sep 2026" in full, "Q3 2026", "week of 5 October 2026": a bucket of a time column. */
export function nameBucket(value: Cell | undefined, grain: Grain): string {
  const text = String(value ?? '');
  return /^\d{4}-\d{2}-\d{2}/.test(text) ? nameUnit(text.slice(0, 10), grain) : text;
}

/** A text with a capital at its beginning. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function joinNames(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** A name out of the data, made harmless for Markdown: no markup, no links, written out or bare. */
export function plain(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replaceAll('://', ': //')
    .replace(/\bwww\./gi, 'www. ')
    .replace(/([\\`*_[\]<>|~])/g, '\\$1')
    .replace(/^([#>+-])/, '\\$1')
    .trim();
}
