import { z } from 'zod';

/** One message for all that can be wrong: a text, a fraction, and what is too small or too large. */
export const numberWith = (holds: (value: number) => boolean, message: string) =>
  z.coerce.number(message).refine(holds, message);
export const integer = (min: number, max: number) =>
  numberWith(
    (value) => Number.isInteger(value) && value >= min && value <= max,
    `must be a whole number from ${min} to ${max}`,
  );
/** An optional setting: an empty environment variable means the same as a missing one. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const withDefault = <T extends z.ZodType>(schema: T, fallback: string) =>
  z.preprocess((value) => (value === '' || value === undefined ? fallback : value), schema);

/** Keys, tokens and questions go there: in plain text to this machine alone. */
const serverAddress = z
  .string()
  .refine(
    isEncryptedOrLocal,
    'must begin with https:// (http:// is for servers on this machine: 127.0.0.1, localhost)',
  );

const timeZone = z
  .string()
  .refine(
    isTimeZone,
    'must be the IANA name of a time zone, such as "Europe/Berlin" or "Asia/Kolkata", and no offset',
  );

const wholeDays = numberWith(
  (hours) => hours >= 48 && hours <= 168 && hours % 24 === 0,
  'must be 48, 72, 96, 120, 144 or 168, as of a BigQuery dataset',
);

const serviceLevel = numberWith((level) => level >= 0.5 && level <= 0.999, 'must be 0.5 to 0.999');

export const logLevel = z.enum(
  ['debug', 'info', 'warn', 'error', 'silent'],
  'must be debug, info, warn, error or silent',
);

/** Every setting of the functions, by the name of its environment variable. README.md has the same table. */
export const settingsSchema = z.object({
  GOOGLE_CLOUD_PROJECT: z.string().min(1),
  BIGQUERY_DATASET: withDefault(
    z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be a BigQuery dataset name'),
    'tallyboard',
  ),
  BIGQUERY_LOCATION: withDefault(z.string().min(1), 'EU'),
  /** The dataset's option `max_time_travel_hours`: how long tables can be read as they were. */
  MAX_TIME_TRAVEL_HOURS: withDefault(wholeDays, '168'),
  FIRESTORE_DATABASE: withDefault(z.string().min(1), '(default)'),

  GEMINI_API_KEY: z.string().min(1),
  GEMINI_MODEL: withDefault(z.string().min(1), 'gemini-3.8-flash'),
  GEMINI_BASE_URL: optional(serverAddress),

  SSO_ISSUER: serverAddress,
  SSO_CLIENT_ID: z.string().min(1),
  SSO_SCOPE: withDefault(z.string().min(1), 'openid profile email inventory'),

  FIREBASE_WEB_API_KEY: z.string().min(1),
  FIREBASE_AUTH_DOMAIN: z.string().min(1),
  /** Where the keys that sign Firebase ID tokens are published. */
  FIREBASE_JWKS_URL: withDefault(
    serverAddress,
    'https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com',
  ),
  /** `host:port`; the official clients read these two from the environment as well. */
  FIREBASE_AUTH_EMULATOR_HOST: optional(z.string()),
  FIRESTORE_EMULATOR_HOST: optional(z.string()),

  COMPANY_TIME_ZONE: withDefault(timeZone, 'UTC'),
  COMPANY_CURRENCY: withDefault(
    z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as "USD"'),
    'USD',
  ),
  FISCAL_YEAR_START_MONTH: withDefault(integer(1, 12), '1'),
  /** The chance of not running out while an order is on its way, by ABC class. */
  SERVICE_LEVEL_A: withDefault(serviceLevel, '0.98'),
  SERVICE_LEVEL_B: withDefault(serviceLevel, '0.95'),
  SERVICE_LEVEL_C: withDefault(serviceLevel, '0.9'),
  /** Days of demand that an order covers beyond the lead time. */
  REVIEW_DAYS: withDefault(integer(1, 90), '7'),
  ACCESS_CONTACT: withDefault(z.string().min(1), 'your inventory system administrator'),

  /** Roles and warehouses are those of the sign-in: after this many hours the SSO is asked again. */
  SIGN_IN_HOURS: withDefault(integer(1, 720), '12'),
  /** Sign-ins from one network address in a minute, per instance. */
  SIGN_INS_PER_MINUTE: withDefault(integer(1, 100_000), '60'),
  /** Requests of one person in a minute, per instance. */
  CALLS_PER_MINUTE: withDefault(integer(1, 100_000), '120'),
  /** Proxies before the function that append to `X-Forwarded-For`: the address that the outermost saw is the caller's. */
  TRUSTED_PROXIES: withDefault(integer(0, 10), '1'),

  QUERIES_PER_HOUR: withDefault(integer(1, 100_000), '50'),
  /** Reads are given up 4 s before it: less would leave them no time. */
  TURN_TIMEOUT_MS: withDefault(integer(10_000, 600_000), '30000'),
  CONVERSATION_DAYS: withDefault(integer(1, 3650), '30'),
  MODEL_ROUNDS: withDefault(integer(1, 50), '8'),
  TOOL_CALLS: withDefault(integer(1, 200), '12'),
  MAX_BYTES_BILLED: withDefault(integer(10_485_760, 1e15), '1000000000'),
  BYTES_PER_USER_DAY: withDefault(integer(10_485_760, 1e15), '20000000000'),
  RESULT_ROWS: withDefault(integer(1, 100_000), '10000'),
  MODEL_ROWS: withDefault(integer(1, 10_000), '500'),
  LOG_LEVEL: withDefault(logLevel, 'info'),
});
export type Settings = z.infer<typeof settingsSchema>;

/**
 * Reads the settings from an environment.
 * @throws Error whose message names each wrong or missing setting and what would be right.
 */
export function parseSettings(environment: Record<string, string | undefined>): Settings {
  const parsed = settingsSchema.safeParse(environment);
  const inCloud = listCloudProblems(environment);
  if (parsed.success && inCloud.length === 0) return parsed.data;
  const wrong = (parsed.error?.issues ?? []).map((issue) => {
    const name = issue.path.join('.');
    const missing = environment[name] === undefined || environment[name] === '';
    return missing ? `${name} is missing` : `${name}: ${issue.message}`;
  });
  const problems = [...inCloud, ...wrong];
  throw new Error(`Wrong settings: ${problems.join('; ')}. README.md lists them all.`);
}

const noEmulator = 'must not be set in the cloud: data and tokens would go there instead of to Google';

/** Of the 60 s after which Cloud Run ends a request of `api` (docs/operations.md), 10 s are left for what is written last. */
const mostTurnMs = 50_000;

/** Cloud Run names its service, this machine none: https://cloud.google.com/run/docs/container-contract */
function listCloudProblems(environment: Record<string, string | undefined>): string[] {
  if (!environment.K_SERVICE) return [];
  // Google's clients obey these by themselves.
  const emulators = Object.keys(environment).filter(
    (name) => name.endsWith('_EMULATOR_HOST') && environment[name],
  );
  const isLate = Number(environment.TURN_TIMEOUT_MS) > mostTurnMs;
  return [
    ...emulators.map((name) => `${name}: ${noEmulator}`),
    ...(isLate
      ? [`TURN_TIMEOUT_MS: must be ${mostTurnMs} at most in the cloud: a request ends after 60 s`]
      : []),
  ];
}

function isEncryptedOrLocal(address: string): boolean {
  const url = URL.parse(address);
  if (url?.protocol === 'https:') return true;
  return url?.protocol === 'http:' && /^(127(\.\d+){3}|localhost|\[::1\])$/.test(url.hostname);
}

/** JavaScript takes an offset for a zone, and DuckDB, which reads an import, does not. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
