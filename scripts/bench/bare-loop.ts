import { GoogleGenAI } from '@google/genai';
import { BigQuery } from '@google-cloud/bigquery';
import { OAuth2Client } from 'google-auth-library';

export type BareLoop = { ask: (message: string) => Promise<{ firstTextMs: number }> };

export type BareLoopOptions = {
  geminiOrigin: string;
  bigqueryOrigin: string;
  projectId: string;
  dataset: string;
  /** The statement that the product ran for the same question. */
  sql: string;
  params: Record<string, unknown>;
  /** As Google's client takes them: an array of one type is an array. */
  types: Record<string, string | string[]>;
};

/**
 * The least that answers the same question: `@google/genai`, one function call, one BigQuery read, the text printed as it
 * comes. No sign-in, no history, no checks, nothing stored.
 */
export function createBareLoop(options: BareLoopOptions): BareLoop {
  const genai = new GoogleGenAI({
    apiKey: 'local',
    httpOptions: { baseUrl: options.geminiOrigin, apiVersion: 'v1' },
  });
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: 'owner' });
  const bigquery = new BigQuery({
    projectId: options.projectId,
    apiEndpoint: options.bigqueryOrigin,
    authClient,
  });
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
            const { sql: query, params, types } = options;
            const [rows] = await bigquery.query({
              query,
              params,
              types,
              defaultDataset: { datasetId: options.dataset },
            });
            const { id, name } = part.functionCall;
            responses.push({ functionResponse: { ...(id && { id }), name, response: { output: { rows } } } });
          }
        }
        contents.push({ role: 'model', parts }, { role: 'user', parts: responses });
      }
    },
  };
}
