import { Firestore } from '@google-cloud/firestore';
import { OAuth2Client } from 'google-auth-library';
import type { TestServer } from './start-server.ts';

/** The server SDK over REST, as the functions use it. Each test takes its own project, so that none sees another's data. */
export function createAdmin(server: Pick<TestServer, 'host' | 'port'>, projectId: string): Firestore {
  const authClient = new OAuth2Client({
    credentials: { access_token: 'owner', expiry_date: Date.now() + 3_600_000 },
  });
  return new Firestore({
    projectId,
    preferRest: true,
    host: `${server.host}:${server.port}`,
    ssl: false,
    authClient,
    ignoreUndefinedProperties: true,
  });
}
