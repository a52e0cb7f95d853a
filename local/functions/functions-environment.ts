import { settingsSchema } from '../../functions/src/settings.ts';

export type FunctionsEnvironmentOptions = {
  /** What the caller set; names that are no setting of the functions are left out. */
  given: Record<string, string | undefined>;
  projectId: string;
  dataset: string;
  /** Path of the Google credentials file. */
  credentials: string;
  /** `gemini` is empty when the real Gemini answers. */
  origins: { hosting: string; firestore: string; bigquery: string; identity: string; gemini: string };
};

/** Where Google's own answers when it is set and empty. */
const servers = ['BIGQUERY_EMULATOR_HOST', 'FIRESTORE_EMULATOR_HOST', 'FIREBASE_AUTH_EMULATOR_HOST'];

/**
 * The environment that aims the functions at the local servers. A setting that the caller gave wins, so each piece can be
 * swapped for another server or for the real service, one at a time. Credentials that are given are for a server that is.
 */
export function toFunctionsEnvironment(options: FunctionsEnvironmentOptions): Record<string, string> {
  const { origins } = options;
  const local: Record<string, string> = {
    NODE_ENV: 'production',
    GOOGLE_CLOUD_PROJECT: options.projectId,
    GOOGLE_APPLICATION_CREDENTIALS: options.credentials,
    BIGQUERY_DATASET: options.dataset,
    BIGQUERY_EMULATOR_HOST: origins.bigquery,
    FIRESTORE_EMULATOR_HOST: new URL(origins.firestore).host,
    FIREBASE_AUTH_EMULATOR_HOST: new URL(origins.identity).host,
    FIREBASE_AUTH_DOMAIN: new URL(origins.identity).host,
    FIREBASE_WEB_API_KEY: 'local',
    FIREBASE_JWKS_URL: `${origins.identity}/jwks`,
    SSO_ISSUER: `${origins.identity}/sso`,
    SSO_CLIENT_ID: 'tallyboard-web',
    ...(origins.gemini && {
      GEMINI_API_KEY: 'local',
      GEMINI_BASE_URL: origins.gemini,
      GEMINI_MODEL: 'tallyboard-local-analyst',
    }),
  };
  const given = servers.filter((name) => options.given[name] !== undefined);
  for (const name of given) delete local[name];
  const names = [
    ...Object.keys(settingsSchema.shape),
    'BIGQUERY_EMULATOR_HOST',
    ...(given.length > 0 ? ['GOOGLE_APPLICATION_CREDENTIALS'] : []),
  ];
  const settings = names.flatMap((name) => {
    const value = options.given[name];
    return value ? [[name, value] as const] : [];
  });
  return { ...local, ...Object.fromEntries(settings) };
}
