import { readFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { readModels } from '../functions/src/analytics/read-models.ts';
import { toOpenApi } from '../functions/src/http/to-openapi.ts';
import { toDeclarations } from '../functions/src/model/to-declarations.ts';
import { createTools } from '../functions/src/tools/all-tools.ts';
import { toFirestoreSchema } from './to-firestore-schema.ts';

export type GeneratedFile = { url: URL; text: string };

/**
 * The files in `generated/`, for those who do not run our code: the HTTP interface, the documents, and what the model is
 * told of the tools. Each comes from the schemas that the product itself parses with.
 */
export async function generateContract(): Promise<GeneratedFile[]> {
  const models = await readModels(new URL('../bigquery/models/', import.meta.url));
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
  const toFile = (name: string, text: string) => ({
    url: new URL(`generated/${name}`, import.meta.url),
    text,
  });
  const warning = '# Made by "npm run generate". Do not edit.\n';
  return [
    toFile(
      'openapi.yaml',
      warning + stringify(toOpenApi(String(version)), { aliasDuplicateObjects: false, lineWidth: 110 }),
    ),
    toFile('firestore.schema.json', toJson(toFirestoreSchema())),
    toFile('gemini-tools.json', toJson(toDeclarations(createTools({ models })))),
  ];
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
