import { z } from 'zod';
import type { ToolDeclaration } from './model.ts';

/**
 * Tools as Gemini is told them. Only the schema features that its function declarations take are kept: it refuses a
 * request over `$schema`, `additionalProperties: false`, `const` or `propertyNames` (400 "Unknown name").
 */
export function toDeclarations(tools: readonly Declared[]): ToolDeclaration[] {
  return tools.map((tool) => ({
    name: tool.name,
    description: tool.description,
    parametersJsonSchema: toGeminiSchema(z.toJSONSchema(tool.parameters, { io: 'input', reused: 'inline' })),
  }));
}

type Declared = { name: string; description: string; parameters: z.ZodType };
type JsonSchema = z.core.JSONSchema.BaseSchema;
type GeminiSchema = ToolDeclaration['parametersJsonSchema'];

const keptKeywords = [
  'type',
  'description',
  'enum',
  'nullable',
  'required',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
] as const;

function toGeminiSchema(schema: JsonSchema): GeminiSchema {
  const kept: GeminiSchema = {};
  for (const keyword of keptKeywords) {
    if (schema[keyword] !== undefined) kept[keyword] = schema[keyword];
  }
  if (schema.const !== undefined) kept.enum = [schema.const];
  if (schema.properties !== undefined) {
    kept.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, property]) => [name, toGeminiSchema(asSchema(property))]),
    );
  }
  if (schema.items !== undefined && !Array.isArray(schema.items)) {
    kept.items = toGeminiSchema(asSchema(schema.items));
  }
  if (schema.anyOf !== undefined) kept.anyOf = schema.anyOf.map((option) => toGeminiSchema(asSchema(option)));
  return kept;
}

function asSchema(schema: z.core.JSONSchema._JSONSchema): JsonSchema {
  if (typeof schema === 'boolean') throw new Error('A tool parameter must say its type');
  return schema;
}
