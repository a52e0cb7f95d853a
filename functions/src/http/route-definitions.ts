import { createRoute, z } from '@hono/zod-openapi';
import {
  cancelReplySchema,
  chatReplySchema,
  chatRequestSchema,
  clientConfigSchema,
  conversationPatchSchema,
  conversationReplySchema,
  errorBodySchema,
  exportFormatSchema,
  feedbackReplySchema,
  feedbackRequestSchema,
  healthSchema,
  idSchema,
  overviewSchema,
  rerunReplySchema,
  rerunRequestSchema,
  resultIdSchema,
  sessionReplySchema,
  sessionRequestSchema,
  ssoLogoutRequestSchema,
} from '@tallyboard/contract';

const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const reply = <T extends z.ZodType>(description: string, schema: T) => ({
  description,
  content: json(schema),
});

const errorBody = z.object(errorBodySchema.shape).openapi('ErrorBody');
const problem = (description: string) => ({ description, content: json(errorBody) });
const badRequest = { 400: problem('The request is not as described.') };
const badBody = {
  ...badRequest,
  413: problem('The body is too large.'),
  415: problem('The body is not JSON.'),
};
const signedIn = {
  401: problem('Not signed in (`unauthenticated`), or the token must be renewed (`token_expired`).'),
  403: problem('The account has no role.'),
  429: problem('Too many requests of this person in a minute. `Retry-After` says when to come back.'),
  503: problem('The sign-in cannot be checked just now.'),
};
const conversationNotFound = {
  404: problem('The caller has no such conversation: unknown, archived for good, or someone else’s.'),
};

/** The scheme that `security` names. */
export const bearerScheme = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description: 'A Firebase ID token.',
} as const;
const security = [{ firebaseIdToken: [] }];

const conversationParams = z.object({ conversationId: idSchema });
const turnParams = z.object({ conversationId: idSchema, turnId: idSchema });
const resultParams = turnParams.extend({ resultId: resultIdSchema });

export const healthRoute = createRoute({
  method: 'get',
  path: '/api/health',
  summary: 'Whether the function answers',
  responses: { 200: reply('It does.', healthSchema) },
});

export const configRoute = createRoute({
  method: 'get',
  path: '/api/config',
  summary: 'What the page needs before anyone has signed in',
  responses: { 200: reply('The configuration.', clientConfigSchema) },
});

export const sessionRoute = createRoute({
  method: 'post',
  path: '/api/session',
  summary: 'Exchange an ID token of the inventory SSO for a Firebase custom token',
  request: { body: { required: true, content: json(sessionRequestSchema) } },
  responses: {
    200: reply('The custom token, and who signed in.', sessionReplySchema),
    ...badBody,
    401: problem('The ID token does not hold.'),
    403: problem('The account has no role.'),
    429: problem('Too many sign-ins from this address. `Retry-After` says when to come back.'),
    503: problem('The SSO does not answer.'),
  },
});

export const ssoLogoutRoute = createRoute({
  method: 'post',
  path: '/api/sso-logout',
  summary: 'The SSO ends the sign-ins of a person (OpenID Connect Back-Channel Logout)',
  request: {
    body: {
      required: true,
      content: { 'application/x-www-form-urlencoded': { schema: ssoLogoutRequestSchema } },
    },
  },
  responses: {
    200: { description: 'They are ended, if there were any.' },
    ...badBody,
    415: problem('The body is no form.'),
    503: problem('The SSO does not answer.'),
  },
});

export type BodyType = 'application/json' | 'application/x-www-form-urlencoded';

/** What the body of a request to this path has to be sent as. */
export function toBodyType(path: string): BodyType {
  return path === ssoLogoutRoute.path ? 'application/x-www-form-urlencoded' : 'application/json';
}

export const cspReportRoute = createRoute({
  method: 'post',
  path: '/api/csp-report',
  summary: 'A browser reports a violation of the content security policy',
  request: { body: { required: true, content: { 'application/csp-report': { schema: z.looseObject({}) } } } },
  responses: { 204: { description: 'It is logged.' }, ...badBody },
});

export const chatRoute = createRoute({
  method: 'post',
  path: '/api/chat',
  summary: 'Ask. Answers when the turn has ended; the answer itself is in the turn’s document',
  description: 'The same `turnId` with the same message joins the turn and spends nothing.',
  security,
  request: { body: { required: true, content: json(chatRequestSchema) } },
  responses: {
    200: reply('How the turn ended. A failed turn is a 200 with `status` and `error`.', chatReplySchema),
    ...badBody,
    ...signedIn,
    ...conversationNotFound,
    409: problem('The turn id was used for another message, or another turn is running.'),
    429: problem('The hour’s questions are used up. `Retry-After` says when the next is free.'),
  },
});

export const cancelRoute = createRoute({
  method: 'post',
  path: '/api/conversations/{conversationId}/turns/{turnId}/cancel',
  summary: 'End a running turn',
  security,
  request: { params: turnParams },
  responses: {
    200: reply('The turn’s status now.', cancelReplySchema),
    ...badRequest,
    ...signedIn,
    404: problem('The caller has no such turn.'),
  },
});

export const feedbackRoute = createRoute({
  method: 'post',
  path: '/api/conversations/{conversationId}/turns/{turnId}/feedback',
  summary: 'Say what an answer was worth. The last word counts',
  security,
  request: { params: turnParams, body: { required: true, content: json(feedbackRequestSchema) } },
  responses: {
    200: reply('What is kept.', feedbackReplySchema),
    ...badBody,
    ...signedIn,
    404: problem('The caller has no such turn.'),
    409: problem('The answer is still being written.'),
  },
});

export const rerunRoute = createRoute({
  method: 'post',
  path: '/api/conversations/{conversationId}/turns/{turnId}/results/{resultId}/rerun',
  summary: 'Run the read behind a result again, and say what differs',
  description:
    'As of `then` on the tables as they were, as of `now` as they are. Nothing is kept of it but the audit entry.',
  security,
  request: { params: resultParams, body: { required: true, content: json(rerunRequestSchema) } },
  responses: {
    200: reply('How the rows differ.', rerunReplySchema),
    ...badBody,
    ...signedIn,
    404: problem('The caller has no such result.'),
    410: problem('The tables of then are not kept any more (`too_old`).'),
    422: problem('What it was about is gone (`no_match`), or it would read too much (`too_expensive`).'),
    502: problem('The data could not be read (`warehouse_failed`).'),
  },
});

export const overviewRoute = createRoute({
  method: 'get',
  path: '/api/overview',
  summary: 'What the start screen says of the data, within the caller’s warehouses',
  description: 'Up to five minutes old; those who may see the same warehouses share it.',
  security,
  responses: { 200: reply('The overview.', overviewSchema), ...signedIn },
});

export const patchRoute = createRoute({
  method: 'patch',
  path: '/api/conversations/{conversationId}',
  summary: 'Rename a conversation, or delete and restore it',
  security,
  request: { params: conversationParams, body: { required: true, content: json(conversationPatchSchema) } },
  responses: {
    200: reply('The conversation now.', conversationReplySchema),
    ...badBody,
    ...signedIn,
    ...conversationNotFound,
  },
});

export const exportRoute = createRoute({
  method: 'get',
  path: '/api/export/{conversationId}',
  summary: 'A whole conversation as a file',
  security,
  request: { params: conversationParams, query: z.object({ format: exportFormatSchema.default('json') }) },
  responses: {
    200: {
      description: 'The file.',
      content: { ...json(z.looseObject({})), 'text/csv': { schema: z.string() } },
    },
    ...badRequest,
    ...signedIn,
    ...conversationNotFound,
  },
});

export const allRoutes = [
  healthRoute,
  configRoute,
  sessionRoute,
  ssoLogoutRoute,
  cspReportRoute,
  chatRoute,
  cancelRoute,
  feedbackRoute,
  patchRoute,
  exportRoute,
  overviewRoute,
  rerunRoute,
];
