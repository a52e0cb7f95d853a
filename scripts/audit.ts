import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { Firestore } from '@google-cloud/firestore';
import { type AuthClient, GoogleAuth, OAuth2Client } from 'google-auth-library';
import { z } from 'zod';
import { listAudit } from '../functions/src/store/list-audit.ts';

// npm run audit -- --out audit.jsonl [--from 2026-11-01] [--to 2026-12-01] [--uid …]
// Writes the tool calls of a time as JSON lines, oldest first; `--to` is the day after the last. Needs GOOGLE_CLOUD_PROJECT, and
// Google credentials that may read Firestore, or FIRESTORE_EMULATOR_HOST.

const usage = 'Usage: npm run audit -- --out <file> [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--uid <user id>]';
const day = z.iso.date().transform((text) => new Date(`${text}T00:00:00Z`));
const optionsSchema = z.object({
  out: z.string({ error: usage }).min(1),
  from: day.default(new Date(0)),
  to: day.default(() => new Date()),
  uid: z.string().optional(),
});

try {
  const { out, from, to, uid } = optionsSchema.parse(readArguments());
  const projectId = z
    .string({ error: 'GOOGLE_CLOUD_PROJECT is missing' })
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
  await pipeline(Readable.from(lines()), createWriteStream(out, { mode: 0o600 }));
  console.log(`${count} tool calls written to ${out}`);
} catch (error) {
  console.error(toSentence(error));
  process.exitCode = 1;
}

function readArguments() {
  const text = { type: 'string' } as const;
  return parseArgs({ options: { out: text, from: text, to: text, uid: text } }).values;
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
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
}
