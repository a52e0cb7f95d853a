import { parse } from 'yaml';
import { z } from 'zod';

const namedSchema = z.record(z.string(), z.unknown());
const partsSchema = z.looseObject({
  catalog: z.string().optional(),
  joins: namedSchema.default({}),
  dimensions: namedSchema.default({}),
});

/**
 * A model file as it stands, with the joins and dimensions of the product catalog where it names its product column under `catalog`. What
 * the file says itself wins.
 * @param catalog the text of `catalog.yaml`, in which `{product_id}` stands for that column.
 */
export function addCatalog(file: unknown, catalog: string): unknown {
  const parsed = partsSchema.safeParse(file);
  if (!parsed.success || parsed.data.catalog === undefined) return file;
  const { catalog: column, joins, dimensions, ...rest } = parsed.data;
  const shared = partsSchema.parse(parse(catalog.replaceAll('{product_id}', column)));
  return {
    ...rest,
    joins: { ...shared.joins, ...joins },
    dimensions: { ...shared.dimensions, ...dimensions },
  };
}
