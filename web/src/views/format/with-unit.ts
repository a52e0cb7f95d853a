/** "On hand (units)", but "Units sold" and "Days of cover", which say it themselves. */
export function withUnit(name: string, unit: string): string {
  const isSaid = unit === '' || name.toLowerCase().split(/\W/).includes(unit);
  return isSaid ? name : `${name} (${unit})`;
}
