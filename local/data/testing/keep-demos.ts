import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptDemosVariable } from './copy-demo.ts';

/** Global set-up of the integration tests: a folder for the demos they share, gone when they end. */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'tallyboard-demos-'));
  process.env[keptDemosVariable] = folder;
  return () => rm(folder, { recursive: true, force: true });
}
