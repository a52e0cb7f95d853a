import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GoogleAuth } from 'google-auth-library';
import { pino } from 'pino';
import { expect, it, onTestFinished, vi } from 'vitest';
import { writeGoogleCredentials } from './google-credentials.ts';
import { createIdentityServer } from './identity-server.ts';

it("gives Google's own client the access token that the local servers take as an administrator's", async () => {
  const server = await createIdentityServer({
    port: 0,
    projectId: 'demo-test',
    pageOrigin: 'http://127.0.0.1:4800',
    logger: pino({ level: 'silent' }),
  });
  const folder = await mkdtemp(join(tmpdir(), 'credentials-'));
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await server.close();
    await rm(folder, { recursive: true });
  });
  vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', await writeGoogleCredentials(folder, server.origin));
  vi.stubEnv('GOOGLE_CLOUD_PROJECT', 'demo-test');
  const auth = new GoogleAuth({ scopes: ['https://www.googleapis.com/auth/cloud-platform'] });
  expect(await auth.getAccessToken()).toBe('owner');
});
