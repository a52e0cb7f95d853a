import type { Scope, Turn, Visualization } from '@tallyboard/contract';

const most = 3;
const periods = ['day', 'week', 'month', 'quarter', 'year'];
/** Have too many members for a line of months each. */
const many = ['product', 'sku', 'customer', 'supplier'];

/** What could be asked next, from what the answer shows and covers; each continues it in a few words. Best first. */
export function toSuggestions(turn: Turn): string[] {
  const asked = turn.question.toLowerCase();
  return toCandidates(turn)
    .filter((text) => !asked.includes(text.toLowerCase()))
    .slice(0, most);
}

function toCandidates({ status, text, visualizations, scopes, steps }: Turn): string[] {
  const shown = visualizations[0];
  const scope = scopes[0];
  if (status !== 'completed') return [];
  if (!shown) return toOffered(text);
  if (!scope) return [];
  const onePeriod = scope.period !== null && scopes.filter(({ period }) => period !== null).length === 1;
  const columns = toColumnNames(shown);
  const days = toDays(scope);
  // "Out of stock above 0": what is listed is so at this time.
  const isBounded = scope.filters.some((filter) => / (above|below|at least|at most) -?\d\S*$/.test(filter));
  const comparable = onePeriod && !isBounded && days < 730 && !visualizations.some(isComparison);
  const isStock = steps.some(
    ({ resultId, tool }) => resultId === shown.resultId && tool === 'query_inventory',
  );
  const hasMonths = (isStock || days > 31) && !isBounded && !columns.some((column) => many.includes(column));
  const suggestions: string[] = [];
  const splitBy = (dimension: string, wanted = true) => {
    if (wanted && !columns.includes(dimension)) suggestions.push(`Split this by ${dimension}`);
  };
  const hasOver5Rows = ({ resultId }: Visualization) =>
    steps.some((step) => step.resultId === resultId && (step.rows ?? 0) > 5);
  const orders = visualizations.find((one) => toColumnNames(one).includes('suggested_quantity'));
  if (orders) {
    const urgent = hasOver5Rows(orders) ? ['Only the 5 most urgent'] : [];
    return [...urgent, 'Which products are out of stock?', 'Stock value by category'];
  }
  if (visualizations.some((one) => toColumnNames(one).includes('safety_stock')))
    return ['What should I reorder?', 'Which products are out of stock?'];
  const ahead = visualizations.some((one) => one.shape === 'chart' && one.projection !== undefined);
  const overTime = ahead || columns.some((column) => periods.includes(column));
  if (overTime) {
    if (comparable && !ahead) suggestions.push('Compare with a year earlier');
    splitBy('category', !hasFilter(scope, 'Category'));
    splitBy('warehouse', seesSeveral(scope));
  } else {
    if (hasMonths) suggestions.push('Show this by month');
    if (comparable) suggestions.push('Compare with a year earlier');
    splitBy('warehouse', seesSeveral(scope) && shown.shape === 'metric');
    splitBy('category', shown.shape === 'metric' && !hasFilter(scope, 'Category'));
    if (hasOver5Rows(shown) && (shown.shape === 'table' || (shown.shape === 'chart' && shown.mark === 'bar')))
      suggestions.push('Only the top 5');
  }
  return suggestions;
}

/** Questions that an answer without figures offers: lines of a list, or quoted at the end of a line. */
function toOffered(text: string): string[] {
  return [...text.matchAll(/(?:^[-*] |: ["“])([^"“”\n]+\?)["”]?$/gm)].map(([, question = '']) => question);
}

/** Two periods are side by side already. */
function isComparison(shown: Visualization): boolean {
  if (shown.shape === 'metric' && shown.compareTo !== null) return true;
  return toColumnNames(shown).some((name) => /_(before|change|change_rate)$/.test(name));
}

function toColumnNames(shown: Visualization): string[] {
  if (shown.shape === 'table') return shown.columns;
  if (shown.shape === 'metric') return [shown.value, ...(shown.trend ? [shown.trend] : [])];
  return [shown.x, ...shown.y, ...(shown.series ? [shown.series] : [])];
}

function toDays({ period }: Scope): number {
  return period ? (Date.parse(period.end) - Date.parse(period.start)) / 86_400_000 + 1 : 0;
}

function seesSeveral({ warehouses }: Scope): boolean {
  return warehouses.names.length > 1;
}

/** Filters are phrases: "Category is Bikes". */
function hasFilter({ filters }: Scope, label: string): boolean {
  return filters.some((filter) => filter.startsWith(`${label} `));
}
