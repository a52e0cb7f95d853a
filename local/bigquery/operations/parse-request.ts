import { z } from 'zod';
import type { QueryRequest } from '../jobs/query-request.ts';
import { QueryError } from '../query-error.ts';
import { parseParameters, queryParameters } from '../types/parameters.ts';

/** REST writes 64-bit numbers as text. */
const integer = z.union([z.string().regex(/^\d+$/), z.number().int().nonnegative()]).transform(Number);

/** https://cloud.google.com/bigquery/docs/labels-intro#requirements */
const label = /^[\p{Ll}\p{Lo}\p{N}_-]{0,63}$/u;
const labels = z
  .record(z.string(), z.string())
  .refine(
    (all) =>
      Object.entries(all)
        .flat()
        .every((each) => label.test(each)),
    'a label has characters that are not allowed',
  )
  .refine((all) => Object.keys(all).length <= 64, 'more than 64 labels');

const querySettings = z.object({
  query: z
    .string()
    .min(1)
    .max(1024 * 1024),
  useLegacySql: z.boolean().default(true),
  useQueryCache: z.boolean().default(true),
  parameterMode: z.string().optional(),
  queryParameters: queryParameters.default([]),
  maximumBytesBilled: integer.optional(),
  defaultDataset: z.object({ datasetId: z.string(), projectId: z.string().optional() }).optional(),
  destinationTable: z.unknown().optional(),
  createSession: z.boolean().optional(),
});

/** Body of jobs.query. https://cloud.google.com/bigquery/docs/reference/rest/v2/jobs/query */
export const queryBody = querySettings.extend({
  labels: labels.default({}),
  dryRun: z.boolean().default(false),
  location: z.string().optional(),
  timeoutMs: integer.default(10_000),
  maxResults: integer.optional(),
  requestId: z.string().optional(),
  jobCreationMode: z.string().optional(),
  formatOptions: z
    .object({ useInt64Timestamp: z.boolean().default(false), timestampOutputFormat: z.string().optional() })
    .default({ useInt64Timestamp: false }),
});

/** Body of jobs.insert. https://cloud.google.com/bigquery/docs/reference/rest/v2/Job */
export const jobBody = z.object({
  jobReference: z
    .object({
      jobId: z
        .string()
        .regex(/^[A-Za-z0-9_-]{1,1024}$/)
        .optional(),
      location: z.string().optional(),
    })
    .default({}),
  configuration: z.object({
    query: querySettings.optional(),
    dryRun: z.boolean().default(false),
    jobTimeoutMs: integer.optional(),
    labels: labels.default({}),
  }),
});

/** Query parameters of getQueryResults. */
export const resultsQuery = z.object({
  maxResults: integer.optional(),
  pageToken: z.string().optional(),
  startIndex: integer.optional(),
  timeoutMs: integer.default(10_000),
  'formatOptions.useInt64Timestamp': z.stringbool().default(false),
});

/** @throws QueryError that names the field and what is wrong with it. */
export function parseBody<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  throw new QueryError('invalid', `Invalid value at '${field}': ${issue?.message ?? 'unknown'}`, {
    location: field,
  });
}

export function toQueryRequest(
  settings: z.infer<typeof querySettings>,
  own: { projectId: string; dataset: string },
  requestLabels: Record<string, string>,
): QueryRequest {
  const { defaultDataset } = settings;
  const refused = [
    [settings.useLegacySql, 'legacy SQL; send useLegacySql: false'],
    [settings.parameterMode?.toUpperCase() === 'POSITIONAL', 'positional parameters; name them'],
    [settings.destinationTable !== undefined, 'destination tables; it only reads'],
    [settings.createSession === true, 'sessions'],
  ] as const;
  for (const [isAsked, what] of refused) {
    if (isAsked) throw new QueryError('invalid', `Not supported by the local BigQuery server: ${what}`);
  }
  const { datasetId = own.dataset, projectId = own.projectId } = defaultDataset ?? {};
  if (datasetId !== own.dataset || projectId !== own.projectId) {
    throw new QueryError('notFound', `Not found: Dataset ${projectId}:${datasetId} was not found`);
  }
  return {
    sql: settings.query,
    parameters: parseParameters(settings.queryParameters),
    hasDefaultDataset: defaultDataset !== undefined,
    maxBytesBilled: settings.maximumBytesBilled ?? null,
    useCache: settings.useQueryCache,
    labels: requestLabels,
  };
}
