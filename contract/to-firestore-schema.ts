import { z } from 'zod';
import {
  auditEntrySchema,
  byteUsageSchema,
  conversationSchema,
  queryUsageSchema,
  resultPartSchema,
  resultSchema,
  turnSchema,
  usedSignInSchema,
  userSchema,
} from './src/index.ts';

/** Every document that more than one program reads, by its path. */
const documents = {
  'users/{uid}': userSchema,
  'users/{uid}/usage/queries': queryUsageSchema,
  'users/{uid}/usage/bytes-{day}': byteUsageSchema,
  'users/{uid}/conversations/{conversationId}': conversationSchema,
  'users/{uid}/conversations/{conversationId}/turns/{turnId}': turnSchema,
  'users/{uid}/conversations/{conversationId}/turns/{turnId}/results/{resultId}': resultSchema,
  'users/{uid}/conversations/{conversationId}/turns/{turnId}/results/{resultId}/parts/{n}': resultPartSchema,
  'usedSignIns/{tokenId}': usedSignInSchema,
  'auditLog/{id}': auditEntrySchema,
} as const;

/** The Firestore documents as JSON Schema (2020-12). A Firestore timestamp is a `date-time` string here. */
export function toFirestoreSchema() {
  const schemas = Object.entries(documents).map(([path, schema]) => [path, toJsonSchema(schema)]);
  return { documents: Object.fromEntries(schemas) };
}

function toJsonSchema(schema: z.ZodType) {
  return z.toJSONSchema(schema, {
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type !== 'date') return;
      Object.assign(jsonSchema, { type: 'string', format: 'date-time', 'x-firestore-type': 'timestamp' });
    },
  });
}
