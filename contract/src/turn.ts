import { z } from 'zod';
import { errorBodySchema } from './errors.ts';
import { idSchema, resultIdSchema } from './ids.ts';
import { scopeSchema } from './result.ts';
import { visualizationSchema } from './visualization.ts';

export const maxMessageLength = 4000;
/** Of what was wrong with an answer. */
export const maxReasonLength = 500;

/** One tool call, as a person follows it: "Reading sales by month… 36 rows, 10 MB". */
export const stepSchema = z.object({
  id: z.string(),
  tool: z.string(),
  title: z.string(),
  status: z.enum(['running', 'done', 'failed']),
  startedAt: z.date(),
  finishedAt: z.date().nullable(),
  resultId: resultIdSchema.nullable(),
  rows: z.number().int().nonnegative().nullable(),
  /** Bytes billed for the read; the price is on-demand list price in US dollars. */
  bytes: z.number().int().nonnegative().nullable(),
  priceUsd: z.number().nonnegative().nullable(),
  /** For a failed step: what was wrong, as the model was told it. */
  message: z.string().nullable(),
});
export type Step = z.infer<typeof stepSchema>;

/** A number found in the answer text, and what proves it. `start` and `end` are UTF-16 offsets into `text`. */
export const figureSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  proved: z.boolean(),
  /** Null when unproved. `formula`: "cell", "sum", "difference", "share", "change", "mean", "count", … */
  proof: z.object({ resultId: resultIdSchema, formula: z.string(), cells: z.string() }).nullable(),
});
export type Figure = z.infer<typeof figureSchema>;

export const turnUsageSchema = z.object({
  /** The model that answered, as it named itself in its reply. */
  model: z.string(),
  rounds: z.number().int().nonnegative(),
  toolCalls: z.number().int().nonnegative(),
  inputTokens: z.number().int().nonnegative(),
  outputTokens: z.number().int().nonnegative(),
  thoughtTokens: z.number().int().nonnegative(),
  cachedTokens: z.number().int().nonnegative(),
  bytesProcessed: z.number().int().nonnegative(),
  priceUsd: z.number().nonnegative(),
});

export const turnStatusSchema = z.enum(['running', 'completed', 'failed', 'cancelled']);
export type TurnStatus = z.infer<typeof turnStatusSchema>;

/** What the person thought of an answer. */
export const feedbackSchema = z.object({
  kind: z.enum(['positive', 'negative']),
  reason: z.string().trim().max(maxReasonLength).nullable(),
  at: z.date(),
});
export type Feedback = z.infer<typeof feedbackSchema>;

/**
 * `users/{uid}/conversations/{conversationId}/turns/{turnId}`: the question and its growing answer. The document is
 * the stream: it is rewritten in place until `status` is no longer `running`.
 */
export const turnSchema = z.object({
  turnId: idSchema,
  conversationId: idSchema,
  question: z.string().min(1).max(maxMessageLength),
  status: turnStatusSchema,
  steps: z.array(stepSchema),
  /** Markdown. What there is so far while running; kept when failed or cancelled. */
  text: z.string(),
  visualizations: z.array(visualizationSchema),
  figures: z.array(figureSchema),
  /** One entry for each distinct scope that the answer's results have. */
  scopes: z.array(scopeSchema),
  usage: turnUsageSchema.nullable(),
  /** Of the person's bytes of the day, what was set aside for this turn's reads when it began; missing where nothing was. */
  bytesReserved: z.number().int().nonnegative().optional(),
  /** Of the request that started it: one whose commit was not answered finds its own. */
  startId: z.string().optional(),
  error: errorBodySchema.nullable(),
  askedAt: z.date(),
  /** When the turn is ended whatever its state. */
  deadlineAt: z.date(),
  /** Set by a cancel request; the running turn sees it and ends. */
  cancelRequestedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
  /** Missing until it is given. */
  feedback: feedbackSchema.optional(),
  expiresAt: z.date(),
});
export type Turn = z.infer<typeof turnSchema>;
