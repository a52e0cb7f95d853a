import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSettings, settingsSchema } from './settings.ts';
import { defaultReorderSettings } from './tools/get-reorder-recommendations.ts';

const required = {
  GOOGLE_CLOUD_PROJECT: 'p',
  GEMINI_API_KEY: 'k',
  SSO_ISSUER: 'https://sso.example',
  SSO_CLIENT_ID: 'c',
  FIREBASE_WEB_API_KEY: 'w',
  FIREBASE_AUTH_DOMAIN: 'd',
};

describe('parseSettings', () => {
  it('fills in the defaults, for empty values too', () => {
    expect(parseSettings({ ...required, QUERIES_PER_HOUR: '' })).toMatchObject({
      QUERIES_PER_HOUR: 50,
      TURN_TIMEOUT_MS: 30_000,
      COMPANY_TIME_ZONE: 'UTC',
    });
  });

  it('has the defaults that tools have without settings', () => {
    const { serviceLevels, reviewDays } = defaultReorderSettings;
    expect(parseSettings(required)).toMatchObject({
      SERVICE_LEVEL_A: serviceLevels.A,
      SERVICE_LEVEL_B: serviceLevels.B,
      SERVICE_LEVEL_C: serviceLevels.C,
      REVIEW_DAYS: reviewDays,
    });
  });

  it.each(['http://127.0.0.1:4805/sso', 'http://localhost:4805', 'http://[::1]:4805', 'https://sso.example'])(
    'takes the server %s',
    (address) => {
      expect(parseSettings({ ...required, SSO_ISSUER: address }).SSO_ISSUER).toBe(address);
    },
  );

  it.each(['FIRESTORE_EMULATOR_HOST', 'FIREBASE_AUTH_EMULATOR_HOST', 'BIGQUERY_EMULATOR_HOST'])(
    'takes %s on a machine of its own, and refuses it in the cloud, where Google clients would obey it',
    (name) => {
      const local = { ...required, [name]: '127.0.0.1:4802' };
      expect(() => parseSettings(local)).not.toThrow();
      expect(() => parseSettings({ ...local, K_SERVICE: 'api' })).toThrow(
        `Wrong settings: ${name}: must not be set in the cloud`,
      );
      expect(() => parseSettings({ ...local, [name]: '', K_SERVICE: 'api' })).not.toThrow();
    },
  );

  it('takes an answer of up to 50 s in the cloud, where a request ends after 60 s, and of more on a machine of its own', () => {
    const slow = { ...required, TURN_TIMEOUT_MS: '50001' };
    expect(parseSettings(slow).TURN_TIMEOUT_MS).toBe(50_001);
    expect(() => parseSettings({ ...slow, K_SERVICE: 'api' })).toThrow(
      'Wrong settings: TURN_TIMEOUT_MS: must be 50000 at most in the cloud',
    );
    expect(() => parseSettings({ ...slow, TURN_TIMEOUT_MS: '50000', K_SERVICE: 'api' })).not.toThrow();
  });

  it('names every missing setting at once', () => {
    const { SSO_ISSUER: _, GEMINI_API_KEY: __, ...rest } = required;
    expect(() => parseSettings(rest)).toThrow(/GEMINI_API_KEY is missing; SSO_ISSUER is missing/);
  });

  it.each([
    ['QUERIES_PER_HOUR', '0'],
    ['QUERIES_PER_HOUR', 'many'],
    ['TURN_TIMEOUT_MS', '9999'],
    ['COMPANY_TIME_ZONE', 'Mars/Olympus'],
    ['COMPANY_CURRENCY', 'euro'],
    ['SSO_ISSUER', 'sso.example'],
    ['SSO_ISSUER', 'localhost:4805'],
    ['SSO_ISSUER', 'http://sso.example'],
    ['FIREBASE_JWKS_URL', 'http://127.0.0.1.example/jwks'],
    ['GEMINI_BASE_URL', 'ftp://127.0.0.1'],
    ['BIGQUERY_DATASET', 'a-b; DROP'],
    ['MAX_TIME_TRAVEL_HOURS', '24'],
    ['MAX_TIME_TRAVEL_HOURS', '100'],
    ['SERVICE_LEVEL_A', '98'],
    ['LOG_LEVEL', 'loud'],
  ])('names %s when it is %j', (name, value) => {
    expect(() => parseSettings({ ...required, [name]: value })).toThrow(
      new RegExp(`^Wrong settings: ${name}: `),
    );
  });
});

it.each([
  ['QUERIES_PER_HOUR', 'many', 'must be a whole number from 1 to 100000'],
  ['QUERIES_PER_HOUR', '0.5', 'must be a whole number from 1 to 100000'],
  ['TURN_TIMEOUT_MS', '9999', 'must be a whole number from 10000 to 600000'],
  ['SERVICE_LEVEL_A', 'high', 'must be 0.5 to 0.999'],
  ['MAX_TIME_TRAVEL_HOURS', 'a week', 'must be 48, 72, 96, 120, 144 or 168, as of a BigQuery dataset'],
  ['LOG_LEVEL', 'loud', 'must be debug, info, warn, error or silent'],
  [
    'COMPANY_TIME_ZONE',
    '+05:30',
    'must be the IANA name of a time zone, such as "Europe/Berlin" or "Asia/Kolkata", and no offset',
  ],
])('%s=%s is told what is right, and told once', (name, value, message) => {
  expect(() => parseSettings({ ...required, [name]: value })).toThrow(
    new Error(`Wrong settings: ${name}: ${message}. README.md lists them all.`),
  );
});

describe('the table in README.md, "The functions"', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const table = readme.split(/^### /m).find((section) => section.startsWith('The functions\n')) ?? '';
  const rows = new Map(
    [...table.matchAll(/^\| `([A-Z_]+)` \| (.+?) \|/gm)].map(([, name = '', value = '']) => [name, value]),
  );
  const defaults: Record<string, unknown> = parseSettings(required);

  it.each(Object.keys(settingsSchema.shape))('has %s with its default', (name) => {
    const written = rows.get(name);
    expect(written, `${name} is not in the table`).toBeDefined();
    if (name in required) expect(written).toBe('required');
    else if (defaults[name] === undefined) expect(written).toMatch(/^(none|Google's)$/);
    else if (written !== "Google's") expect(written?.replaceAll('`', '')).toBe(String(defaults[name]));
  });
});
