import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { type BuiltChunk, measureSizes, type Sizes } from './measure-sizes.ts';

/** Fails the build where the page's JavaScript, gzipped, is larger than it may be. */
export function sizeBudget(maxBytes: Sizes): Plugin {
  return {
    name: 'size-budget',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).flatMap((part): BuiltChunk[] =>
          part.type === 'chunk'
            ? [
                {
                  fileName: part.fileName,
                  isEntry: part.isEntry,
                  imports: part.imports,
                  bytes: gzipSync(part.code, { level: 9 }).length,
                },
              ]
            : [],
        );
        const sizes = measureSizes(chunks);
        for (const [name, what] of [
          ['firstPaint', 'needed for the first paint'],
          ['all', 'of the whole page'],
        ] as const) {
          if (sizes[name] <= maxBytes[name]) continue;
          this.error(
            `The JavaScript ${what} is ${sizes[name]} bytes gzipped; ${maxBytes[name]} are allowed.`,
          );
        }
      },
    },
  };
}
