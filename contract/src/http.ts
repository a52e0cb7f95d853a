import { z } from 'zod';
import { maxTitleLength } from './conversation.ts';
import { errorBodySchema } from './errors.ts';
import { idSchema, resultIdSchema } from './ids.ts';
import { cellSchema, columnSchema, scopeSchema } from './result.ts';
import { feedbackSchema, maxMessageLength, turnStatusSchema } from './turn.ts';
import { roleSchema } from './user.ts';

/** `GET /api/config`: what the page needs before anyone has signed in. */
export const clientConfigSchema = z.object({
  firebase: z.object({
    projectId: z.string(),
    apiKey: z.string(),
    authDomain: z.string(),
    /** The Firestore database that the function writes to. */
    databaseId: z.string(),
  }),
  /** Set where the page talks to servers other than Google's: origins such as `http://127.0.0.1:4802`. */
  endpoints: z.object({ auth: z.url().nullable(), firestore: z.url().nullable() }),
  sso: z.object({ issuer: z.url(), clientId: z.string(), scope: z.string() }),
  /** The model that will answer, as configured. */
  model: z.string(),
  /** Whom to ask for a role. */
  accessContact: z.string(),
  /** Questions that a person may ask in an hour. */
  queriesPerHour: z.number().int().positive(),
  /** How long a conversation is kept after its last activity. */
  conversationDays: z.number().int().positive(),
});
export type ClientConfig = z.infer<typeof clientConfigSchema>;

/** `POST /api/session` */
export const sessionRequestSchema = z.object({
  /** The ID token of the inventory system's SSO. */
  idToken: z.string().min(1).max(16_384),
  /** The nonce that the page sent with the authorization request. */
  nonce: z.string().min(8).max(256),
});
export const sessionReplySchema = z.object({
  firebaseToken: z.string(),
  uid: z.string(),
  displayName: z.string(),
  roles: z.array(roleSchema),
});

/** `POST /api/sso-logout`, as a form: what OpenID Connect Back-Channel Logout sends. */
export const ssoLogoutRequestSchema = z.object({ logout_token: z.string().min(1).max(16_384) });

/** `POST /api/chat`. Without `conversationId` a conversation is begun whose id is the turn's. */
export const chatRequestSchema = z.object({
  conversationId: idSchema.optional(),
  turnId: idSchema,
  message: z.string().max(maxMessageLength),
});
export type ChatRequest = z.infer<typeof chatRequestSchema>;
/** Sent when the turn has ended: how it ended, never the answer. */
export const chatReplySchema = z.object({
  conversationId: idSchema,
  turnId: idSchema,
  status: turnStatusSchema,
  error: errorBodySchema.nullable(),
});
export type ChatReply = z.infer<typeof chatReplySchema>;

/** `POST /api/conversations/:conversationId/turns/:turnId/cancel` */
export const cancelReplySchema = z.object({ turnId: idSchema, status: turnStatusSchema });

/** `POST /api/conversations/:conversationId/turns/:turnId/feedback` */
export const feedbackRequestSchema = feedbackSchema.pick({ kind: true, reason: true });
export type FeedbackRequest = z.infer<typeof feedbackRequestSchema>;
export const feedbackReplySchema = z.object({ turnId: idSchema, kind: feedbackSchema.shape.kind });

/** `POST /api/conversations/:conversationId/turns/:turnId/results/:resultId/rerun` */
export const rerunRequestSchema = z.strictObject({
  /** `then`: on the tables as they were when the result was read; `now`: as they are. */
  asOf: z.enum(['then', 'now']),
});
export type RerunRequest = z.infer<typeof rerunRequestSchema>;

/** A row that is not as it was: what names it, and its cells before and after, null where it was or is not there. */
const rowChangeSchema = z.object({
  kind: z.enum(['changed', 'added', 'removed']),
  key: z.array(cellSchema),
  cells: z.array(z.object({ column: z.string(), before: cellSchema, after: cellSchema })),
});
export type RowChange = z.infer<typeof rowChangeSchema>;

/** How the rows differ from those of the saved result. */
export const rowDifferenceSchema = z.object({
  same: z.number().int().nonnegative(),
  changed: z.number().int().nonnegative(),
  added: z.number().int().nonnegative(),
  removed: z.number().int().nonnegative(),
  /** The first 100. */
  changes: z.array(rowChangeSchema),
});
export type RowDifference = z.infer<typeof rowDifferenceSchema>;

export const rerunReplySchema = z.object({
  resultId: resultIdSchema,
  /** The moment the tables were read as of. */
  asOf: z.iso.datetime(),
  scope: scopeSchema,
  columns: z.array(columnSchema),
  difference: rowDifferenceSchema,
  bytesProcessed: z.number().int().nonnegative(),
  priceUsd: z.number().nonnegative(),
});
export type RerunReply = z.infer<typeof rerunReplySchema>;

/** `GET /api/overview`: what the start screen says of the data, within the caller's warehouses. */
export const overviewSchema = z.object({
  /** When the tables read were last replicated. Null where nothing is recorded yet. */
  dataAsOf: z.iso.datetime().nullable(),
  /** Null where no stock is recorded. */
  lowStock: z
    .object({
      /** Lines below their reorder point, one for each product and warehouse. */
      count: z.number().int().nonnegative(),
      /** The most urgent of them. */
      lines: z.array(
        z.object({
          product: z.string(),
          warehouse: z.string(),
          onHand: z.number(),
          suggestedQuantity: z.number(),
          daysUntilStockOut: z.number().nullable(),
        }),
      ),
    })
    .nullable(),
  /** The categories that sold most in the last three months, best first. */
  categories: z.array(z.string()),
  /** The caller's warehouses by name; missing where they may see all. */
  warehouses: z.array(z.string()).optional(),
});
export type Overview = z.infer<typeof overviewSchema>;

/** `PATCH /api/conversations/:conversationId` */
export const conversationPatchSchema = z
  .strictObject({
    title: z.string().trim().min(1).max(maxTitleLength).optional(),
    archived: z.boolean().optional(),
  })
  .refine((patch) => patch.title !== undefined || patch.archived !== undefined, 'needs a title or archived');
export type ConversationPatch = z.infer<typeof conversationPatchSchema>;

export const conversationReplySchema = z.object({
  conversationId: idSchema,
  title: z.string(),
  archived: z.boolean(),
});

/** `GET /api/export/:conversationId?format=json|csv` */
export const exportFormatSchema = z.enum(['json', 'csv']);

/** `GET /api/health` */
export const healthSchema = z.object({ status: z.literal('ok') });
