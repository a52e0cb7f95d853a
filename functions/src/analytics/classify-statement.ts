import type { Parameter, Statement } from '../warehouse/warehouse.ts';
import { bind } from './bind.ts';
import { bindNamed, toScope } from './compile.ts';
import { toCondition } from './conditions.ts';
import { noDays } from './days.ts';
import { toJoinLines } from './joins.ts';
import { toMeasure } from './measure-expressions.ts';
import type { SemanticModel } from './model-schema.ts';
import type { Period } from './period.ts';
import type { AnalyticsRequest } from './request.ts';

export type ClassifyRequest = Pick<
  AnalyticsRequest,
  'filters' | 'access' | 'asOf' | 'fiscalYearStartMonth'
> & {
  /** Whole months. */
  period: Period;
  /** An additive measure of sales. */
  value: string;
};

/** One row per product sold in the period: its value, and the sums over its months that variability is computed from. */
export function compileClassify(request: ClassifyRequest, sales: SemanticModel): Statement {
  const { period, value, filters, access } = request;
  const parameters: Record<string, Parameter> = {};
  const scope = toScope({ period, access }, sales, parameters);
  const conditions = filters.map((filter, index) =>
    toCondition(filter, sales, (parameter) => bind(parameters, `filter_${index + 1}`, parameter)),
  );
  const measure = sales.measures[value];
  const joins = toJoinLines(
    [
      ...filters.flatMap(({ dimension }) => sales.dimensions[dimension]?.join ?? []),
      ...(measure !== undefined && 'aggregate' in measure ? (measure.join ?? []) : []),
    ],
    sales,
  );
  const context = {
    days: noDays,
    bucket: null,
    groups: [],
    within: null,
  };
  const sql = `WITH monthly AS (
  SELECT
    sales_lines.product_id,
    DATE_TRUNC(sales_lines.order_date, MONTH) AS month,
    ${toMeasure(value, sales, context)} AS value,
    SUM(IF(sales_lines.line_type = 'sale', sales_lines.quantity, 0)) AS units
  FROM sales_lines
${[...joins.map((join) => `  ${join}`), `  WHERE ${[...scope, ...conditions].join('\n    AND ')}`].join('\n')}
  GROUP BY 1, 2
),
summed AS (
  SELECT
    product_id,
    SUM(value) AS value,
    SUM(units) AS units,
    SUM(units * units) AS squares,
    COUNTIF(units > 0) AS months_sold,
    MIN(month) AS first_month
  FROM monthly
  GROUP BY 1
)
SELECT
  COALESCE(products.name, 'Unknown product') AS product,
  COALESCE(products.sku, 'Unknown SKU') AS sku,
  COALESCE(products.category, 'No category') AS category,
  summed.value,
  summed.units,
  summed.squares,
  summed.months_sold,
  summed.first_month,
  products.launched_on
FROM summed
LEFT JOIN products ON products.product_id = summed.product_id
ORDER BY summed.value DESC, summed.product_id`;
  bindNamed(sql, request, parameters);
  return { sql, parameters };
}
