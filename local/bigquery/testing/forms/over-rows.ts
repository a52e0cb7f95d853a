import type { Form } from './form.ts';

/** Four rows of k, v and s. */
export const rows = `(SELECT 1 AS k, 5 AS v, 'b' AS s UNION ALL SELECT 1, 7, 'a' UNION ALL SELECT 2, NULL, 'c' UNION ALL SELECT 2, 5, 'a')`;

/** Over `rows`. */
export const aggregateForms: Form[] = [
  ['COUNT(*)', 4],
  ['COUNT(v)', 3],
  ['COUNT(DISTINCT v)', 2],
  ['COUNTIF(v > 5)', 1],
  ['SUM(v)', 17],
  ['SUM(DISTINCT v)', 12],
  ["SUM(NUMERIC '0.1')", '0.4'],
  ['SUM(IF(FALSE, v, NULL))', null],
  ['AVG(v)', 17 / 3],
  ['AVG(CAST(v AS NUMERIC))', '5.666666667'],
  ['AVG(IF(FALSE, CAST(v AS NUMERIC), NULL))', null],
  ['MIN(s)', 'a'],
  ['MAX(v)', 7],
  ['ANY_VALUE(k) IN (1, 2)', true],
  ['ANY_VALUE(s HAVING MAX v)', 'a'],
  ['ANY_VALUE(v HAVING MIN k) IN (5, 7)', true],
  ['MAX_BY(s, v)', 'a'],
  ['MIN_BY(v, s || CAST(k AS STRING))', 7],
  ['LOGICAL_AND(v > 4)', true],
  ['LOGICAL_OR(v > 6)', true],
  ['ROUND(STDDEV_SAMP(v), 6)', 1.154701],
  ['ROUND(STDDEV(v), 6)', 1.154701],
  ['ROUND(STDDEV_POP(v), 6)', 0.942809],
  ['ROUND(VAR_SAMP(v), 6)', 1.333333],
  ['ROUND(VARIANCE(v), 6)', 1.333333],
  ['ROUND(VAR_POP(v), 6)', 0.888889],
  ['ROUND(CORR(k, v), 6)', -0.5],
  ['ROUND(COVAR_SAMP(k, v), 6)', -0.333333],
  ['ROUND(COVAR_POP(k, v), 6)', -0.222222],
  ["STRING_AGG(s, '-' ORDER BY s, k)", 'a-a-b-c'],
  ['STRING_AGG(DISTINCT s ORDER BY s DESC)', 'c,b,a'],
  ['ARRAY_AGG(v IGNORE NULLS ORDER BY v DESC LIMIT 2)', [7, 5]],
  ['ARRAY_AGG(DISTINCT s ORDER BY s)', ['a', 'b', 'c']],
  ['APPROX_COUNT_DISTINCT(v)', 2],
];

/** Over `rows` with `WINDOW w AS (PARTITION BY k)`; the answers are in the order k, s: (1, a, 7), (1, b, 5), (2, a, 5), (2, c, NULL). */
export const windowForms: Form[] = [
  ['ROW_NUMBER() OVER (ORDER BY k, s)', [1, 2, 3, 4]],
  ['RANK() OVER (ORDER BY v)', [4, 2, 2, 1]],
  ['DENSE_RANK() OVER (ORDER BY v DESC)', [1, 2, 2, 3]],
  ['PERCENT_RANK() OVER (ORDER BY k)', [0, 0, 2 / 3, 2 / 3]],
  ['CUME_DIST() OVER (ORDER BY k)', [0.5, 0.5, 1, 1]],
  ['NTILE(3) OVER (ORDER BY k, s)', [1, 1, 2, 3]],
  ['LAG(v) OVER (ORDER BY k, s)', [null, 7, 5, 5]],
  ['LEAD(v, 2, 0) OVER (ORDER BY k, s)', [5, null, 0, 0]],
  ['FIRST_VALUE(s) OVER (PARTITION BY k ORDER BY s DESC)', ['b', 'b', 'c', 'c']],
  ['LAST_VALUE(s) OVER (PARTITION BY k ORDER BY s)', ['a', 'b', 'a', 'c']],
  [
    'LAST_VALUE(v IGNORE NULLS) OVER (ORDER BY k, s ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)',
    [5, 5, 5, 5],
  ],
  ['SUM(v) OVER (ORDER BY k, s)', [7, 12, 17, 17]],
  ['SUM(v) OVER (ORDER BY k)', [12, 12, 17, 17]],
  ['SUM(v) OVER (ORDER BY k, s ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)', [7, 12, 10, 5]],
  ['AVG(CAST(v AS NUMERIC)) OVER (PARTITION BY k)', ['6', '6', '5', '5']],
  ['COUNT(*) OVER ()', [4, 4, 4, 4]],
  ['PERCENTILE_CONT(v, 0.5) OVER (PARTITION BY k)', [6, 6, 5, 5]],
  ['MAX(v) OVER w', [7, 7, 5, 5]],
];
