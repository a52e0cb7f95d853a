import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { z } from 'zod';

const packageSchema = z.object({ dependencies: z.record(z.string(), z.string()) });

/**
 * Makes `dist/functions`, the one folder that a deploy uploads: our code bundled, the semantic model beside it where the
 * code looks for it, and a package.json with the libraries at their exact versions. `api` and `retention` deploy from it.
 * @returns the folder
 */
export async function bundleFunctions(root: string): Promise<string> {
  const folder = join(root, 'dist', 'functions');
  await rm(folder, { recursive: true, force: true });
  await build({
    entryPoints: [join(root, 'functions', 'src', 'index.ts')],
    outdir: join(folder, 'functions', 'src'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    sourcemap: true,
    packages: 'external',
    alias: { '@tallyboard/contract': join(root, 'contract', 'src', 'index.ts') },
    logLevel: 'warning',
  });
  await mkdir(join(folder, 'bigquery'), { recursive: true });
  await cp(join(root, 'bigquery', 'models'), join(folder, 'bigquery', 'models'), { recursive: true });

  const text = await readFile(join(root, 'functions', 'package.json'), 'utf8');
  const { '@tallyboard/contract': _bundled, ...dependencies } = packageSchema.parse(
    JSON.parse(text),
  ).dependencies;
  const generated = {
    name: 'tallyboard-functions',
    private: true,
    type: 'module',
    main: 'functions/src/index.js',
    engines: { node: '24' },
    dependencies,
  };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(generated, null, 2)}\n`);
  return folder;
}
