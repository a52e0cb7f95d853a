import { resolve } from 'node:path';
import { z } from 'zod';
import { integer, logLevel, numberWith, settingsSchema } from '../functions/src/settings.ts';

const port = (fallback: number) =>
  z.preprocess(
    (value) => (value === '' || value === undefined ? fallback : value),
    numberWith(
      (value) => Number.isInteger(value) && value >= 0 && value <= 65_535,
      'must be a port number from 0 to 65535',
    ),
  );
const text = (fallback: string) => z.preprocess((value) => value || fallback, z.string());

/** Settings of the local servers, by the name of their environment variable. README.md has the same table. */
export const localSettingsSchema = z.object({
  TALLYBOARD_DATA: text('.data'),
  WEB_PORT: port(4800),
  API_PORT: port(4801),
  FIRESTORE_PORT: port(4802),
  BIGQUERY_PORT: port(4803),
  GEMINI_PORT: port(4804),
  IDENTITY_PORT: port(4805),
  /** How long the local BigQuery keeps tables as they were; the functions read it too. */
  MAX_TIME_TRAVEL_HOURS: settingsSchema.shape.MAX_TIME_TRAVEL_HOURS,
  /** Whose days an import takes moments to be of; the functions read it too. */
  COMPANY_TIME_ZONE: settingsSchema.shape.COMPANY_TIME_ZONE,
  /** The seed of the demo company. */
  DEMO_SEED: z.preprocess(
    (value) => value || 1,
    numberWith((seed) => Number.isInteger(seed) && seed >= 1, 'must be a whole number from 1 on'),
  ),
  /** Products of the demo company relative to the full size: 0.05 makes a small one. */
  DEMO_SCALE: z.preprocess(
    (value) => value || 1,
    numberWith((scale) => scale >= 0.01 && scale <= 1, 'must be a number from 0.01 to 1'),
  ),
  /** Milliseconds between the words that the local model streams. */
  ANALYST_CHUNK_DELAY_MS: z.preprocess((value) => value || 15, integer(0, 5_000)),
  /** With a key the real Gemini answers instead of the local model. */
  GEMINI_API_KEY: z.preprocess((value) => value || undefined, z.string().optional()),
  /** A script file that answers instead of the analyst; for tests and measurements. */
  GEMINI_SCRIPT: z.preprocess((value) => value || undefined, z.string().optional()),
  LOG_LEVEL: z.preprocess((value) => value || 'warn', logLevel),
});
export type LocalSettings = z.infer<typeof localSettingsSchema>;

/**
 * Reads the settings of the local servers; `TALLYBOARD_DATA` becomes an absolute path.
 * @throws Error whose message names each wrong setting.
 */
export function parseLocalSettings(
  environment: Record<string, string | undefined>,
  root: string,
): LocalSettings {
  const parsed = localSettingsSchema.safeParse(environment);
  const problems = parsed.success
    ? listSharedPorts(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (!parsed.success || problems.length > 0)
    throw new Error(`Wrong settings: ${problems.join('; ')}. README.md lists them all.`);
  return { ...parsed.data, TALLYBOARD_DATA: resolve(root, parsed.data.TALLYBOARD_DATA) };
}

/** One of them may have its default: `WEB_PORT=4801` is that of `API_PORT`. */
function listSharedPorts(settings: LocalSettings): string[] {
  const ports = Object.entries(settings).filter(([name, port]) => name.endsWith('_PORT') && port !== 0);
  return ports.flatMap(([name, port], index) => {
    const [other] = ports.slice(0, index).find(([, each]) => each === port) ?? [];
    return other === undefined
      ? []
      : [`${name}: must be another port than ${other}, which is ${port} as well`];
  });
}
