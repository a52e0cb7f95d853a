import { type CatalogRow, catalog, search } from './test-company-catalog.ts';
import { type Fact, facts, reorderLines, stock } from './test-company-facts.ts';

const ratios: Record<string, [string, string]> = {
  margin_rate: ['gross_margin', 'revenue'],
  average_order_value: ['revenue', 'orders'],
};
const units: Record<string, string> = {
  revenue: 'currency',
  gross_margin: 'currency',
  stock_value: 'currency',
  average_order_value: 'currency',
  units: 'units',
  on_hand: 'units',
  available: 'units',
  on_order: 'units',
  orders: 'count',
  out_of_stock: 'count',
  revenue_share: 'fraction',
  margin_rate: 'fraction',
};

type Args = {
  measures?: string[];
  dimensions?: string[];
  dimension?: string;
  grain?: string;
  period?: string;
  months?: number;
  filters?: { dimension: string; op: string; values: string[] }[];
  orderBy?: { by: string; direction: string };
  limit?: number;
};

/** What the product's tools would return for a call, figured out from the facts above. Today is 23 November 2026. */
export function runTool(
  name: string,
  args: Args & { query?: string },
  resultId: string,
): Record<string, unknown> {
  if (name === 'search_catalog') return search(args.query ?? '', resultId);
  if (name === 'show_visualization') return { output: { shown: 'v1' } };
  if (name === 'get_reorder_recommendations') return { output: reorder(resultId, args) };
  const isStock = name === 'query_inventory';
  const [start, end, label] = toDays(args, isStock);
  const grain = name === 'get_sales_by_month' ? 'month' : args.grain;
  const dimensions = args.dimensions ?? (args.dimension ? [args.dimension] : []);
  const measures = args.measures ?? ['revenue', 'units', 'orders'];
  const rows = (isStock ? stock : facts)
    .filter((fact) => isStock || (String(fact.month) >= start && String(fact.month) <= end))
    .filter((fact) => (args.filters ?? []).every((filter) => passes(fact, filter)));
  const groups = new Map<string, Fact[]>();
  for (const fact of rows) {
    const key = JSON.stringify([
      ...(grain ? [bucket(String(fact.month), grain)] : []),
      ...dimensions.map((d) => fact[d] ?? 'none'),
    ]);
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  const whole = rows.reduce((sum, fact) => sum + Number(fact.revenue ?? 0), 0);
  let table = [...groups].map(([key, members]) => [
    ...JSON.parse(key),
    ...measures.map((measure) => compute(measure, members, whole)),
  ]);
  const names = [...(grain ? [grain] : []), ...dimensions, ...measures];
  const by = names.indexOf(args.orderBy?.by ?? measures[0] ?? '');
  if (!grain) table.sort((a, b) => (args.orderBy?.direction === 'asc' ? a[by] - b[by] : b[by] - a[by]));
  const all = table.length;
  if (args.limit) table = table.slice(0, args.limit);
  const notes =
    args.limit && all >= args.limit
      ? [`Only the first ${args.limit} rows were asked for; there may be more.`]
      : [];
  const columns = [
    ...(grain
      ? [{ name: grain, label: grain, type: 'date', role: 'dimension', unit: 'none', grain, summable: false }]
      : []),
    ...dimensions.map((d) => ({
      name: d,
      label: toLabel(d),
      type: 'string',
      role: 'dimension',
      unit: 'none',
      summable: false,
    })),
    ...measures.map((m) => ({
      name: m,
      label: toLabel(m),
      type: 'number',
      role: 'measure',
      unit: units[m] ?? 'none',
      summable: !(m in ratios) && m !== 'revenue_share',
    })),
  ];
  return {
    output: {
      resultId,
      title: `${measures.map(toLabel).join(', ')}, ${label}`,
      columns,
      rows: table,
      rowCount: table.length,
      rowsCut: 0,
      scope: toScope(start, end, label, args),
      notes,
    },
  };
}

function compute(measure: string, members: Fact[], whole: number): number {
  const sum = (name: string) => members.reduce((total, fact) => total + Number(fact[name] ?? 0), 0);
  const ratio = ratios[measure];
  if (measure === 'revenue_share') return sum('revenue') / whole;
  return ratio ? sum(ratio[0]) / sum(ratio[1]) : sum(measure);
}

function passes(
  fact: Fact,
  { dimension, op, values }: { dimension: string; op: string; values: string[] },
): boolean {
  const value = String(fact[dimension] ?? '').toLowerCase();
  const wanted = values.map((one) => one.toLowerCase());
  if (op.startsWith('contains')) return wanted.some((one) => value.includes(one)) === (op === 'contains');
  return wanted.includes(value) === (op === 'is');
}

function toDays({ period, months: count, grain }: Args, isStock: boolean): [string, string, string] {
  if (isStock && !grain && !period)
    return ['2026-11-22', '2026-11-22', 'stock at the end of 22 November 2026'];
  const span = /^(\S+)\.\.(\S+)$/.exec(period ?? '');
  if (span) return [span[1] ?? '', span[2] ?? '', `${span[1]} to ${span[2]}`];
  const last = count ?? /^last (\d+) months$/.exec(period ?? '')?.[1];
  if (last !== undefined) return [shift(-Number(last)), '2026-10-31', `last ${last} months`];
  if (period === 'last month') return ['2026-10-01', '2026-10-31', 'last month'];
  if (period === 'last year') return ['2025-01-01', '2025-12-31', 'last year'];
  if (period === 'last quarter') return ['2026-07-01', '2026-09-30', 'last quarter'];
  if (/^\d{4}$/.test(period ?? '')) return [`${period}-01-01`, `${period}-12-31`, String(period)];
  if (/^\d{4}-\d{2}$/.test(period ?? '')) return [`${period}-01`, `${period}-31`, String(period)];
  return [shift(-12), '2026-10-31', 'last 12 months'];
}

function shift(count: number): string {
  return new Date(Date.UTC(2026, 10 + count, 1)).toISOString().slice(0, 10);
}

function bucket(month: string, grain: string): string {
  if (grain === 'year') return `${month.slice(0, 4)}-01-01`;
  const number = Number(month.slice(5, 7));
  return grain === 'quarter'
    ? `${month.slice(0, 4)}-${String(number - ((number - 1) % 3)).padStart(2, '0')}-01`
    : month;
}

function toScope(start: string, end: string, label: string, { filters = [] }: Args) {
  return {
    period: { start, end, label },
    timeZone: 'UTC',
    currency: 'USD',
    warehouses: { all: true, ids: [], names: [] },
    filters: filters.map(
      ({ dimension, op, values }) => `${toLabel(dimension)} ${said[op] ?? op} ${values.join(' or ')}`,
    ),
    dataAsOf: null,
  };
}

const said: Record<string, string> = { is_not: 'is not', contains_not: 'does not contain' };

function toLabel(name: string): string {
  const text = name.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Runs a tool for a test. `resultId` is the id of the result, if it becomes one. */
export type Run = (
  name: string,
  args: Record<string, unknown>,
  resultId: string,
) => Record<string, unknown> | Promise<Record<string, unknown>>;

/** The company's tools, whose catalog has names of its own beside the others: each a kind and a name. */
export const withNames =
  (...names: [kind: string, name: string][]): Run =>
  (name, args, id) =>
    name === 'search_catalog'
      ? search(String(args.query), id, [
          ...names.map(([kind, own]): CatalogRow => [kind, own, own, null]),
          ...catalog,
        ])
      : runTool(name, args, id);

function reorder(resultId: string, { limit }: Args) {
  const lines = reorderLines.slice(0, limit ?? reorderLines.length);
  const types: Record<string, [string, string, string, boolean]> = {
    product: ['string', 'dimension', 'none', false],
    sku: ['string', 'detail', 'none', false],
    warehouse: ['string', 'dimension', 'none', false],
    urgency: ['string', 'detail', 'none', false],
    suggested_quantity: ['integer', 'measure', 'units', true],
    cost: ['number', 'measure', 'currency', true],
    supplier: ['string', 'detail', 'none', false],
    on_hand: ['integer', 'measure', 'units', false],
    days_until_stock_out: ['number', 'measure', 'days', false],
  };
  const columns = Object.entries(types).map(([name, [type, role, unit, summable]]) => ({
    name,
    label: toLabel(name),
    type,
    role,
    unit,
    summable,
  }));
  return {
    resultId,
    title: 'Reorder recommendations',
    columns,
    rows: lines.map((line) => Object.values(line)),
    rowCount: lines.length,
    rowsCut: reorderLines.length - lines.length,
    scope: toScope('2026-11-22', '2026-11-22', 'stock at the end of 22 November 2026', {}),
    notes: [],
  };
}
