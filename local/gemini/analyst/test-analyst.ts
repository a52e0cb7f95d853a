import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Content } from '../wire/request-schema.ts';
import { createAnalyst } from './analyst.ts';
import type { Run } from './test-company.ts';
import { type Called, converse } from './test-conversation.ts';

const file = join(import.meta.dirname, '../../../contract/generated/gemini-tools.json');
/** The declarations that the product sends. */
export const declarations = z
  .array(
    z.object({
      name: z.string(),
      description: z.string(),
      parametersJsonSchema: z.record(z.string(), z.unknown()),
    }),
  )
  .parse(JSON.parse(readFileSync(file, 'utf8')));

export const now = () => new Date('2026-11-23T10:00:00Z');

/** It has no memory: one reads the declarations for all questions of a file. */
const analyst = createAnalyst({ now, chunkDelayMs: 0 });

/** Asks the analyst in turn, without a wire between. */
export function askAnalyst(
  questions: string[],
  run?: Run,
): Promise<{ calls: Called[]; text: string; rounds: number }[]> {
  const ask = async (contents: Content[]): Promise<Content> => {
    const parts: NonNullable<Content['parts']> = [];
    const request = {
      ...{ model: 'gemini-3.8-flash', systemInstruction: '', contents, declarations },
      ...{ toolMode: 'auto' as const, includeThoughts: false, maxOutputTokens: null, promptTokens: 0 },
    };
    for await (const event of analyst.answer(request, new AbortController().signal)) {
      if (event.type === 'calls') parts.push(...event.calls.map((functionCall) => ({ functionCall })));
      if (event.type === 'text') parts.push({ text: event.text });
    }
    return { role: 'model', parts };
  };
  return converse(ask, questions, run);
}
