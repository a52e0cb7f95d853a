import type { Column } from '@tallyboard/contract';

/**
 * The columns with the period in the name of a figure that stands beside its own of another: "Revenue" beside "Revenue, September 2026"
 * is "Revenue, October 2026", where the result is of "October 2026 against September 2026".
 */
export function nameCompared(columns: Column[], period: { label: string } | null): Column[] {
  return columns.map((column) => {
    const own = `${column.label}, `;
    const other = columns.find(({ label }) => label.startsWith(own))?.label.slice(own.length);
    if (!period || other === undefined) return column;
    return { ...column, label: own + period.label.replace(` against ${other}`, '') };
  });
}
