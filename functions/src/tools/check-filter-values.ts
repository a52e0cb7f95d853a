import { z } from 'zod';
import { addDays, earlierOf, laterOf } from '../analytics/calendar.ts';
import { toComparable } from '../analytics/conditions.ts';
import { compileLookup } from '../analytics/lookup.ts';
import type { SemanticModel } from '../analytics/model-schema.ts';
import { findNearest } from '../analytics/nearest.ts';
import type { Problem } from '../analytics/outcome.ts';
import type { Period } from '../analytics/period.ts';
import type { Filter } from '../analytics/request.ts';
import { type Statement, WarehouseError } from '../warehouse/warehouse.ts';
import type { Coverage } from './read-coverage.ts';
import { allowedWarehouses } from './scope.ts';
import type { ToolContext } from './tool.ts';

export type FilterCheck = {
  filters: Filter[];
  model: SemanticModel;
  period: Period;
  coverage: Coverage;
  context: ToolContext;
};

/**
 * Finds the first filter value that names nothing, so that a misspelling is not answered with "no sales". Values of
 * "contains" are parts of names and not checked. A warehouse that the caller may not see is refused as such.
 */
export async function checkFilterValues(check: FilterCheck): Promise<Problem | undefined> {
  const exact = check.filters.filter(({ op }) => op !== 'contains');
  const problems = await Promise.all(
    exact.map((filter) =>
      filter.dimension === 'warehouse' ? checkWarehouses(filter, check) : checkMembers(filter, check),
    ),
  );
  return problems.find((problem) => problem !== undefined);
}

function checkWarehouses(filter: Filter, { coverage, context }: FilterCheck): Problem | undefined {
  const allowed = allowedWarehouses(coverage, context.access);
  for (const value of filter.values) {
    const same = ({ id, name }: { id: string; name: string }) =>
      [id, name].some((text) => text.toLowerCase() === value.trim().toLowerCase());
    if (allowed.some(same)) continue;
    const names = allowed.map(({ name }) => name);
    if (coverage.warehouses.some(same)) {
      return {
        code: 'not_permitted',
        message: `This person may not see the warehouse "${value}".`,
        hint: `They may see: ${names.join(', ')}. Say so, and answer for those.`,
      };
    }
    return noMatch('warehouse', value, findNearest(value, names), names.slice(0, 12));
  }
  return undefined;
}

async function checkMembers(filter: Filter, check: FilterCheck): Promise<Problem | undefined> {
  const { model, context } = check;
  const period = lookupPeriod(check);
  const { fiscalYearStartMonth } = context.company;
  const scope = { access: context.access, period, asOf: period.end, fiscalYearStartMonth };
  const found = await readMembers(compileLookup(filter.dimension, model, scope, filter.values), context);
  if (found === undefined) return undefined;
  const spellings = new Set(found.flatMap(({ texts }) => texts));
  // "No supplier" is how rows without one are called; whether there are any is seen from the rows.
  const { empty = '', members: known = [] } = model.dimensions[filter.dimension] ?? {};
  for (const text of toComparable([empty, ...known])) spellings.add(text);
  const missing = filter.values.find((value) => toComparable([value]).some((text) => !spellings.has(text)));
  if (missing === undefined) return undefined;
  const members = await readMembers(compileLookup(filter.dimension, model, scope, null), context);
  const spelt = (members ?? []).flatMap(({ name, texts: [own, ...others] }) => [
    name,
    ...others.filter((text) => text !== own),
  ]);
  const names = [...new Set(spelt)];
  const label = model.dimensions[filter.dimension]?.label.toLowerCase() ?? filter.dimension;
  return noMatch(label, missing, findNearest(missing, names), names.length <= 12 ? names : []);
}

function noMatch(label: string, value: string, nearest: string[], all: string[]): Problem {
  const offer =
    nearest.length > 0
      ? `Nearest: ${nearest.map((name) => `"${name}"`).join(', ')}.`
      : 'Nothing is spelled like it; try search_catalog or a "contains" filter.';
  const list = all.length > 0 ? ` All: ${all.join(', ')}.` : '';
  return { code: 'no_match', message: `There is no ${label} "${value}".`, hint: `${offer}${list}` };
}

/** Members that turn up in the last 400 days or in the period asked for. */
function lookupPeriod({ period, model, coverage }: FilterCheck): Period {
  const days = coverage.tables.get(model.fact)?.days;
  if (days === undefined || days === null) return period;
  return {
    start: earlierOf(period.start, addDays(days.last, -400)),
    end: laterOf(period.end, days.last),
    label: period.label,
  };
}

const rowsSchema = z.array(z.tuple([z.string()], z.string()));

/** Undefined where the lookup would cost too much: the request then runs unchecked. */
async function readMembers(
  statement: Statement,
  { warehouse, signal, labels }: ToolContext,
): Promise<{ name: string; texts: string[] }[] | undefined> {
  try {
    const read = await warehouse.read(statement, { signal, labels, maxRows: 20_000 });
    return rowsSchema.parse(read.rows).map(([name, ...texts]) => ({ name, texts }));
  } catch (error) {
    if (error instanceof WarehouseError && error.code === 'too_expensive') return undefined;
    throw error;
  }
}
