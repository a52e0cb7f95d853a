import type { ErrorCode } from '@tallyboard/contract';

/** What the model does wrong, as a stream of the scripted model, and how a turn in which it happens ends. */
export type ModelFault = {
  name: string;
  stream: Record<string, unknown>[];
  /** When it happens once: whether the same round is asked again and the answer is whole. */
  recovers: boolean;
  /** The turn's code when it happens every time. */
  code: ErrorCode;
  /** What a person keeps of the answer. */
  keptText: string;
  /** Whether the question counts against the hour. */
  counts: boolean;
};

const halfText = 'Half an answer';
const half = { text: halfText };
const fault = (kind: string, more: Record<string, unknown> = {}) => ({ fault: { kind, ...more } });
/** Before the model has sent anything: tried again, and given back when it stays. */
const early = { recovers: true, keptText: '', counts: false };
/** After text was shown: that text stays. */
const late = { recovers: false, keptText: halfText, counts: true };

export const modelFaults: ModelFault[] = [
  { name: 'HTTP 429', stream: [fault('http', { status: 429 })], code: 'model_rate_limited', ...early },
  { name: 'HTTP 500', stream: [fault('http', { status: 500 })], code: 'model_unavailable', ...early },
  { name: 'HTTP 503', stream: [fault('http', { status: 503 })], code: 'model_unavailable', ...early },
  {
    name: 'HTTP 400',
    stream: [fault('http', { status: 400 })],
    code: 'model_rejected',
    ...early,
    recovers: false,
  },
  {
    name: 'HTTP 403',
    stream: [fault('http', { status: 403 })],
    code: 'model_unavailable',
    ...early,
    recovers: false,
  },
  {
    name: 'prompt blocked',
    stream: [fault('prompt_blocked')],
    code: 'model_blocked',
    ...{ recovers: false, keptText: '', counts: true },
  },
  { name: 'socket dropped before any text', stream: [fault('drop')], code: 'model_unavailable', ...early },
  { name: 'socket dropped after text', stream: [half, fault('drop')], code: 'model_unavailable', ...late },
  {
    name: 'malformed chunk before any text',
    stream: [fault('malformed_chunk')],
    code: 'model_unavailable',
    ...early,
  },
  {
    name: 'malformed chunk after text',
    stream: [half, fault('malformed_chunk')],
    code: 'model_unavailable',
    ...late,
  },
  {
    name: 'error object in a 200 stream, before any text',
    stream: [fault('stream_error', { status: 503 })],
    code: 'model_unavailable',
    ...early,
  },
  {
    name: 'error object in a 200 stream, after text',
    stream: [half, fault('stream_error', { status: 503 })],
    code: 'model_unavailable',
    ...late,
  },
  { name: 'no finish reason', stream: [half, fault('no_finish')], code: 'model_unavailable', ...late },
  { name: 'empty candidates', stream: [fault('empty_candidates')], code: 'model_empty', ...early },
  { name: 'empty STOP', stream: [fault('empty_stop')], code: 'model_empty', ...early },
  {
    name: 'MALFORMED_FUNCTION_CALL',
    stream: [{ finish: 'MALFORMED_FUNCTION_CALL' }],
    code: 'model_malformed',
    ...early,
  },
  {
    name: 'MALFORMED_FUNCTION_CALL after text',
    stream: [half, { finish: 'MALFORMED_FUNCTION_CALL' }],
    code: 'model_malformed',
    ...{ recovers: true, keptText: halfText, counts: true },
  },
  { name: 'MAX_TOKENS', stream: [half, { finish: 'MAX_TOKENS' }], code: 'model_truncated', ...late },
  { name: 'SAFETY', stream: [half, { finish: 'SAFETY' }], code: 'model_blocked', ...late },
  { name: 'RECITATION', stream: [{ finish: 'RECITATION' }], code: 'model_blocked', ...late, keptText: '' },
  { name: 'stall', stream: [half, fault('stall')], code: 'timeout', ...late },
  {
    name: 'endless tool loop',
    stream: [{ call: { name: 'read_sales' } }],
    code: 'too_many_rounds',
    ...late,
    keptText: '',
  },
];
