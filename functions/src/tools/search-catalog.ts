import type { Column } from '@tallyboard/contract';
import { z } from 'zod';
import { toDay } from '../analytics/calendar.ts';
import { rankMatches, searchKinds } from '../analytics/catalog-search.ts';
import { compileCatalogSearch } from '../analytics/catalog-search-statement.ts';
import type { SemanticModel } from '../analytics/model-schema.ts';
import type { ReadCoverage } from './read-coverage.ts';
import { runStatement } from './run-statement.ts';
import { allowedWarehouses, toScope } from './scope.ts';
import type { Tool, ToolOutcome } from './tool.ts';

const rowsSchema = z.array(
  z.tuple([z.enum(searchKinds), z.string(), z.string(), z.string().nullable(), z.number()]),
);

/** Finds products, suppliers, customers and the like by a part of their name, a misspelling, an SKU or an id. */
export function createSearchCatalog(sales: SemanticModel, readCoverage: ReadCoverage) {
  const parameters = z.strictObject({
    query: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .describe('A name, a part of one, an SKU or an id. Typos are forgiven.'),
    kind: z
      .enum(searchKinds)
      .optional()
      .describe('What to look among; the name of the dimension to filter by. Default: all of them.'),
    limit: z.int().min(1).max(50).optional().describe('Entries at most. Default 10.'),
  });
  return {
    name: 'search_catalog',
    description:
      'Finds how the company spells something: products, SKUs, categories, brands, suppliers, warehouses, regions, channels, customers. Use it before filtering by a name you are not sure of. "kind" of each row is the dimension to filter by, "name" the value. Best match first.',
    parameters,
    toTitle: ({ query }) => `Looking up "${query}"`,
    run: async ({ query, kind, limit = 10 }, context): Promise<ToolOutcome> => {
      const coverage = await readCoverage(context);
      const today = toDay(context.now, context.company.timeZone);
      // A customer who left years ago is asked about, too.
      const { first, last } = coverage.tables.get(sales.fact)?.days ?? { first: today, last: today };
      const period = { start: first, end: last, label: 'all days on record' };
      const warehouses = allowedWarehouses(coverage, context.access).map(({ id }) => id);
      const kinds = kind === undefined ? [...searchKinds] : [kind];
      const statement = compileCatalogSearch(
        { query, kinds, period, access: context.access, warehouses },
        sales,
      );
      const read = await runStatement(statement, 1000, context);
      const matches = rankMatches(query, rowsSchema.parse(read.rows));
      if (matches.length === 0) {
        return {
          kind: 'failure',
          code: 'no_match',
          message: `Nothing is spelled like "${query}".`,
          hint: 'Try a shorter part of the name, or leave out kind.',
        };
      }
      const kept = matches.slice(0, limit);
      return {
        kind: 'result',
        result: {
          title: `Catalog entries like "${query}"`,
          columns,
          rows: kept.map(({ kind, id, name, code, match }) => [kind, id, name, code, match]),
          rowsCut: matches.length - kept.length,
          scope: toScope({
            period: null,
            filters: [],
            model: sales,
            coverage,
            context,
            sql: statement.sql,
          }),
          ...read.source,
          notes: [
            '"kind" is the dimension to filter by and "name" the value.',
            'Regions, channels and customers are those with sales on record.',
          ],
        },
      };
    },
  } satisfies Tool<typeof parameters>;
}

const text = { type: 'string', unit: 'none', summable: false } as const;
const columns: Column[] = [
  { name: 'kind', label: 'Kind', role: 'dimension', ...text },
  { name: 'id', label: 'Id', role: 'detail', ...text },
  { name: 'name', label: 'Name', role: 'dimension', ...text },
  { name: 'code', label: 'SKU', role: 'detail', ...text },
  { name: 'match', label: 'Match', role: 'detail', ...text },
];
