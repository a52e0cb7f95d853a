import { GoogleGenAI } from '@google/genai';
import { createRead, type Loop, type LoopOptions } from './loop.ts';

/**
 * The least that answers the same question: `@google/genai`, one function call, one BigQuery read, the text printed as it
 * comes. No sign-in, no history, no checks, nothing stored.
 */
export function createBareLoop(options: LoopOptions): Loop {
  const genai = new GoogleGenAI({
    apiKey: 'local',
    httpOptions: { baseUrl: options.geminiOrigin, apiVersion: 'v1' },
  });
  const read = createRead(options);
  const tools = [
    {
      functionDeclarations: [
        {
          name: 'query_sales',
          description: 'Reads sales.',
          parametersJsonSchema: { type: 'object', properties: {} },
        },
      ],
    },
  ];
  return {
    ask: async (message) => {
      const startedAt = performance.now();
      const contents: object[] = [{ role: 'user', parts: [{ text: message }] }];
      for (;;) {
        const parts: object[] = [];
        const responses: object[] = [];
        const stream = await genai.models.generateContentStream({
          model: 'gemini-3.8-flash',
          contents,
          config: { tools },
        });
        for await (const chunk of stream) {
          for (const part of chunk.candidates?.[0]?.content?.parts ?? []) {
            if (part.text) return { firstTextMs: performance.now() - startedAt };
            parts.push(part);
            if (!part.functionCall) continue;
            const rows = await read();
            const { id, name } = part.functionCall;
            responses.push({ functionResponse: { ...(id && { id }), name, response: { output: { rows } } } });
          }
        }
        contents.push({ role: 'model', parts }, { role: 'user', parts: responses });
      }
    },
  };
}
