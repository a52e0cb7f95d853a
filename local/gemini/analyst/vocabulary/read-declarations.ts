import { z } from 'zod';
import type { FunctionDeclaration } from '../../wire/request-schema.ts';

export type Unit = 'currency' | 'units' | 'count' | 'days' | 'fraction' | 'none';
/** A measure or dimension as the declaration describes it. */
export type Term = { name: string; unit: Unit; description: string; synonyms: string[] };
/** A tool that computes measures over dimensions. */
export type Dataset = { tool: string; measures: Term[]; dimensions: Term[] };

/** What can be asked, read from the tools that the request declares. */
export type Vocabulary = {
  tools: ReadonlySet<string>;
  datasets: Dataset[];
  /** Terms that a tool works with and that are no columns: safety stock, reorder point. */
  notions: (Term & { tool: string })[];
  /** The kinds that search_catalog takes; empty where it takes none. */
  catalogKinds: string[];
  /** The figures that compare_sales takes; empty where it is not declared. */
  comparable: ReadonlySet<string>;
  /** The types that show_visualization takes. */
  chartTypes: ReadonlySet<string>;
  /** Properties of each tool's arguments. */
  parameters: ReadonlyMap<string, ReadonlySet<string>>;
  /** Dimensions that each tool's filters take. */
  filters: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names that one filter takes at most. */
  mostValues: number;
};

const listSchema = z.looseObject({
  description: z.string().optional(),
  enum: z.array(z.string()).optional(),
  items: z
    .looseObject({ enum: z.array(z.string()).optional(), description: z.string().optional() })
    .optional(),
});
const filtersSchema = z.looseObject({
  items: z.looseObject({
    properties: z.looseObject({
      dimension: z.looseObject({ enum: z.array(z.string()) }),
      values: z.looseObject({ maxItems: z.number().optional() }).optional(),
    }),
  }),
});
const parametersSchema = z.looseObject({ properties: z.record(z.string(), z.unknown()).optional() });
const units = ['currency', 'units', 'count', 'days', 'fraction', 'none'] as const;

/** What a tool is asked for by a word that its declaration does not explain. */
const ownTerms: Record<string, string> = {
  find_new_or_lapsed: 'Terms: lapsed customer: one that ordered before the days asked for and not in them.',
};

/** Reads measures and dimensions from the enums of the declarations, and their meaning from the descriptions. */
export function readDeclarations(declarations: FunctionDeclaration[]): Vocabulary {
  const datasets: Dataset[] = [];
  const parameters = new Map<string, ReadonlySet<string>>();
  const filters = new Map<string, ReadonlySet<string>>();
  let catalogKinds: string[] = [];
  let chartTypes: string[] = [];
  let comparable: string[] = [];
  let mostValues = Number.POSITIVE_INFINITY;
  const notions: Vocabulary['notions'] = [];
  for (const { name, description, parametersJsonSchema } of declarations) {
    notions.push(
      ...readNotions(`${description ?? ''} ${ownTerms[name] ?? ''}`).map((term) => ({ tool: name, ...term })),
    );
    const properties = parametersSchema.safeParse(parametersJsonSchema).data?.properties ?? {};
    parameters.set(name, new Set(Object.keys(properties)));
    const filter = filtersSchema.safeParse(properties.filters).data;
    filters.set(name, new Set(filter?.items.properties.dimension.enum));
    mostValues = Math.min(mostValues, filter?.items.properties.values?.maxItems ?? mostValues);
    const measures = readTerms(properties.measures);
    const dimensions = readTerms(properties.dimensions);
    if (measures.length > 0 && dimensions.length > 0) datasets.push({ tool: name, measures, dimensions });
    if (name === 'compare_sales')
      comparable = listSchema.safeParse(properties.measures).data?.items?.enum ?? [];
    if (name === 'show_visualization') chartTypes = listSchema.safeParse(properties.type).data?.enum ?? [];
    if (name === 'search_catalog')
      catalogKinds =
        listSchema.safeParse(properties.kind).data?.enum ?? readTerms(properties.kinds).map((t) => t.name);
  }
  return {
    tools: new Set(declarations.map((declaration) => declaration.name)),
    datasets,
    notions,
    catalogKinds,
    comparable: new Set(comparable),
    chartTypes: new Set(chartTypes),
    parameters,
    filters,
    mostValues,
  };
}

/** `Terms: safety stock: units kept …; reorder point: demand ….` */
function readNotions(description: string): Term[] {
  const told = /\bTerms: ([^.]+)\./.exec(description)?.[1] ?? '';
  return told.split('; ').flatMap((one) => {
    const [name, meaning] = one.split(': ');
    return name && meaning ? [{ name, unit: 'none' as const, description: `${meaning}.`, synonyms: [] }] : [];
  });
}

/** `- name [unit]: Description. Also called: a, b.`, one a line. */
function readTerms(property: unknown): Term[] {
  const list = listSchema.safeParse(property).data;
  const names = list?.items?.enum ?? list?.enum ?? [];
  const text = `${list?.description ?? ''}\n${list?.items?.description ?? ''}`;
  const lines = new Map(
    [...text.matchAll(/^\s*-\s*([a-z][a-z0-9_]*)\s*(?:\[(\w+)\])?\s*:\s*(.*)$/gm)].map((match) => [
      match[1],
      match,
    ]),
  );
  return names.map((name) => {
    const [, , unit, rest = ''] = lines.get(name) ?? [];
    const [description = '', called = ''] = rest.split(/\s*Also called:\s*/);
    return {
      name,
      unit: units.find((known) => known === unit) ?? 'none',
      description: description.trim(),
      synonyms: called
        .replace(/\.\s*$/, '')
        .split(/\s*,\s*/)
        .filter(Boolean),
    };
  });
}
