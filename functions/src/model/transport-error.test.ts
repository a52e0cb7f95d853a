import { expect, test } from 'vitest';
import { toModelError } from './transport-error.ts';

const toBody = (code: number, details: object[] = []) => ({ error: { code, message: 'no', details } });
/** What the SDK makes of a body that came as JSON, and of the same one that came as an event stream. */
const asJson = (body: object) => JSON.stringify(body);
const asStream = (body: object) => JSON.stringify({ error: { message: JSON.stringify(body), code: 400 } });
const keyInvalid = { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID' };
const fieldWrong = { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [] };

test.each([
  ['401', 401, asJson(toBody(401))],
  ['403', 403, asJson(toBody(403))],
  ['404, as of a model that was retired', 404, asJson(toBody(404))],
  ['400 about the API key', 400, asJson(toBody(400, [keyInvalid]))],
  ['400 about the API key in a stream', 400, asStream(toBody(400, [keyInvalid]))],
])('%s is a model that no question can reach: not tried again', (_name, status, message) => {
  expect(toModelError({ status, message })).toMatchObject({ code: 'model_unavailable', retryable: false });
});

test.each([
  ['a field', 400, asJson(toBody(400, [fieldWrong]))],
  ['nothing that it names', 400, asStream(toBody(400))],
  ['noise', 400, 'no JSON'],
  ['the size', 413, asJson(toBody(413))],
])('a refusal about %s is one of the question', (_name, status, message) => {
  expect(toModelError({ status, message })).toMatchObject({ code: 'model_rejected', retryable: false });
});

test('the wait that a 429 asks for is read in a stream, too', () => {
  const retryInfo = { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '7s' };
  const busy = { status: 429, message: asStream(toBody(429, [retryInfo])) };
  expect(toModelError(busy)).toMatchObject({ code: 'model_rate_limited', retryAfterMs: 7_000 });
});
