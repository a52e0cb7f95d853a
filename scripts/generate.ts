import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateContract } from '../contract/generate.ts';
import { toMetricsPage } from '../functions/src/analytics/metrics-page.ts';
import { readModels } from '../functions/src/analytics/read-models.ts';
import { toReliabilityPage } from '../functions/src/turn/testing/reliability-page.ts';
import { readTableDefinitions } from '../local/bigquery/catalog/table-definitions.ts';
import { toColumnsPart } from '../local/data/columns-part.ts';
import { toRulesTable } from '../local/rules-matrix/to-rules-table.ts';
import { runCommand } from './run-command.ts';

const usage = `npm run generate

Writes the checked-in files that come from code. Tests fail when they are stale.`;

const root = new URL('../', import.meta.url);

await runCommand(usage, generate);

async function generate(): Promise<void> {
  const models = await readModels(new URL('bigquery/models/', root));
  const tables = await readTableDefinitions(fileURLToPath(new URL('bigquery/tables/', root)));
  const files = [
    ...(await generateContract()),
    { url: new URL('docs/metrics.md', root), text: toMetricsPage(models) },
    { url: new URL('docs/reliability.md', root), text: toReliabilityPage() },
    await replacePart(new URL('docs/data-model.md', root), 'columns', toColumnsPart(tables)),
    await replacePart(new URL('docs/security.md', root), 'rules', toRulesTable()),
  ];
  for (const { url, text } of files) {
    await mkdir(new URL('.', url), { recursive: true });
    await writeFile(url, text);
    console.log(`wrote ${relative(process.cwd(), fileURLToPath(url))}`);
  }
}

/** A page with the part between `<!-- name: … -->` and `<!-- /name -->` made anew. */
async function replacePart(url: URL, name: string, part: string) {
  const page = await readFile(url, 'utf8');
  const marked = new RegExp(`(<!-- ${name}: [^\\n]* -->\\n)[^]*(<!-- /${name} -->)`);
  if (!marked.test(page)) throw new Error(`${fileURLToPath(url)} has no part "${name}".`);
  return { url, text: page.replace(marked, (_whole, begin, end) => `${begin}\n${part}\n${end}`) };
}
