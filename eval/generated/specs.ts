import type { Dimension, Measure, Member, View } from './terms.ts';
import type { Time } from './times.ts';

/** What a question asks, apart from its words. */
export type Spec = {
  view: View;
  measures: Measure[];
  splits: Dimension[];
  grain: 'month' | 'quarter' | null;
  period: Time;
  /** Set against the period. */
  before: Time | null;
  only: Member[];
  without: Member | null;
  rank: { direction: 'highest' | 'lowest'; count: number } | null;
  /** `count` of each member of the first split. */
  isWithin: boolean;
  bound: { op: 'above' | 'below'; value: number } | null;
  /** The number of those within the bound, not their names. */
  counts: boolean;
  /** Of what is named in the whole, or of each member. */
  share: 'named' | 'members' | null;
  /** Ranked by the change to `before`. */
  growth: 'grew' | 'fell' | null;
  /** Mean over months. */
  averages: boolean;
};

export const plain: Omit<Spec, 'view' | 'measures' | 'period'> = {
  splits: [],
  grain: null,
  before: null,
  only: [],
  without: null,
  rank: null,
  isWithin: false,
  bound: null,
  counts: false,
  share: null,
  growth: null,
  averages: false,
};

/** The gold statements of a spec, any of which is right. */
export function toGold(spec: Spec): string[] {
  const [first, ...others] = spec.measures;
  if (!first) return [];
  const readings = [first.sql, ...(first.or ?? [])];
  const more = others.map((measure) => [measure.sql, ...(measure.or ?? [])]);
  return readings.flatMap((sql) =>
    (more[0] ?? ['']).map((other) => toStatement(spec, sql, other === '' ? [] : [other])),
  );
}

function toStatement(spec: Spec, measure: string, others: string[]): string {
  const { view, splits, grain, period, before, rank, bound, share, growth, isWithin, counts, averages } =
    spec;
  // What has none is no member of a ranking, nor within a bound, but a row and a part of the whole.
  const picks = rank !== null || bound !== null || growth !== null;
  const names = splits.map(({ column, label }) => (picks ? column : `coalesce(${column}, 'No ${label}')`));
  const during = ({ name }: Time) => (view.isOfDay ? `day = {end:${name}}` : `day {${name}}`);
  const where = [
    ...(before ? [] : [during(period)]),
    ...toFilters(spec),
    ...(picks ? splits.map(({ column }) => `${column} IS NOT NULL`) : []),
  ];
  const from = `FROM ${view.rows} WHERE ${where.length > 0 ? where.join(' AND ') : 'true'}`;
  const bucket = grain && `date_trunc('${grain}', day)::DATE`;
  const keys = [...(bucket ? [bucket] : []), ...names];
  const group = keys.length > 0 ? ` GROUP BY ${keys.map((_, index) => index + 1).join(', ')}` : '';
  const at = (time: Time) => withFilter(measure, during(time));
  if (averages)
    return `SELECT avg(v) FROM (SELECT date_trunc('month', day) AS m, ${measure} AS v ${from} GROUP BY 1)`;
  if (share === 'named') {
    const named = spec.only.map(toCondition).join(' AND ');
    const rest = toFilters({ ...spec, only: [] });
    const scope = [...(before ? [] : [during(period)]), ...rest];
    const whole = `FROM ${view.rows} WHERE ${scope.length > 0 ? scope.join(' AND ') : 'true'}`;
    const part = (time: Time | null) =>
      `(${withFilter(measure, [named, ...(time ? [during(time)] : [])].join(' AND '))}) / (${time ? at(time) : measure})`;
    const value = before ? `${part(before)}, ${part(period)}` : part(null);
    return `SELECT ${[...keys, value].join(', ')} ${whole}${group}`;
  }
  if (share === 'members')
    return `SELECT ${[...keys, `(${measure}) / (SELECT ${measure} ${from})`].join(', ')} ${from}${group}`;
  if (before && growth) {
    const change = `(${at(period)}) - (${at(before)})`;
    const order = growth === 'grew' ? 'DESC' : '';
    return `SELECT ${names.join(', ')}, ${at(before)}, ${at(period)} ${from}${group} ORDER BY ${change} ${order} LIMIT ${rank?.count ?? 1}`;
  }
  if (before) return `SELECT ${[...keys, at(before), at(period)].join(', ')} ${from}${group}`;
  const select = `SELECT ${[...keys, `${measure} AS v`, ...others].join(', ')} ${from}${group}`;
  const order = rank && `ORDER BY v ${rank.direction === 'highest' ? 'DESC' : ''}`;
  if (bound) {
    const having = `${select} HAVING ${measure} ${bound.op === 'above' ? '>' : '<'} ${bound.value}`;
    return counts ? `SELECT count(*) FROM (${having})` : having;
  }
  if (rank && isWithin)
    return `${select} QUALIFY row_number() OVER (PARTITION BY ${names[0]} ORDER BY v ${rank.direction === 'highest' ? 'DESC' : ''}) <= ${rank.count}`;
  return rank ? `${select} ${order} LIMIT ${rank.count}` : select;
}

function toFilters({ only, without }: Pick<Spec, 'only' | 'without'>): string[] {
  const columns = [...new Set(only.map(({ dimension }) => dimension.column))];
  return [
    ...columns.map((column) => {
      const values = only.filter(({ dimension }) => dimension.column === column);
      return `${column} IN (${values.map(({ value }) => quote(value)).join(', ')})`;
    }),
    // What has none is not left out with it.
    ...(without ? [`coalesce(${without.dimension.column}, '') <> ${quote(without.value)}`] : []),
  ];
}

function toCondition({ dimension, value }: Member): string {
  return `${dimension.column} = ${quote(value)}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Each aggregate of an expression over the rows of a condition alone. */
function withFilter(measure: string, condition: string): string {
  return measure.replaceAll(
    /\b(sum|count|avg)\(((?:DISTINCT )?\w+)\)(?: FILTER \(([^()]*)\))?/g,
    (_, name: string, column: string, filter?: string) =>
      `${name}(${column}) FILTER (${filter === undefined ? '' : `${filter} AND `}${condition})`,
  );
}
