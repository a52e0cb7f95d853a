import { createRead, type Loop, type LoopOptions } from './loop.ts';

/** What the benchmark uses of `@google/adk`, which is not among the product's own packages. */
type Adk = {
  LlmAgent: new (options: object) => object;
  FunctionTool: new (options: object) => object;
  Gemini: new (options: object) => object;
  InMemoryRunner: new (options: object) => { runEphemeral: (options: object) => AsyncIterable<AdkEvent> };
  StreamingMode: { SSE: unknown };
  LogLevel: { ERROR: unknown };
  setLogLevel: (level: unknown) => void;
};
type AdkEvent = { content?: { parts?: { text?: string }[] }; errorMessage?: string };

/** The same question answered by Google's Agent Development Kit: an agent with one tool, kept in memory, streaming. */
export async function createAdkLoop(options: LoopOptions): Promise<Loop> {
  // The kit's own client takes its address from here alone.
  process.env.GOOGLE_GEMINI_BASE_URL = options.geminiOrigin;
  const adk = await loadAdk();
  adk.setLogLevel(adk.LogLevel.ERROR);
  const read = createRead(options);
  const tool = new adk.FunctionTool({
    name: 'query_sales',
    description: 'Reads sales.',
    parameters: { type: 'OBJECT', properties: { period: { type: 'STRING' } } },
    execute: async () => ({ rows: await read() }),
  });
  const model = new adk.Gemini({ model: 'gemini-3.8-flash', apiKey: 'local' });
  const agent = new adk.LlmAgent({
    ...{ name: 'analyst', model, tools: [tool] },
    instruction: 'Answer questions about sales.',
  });
  const runner = new adk.InMemoryRunner({ agent, appName: 'bench' });
  return {
    ask: async (message) => {
      const startedAt = performance.now();
      const events = runner.runEphemeral({
        userId: 'bench',
        newMessage: { role: 'user', parts: [{ text: message }] },
        runConfig: { streamingMode: adk.StreamingMode.SSE },
      });
      for await (const event of events) {
        if (event.errorMessage) throw new Error(event.errorMessage);
        if (event.content?.parts?.some((part) => part.text))
          return { firstTextMs: performance.now() - startedAt };
      }
      throw new Error('The agent ended without text.');
    },
  };
}

async function loadAdk(): Promise<Adk> {
  const path = new URL('adk/node_modules/@google/adk/dist/esm/index.js', import.meta.url).href;
  return import(path);
}
