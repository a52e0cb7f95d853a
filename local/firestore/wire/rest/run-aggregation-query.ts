import { z } from 'zod';
import { type Aggregation, aggregate } from '../../state/aggregate.ts';
import { invalidArgument } from '../../status.ts';
import { getField, parseFieldPath } from '../../value/field-path.ts';
import { formatMicros } from '../../value/timestamp.ts';
import { toWireValue } from '../../value/to-wire.ts';
import { parseBody } from '../parse-body.ts';
import { parseQuery } from '../parse-query.ts';
import { consistencySchema, toReads } from '../reads.ts';
import type { Operation } from './operation.ts';
import { admitQuery } from './run-query.ts';

const fieldSchema = z.object({ field: z.object({ fieldPath: z.string() }) });
const wrappedInt = z.union([z.coerce.number(), z.object({ value: z.coerce.number() })]);
const aggregationSchema = z.object({
  alias: z.string().optional(),
  count: z.object({ upTo: wrappedInt.nullish() }).optional(),
  sum: fieldSchema.optional(),
  avg: fieldSchema.optional(),
});
const bodySchema = consistencySchema.extend({
  structuredAggregationQuery: z.object({
    structuredQuery: z.unknown().optional(),
    aggregations: z.array(aggregationSchema).min(1).max(5),
  }),
});

export const runAggregationQuery: Operation = (context, { name, body, access }) => {
  const request = parseBody(bodySchema, body);
  const { structuredQuery, aggregations } = request.structuredAggregationQuery;
  const query = parseQuery(name, structuredQuery);
  const asked = aggregations.map(parseAggregation);
  const summed = asked.flatMap((aggregation) => (aggregation.kind === 'count' ? [] : [aggregation.field]));
  admitQuery(context, access, query, summed);
  const reads = toReads(context, request);
  // One index answers all: documents without one of the summed fields are not in it, so not even counted.
  const { documents: all } = reads.query({ ...query, offset: 0, limit: null });
  const end = query.limit === null ? undefined : query.offset + query.limit;
  const documents = all
    .filter((document) => summed.every((field) => getField(document.fields, field)))
    .slice(query.offset, end);
  const values = asked.map((aggregation) => [
    aggregation.alias,
    toWireValue(aggregate(documents, aggregation)),
  ]);
  const answer = {
    result: { aggregateFields: Object.fromEntries(values) },
    readTime: formatMicros(reads.readTime),
  };
  return reads.begun ? [{ transaction: reads.begun }, answer] : [answer];
};

function parseAggregation(body: z.infer<typeof aggregationSchema>, index: number): Aggregation {
  const alias = body.alias ?? `field_${index + 1}`;
  const upTo = body.count?.upTo ?? null;
  if (body.count)
    return { alias, kind: 'count', upTo: typeof upTo === 'object' ? (upTo?.value ?? null) : upTo };
  if (body.sum) return { alias, kind: 'sum', field: parseFieldPath(body.sum.field.fieldPath) };
  if (body.avg) return { alias, kind: 'avg', field: parseFieldPath(body.avg.field.fieldPath) };
  throw invalidArgument('An aggregation is a count, a sum or an avg.');
}
