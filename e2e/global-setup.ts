import type { TestProject } from 'vitest/node';
import { buildWeb } from '../scripts/build-web.ts';
import { root } from '../scripts/root.ts';
import { startStack } from './start-stack.ts';

declare module 'vitest' {
  interface ProvidedContext {
    url: string;
    warehouseFolder: string;
  }
}

/** One stack with the demo company serves every browser test. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildWeb(root, console.log);
  const stack = await startStack();
  project.provide('url', stack.url);
  project.provide('warehouseFolder', stack.warehouseFolder);
  return stack.close;
}
