import type { Parameter } from '../warehouse/warehouse.ts';
import { bind } from './bind.ts';
import type { MeasureCondition } from './request.ts';

/** What is kept of the rows of a finished query, whose columns are named as `by` and `measure` name them. */
export type Kept = {
  /** Rows from this period on: a condition. */
  from: string | null;
  having: MeasureCondition[];
  /** The first `limit` of each member of `column`, in an order of the other columns. */
  perGroup: { column: string; order: string[]; limit: number } | null;
  /** Columns that only order the rows. */
  hidden: string[];
};

/** Lines of a query around a query. Window functions, and names that a table also has, mean what they say only from outside. */
export function toNarrowed(
  lines: string[],
  { from, having, perGroup, hidden }: Kept,
  parameters: Record<string, Parameter>,
): string[] {
  const conditions = having.map(({ measure, op, value }, index) => {
    const bound = bind(parameters, `having_${index + 1}`, { type: 'FLOAT64', value });
    return `${measure} ${operators[op]} ${bound}`;
  });
  const where = [...(from === null ? [] : [from]), ...conditions];
  const except = hidden.length === 0 ? '' : ` EXCEPT (${hidden.join(', ')})`;
  return [
    `SELECT *${except}`,
    'FROM (',
    ...lines.map(indent),
    ')',
    // QUALIFY asks for a WHERE beside it.
    ...(where.length === 0 && perGroup === null
      ? []
      : [`WHERE ${where.length === 0 ? 'TRUE' : where.join(' AND ')}`]),
    ...(perGroup === null ? [] : [toQualify(perGroup, parameters)]),
  ];
}

const operators = { above: '>', below: '<', at_least: '>=', at_most: '<=' } as const;

function toQualify(
  { column, order, limit }: NonNullable<Kept['perGroup']>,
  parameters: Record<string, Parameter>,
): string {
  const bound = bind(parameters, 'limit', { type: 'INT64', value: limit });
  return `QUALIFY ROW_NUMBER() OVER (PARTITION BY ${column} ORDER BY ${order.join(', ')}) <= ${bound}`;
}

function indent(line: string): string {
  return line
    .split('\n')
    .map((each) => `  ${each}`)
    .join('\n');
}
