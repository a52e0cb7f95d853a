import { type Cell, type Column, othersName } from '@tallyboard/contract';
import { isSummable } from './columns.ts';
import type { SemanticModel } from './model-schema.ts';

/** What is compared: measures, by the members of a dimension or in all. */
export type Compared = { measures: string[]; dimension: string | null };

/** What the columns are made of. `before` names the period that is compared with: "September 2026". */
export type ComparedColumns = Compared & { before: string; types: Map<string, Column['type']> };

/**
 * The columns of a comparison. For each measure: its value, the value before, the change, the change as a share of the value
 * before, and, where members add up, what each member's change contributed to the change of the total.
 */
export function toComparedColumns(
  { measures, dimension, before, types }: ComparedColumns,
  model: SemanticModel,
): Column[] {
  const columns: Column[] = [];
  if (dimension !== null) {
    const label = model.dimensions[dimension]?.label ?? dimension;
    const plain = { type: 'string', role: 'dimension', unit: 'none', summable: false } as const;
    columns.push({ name: dimension, label, ...plain });
  }
  for (const name of measures) {
    const measure = model.measures[name];
    if (measure === undefined) throw new Error(`The unknown measure ${name} was let through`);
    const { label, unit } = measure;
    const type = types.get(name) ?? 'number';
    const summable = addsUp(name, { measures, dimension }, model);
    const figure = { type, role: 'measure', unit, summable } as const;
    const share = { type: 'number', role: 'measure', unit: 'fraction' } as const;
    columns.push(
      { name, label, ...figure },
      { name: `${name}_before`, label: `${label}, ${before}`, ...figure },
      { name: `${name}_change`, label: `Change of ${label.toLowerCase()}`, ...figure },
      {
        name: `${name}_change_rate`,
        label: `Relative change of ${label.toLowerCase()}`,
        ...share,
        summable: false,
      },
    );
    if (dimension !== null && summable) {
      const words = `Contribution to the change of ${label.toLowerCase()}`;
      columns.push({ name: `${name}_contribution`, label: words, ...share, summable: true });
    }
  }
  return columns;
}

/**
 * Rows of a comparison, largest change of the first measure first.
 *
 * change = value - value before, in the measure's unit; relative change = change / value before; contribution = change / value
 * before of all members, so that contributions add up to the relative change of the total. Both are fractions, and null where the
 * value that they divide by is not above zero. Members beyond `limit` become one row, so that changes still add up to the change of
 * the total.
 *
 * Source: the contribution of a component to the growth of its aggregate, https://www.insee.fr/en/metadonnees/definition/c1207
 * @param rows the dimension's member, if there is one, then for each measure its value and the value before.
 */
export function toComparedRows(
  rows: Cell[][],
  compared: Compared,
  model: SemanticModel,
  limit: number | null,
): Cell[][] {
  const { measures, dimension } = compared;
  const offset = dimension === null ? 0 : 1;
  const adding = measures.map((name) => dimension !== null && addsUp(name, compared, model));
  const digits = measures.map((name) => (model.measures[name]?.unit === 'fraction' ? 12 : 6));
  const totals = measures.map((_, index) => sum(rows, offset + 2 * index + 1, digits[index]));
  const changeOf = (row: Cell[]) => Math.abs(Number(row[offset] ?? 0) - Number(row[offset + 1] ?? 0));
  const sorted = dimension === null ? rows : rows.toSorted((a, b) => changeOf(b) - changeOf(a));
  const isCut = limit !== null && sorted.length > limit + 1;
  const kept = isCut ? sorted.slice(0, limit) : sorted;
  const rest = isCut ? [toRest(sorted.slice(limit), adding, digits)] : [];
  return [...kept, ...rest].map((row) => [
    ...row.slice(0, offset),
    ...measures.flatMap((_, index) => {
      const at = offset + 2 * index;
      const figures = toFigures(row[at] ?? null, row[at + 1] ?? null, digits[index]);
      const change = figures[2];
      if (adding[index] !== true) return figures;
      const total = totals[index] ?? 0;
      return [...figures, typeof change === 'number' && total > 0 ? change / total : null];
    }),
  ]);
}

function addsUp(name: string, { measures, dimension }: Compared, model: SemanticModel): boolean {
  const measure = model.measures[name];
  const dimensions = dimension === null ? [] : [dimension];
  return measure !== undefined && isSummable(measure, { grain: null, dimensions, measures });
}

function toFigures(now: Cell, before: Cell, digits?: number): Cell[] {
  if (typeof now !== 'number' || typeof before !== 'number') return [now, before, null, null];
  const change = toDecimal(now - before, digits);
  return [now, before, change, before > 0 ? change / before : null];
}

/** Members that add up, as one; null for figures that do not add up. */
function toRest(rows: Cell[][], adding: boolean[], digits: number[]): Cell[] {
  const figures = adding.flatMap((adds, index) =>
    adds ? [sum(rows, 1 + 2 * index, digits[index]), sum(rows, 2 + 2 * index, digits[index])] : [null, null],
  );
  return [othersName, ...figures];
}

function sum(rows: Cell[][], index: number, digits?: number): number {
  return toDecimal(
    rows.reduce((total, row) => total + Number(row[index] ?? 0), 0),
    digits,
  );
}

/** Amounts have six decimals; what floating point adds to them is no figure. Shares have more. */
function toDecimal(value: number, digits = 6): number {
  return Number(value.toFixed(digits));
}
