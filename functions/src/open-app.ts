import type { ClientConfig } from '@tallyboard/contract';
import { createApp } from './http/app.ts';
import { createCallLimit } from './http/call-limit.ts';
import { createViolationLog } from './http/violation-log.ts';
import { createSessionCreator } from './identity/create-session.ts';
import { createSignInEnder } from './identity/end-sign-ins.ts';
import { createFirebaseAccounts } from './identity/firebase-accounts.ts';
import { createIdTokenVerifier } from './identity/verify-id-token.ts';
import { createSsoVerifier } from './identity/verify-sso-token.ts';
import type { Log } from './log.ts';
import { once } from './once.ts';
import { remember } from './remember.ts';
import type { Settings } from './settings.ts';

const minuteMs = 60_000;
const hourMs = 3_600_000;
/** Addresses and people that a brake remembers. */
const maxCallers = 10_000;
/** A disabled or revoked person can still call for this long, at an instance that looked a moment ago. */
const accountAgeMs = 5_000;
/** Longer than any request takes that succeeds, and as long as a person may wait. */
const requestTimeoutMs = 20_000;

/**
 * The HTTP function from its settings. Firestore, BigQuery, Gemini and firebase-admin are loaded by the first request that
 * needs them, or by `warmUp`: together they take longer than a first request may.
 */
export function openApp(settings: Settings, log: Log) {
  const now = () => new Date();
  const loadServices = once(async () => {
    const { openServices } = await import('./open-services.ts');
    return openServices(settings);
  });
  const loadAnswers = once(async () => {
    const { db } = await loadServices();
    const { openAnswers } = await import('./open-answers.ts');
    return openAnswers(settings, db, log.logger);
  });
  const accounts = createFirebaseAccounts(settings.GOOGLE_CLOUD_PROJECT);
  const remembered = remember(accounts.readAccount, {
    toKey: (uid) => uid,
    maxAgeMs: accountAgeMs,
    maxEntries: maxCallers,
    now,
  });
  const authenticate = createIdTokenVerifier({
    projectId: settings.GOOGLE_CLOUD_PROJECT,
    jwksUrl: settings.FIREBASE_JWKS_URL,
    readAccount: remembered.read,
    now,
  });
  const app = createApp({
    config: toClientConfig(settings),
    authenticate: (authorization) => {
      const caller = authenticate(authorization);
      // While the keys and the account are on their way. A failure is that of the request's own call.
      loadServices().catch(() => undefined);
      return caller;
    },
    createSession: createSessionCreator({
      verifySsoToken: createSsoVerifier({
        issuer: settings.SSO_ISSUER,
        clientId: settings.SSO_CLIENT_ID,
        now,
      }),
      saveSignIn: async (signIn) => (await loadServices()).saveSignIn(signIn),
      mintToken: accounts.mintToken,
      accessContact: settings.ACCESS_CONTACT,
      maxSignInAgeMs: settings.SIGN_IN_HOURS * hourMs,
      now,
    }),
    endSignIns: createSignInEnder({
      issuer: settings.SSO_ISSUER,
      clientId: settings.SSO_CLIENT_ID,
      revoke: async (uid) => {
        await accounts.revoke(uid);
        remembered.forget(uid);
      },
      onRefused: (reason) => log.logger.warn({ reason }, 'logout token refused'),
      now,
    }),
    reportViolations: createViolationLog({ logger: log.logger, maxPerMinute: 30, now }),
    limitSignIns: createCallLimit({
      ...{ max: settings.SIGN_INS_PER_MINUTE, windowMs: minuteMs, maxCallers, now },
      sentence: 'Too many sign-ins from your network. Try again in a minute.',
    }),
    limitCalls: createCallLimit({
      ...{ max: settings.CALLS_PER_MINUTE, windowMs: minuteMs, maxCallers, now },
      sentence: 'Too many requests in a minute. Wait a moment.',
    }),
    trustedProxies: settings.TRUSTED_PROXIES,
    turns: {
      run: async (input) => (await loadAnswers()).turns.run(input),
      cancel: async (key) => (await loadAnswers()).turns.cancel(key),
    },
    patchConversation: async (key, patch) => (await loadServices()).patchConversation(key, patch, now()),
    saveFeedback: async (key, feedback) => (await loadServices()).saveFeedback(key, feedback, now()),
    readOverview: async (caller) => (await loadAnswers()).readOverview(caller),
    runAgain: async (caller, key, request) => (await loadAnswers()).runAgain(caller, key, request),
    readConversation: async (key) => (await loadServices()).readConversation(key, now()),
    requestTimeoutMs,
    now,
    log,
  });
  const warmUp = async () => {
    await loadAnswers();
    // What the services load at their own first call.
    await import('@google-cloud/bigquery');
    await import('@google/genai');
    await import('firebase-admin/auth');
  };
  return { app, warmUp };
}

function toClientConfig(settings: Settings): ClientConfig {
  const toOrigin = (host: string | undefined) => (host === undefined ? null : `http://${host}`);
  return {
    firebase: {
      projectId: settings.GOOGLE_CLOUD_PROJECT,
      apiKey: settings.FIREBASE_WEB_API_KEY,
      authDomain: settings.FIREBASE_AUTH_DOMAIN,
      databaseId: settings.FIRESTORE_DATABASE,
    },
    endpoints: {
      auth: toOrigin(settings.FIREBASE_AUTH_EMULATOR_HOST),
      firestore: toOrigin(settings.FIRESTORE_EMULATOR_HOST),
    },
    sso: { issuer: settings.SSO_ISSUER, clientId: settings.SSO_CLIENT_ID, scope: settings.SSO_SCOPE },
    model: settings.GEMINI_MODEL,
    accessContact: settings.ACCESS_CONTACT,
    queriesPerHour: settings.QUERIES_PER_HOUR,
    conversationDays: settings.CONVERSATION_DAYS,
  };
}
