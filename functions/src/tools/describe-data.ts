import type { Cell, Column, Rows } from '@tallyboard/contract';
import { z } from 'zod';
import type { Models } from '../analytics/read-models.ts';
import type { Statement } from '../warehouse/warehouse.ts';
import type { ReadCoverage } from './read-coverage.ts';
import { runStatement } from './run-statement.ts';
import { allowedWarehouses, toScope } from './scope.ts';
import type { Tool, ToolContext, ToolOutcome } from './tool.ts';

const topics = ['overview', 'measures', 'dimensions', 'tables', 'warehouses'] as const;
const subjects = ['sales', 'inventory', 'movements', 'purchase_orders'] as const;

/** Which tool answers for each model. */
const toolsOf = {
  sales: 'query_sales',
  inventory: 'query_inventory',
  movements: 'get_stock_movements',
  purchase_orders: 'get_purchase_orders',
} satisfies Record<(typeof subjects)[number], string>;

const statement: Statement = {
  sql: [
    'SELECT table_name, first_date, last_date, replicated_at',
    'FROM replication_status',
    'ORDER BY table_name',
  ].join('\n'),
  parameters: {},
};

const parameters = z.strictObject({
  topic: z
    .enum(topics)
    .optional()
    .describe(
      '"overview" (the default): the subjects, how far their data reaches and how fresh it is. "measures": every figure with its definition. "dimensions": what figures can be split and filtered by. "tables": days and age of each table. "warehouses": those that the person may see.',
    ),
  subject: z
    .enum(subjects)
    .optional()
    .describe('Keeps the measures and dimensions of one subject. Default: all.'),
});
type Args = z.infer<typeof parameters>;

/** What can be asked, how far the data reaches, how old it is, and which warehouses the caller sees. */
export function createDescribeData(models: Models, readCoverage: ReadCoverage) {
  return {
    name: 'describe_data',
    description:
      'What can be asked: measures with their definitions, dimensions, the days that the data covers, when it was last updated, and the warehouses that the person may see. The tool for "what can I ask?", "how is … defined?", "how fresh is the data?". Returns rows with a resultId to show.',
    parameters,
    toTitle: ({ topic = 'overview' }) => `Looking at what there is: ${topic}`,
    run: async (args, context): Promise<ToolOutcome> => {
      const coverage = await readCoverage(context);
      const read = await runStatement(statement, context.maxRows, context);
      const facts: Facts = {
        tables: tablesSchema.parse(read.rows),
        warehouses: allowedWarehouses(coverage, context.access),
        models: Object.values(models).map((model) => ({ model, tool: toolOf(model.name) })),
        context,
      };
      const { title, columns, rows } = describe(args, facts);
      const period = null;
      return {
        kind: 'result',
        result: {
          title,
          columns,
          rows,
          rowsCut: 0,
          scope: toScope({ period, filters: [], model: models.sales, coverage, context, sql: null }),
          ...read.source,
          notes: [
            'Days of a table are those of the whole company; figures are always limited to the warehouses that the person may see.',
            'Other tools compute figures of their own, such as reorder points, slow movers, classes and forecasts.',
          ],
        },
      };
    },
  } satisfies Tool<typeof parameters>;
}

const tablesSchema = z.array(
  z.tuple([z.string(), z.string().nullable(), z.string().nullable(), z.string().nullable()]),
);

type Facts = {
  tables: z.infer<typeof tablesSchema>;
  warehouses: { id: string; name: string }[];
  models: { model: Models[keyof Models]; tool: string }[];
  context: ToolContext;
};
type Described = { title: string; columns: Column[]; rows: Rows };

function describe({ topic = 'overview', subject }: Args, facts: Facts): Described {
  const { tables, warehouses, context } = facts;
  const chosen = facts.models.filter(({ model }) => subject === undefined || model.name === subject);
  switch (topic) {
    case 'overview':
      return {
        title: 'What can be asked',
        columns: [
          dimension('subject', 'Subject'),
          text('description', 'Description'),
          text('tool', 'Tool'),
          count('measures', 'Measures'),
          count('dimensions', 'Dimensions'),
          ...ageColumns,
        ],
        rows: chosen.map(({ model, tool }) => {
          const found = tables.find(([table]) => table === model.fact);
          const counts = [Object.keys(model.measures).length, Object.keys(model.dimensions).length];
          return [model.label, model.description, tool, ...counts, ...toAge(found, context)];
        }),
      };
    case 'measures':
      return {
        title: 'Measures',
        columns: [...namedColumns('Measure'), text('unit', 'Unit'), ...wordColumns],
        rows: chosen.flatMap(({ model, tool }) =>
          Object.entries(model.measures).map(([name, { label, unit, description, synonyms }]) => [
            model.label,
            tool,
            label,
            name,
            unit,
            description,
            synonyms.join(', '),
          ]),
        ),
      };
    case 'dimensions':
      return {
        title: 'Dimensions',
        columns: [...namedColumns('Dimension'), ...wordColumns],
        rows: chosen.flatMap(({ model, tool }) =>
          Object.entries(model.dimensions).map(([name, { label, description, synonyms }]) => [
            model.label,
            tool,
            label,
            name,
            description,
            synonyms.join(', '),
          ]),
        ),
      };
    case 'tables':
      return {
        title: 'Tables and how fresh they are',
        columns: [dimension('table', 'Table'), ...ageColumns],
        rows: tables.map((row) => [row[0], ...toAge(row, context)]),
      };
    case 'warehouses':
      return {
        title: context.access === 'all' ? 'Warehouses' : 'Your warehouses',
        columns: [dimension('warehouse', 'Warehouse'), text('id', 'Id')],
        rows: warehouses.map(({ id, name }) => [name, id]),
      };
  }
}

function toolOf(name: string): string {
  const subject = subjects.find((known) => known === name);
  if (subject === undefined) throw new Error(`No tool answers for the model ${name}`);
  return toolsOf[subject];
}

/** First day, last day, last update, and hours since then. */
function toAge(table: Facts['tables'][number] | undefined, { now }: ToolContext): Cell[] {
  const [, first = null, last = null, updatedAt = null] = table ?? [];
  const hours = updatedAt === null ? null : (now.getTime() - Date.parse(updatedAt)) / 3_600_000;
  return [first, last, updatedAt, hours === null ? null : Number(Math.max(0, hours).toFixed(1))];
}

const plain = { unit: 'none', summable: false } as const;

function text(name: string, label: string): Column {
  return { name, label, type: 'string', role: 'detail', ...plain };
}

function dimension(name: string, label: string): Column {
  return { name, label, type: 'string', role: 'dimension', ...plain };
}

function count(name: string, label: string): Column {
  return { name, label, type: 'integer', role: 'measure', unit: 'count', summable: true };
}

function namedColumns(label: string): Column[] {
  return [text('subject', 'Subject'), text('tool', 'Tool'), dimension('label', label), text('name', 'Name')];
}

const wordColumns = [text('description', 'Definition'), text('also_called', 'Also called')];
const ageColumns: Column[] = [
  { name: 'first_day', label: 'First day', type: 'date', role: 'detail', grain: 'day', ...plain },
  { name: 'last_day', label: 'Last day', type: 'date', role: 'detail', grain: 'day', ...plain },
  { name: 'updated_at', label: 'Updated', type: 'timestamp', role: 'detail', ...plain },
  { name: 'age_hours', label: 'Age in hours', type: 'number', role: 'measure', ...plain },
];
