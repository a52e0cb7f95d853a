import { z } from 'zod';

const status = z.number().int().min(400).max(599);

const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('http'),
    status,
    message: z.string().optional(),
    retryAfterSeconds: z.number().optional(),
  }),
  z.strictObject({ kind: z.literal('prompt_blocked'), reason: z.string().default('PROHIBITED_CONTENT') }),
  z.strictObject({ kind: z.literal('drop') }),
  z.strictObject({ kind: z.literal('malformed_chunk') }),
  z.strictObject({ kind: z.literal('one_byte_chunks') }),
  z.strictObject({ kind: z.literal('no_finish') }),
  z.strictObject({ kind: z.literal('empty_candidates') }),
  z.strictObject({ kind: z.literal('empty_stop') }),
  z.strictObject({ kind: z.literal('stream_error'), status, message: z.string().optional() }),
  z.strictObject({ kind: z.literal('stall'), ms: z.number().optional() }),
]);

const callSchema = z.strictObject({
  name: z.string(),
  /** `"$lastResultId"` and `"$resultId:2"` stand for ids that tools returned in the conversation, `"$userText"` for the question. */
  args: z.record(z.string(), z.unknown()).default({}),
});

const stepSchema = z.union([
  z.strictObject({
    text: z.string(),
    thought: z.boolean().optional(),
    /** Characters a chunk; all in one when absent. */
    chunkSize: z.number().int().positive().optional(),
    /** Milliseconds between the chunks. */
    everyMs: z.number().nonnegative().optional(),
  }),
  z.strictObject({ call: callSchema }),
  /** `split`: each call in a chunk of its own, before the last one. */
  z.strictObject({ calls: z.array(callSchema).min(1), split: z.boolean().optional() }),
  z.strictObject({ wait: z.number().nonnegative() }),
  z.strictObject({ finish: z.string(), message: z.string().optional() }),
  z.strictObject({ fault: faultSchema }),
]);

/** All that is given must hold. */
const whenSchema = z.strictObject({
  /** Contained in the user's last text, upper or lower case; `/…/` is a regular expression. */
  userText: z.string().optional(),
  /** Whether the last content is the user's text or tools' responses. */
  after: z.enum(['user', 'tools']).optional(),
  /** A tool among the responses of the last content. */
  tool: z.string().optional(),
  /** Model steps since the user's last text: 0 for the first request of a turn. */
  round: z.number().int().nonnegative().optional(),
});

const replySchema = z.strictObject({
  when: whenSchema.optional(),
  /** Used again and again; otherwise once. */
  repeat: z.boolean().default(false),
  stream: z.array(stepSchema),
});

export const scriptSchema = z.strictObject({
  /** What the script names itself in `modelVersion`. */
  name: z.string().default('tallyboard-local-script'),
  replies: z.array(replySchema),
});

/** A script as a test writes it. */
export type ScriptInput = z.input<typeof scriptSchema>;
type Script = z.infer<typeof scriptSchema>;
export type Reply = Script['replies'][number];
export type When = NonNullable<Reply['when']>;
export type Step = Reply['stream'][number];
