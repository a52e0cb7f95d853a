import { z } from 'zod';
import { earlierOf, laterOf } from '../analytics/calendar.ts';
import { keeps, looksForParts } from '../analytics/conditions.ts';
import { compileLookup, maxMembers } from '../analytics/lookup.ts';
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
 * Finds the first filter value that names nothing, so that a misspelling is not answered with "no sales", and leaves nothing
 * in that was to be left out. A warehouse that the caller may not see is refused as such, by its whole name alone.
 */
export async function checkFilterValues(check: FilterCheck): Promise<Problem | undefined> {
  const problems = await Promise.all(
    check.filters.map((filter) =>
      filter.dimension === 'warehouse' ? checkWarehouses(filter, check) : checkMembers(filter, check),
    ),
  );
  return problems.find((problem) => problem !== undefined);
}

function checkWarehouses(filter: Filter, { coverage, context }: FilterCheck): Problem | undefined {
  const allowed = allowedWarehouses(coverage, context.access);
  for (const value of filter.values) {
    const isNamed = ({ id, name }: { id: string; name: string }) => matches(filter, value, [id, name]);
    if (allowed.some(isNamed)) continue;
    const known = allowed.map(({ name }) => name);
    // Parts would tell letter by letter what others are called.
    if (!looksForParts(filter) && coverage.warehouses.some(isNamed)) {
      return {
        code: 'not_permitted',
        message: `This person may not see the warehouse "${value}".`,
        hint: `They may see: ${known.join(', ')}. Say so, and answer for those.`,
      };
    }
    return noMatch(filter, 'warehouse', value, known, known.slice(0, 12));
  }
  return undefined;
}

/** Whether a value of the filter is one of the spellings of a member, or a part of one. */
function matches(filter: Filter, value: string, spellings: string[]): boolean {
  const named: Filter = { ...toNaming(filter), values: [value] };
  return value.trim() === '' || spellings.some((spelling) => keeps(named, spelling));
}

/** The filter that keeps what the values of this one name. */
function toNaming(filter: Filter): Filter {
  return { ...filter, op: looksForParts(filter) ? 'contains' : 'is' };
}

async function checkMembers(filter: Filter, check: FilterCheck): Promise<Problem | undefined> {
  const { model, context } = check;
  const period = lookupPeriod(check);
  const { fiscalYearStartMonth } = context.company;
  const scope = { access: context.access, period, asOf: period.end, fiscalYearStartMonth };
  const lookup = compileLookup(filter.dimension, model, scope, toNaming(filter));
  const found = await readMembers(lookup, context);
  if (found === undefined || found.length === maxMembers) return undefined;
  // "No supplier" is how rows without one are called; whether there are any is seen from the rows.
  const { empty = '', members: known = [] } = model.dimensions[filter.dimension] ?? {};
  const spellings = [...found.flatMap(({ texts }) => texts), empty, ...known];
  const missing = filter.values.find((value) => !matches(filter, value, spellings));
  if (missing === undefined) return undefined;
  const members = await readMembers(compileLookup(filter.dimension, model, scope, null), context);
  const spelt = (members ?? []).flatMap(({ name, texts: [own, ...others] }) => [
    name,
    ...others.filter((text) => text !== own),
  ]);
  const all = [...new Set(spelt)];
  const label = model.dimensions[filter.dimension]?.label.toLowerCase() ?? filter.dimension;
  return noMatch(filter, label, missing, all, all.length <= 12 ? all : []);
}

function noMatch(filter: Filter, label: string, value: string, names: string[], all: string[]): Problem {
  const ofPart = looksForParts(filter);
  const nearest = findNearest(value, names);
  const offer =
    nearest.length > 0
      ? `Nearest: ${nearest.map((name) => `"${name}"`).join(', ')}.`
      : `Nothing is spelled like it; try search_catalog${ofPart ? '' : ' or a "contains" filter'}.`;
  const list = all.length > 0 ? ` All: ${all.join(', ')}.` : '';
  const message = ofPart ? `No ${label} contains "${value}".` : `There is no ${label} "${value}".`;
  return { code: 'no_match', message, hint: `${offer}${list}` };
}

/** Members that turn up on any day on record or in the period asked for. */
function lookupPeriod({ period, model, coverage }: FilterCheck): Period {
  const days = coverage.tables.get(model.fact)?.days;
  if (days === undefined || days === null) return period;
  return {
    start: earlierOf(period.start, days.first),
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
    const read = await warehouse.read(statement, { signal, labels, maxRows: maxMembers });
    return rowsSchema.parse(read.rows).map(([name, ...texts]) => ({ name, texts }));
  } catch (error) {
    if (error instanceof WarehouseError && error.code === 'too_expensive') return undefined;
    throw error;
  }
}
