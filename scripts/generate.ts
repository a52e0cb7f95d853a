import { mkdir, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateContract } from '../contract/generate.ts';

// npm run generate: writes the checked-in files that come from code. A test fails when they are stale.
for (const { url, text } of await generateContract()) {
  await mkdir(new URL('.', url), { recursive: true });
  await writeFile(url, text);
  console.log(`wrote ${relative(process.cwd(), fileURLToPath(url))}`);
}
