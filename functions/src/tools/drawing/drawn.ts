import type { Chart, Column, Rows, Visualization } from '@tallyboard/contract';

/** What every visualization has. */
export type Shared = Pick<Visualization, 'id' | 'title' | 'resultId'>;

/** A visualization without its id, or why the result cannot be drawn so and what would work. */
export type Drawn =
  | { toVisualization: (shared: Shared) => Visualization }
  | { problem: string; hint: string };

export type Drawable = { columns: Column[]; rows: Rows };

export function toChart(parts: Omit<Chart, keyof Shared | 'shape'>): Drawn {
  return { toVisualization: (shared) => ({ ...shared, shape: 'chart', ...parts }) };
}

export function refuse(problem: string, hint: string): Drawn {
  return { problem, hint };
}

export function isFigure(column: Column): boolean {
  return column.type === 'integer' || column.type === 'number';
}

export function dimensionsOf(columns: Column[]): Column[] {
  return columns.filter(({ role }) => role === 'dimension');
}

/** Measures that stand for themselves: not the ends of an interval (`lower_80`, `upper_80`) around another. */
export function measuresOf(columns: Column[]): Column[] {
  return columns.filter((column) => column.role === 'measure' && isFigure(column) && !isBound(column));
}

function isBound({ name }: Column): boolean {
  return /^(lower|upper)_\d+$/.test(name);
}

/** The names of columns for a hint, or what to do where there are none. */
export function listNames(columns: Column[], none: string): string {
  return columns.map(({ name }) => name).join(', ') || none;
}

/** The figures of a column; cells without one are left out. */
export function figuresOf({ columns, rows }: Drawable, name: string): number[] {
  const index = columns.findIndex((column) => column.name === name);
  return rows.map((row) => row[index]).filter((cell) => typeof cell === 'number');
}

/** A cell of each row by column name. */
export function cellsOf({ columns, rows }: Drawable, name: string) {
  const index = columns.findIndex((column) => column.name === name);
  return rows.map((row) => row[index] ?? null);
}
