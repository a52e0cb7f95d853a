import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { LocalServer } from '../../listen.ts';
import { createIdentityServer } from '../identity-server.ts';

/** Where the tests' Auth server listens. */
export type TestAuthServer = {
  /** `127.0.0.1:9099` */
  host: string;
  origin: string;
  /** Moves the server's clock; of our own server only. */
  moveClock: (ms: number) => void;
  restart: () => Promise<void>;
  close: () => Promise<void>;
};

/** `host:port` of Firebase's own Auth emulator, where the tests are to speak to that. */
export const conformanceHost = process.env.FIREBASE_AUTH_CONFORMANCE_HOST || undefined;

/** Starts a server without users, or clears the one that FIREBASE_AUTH_CONFORMANCE_HOST names. */
export async function startAuthServer(projectId: string, pageOrigin: string): Promise<TestAuthServer> {
  if (conformanceHost) return clearOther(conformanceHost, projectId);
  const folder = await mkdtemp(join(tmpdir(), 'identity-'));
  let skewMs = 0;
  const start = (port: number): Promise<LocalServer> =>
    createIdentityServer({
      port,
      projectId,
      pageOrigin,
      stateFile: join(folder, 'state.json'),
      logger: pino({ level: 'silent' }),
      now: () => Date.now() + skewMs,
    });
  let server = await start(0);
  return {
    host: `127.0.0.1:${server.port}`,
    origin: server.origin,
    moveClock: (ms) => {
      skewMs += ms;
    },
    restart: async () => {
      const { port } = server;
      await server.close();
      server = await start(port);
    },
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function clearOther(host: string, projectId: string): Promise<TestAuthServer> {
  const origin = `http://${host}`;
  const cleared = await fetch(`${origin}/emulator/v1/projects/${projectId}/accounts`, { method: 'DELETE' });
  if (!cleared.ok) throw new Error(`${host} is no Auth emulator: ${cleared.status}`);
  return {
    host,
    origin,
    moveClock: () => {
      throw new Error('The clock of the emulator is not ours.');
    },
    restart: async () => {
      throw new Error('The emulator is not ours to restart.');
    },
    close: async () => {},
  };
}
