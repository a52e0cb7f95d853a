import { buildWeb } from './build-web.ts';
import { findBrowser } from './find-browser.ts';
import { root } from './root.ts';
import { runSteps } from './run-steps.ts';
import { needsBrowser, toTestSteps } from './test-steps.ts';

const words = process.argv.slice(2);
const usage = `npm test [-- <file or folder>… and options of vitest]

Checks types and format, and runs every test; with words, only the tests that they name.`;

try {
  if (words.includes('--help')) console.log(usage);
  else await test();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function test(): Promise<void> {
  const browser = needsBrowser(words) ? await findBrowser() : undefined;
  if (browser) await buildWeb(root, console.log);
  await runSteps(root, toTestSteps(words, browser));
}
