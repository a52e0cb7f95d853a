import type { Unit } from './calendar.ts';
import type { Days } from './days.ts';
import type { BaseMeasure, SemanticModel } from './model-schema.ts';

/** The measures over rows that a measure is made of; itself where it is one. */
export function baseMeasuresOf(name: string, model: SemanticModel): BaseMeasure[] {
  const measure = model.measures[name];
  if (measure === undefined) return [];
  if ('ratio' in measure)
    return [measure.ratio.of, measure.ratio.to].flatMap((part) => baseMeasuresOf(part, model));
  if ('share' in measure) return baseMeasuresOf(measure.share, model);
  if ('growth' in measure) return baseMeasuresOf(measure.growth, model);
  return [measure];
}

type MeasureContext = {
  days: Days;
  /** The grain and its expression, which is the same in all rows of a group. */
  bucket: { grain: Unit; sql: string } | null;
  /** What else is the same in all rows of a group. */
  groups: string[];
  /** Keeps rows of the fact. */
  within: string | null;
};

/** A measure as an aggregate expression. Sums of no rows are 0 where the measure may be added up, else null. */
export function toMeasure(name: string, model: SemanticModel, context: MeasureContext): string {
  const measure = model.measures[name];
  if (measure === undefined) throw new Error(`compile let the unknown measure ${name} through`);
  if ('ratio' in measure) {
    const { of, to, per_year: isPerYear } = measure.ratio;
    const quotient = `SAFE_DIVIDE(${toMeasure(of, model, context)}, ${toMeasure(to, model, context)})`;
    return isPerYear ? `SAFE_DIVIDE(${quotient} * 365, ${toDayCount(context)})` : quotient;
  }
  if ('share' in measure) {
    const part = toMeasure(measure.share, model, context);
    // MIN makes what is the same in all rows of a group an aggregate, which a window over groups may name.
    // Stock of several periods is never added up, so each period has a total of its own.
    const isStock = baseMeasuresOf(measure.share, model).some(
      ({ additivity }) => additivity === 'semi_additive',
    );
    const isSplit = context.bucket !== null && (context.groups.length > 0 || isStock);
    const over = isSplit ? `PARTITION BY MIN(${context.bucket?.sql})` : '';
    return `SAFE_DIVIDE(${part}, SUM(${part}) OVER (${over}))`;
  }
  if ('growth' in measure) return toGrowth(toMeasure(measure.growth, model, context), context);
  return toAggregate(measure, context, `${model.fact}.${model.time}`);
}

/** The days of the period that sales are on record for, to the last day of stock; other days would make every rate too small. */
function toDayCount({ days, within }: MeasureContext): string {
  const last = days.mode === 'all' ? '@end_date' : 'days.last_day';
  const count = `GREATEST(0, DATE_DIFF(LEAST(${last}, @last_sale), GREATEST(${days.firstDay}, @first_sale), DAY) + 1)`;
  if (days.mode === 'all') return count;
  return `MAX(${within === null ? count : `IF(${within}, ${count}, NULL)`})`;
}

/** Null where the period before has no row, or nothing to grow from. */
function toGrowth(part: string, { bucket, groups }: MeasureContext): string {
  if (bucket === null) throw new Error('checkRequest let a growth without a grain through');
  const at = `MIN(${bucket.sql})`;
  const partition =
    groups.length === 0 ? '' : `PARTITION BY ${groups.map((group) => `MIN(${group})`).join(', ')} `;
  const over = `OVER (${partition}ORDER BY ${at})`;
  const before = `LAG(${part}) ${over}`;
  const follows = `LAG(${at}) ${over} = DATE_SUB(${at}, INTERVAL 1 ${bucket.grain.toUpperCase()})`;
  return `IF(${follows} AND ${before} > 0, SAFE_DIVIDE(${part}, ${before}) - 1, NULL)`;
}

function toAggregate(measure: BaseMeasure, { days, within }: MeasureContext, time: string): string {
  const lastOnly = days.mode === 'every' && measure.over_time === 'last' ? [`${time} = days.last_day`] : [];
  const condition = [measure.where, ...lastOnly, within]
    .filter((part) => part !== undefined && part !== null)
    .map((part, _, all) => (all.length > 1 ? `(${part})` : part))
    .join(' AND ');
  const expression = measure.expression ?? '';
  if (measure.aggregate === 'count') return condition === '' ? 'COUNT(*)' : `COUNTIF(${condition})`;
  const value = condition === '' ? expression : `IF(${condition}, ${expression}, NULL)`;
  if (measure.aggregate === 'count_distinct') return `COUNT(DISTINCT ${value})`;
  if (measure.aggregate === 'average') return `AVG(${value})`;
  if (measure.aggregate === 'maximum') return `MAX(${value})`;
  const sum = `SUM(${value})`;
  // Of two periods, what has no row in one of them had none then: 0, so that changes add up.
  const isZero = measure.additivity === 'additive' || within !== null;
  if (measure.over_time !== 'average') return isZero ? `IFNULL(${sum}, 0)` : sum;
  const dayCount = within === null ? 'days.day_count' : `IF(${within}, days.day_count, NULL)`;
  const average = `SAFE_DIVIDE(${sum}, MAX(${dayCount}))`;
  return isZero ? `IFNULL(${average}, 0)` : average;
}
