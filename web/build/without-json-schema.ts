import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const writers = /[\\/]zod[\\/]v4[\\/]core[\\/](?:to-json-schema|json-schema-processors)\.js$/;

/**
 * Leaves zod's writer of JSON Schema out of the page: every schema refers to it, and the page makes none. 6 kB gzipped.
 * Each function of these modules becomes one that throws; those named `create…` make a method when a schema is made, so
 * they return one that throws.
 */
export function withoutJsonSchema(): Plugin {
  return {
    name: 'without-json-schema',
    enforce: 'pre',
    load: async (id) => {
      if (!writers.test(id)) return null;
      const source = await readFile(id, 'utf8');
      const names = [...source.matchAll(/^export (?:function|const|class) (\w+)/gm)].flatMap(
        ([, name]) => name ?? [],
      );
      if (names.length === 0)
        throw new Error(`${id} exports nothing that this plugin knows: zod has changed.`);
      const lines = names.map(
        (name) => `export const ${name} = ${name.startsWith('create') ? '() => missing' : 'missing'};`,
      );
      return `function missing() { throw new Error('The page makes no JSON Schema.'); }\n${lines.join('\n')}`;
    },
  };
}
