import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { LocalServer } from '../../listen.ts';
import { createScriptBrain } from '../script/script-brain.ts';
import type { Step } from '../script/script-schema.ts';
import { startGemini } from '../test-client.ts';

/**
 * Real interactions with Google's service, recorded by the authors of its JavaScript client. They lie beside the
 * checkout on some machines; `GEMINI_RECORDINGS` names another folder.
 */
const folder =
  process.env.GEMINI_RECORDINGS ?? join(import.meta.dirname, '../../../../shared/data/gemini-recordings');
const present = existsSync(folder);
if (!present)
  console.log(`Skipped: no Gemini recordings in ${folder}. Set GEMINI_RECORDINGS to their folder.`);

const recordingSchema = z.object({
  interactions: z.array(
    z.object({
      request: z.object({ url: z.string(), bodySegments: z.array(z.record(z.string(), z.unknown())).min(1) }),
      response: z.object({
        statusCode: z.number(),
        bodySegments: z.array(z.record(z.string(), z.unknown())).min(1),
      }),
    }),
  ),
});
const partSchema = z.looseObject({
  text: z.string().optional(),
  functionCall: z
    .looseObject({ name: z.string().optional(), args: z.record(z.string(), z.unknown()).optional() })
    .optional(),
});
const chunkSchema = z.looseObject({
  candidates: z
    .array(
      z.looseObject({
        content: z.looseObject({ parts: z.array(partSchema).optional() }).optional(),
        finishReason: z.string().optional(),
      }),
    )
    .optional(),
});
type Interaction = z.infer<typeof recordingSchema>['interactions'][number];

const interactions = present
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      // Arguments streamed piece by piece exist on Vertex only, and the local server does not send them.
      .filter((name) => !/partial_function_calling|streaming_function_calling/.test(name))
      .flatMap((name) =>
        recordingSchema
          .parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
          .interactions.map((interaction, index): [string, Interaction] => [
            `${name} ${index + 1}`,
            interaction,
          ]),
      )
  : [];

let server: LocalServer;
let post: typeof fetch;
const steps: Step[] = [];
beforeAll(async () => {
  const brain = { name: 'recorded', answer: playSteps };
  const started = await startGemini(brain);
  server = started.server;
  post = started.post;
});
afterAll(() => server.close());

async function* playSteps(...args: Parameters<ReturnType<typeof createScriptBrain>['answer']>) {
  yield* createScriptBrain({ replies: [{ stream: steps }] }).answer(...args);
}

// Without one test of its own, a file whose recordings are not there counts as failed.
test.skipIf(present)('there are no recordings on this machine', () => {
  expect(interactions).toEqual([]);
});

test.each(interactions)(
  'the recorded request %s is taken and answered in the same format',
  async (_, interaction) => {
    const { request, response } = interaction;
    steps.splice(0, steps.length, ...response.bodySegments.flatMap(toSteps));
    const reply = await post(request.url, { body: JSON.stringify(withoutLimit(request.bodySegments[0])) });
    expect(reply.status).toBe(response.statusCode);
    const text = await reply.text();
    if (response.statusCode !== 200) {
      const { error } = JSON.parse(text);
      expect(error).toMatchObject(omit(response.bodySegments[0]?.error, 'details'));
      return;
    }
    const streamed = request.url.includes('alt=sse');
    const chunks = streamed
      ? text
          .split('\r\n\r\n')
          .filter(Boolean)
          .map((event) => JSON.parse(event.replace(/^data: /, '')))
      : [JSON.parse(text)];
    const recorded = response.bodySegments;
    expect(summarise(chunks)).toEqual(summarise(recorded));
    const allowed = toFieldNames(
      recorded,
      new Set(['thoughtSignature', 'id', 'index', 'thoughtsTokenCount', 'candidatesTokenCount']),
    );
    const unknown = [...toFieldNames(chunks)].filter((name) => !allowed.has(name));
    expect(unknown).toEqual([]);
  },
);

function toSteps(segment: Record<string, unknown>): Step[] {
  const candidate = chunkSchema.parse(segment).candidates?.[0];
  const found: Step[] = [];
  const calls: { name: string; args: Record<string, unknown> }[] = [];
  for (const part of candidate?.content?.parts ?? []) {
    if (part.text) found.push({ text: part.text });
    if (part.functionCall?.name)
      calls.push({ name: part.functionCall.name, args: part.functionCall.args ?? {} });
  }
  if (calls.length > 0) found.push({ calls });
  if (candidate?.finishReason) found.push({ finish: candidate.finishReason });
  return found;
}

/** The local count of tokens is an estimate, so a limit would cut the text elsewhere. */
function withoutLimit(body: unknown): Record<string, unknown> {
  const { generationConfig, ...rest } = Object(body);
  return { ...rest, generationConfig: omit(generationConfig, 'maxOutputTokens') };
}

/** What a client reads of a stream, however it is cut into chunks. */
function summarise(chunks: unknown[]) {
  const candidates = chunks.flatMap((chunk) => chunkSchema.parse(chunk).candidates ?? []);
  const parts = candidates.flatMap((candidate) => candidate.content?.parts ?? []);
  return {
    text: parts.map((part) => part.text ?? '').join(''),
    calls: parts.flatMap(({ functionCall: call }) => (call ? [{ name: call.name, args: call.args }] : [])),
    finishReasons: candidates.flatMap((candidate) => candidate.finishReason ?? []),
    lastHasFinish: candidates.at(-1)?.finishReason !== undefined,
  };
}

function toFieldNames(value: unknown, names = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const entry of value) toFieldNames(entry, names);
  else if (typeof value === 'object' && value !== null)
    for (const [name, entry] of Object.entries(value)) {
      names.add(name);
      toFieldNames(entry, names);
    }
  return names;
}

function omit(value: unknown, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(Object(value)).filter(([key]) => key !== name));
}
