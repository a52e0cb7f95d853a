import type { Column } from '@tallyboard/contract';

/** "On hand (units)", but "Units sold" and "Days of cover", which say it themselves. */
export function withUnit(name: string, unit: string): string {
  const isSaid = unit === '' || name.toLowerCase().split(/\W/).includes(unit);
  return isSaid ? name : `${name} (${unit})`;
}

/** A name over figures that do not say what they count. */
export function toHeading({ label, unit }: Column): string {
  return unit === 'units' || unit === 'days' ? withUnit(label, unit) : label;
}
