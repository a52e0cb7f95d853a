import { createAnalyst } from './analyst/analyst.ts';
import type { Brain } from './brain.ts';
import { readScriptBrain } from './script/script-brain.ts';

/**
 * What answers behind the local Gemini server: a script where one is set, else the analyst.
 * @throws Error when the script cannot be read or is none.
 */
export async function createBrain(settings: {
  GEMINI_SCRIPT?: string | undefined;
  ANALYST_CHUNK_DELAY_MS?: number | undefined;
}): Promise<Brain> {
  if (settings.GEMINI_SCRIPT !== undefined) return readScriptBrain(settings.GEMINI_SCRIPT);
  return createAnalyst({ now: () => new Date(), chunkDelayMs: settings.ANALYST_CHUNK_DELAY_MS ?? 15 });
}
