import type { Chart, Column } from '@tallyboard/contract';

/**
 * What a result expects after its last known values, by the names of its columns: `forecast`, and its intervals as
 * `lower_80` and `upper_80`, narrowest first. Undefined where there is none.
 */
export function findProjection(columns: Column[]): Chart['projection'] {
  const names = columns.map(({ name }) => name);
  if (!names.includes('forecast')) return undefined;
  const levels = names.flatMap((name) => {
    const level = /^lower_(\d+)$/.exec(name)?.[1];
    return level !== undefined && names.includes(`upper_${level}`) ? [Number(level)] : [];
  });
  const intervals = levels
    .toSorted((a, b) => a - b)
    .slice(0, 2)
    .map((level) => ({ lower: `lower_${level}`, upper: `upper_${level}` }));
  return { value: 'forecast', intervals };
}
