import { afterEach, expect, test } from 'vitest';
import type { LocalServer } from '../../listen.ts';
import { createScriptBrain } from '../script/script-brain.ts';
import type { ScriptInput } from '../script/script-schema.ts';
import { model, realGemini, startGemini } from '../test-client.ts';

let server: LocalServer | undefined;
afterEach(() => server?.close());

async function start(replies: ScriptInput['replies'], options?: { apiKey?: string }) {
  const started = await startGemini(createScriptBrain({ replies }), options);
  server = started.server;
  return started;
}

const user = { role: 'user', parts: [{ text: 'hi' }] };
const called = {
  role: 'model',
  parts: [{ functionCall: { name: 'a', args: {} }, thoughtSignature: 'skip_thought_signature_validator' }],
};
const response = { functionResponse: { name: 'a', response: {} } };
const answered = { role: 'user', parts: [response] };
const withTool = (declaration: object) => ({
  contents: [user],
  tools: [{ functionDeclarations: [declaration] }],
});
const withParameters = (parameters: object) => withTool({ name: 'a', parameters });

test.each<[string, unknown, RegExp]>([
  ['malformed JSON', '{"contents":', /Invalid JSON payload received/],
  ['an unknown field', { contents: [user], temperature: 1 }, /Unknown name "temperature": Cannot find field/],
  [
    'an unknown field of a part',
    { contents: [{ role: 'user', parts: [{ text: 'a', type: 'text' }] }] },
    /Unknown name "type" at 'contents\[0\]\.parts\[0\]': Cannot find field/,
  ],
  [
    'a value of the wrong type',
    { contents: [{ role: 'user', parts: [{ text: 5 }] }] },
    /Invalid value at 'contents\[0\]\.parts\[0\]\.text' \(TYPE_STRING\), 5/,
  ],
  ['no contents', { contents: [] }, /contents is not specified/],
  ['a wrong role', { contents: [{ role: 'assistant', parts: [{ text: 'a' }] }] }, /valid role: user, model/],
  ['no parts', { contents: [{ role: 'user', parts: [] }] }, /contents\.parts must not be empty/],
  ['an empty part', { contents: [{ role: 'user', parts: [{}] }] }, /required oneof field 'data'/],
  [
    'a part with two kinds of data',
    { contents: [{ role: 'user', parts: [{ text: 'a', ...response }] }] },
    /oneof field 'data' is already set/,
  ],
  [
    'a function response without its call',
    { contents: [user, answered] },
    /immediately after a function call turn/,
  ],
  [
    'fewer responses than calls',
    { contents: [user, { role: 'model', parts: [...called.parts, ...called.parts] }, answered] },
    /number of function response parts is equal/,
  ],
  ['a call that is never answered', { contents: [user, called, user] }, /number of function response parts/],
  [
    'a response of another name',
    {
      contents: [user, called, { role: 'user', parts: [{ functionResponse: { name: 'b', response: {} } }] }],
    },
    /each function response has the name of its function call/,
  ],
  [
    'a conversation that begins with a call',
    { contents: [called, answered] },
    /immediately after a user turn/,
  ],
  ['a bad function name', withTool({ name: 'a b' }), /Invalid function name/],
  [
    'a schema field that Gemini lacks',
    withParameters({ type: 'OBJECT', additionalProperties: false }),
    /Unknown name "additionalProperties" at 'tools\[0\]\.function_declarations\[0\]\.parameters'/,
  ],
  [
    'such a field deeper down',
    withParameters({
      type: 'OBJECT',
      properties: { a: { type: 'STRING' }, b: { type: 'NUMBER', exclusiveMinimum: 0 } },
    }),
    /"exclusiveMinimum" at 'tools\[0\]\.function_declarations\[0\]\.parameters\.properties\[1\]\.value'/,
  ],
  [
    'an array without items',
    withParameters({ type: 'OBJECT', properties: { a: { type: 'ARRAY' } } }),
    /items: missing field/,
  ],
  [
    'a list of types',
    withParameters({ type: 'OBJECT', properties: { a: { type: ['STRING', 'NULL'] } } }),
    /Proto field is not repeating/,
  ],
  [
    'parameters twice',
    withTool({ name: 'a', parameters: { type: 'OBJECT' }, parametersJsonSchema: { type: 'object' } }),
    /mutually exclusive/,
  ],
  [
    'a reference that leads nowhere',
    withTool({
      name: 'a',
      parametersJsonSchema: { type: 'object', properties: { a: { $ref: '#/$defs/x' } } },
    }),
    /cannot be resolved/,
  ],
  [
    'an allowed function that is not declared',
    {
      ...withTool({ name: 'a' }),
      toolConfig: { functionCallingConfig: { mode: 'ANY', allowedFunctionNames: ['b'] } },
    },
    /Allowed function name b is not found/,
  ],
  [
    'a mode that does not exist',
    { contents: [user], toolConfig: { functionCallingConfig: { mode: 'SOMETIMES' } } },
    /Invalid value at 'tool_config\.function_calling_config\.mode'/,
  ],
  ['a temperature out of range', { contents: [user], generationConfig: { temperature: 3 } }, /in the range/],
  [
    'several candidates',
    { contents: [user], generationConfig: { candidateCount: 2 } },
    /Multiple candidates/,
  ],
])('%s is a 400 INVALID_ARGUMENT', async (_, body, message) => {
  const { post } = realGemini ?? (await start([{ repeat: true, stream: [{ text: 'answered' }] }]));
  const reply = await post(`/v1beta/models/${model}:generateContent`, {
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  expect(reply.status).toBe(400);
  const { error } = await reply.json();
  expect(error).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT' });
  expect(error.message).toMatch(message);
});

test('an unknown model is a 404 NOT_FOUND', async () => {
  const { client } = await start([]);
  const asked = client.models.generateContentStream({ model: 'custom-gemini', contents: 'hi' });
  await expect(asked).rejects.toMatchObject({ status: 404 });
});

test('an address with a wrong escape is a 404', async () => {
  const { post } = await start([]);
  expect((await post('/v1beta/models/%', { body: '{}' })).status).toBe(404);
});

test('a key is demanded, and a wrong one refused', async () => {
  const { post, client } = await start([{ stream: [{ text: 'ok' }] }], { apiKey: 'the-key' });
  const none = await post(`/v1/models/${model}:generateContent`, { headers: {}, body: '{}' });
  expect(none.status).toBe(403);
  const wrong = client.models.generateContent({ model, contents: 'hi' });
  await expect(wrong).rejects.toThrow(/API_KEY_INVALID/);
});
