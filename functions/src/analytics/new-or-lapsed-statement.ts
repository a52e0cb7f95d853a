import type { Statement } from '../warehouse/warehouse.ts';
import { bind } from './bind.ts';
import { bindNamed, toScope } from './compile.ts';
import { toCondition, toLabel } from './conditions.ts';
import { toDays } from './days.ts';
import { toJoinLines, toJoinNames } from './joins.ts';
import { toMeasure } from './measure-expressions.ts';
import type { SemanticModel } from './model-schema.ts';
import type { AnalyticsRequest } from './request.ts';

/** Members that are new in a period, or that have lapsed in it. */
export type NewOrLapsed = Pick<
  AnalyticsRequest,
  'filters' | 'access' | 'period' | 'asOf' | 'fiscalYearStartMonth'
> & {
  which: 'new' | 'lapsed';
  dimension: string;
  /** The days before that are looked at. */
  before: AnalyticsRequest['period'];
};

/**
 * One row per member of a dimension of sales, most revenue first: member, first or last day of an order, orders, revenue.
 *
 * *New* are members with an order in the period and none in the days before; the figures are those of the period, the day is
 * that of the first order in it. *Lapsed* are members with an order in the days before and none in the period; the figures are
 * those of the days before, the day is that of the last order in them. A return is no order. Sales without a member are left out.
 */
export function compileNewOrLapsed(request: NewOrLapsed, sales: SemanticModel): Statement {
  const { which, dimension: name, period, before, filters, access } = request;
  const dimension = sales.dimensions[name];
  if (dimension === undefined) throw new Error(`The unknown dimension ${name} was let through`);
  const parameters: Statement['parameters'] = {};
  const scope = toScope({ period, compareTo: before, access }, sales, parameters);
  const conditions = filters.map((filter, index) =>
    toCondition(filter, sales, (parameter) => bind(parameters, `filter_${index + 1}`, parameter)),
  );
  const full: AnalyticsRequest = {
    ...request,
    measures: ['orders', 'revenue'],
    dimensions: [name],
    grain: null,
    compareTo: before,
    orderBy: null,
    limit: null,
  };
  const day = `${sales.fact}.${sales.time}`;
  const inPeriod = `${day} BETWEEN @start_date AND @end_date`;
  const inBefore = `${day} BETWEEN @compare_start AND @compare_end`;
  const [own, other] = which === 'new' ? [inPeriod, inBefore] : [inBefore, inPeriod];
  const measure = (measureName: string, within: string) =>
    toMeasure(measureName, sales, { days: toDays(full, sales), bucket: null, groups: [], within });
  const isOrder = `(${sales.fact}.line_type = 'sale') AND (${own})`;
  const key = dimension.key ?? dimension.name;
  const sql = `SELECT
  ${toLabel(dimension)} AS ${name},
  ${which === 'new' ? 'MIN' : 'MAX'}(IF(${isOrder}, ${day}, NULL)) AS order_day,
  ${measure('orders', own)} AS orders,
  ${measure('revenue', own)} AS revenue
FROM ${sales.fact}
${[...toJoinLines(toJoinNames(full, sales), sales), `WHERE ${[...scope, `${key} IS NOT NULL`, ...conditions].join('\n  AND ')}`].join('\n')}
GROUP BY 1${dimension.key === undefined ? '' : `, ${dimension.key}`}
HAVING ${measure('orders', own)} > 0 AND ${measure('orders', other)} = 0
ORDER BY revenue DESC, ${name}`;
  bindNamed(sql, full, parameters);
  return { sql, parameters };
}
