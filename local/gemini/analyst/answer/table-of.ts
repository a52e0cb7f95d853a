import type { Cell, ResultColumn, ToolResult } from '../conversation/read-steps.ts';
import { plain } from './format-figure.ts';

/** A result with its columns sorted by what they are. */
export type Table = {
  result: ToolResult;
  time: ResultColumn | null;
  dimensions: ResultColumn[];
  measures: ResultColumn[];
  /** Whether the rows here are all rows that there are. */
  complete: boolean;
  cell: (row: Cell[], column: ResultColumn) => Cell | undefined;
  number: (row: Cell[], column: ResultColumn) => number;
};

export function tableOf(result: ToolResult): Table {
  const places = new Map(result.columns.map((column, index) => [column.name, index]));
  const cell = (row: Cell[], column: ResultColumn) => row[places.get(column.name) ?? -1];
  const time = result.columns.find((column) => column.grain !== undefined) ?? null;
  return {
    result,
    time,
    dimensions: result.columns.filter((column) => column.role === 'dimension' && column !== time),
    measures: result.columns.filter((column) => column.role === 'measure'),
    complete: result.rowsCut === 0 && result.rowCount === result.rows.length,
    cell,
    number: (row, column) => Number(cell(row, column) ?? 0),
  };
}

export function total(table: Table, column: ResultColumn, rows = table.result.rows): number {
  return rows.reduce((sum, row) => sum + table.number(row, column), 0);
}

/** A sum over nothing is zero, a rate or a mean is not there. */
export function hasFigure(table: Table, row: Cell[], measure: ResultColumn): boolean {
  return measure.summable || typeof table.cell(row, measure) === 'number';
}

/** Who or what a row is of, by all that it is split by: "Tools, East". */
export function memberOf({ dimensions, cell }: Pick<Table, 'dimensions' | 'cell'>, row: Cell[]): string {
  return dimensions.map((column) => plain(String(cell(row, column) ?? ''))).join(', ');
}

/** Rows by who or what they are of, in order of first appearance. */
export function groupMembers(table: Table): Map<string, Cell[][]> {
  return Map.groupBy(table.result.rows, (row) => memberOf(table, row));
}

/** Rows by the value of a column, in order of first appearance. */
export function groupRows(table: Table, column: ResultColumn): Map<string, Cell[][]> {
  const groups = new Map<string, Cell[][]>();
  for (const row of table.result.rows) {
    const key = String(table.cell(row, column) ?? '');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}
