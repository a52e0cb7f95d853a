import { readModels } from '../read-models.ts';
import type { AnalyticsRequest } from '../request.ts';

export const models = await readModels(new URL('../../../../bigquery/models/', import.meta.url));

const lastThreeMonths = { start: '2026-08-01', end: '2026-10-31', label: 'last 3 months' };
/** Revenue of three months, to be changed. */
export const plain: AnalyticsRequest = {
  measures: ['revenue'],
  dimensions: [],
  grain: null,
  period: lastThreeMonths,
  filters: [],
  orderBy: null,
  limit: null,
  compareTo: null,
  asOf: '2026-11-22',
  fiscalYearStartMonth: 1,
  access: 'all',
};
