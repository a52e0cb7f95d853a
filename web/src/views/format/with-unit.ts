import { type Column, withUnit } from '@tallyboard/contract';

/** A name over figures that do not say what they count. */
export function toHeading({ label, unit }: Column): string {
  return unit === 'units' || unit === 'days' ? withUnit(label, unit) : label;
}
