import { leavesOut } from '../question/filter-ops.ts';
import type { Filter, Question } from '../question/question.ts';
import { countUnits } from '../time/calendar.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import type { Read } from './plan-reads.ts';

/** A class is one among all products: those that are asked for are picked out of the rows, those left out are not read. */
export function isPickedOut(filter: Filter): boolean {
  return /^(?:product|sku)$/.test(filter.dimension) && !leavesOut(filter);
}

/** Calls for a question that is not about measures; empty for one that needs no data. */
export function planOtherReads(question: Question, vocabulary: Vocabulary): Read[] {
  if (question.kind === 'reorder') {
    const args = {
      ...(question.filters.length > 0 && { filters: question.filters }),
      ...(question.level === null ? question.limit !== null && { limit: question.limit } : { all: true }),
      ...(question.atPoint && { atPoint: true }),
      ...(question.sort !== 'urgency' && { orderBy: question.sort }),
    };
    const main: Read = { role: 'main', tool: 'get_reorder_recommendations', args };
    // "Are we running low on it?" wants the stock, too, where nothing is to be ordered.
    const stock = vocabulary.datasets.find(({ measures }) => measures.some(({ name }) => name === 'on_hand'));
    const products = question.filters.find(({ dimension }) => dimension === 'product');
    if (!stock || !products || question.level !== null) return [main];
    const measures = ['on_hand', 'available', 'days_of_cover'].filter((wanted) =>
      stock.measures.some(({ name }) => name === wanted),
    );
    const isOne = products.op === 'is' && products.values.length === 1;
    const split = isOne
      ? {}
      : { dimensions: ['product'], orderBy: { by: 'days_of_cover', direction: 'asc' } };
    return [
      main,
      { role: 'stock', tool: stock.tool, args: { measures, ...split, filters: question.filters } },
    ];
  }
  if (question.kind === 'report') {
    const takes = (name: string) => vocabulary.parameters.get(question.tool)?.has(name) ?? false;
    const [period] = question.periods;
    const filters = takes('class')
      ? question.filters.filter((filter) => !isPickedOut(filter))
      : question.filters;
    const args = {
      ...(period && takes('period') && { period: period.text }),
      ...(filters.length > 0 && takes('filters') && { filters }),
      ...(question.limit !== null && takes('limit') && { limit: question.limit }),
      ...(question.reasons.length > 0 && takes('reasons') && { reasons: question.reasons }),
      ...question.options,
    };
    return [{ role: 'main', tool: question.tool, args }];
  }
  if (question.kind === 'coverage')
    return [
      { role: 'main', tool: question.tool, args: { measures: [question.measure], period: 'all time' } },
    ];
  if (question.kind !== 'overview') return [];
  const reads: Read[] = [];
  for (const { tool, measures, dimensions } of vocabulary.datasets) {
    const known = question.filters.every(({ dimension }) =>
      dimensions.some(({ name }) => name === dimension),
    );
    if (!known) continue;
    const has = (name: string) => measures.some((term) => term.name === name);
    const filters = question.filters;
    if (has('revenue')) {
      const [period] = question.periods;
      const wanted = ['revenue', 'units', 'gross_margin'].filter(has);
      const time = period ? { period: period.text } : {};
      const isShort = period !== undefined && (countUnits(period.start, period.end, 'day') ?? 0) <= 31;
      const grain = isShort ? {} : { grain: 'month' };
      reads.push({ role: 'main', tool, args: { measures: wanted, ...grain, ...time, filters } });
    } else if (has('on_hand') && dimensions.some(({ name }) => name === 'warehouse')) {
      const wanted = ['on_hand', 'available', 'on_order'].filter(has);
      reads.push({ role: 'stock', tool, args: { measures: wanted, dimensions: ['warehouse'], filters } });
    }
  }
  return reads;
}
