import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Firestore } from '@google-cloud/firestore';
import { type AuthClient, GoogleAuth, OAuth2Client } from 'google-auth-library';
import { z } from 'zod';
import { listAudit } from '../functions/src/store/list-audit.ts';
import { readOptions } from './read-options.ts';
import { toPath } from './to-path.ts';

const usage = `npm run audit -- --out <file> [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--uid <user id>]

Writes the tool calls of a time as JSON lines, oldest first.
  --out file    where to
  --from, --to  the first day, and the day after the last (UTC); without them all there is
  --uid id      those of one person
  --help        this text
Needs GOOGLE_CLOUD_PROJECT, and Google credentials that may read Firestore, or FIRESTORE_EMULATOR_HOST.`;
const toDay = (option: string) =>
  z.iso
    .date({ error: ({ input }) => `${option} is "${input}", and must be a day such as 2026-11-01` })
    .transform((text) => new Date(`${text}T00:00:00Z`));
const optionsSchema = z.object({
  out: z.string({ error: 'Name a file: --out audit.jsonl' }).min(1),
  from: toDay('--from').default(new Date(0)),
  to: toDay('--to').default(() => new Date()),
  uid: z.string().optional(),
});

try {
  const { help, ...given } = readArguments();
  if (help) console.log(usage);
  else await writeAudit(optionsSchema.parse(given));
} catch (error) {
  console.error(toSentence(error));
  process.exitCode = 1;
}

async function writeAudit({ out, from, to, uid }: z.infer<typeof optionsSchema>): Promise<void> {
  if (from > to) {
    const [first, last] = [from, to].map((date) => date.toISOString().slice(0, 10));
    throw new Error(`--from ${first} is later than --to ${last}: name the earlier day first`);
  }
  const projectId = z
    .string('GOOGLE_CLOUD_PROJECT is missing')
    .min(1, 'GOOGLE_CLOUD_PROJECT is missing')
    .parse(process.env.GOOGLE_CLOUD_PROJECT);
  const databaseId = process.env.FIRESTORE_DATABASE || '(default)';
  const db = new Firestore({ projectId, databaseId, preferRest: true, authClient: await findCredentials() });
  let count = 0;
  const lines = async function* () {
    for await (const entry of listAudit(db, { from, to })) {
      if (uid !== undefined && entry.uid !== uid) continue;
      count += 1;
      yield `${JSON.stringify(entry)}\n`;
    }
  };
  // Written beside and renamed: an export that fails leaves the file of the one before whole.
  const file = toPath(out);
  const writing = `${file}.tmp`;
  try {
    await pipeline(Readable.from(lines()), createWriteStream(writing, { mode: 0o600 }));
    await rename(writing, file);
  } catch (error) {
    await rm(writing, { force: true });
    throw error;
  }
  console.log(`${count} tool calls written to ${out}`);
}

function readArguments() {
  const text = { type: 'string' } as const;
  const help = { type: 'boolean' } as const;
  return readOptions({ options: { out: text, from: text, to: text, uid: text, help } }).values;
}

/** An emulator takes its owner's token. @throws Error where the machine has no credentials of Google */
async function findCredentials(): Promise<AuthClient> {
  if (!process.env.FIRESTORE_EMULATOR_HOST) {
    return await new GoogleAuth({ scopes: 'https://www.googleapis.com/auth/datastore' }).getClient();
  }
  const owner = new OAuth2Client();
  owner.setCredentials({ access_token: 'owner' });
  return owner;
}

function toSentence(error: unknown): string {
  if (error instanceof z.ZodError) return error.issues.map(({ message }) => message).join('; ');
  return error instanceof Error ? error.message : String(error);
}
