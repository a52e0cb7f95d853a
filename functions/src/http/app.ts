import type { HttpBindings } from '@hono/node-server';
import { OpenAPIHono } from '@hono/zod-openapi';
import type {
  ClientConfig,
  Conversation,
  ConversationPatch,
  Feedback,
  FeedbackRequest,
  Overview,
  RerunReply,
  RerunRequest,
} from '@tallyboard/contract';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Caller } from '../caller.ts';
import { CodedError } from '../coded-error.ts';
import type { ConversationRecord } from '../export/conversation-record.ts';
import { toExport } from '../export/to-export.ts';
import type { CreateSession } from '../identity/create-session.ts';
import type { EndSignIns } from '../identity/end-sign-ins.ts';
import type { Authenticate } from '../identity/verify-id-token.ts';
import type { Log } from '../log.ts';
import type { RerunKey } from '../rerun/run-again.ts';
import type { TurnRunner } from '../turn/turn-runner.ts';
import type { LimitCalls } from './call-limit.ts';
import { limitBody } from './limit-body.ts';
import { answerWithin, limitTime } from './limit-time.ts';
import { logRequests } from './log-requests.ts';
import { refuseOtherMethods } from './refuse-other-methods.ts';
import * as routes from './route-definitions.ts';
import { toAddress } from './to-address.ts';
import { toErrorReply, toInvalidRequest } from './to-error-reply.ts';
import { toStream } from './to-stream.ts';
import type { ReportViolations } from './violation-log.ts';

export type AppDeps = {
  config: ClientConfig;
  authenticate: Authenticate;
  createSession: CreateSession;
  endSignIns: EndSignIns;
  reportViolations: ReportViolations;
  /** By network address. */
  limitSignIns: LimitCalls;
  /** Of signed-in people, by user id. Questions have a limit of their own beyond this one, which costs reads of Firestore. */
  limitCalls: LimitCalls;
  /** Proxies before this function that are known to append to `X-Forwarded-For`. */
  trustedProxies: number;
  turns: TurnRunner;
  /** @throws CodedError conversation_not_found */
  patchConversation: (
    key: { uid: string; conversationId: string },
    patch: ConversationPatch,
  ) => Promise<Conversation>;
  /** @throws CodedError conversation_not_found */
  readConversation: (key: { uid: string; conversationId: string }) => Promise<ConversationRecord>;
  /** @throws CodedError turn_not_found, conversation_busy */
  saveFeedback: (
    key: { uid: string; conversationId: string; turnId: string },
    feedback: FeedbackRequest,
  ) => Promise<Feedback>;
  /** @throws CodedError unavailable */
  readOverview: (caller: Caller) => Promise<Overview>;
  /** @throws CodedError conversation_not_found, turn_not_found, forbidden, too_old, unavailable, and codes of tools */
  runAgain: (caller: Caller, key: Omit<RerunKey, 'uid'>, request: RerunRequest) => Promise<RerunReply>;
  /** A request is answered in this time. A question has a deadline of its own, once it is known who asks, and so have the overview and a read that is run again. */
  requestTimeoutMs: number;
  now: () => Date;
  log: Log;
};

export type AppEnv = {
  Bindings: Partial<HttpBindings>;
  Variables: { caller: Caller; turnId?: string; conversationId?: string };
};

const signedInRoutes = [
  routes.chatRoute,
  routes.cancelRoute,
  routes.feedbackRoute,
  routes.patchRoute,
  routes.exportRoute,
  routes.overviewRoute,
  routes.rerunRoute,
];

const quickRoutes = [
  routes.sessionRoute,
  routes.ssoLogoutRoute,
  routes.cancelRoute,
  routes.feedbackRoute,
  routes.patchRoute,
  routes.exportRoute,
];

/** The HTTP interface: authenticates, parses, calls, and maps errors to status. */
export function createApp(deps: AppDeps): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw toInvalidRequest(result.error, result.target);
    },
  });
  app.use(logRequests(deps.log));
  app.use(securityHeaders);
  app.use(refuseOtherMethods(app));
  app.use(limitBody);
  for (const route of quickRoutes) {
    app.on(route.method, route.getRoutingPath(), limitTime(deps.requestTimeoutMs));
  }
  for (const route of signedInRoutes) {
    app.on(route.method, route.getRoutingPath(), requireCaller(deps));
    app.on(route.method, route.getRoutingPath(), async (context, next) => {
      deps.limitCalls(context.var.caller.uid);
      await next();
    });
  }
  addOpenRoutes(app, deps);
  addTurnRoutes(app, deps);
  addConversationRoutes(app, deps);
  app.notFound(() => toErrorReply(new CodedError('not_found', 'There is nothing at this address.')));
  app.onError((error, context) => toErrorReply(error, routes.toBodyType(context.req.path)));
  return app;
}

const securityHeaders = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  strictTransportSecurity: 'max-age=31536000; includeSubDomains',
  crossOriginResourcePolicy: 'same-origin',
});

function requireCaller({ authenticate, requestTimeoutMs }: AppDeps): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    const caller = authenticate(context.req.header('authorization'));
    context.set('caller', await answerWithin(requestTimeoutMs, caller));
    await next();
  };
}

function addOpenRoutes(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  app.openapi(routes.healthRoute, (context) => context.json({ status: 'ok' as const }, 200));
  app.openapi(routes.configRoute, (context) => context.json(deps.config, 200));
  app.openapi(routes.sessionRoute, async (context) => {
    deps.limitSignIns(toAddress(context, deps.trustedProxies));
    return context.json(await deps.createSession(context.req.valid('json')), 200);
  });
  app.openapi(routes.ssoLogoutRoute, async (context) => {
    const { uid } = await deps.endSignIns(context.req.valid('form').logout_token);
    deps.log.logger.info({ uid }, 'Sign-ins ended by the SSO');
    return context.body(null, 200);
  });
  app.openapi(routes.cspReportRoute, async (context) => {
    if (!/^application\/(csp-report|json)\b/.test(context.req.header('content-type') ?? '')) {
      throw new CodedError('unsupported_media_type', 'The body must be sent as application/csp-report.');
    }
    deps.reportViolations(await context.req.text());
    return context.body(null, 204);
  });
}

function addTurnRoutes(app: OpenAPIHono<AppEnv>, { turns }: AppDeps): void {
  app.openapi(routes.chatRoute, async (context) => {
    const request = context.req.valid('json');
    context.set('turnId', request.turnId);
    context.set('conversationId', request.conversationId ?? request.turnId);
    return context.json(await turns.run({ caller: context.var.caller, request }), 200);
  });
  app.openapi(routes.cancelRoute, async (context) => {
    const key = { uid: context.var.caller.uid, ...context.req.valid('param') };
    context.set('turnId', key.turnId);
    context.set('conversationId', key.conversationId);
    return context.json(await turns.cancel(key), 200);
  });
}

function addConversationRoutes(app: OpenAPIHono<AppEnv>, deps: AppDeps): void {
  app.openapi(routes.patchRoute, async (context) => {
    const key = { uid: context.var.caller.uid, ...context.req.valid('param') };
    context.set('conversationId', key.conversationId);
    const { conversationId, title, archivedAt } = await deps.patchConversation(
      key,
      context.req.valid('json'),
    );
    return context.json({ conversationId, title, archived: archivedAt !== null }, 200);
  });
  app.openapi(routes.feedbackRoute, async (context) => {
    const key = { uid: context.var.caller.uid, ...context.req.valid('param') };
    context.set('turnId', key.turnId);
    context.set('conversationId', key.conversationId);
    const { kind } = await deps.saveFeedback(key, context.req.valid('json'));
    return context.json({ turnId: key.turnId, kind }, 200);
  });
  app.openapi(routes.rerunRoute, async (context) => {
    const key = context.req.valid('param');
    context.set('turnId', key.turnId);
    context.set('conversationId', key.conversationId);
    return context.json(await deps.runAgain(context.var.caller, key, context.req.valid('json')), 200);
  });
  app.openapi(routes.overviewRoute, async (context) =>
    context.json(await deps.readOverview(context.var.caller), 200),
  );
  app.openapi(routes.exportRoute, async (context) => {
    const key = { uid: context.var.caller.uid, ...context.req.valid('param') };
    context.set('conversationId', key.conversationId);
    const file = toExport(await deps.readConversation(key), context.req.valid('query').format, deps.now());
    return context.body(toStream(file.chunks, deps.log), 200, {
      'Content-Type': file.contentType,
      'Content-Disposition': `attachment; filename="${file.name}"`,
    });
  });
}
