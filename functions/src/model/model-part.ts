import { z } from 'zod';
import type { ModelContent, ModelPart } from './model.ts';

/** Loose on purpose: a part goes back to the model as it came, fields that we do not know included. */
const modelPartSchema = z.looseObject({
  text: z.string().optional(),
  thought: z.boolean().optional(),
  thoughtSignature: z.string().optional(),
  functionCall: z
    .looseObject({
      id: z.string().optional(),
      name: z.string(),
      args: z.record(z.string(), z.unknown()).default({}),
    })
    .optional(),
  functionResponse: z
    .looseObject({
      id: z.string().optional(),
      name: z.string(),
      response: z.record(z.string(), z.unknown()),
    })
    .optional(),
});

const modelContentsSchema = z.array(
  z.object({ role: z.enum(['user', 'model']), parts: z.array(modelPartSchema) }),
);

/** @throws ZodError when it is not a part, such as a function call without a name. */
export function parseModelPart(raw: unknown): ModelPart {
  return modelPartSchema.parse(raw);
}

/** Contents as they were stored. @throws ZodError or SyntaxError */
export function parseModelContents(json: string): ModelContent[] {
  return modelContentsSchema.parse(JSON.parse(json));
}
