import { z } from 'zod';
import { type FieldPath, isSamePath, parseFieldPath } from '../value/field-path.ts';

const scopeSchema = z.enum(['COLLECTION', 'COLLECTION_GROUP']);
const orderSchema = z.enum(['ASCENDING', 'DESCENDING']);

/** What `firestore.indexes.json` holds, as firebase-tools reads it. Unknown members are mistakes. */
const configSchema = z.strictObject({
  $schema: z.string().optional(),
  indexes: z
    .array(
      z.strictObject({
        collectionGroup: z.string().min(1),
        queryScope: scopeSchema.default('COLLECTION'),
        density: z.string().optional(),
        fields: z
          .array(
            z.strictObject({
              fieldPath: z.string().transform(parseFieldPath),
              order: orderSchema.optional(),
              arrayConfig: z.literal('CONTAINS').optional(),
            }),
          )
          .min(1),
      }),
    )
    .default([]),
  fieldOverrides: z
    .array(
      z.strictObject({
        collectionGroup: z.string().min(1),
        fieldPath: z.string(),
        ttl: z.boolean().default(false),
        indexes: z.array(
          z.strictObject({
            order: orderSchema.optional(),
            arrayConfig: z.literal('CONTAINS').optional(),
            queryScope: scopeSchema.default('COLLECTION'),
          }),
        ),
      }),
    )
    .default([]),
});

export type IndexConfig = z.infer<typeof configSchema>;
export type IndexScope = z.infer<typeof scopeSchema>;
/** How an index holds one field. */
export type IndexMode = 'asc' | 'desc' | 'contains';

/** @throws Error with the member that is wrong. */
export function parseIndexConfig(text: string, file: string): IndexConfig {
  const parsed = configSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${file}: ${issue?.path.join('.')}: ${issue?.message}`);
}

/** The mode of one field of an index or override. */
export function toMode(field: { order?: string; arrayConfig?: string }): IndexMode {
  return field.arrayConfig ? 'contains' : field.order === 'DESCENDING' ? 'desc' : 'asc';
}

/**
 * Whether a field has an index of its own: every field has one in both directions and for `array-contains` in its
 * collection, but none for collection groups, unless an override of the field, of a map around it or of `*` says otherwise.
 */
export function hasSingleFieldIndex(
  config: IndexConfig,
  collectionGroup: string,
  field: FieldPath,
  mode: IndexMode,
  scope: IndexScope,
): boolean {
  const override = findOverride(config, collectionGroup, field);
  if (!override) return scope === 'COLLECTION';
  return override.indexes.some((index) => index.queryScope === scope && toMode(index) === mode);
}

function findOverride(config: IndexConfig, collectionGroup: string, field: FieldPath) {
  const overrides = config.fieldOverrides.filter((override) => override.collectionGroup === collectionGroup);
  for (let length = field.length; length > 0; length--) {
    const around = field.slice(0, length);
    const found = overrides.find(
      (override) => override.fieldPath !== '*' && isSamePath(parseFieldPath(override.fieldPath), around),
    );
    if (found) return found;
  }
  return overrides.find((override) => override.fieldPath === '*');
}
