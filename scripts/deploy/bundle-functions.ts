import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { z } from 'zod';

const packageSchema = z.object({ dependencies: z.record(z.string(), z.string()) });

/** The program that Cloud Functions starts; it and our code must share one copy, in which the functions are registered. */
const framework = '@google-cloud/functions-framework';

/** The libraries are CommonJS in part and expect its names. */
const commonJsNames = [
  "import { createRequire as toRequire } from 'node:module';",
  "import { fileURLToPath as toPath } from 'node:url';",
  'const require = toRequire(import.meta.url);',
  'const __filename = toPath(import.meta.url);',
  "const __dirname = toPath(new URL('.', import.meta.url));",
].join('');

export type FunctionsBundle = {
  folder: string;
  /** Of the code that runs before the first request is answered. */
  startBytes: number;
  /** Of all code. */
  totalBytes: number;
};

/**
 * Makes `dist/functions`, the one folder that a deploy uploads: our code and its libraries in a few files, because finding
 * and reading thousands of modules is most of a cold start; the semantic model beside it where the code looks for it;
 * and a package.json with the one library that stays a package. `api` and `retention` deploy from it.
 * Names are not shortened: Google's clients ask their objects for the names of their classes.
 */
export async function bundleFunctions(
  root: string,
  folder = join(root, 'dist', 'functions'),
): Promise<FunctionsBundle> {
  await rm(folder, { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: [join(root, 'functions', 'src', 'index.ts')],
    outdir: join(folder, 'functions', 'src'),
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: true,
    metafile: true,
    external: [framework],
    plugins: [namesOfLateLibraries, messagesInEnglish, noUnusedMessages],
    banner: { js: commonJsNames },
    alias: { '@tallyboard/contract': join(root, 'contract', 'src', 'index.ts') },
    logLevel: 'warning',
  });
  await mkdir(join(folder, 'bigquery'), { recursive: true });
  await cp(join(root, 'bigquery', 'models'), join(folder, 'bigquery', 'models'), { recursive: true });

  const text = await readFile(join(root, 'functions', 'package.json'), 'utf8');
  const { [framework]: version } = packageSchema.parse(JSON.parse(text)).dependencies;
  const generated = {
    name: 'tallyboard-functions',
    private: true,
    type: 'module',
    main: 'functions/src/index.js',
    engines: { node: '24' },
    dependencies: { [framework]: version },
  };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(generated, null, 2)}\n`);
  return { folder, ...toSizes(metafile) };
}

/**
 * A CommonJS library that is imported late has only a default export in a bundle. Node reads its names from the source, so
 * they are asked of Node and exported one by one.
 */
const namesOfLateLibraries: Plugin = {
  name: 'names of late libraries',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^[^./]/ }, ({ kind, path, importer, resolveDir }) => {
      const ours = kind === 'dynamic-import' && !importer.includes('node_modules');
      return ours ? { path, namespace: 'late', pluginData: { resolveDir } } : undefined;
    });
    onLoad({ filter: /.*/, namespace: 'late' }, async ({ path, pluginData }) => {
      const library: object = await import(path);
      const names = Object.keys(library).filter(
        (name) => /^[A-Za-z_$][\w$]*$/.test(name) && name !== 'default',
      );
      return {
        contents: `export { ${names.join(', ')} } from '${path}';`,
        resolveDir: pluginData.resolveDir,
      };
    });
  },
};

/** zod brings its messages in fifty languages, a quarter of all code that the start reads. Ours are in English. */
const messagesInEnglish: Plugin = {
  name: 'messages in English',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.c?js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

/**
 * Firestore's client brings its administration client and two megabytes of message classes, its own and google-gax's, of
 * which its pipelines alone use one. Requests are encoded from descriptions in JSON, which stay.
 */
const noUnusedMessages: Plugin = {
  name: 'no unused messages',
  setup: ({ onLoad }) => {
    const classes =
      /[\\/](firestore-api[\\/]build[\\/]protos[\\/]protos|google-gax[\\/]build[\\/]protos[\\/]\w+)\.js$/;
    const administration = /[\\/]firestore-api[\\/]build[\\/]src[\\/]v1[\\/]firestore_admin_client\.js$/;
    onLoad({ filter: classes }, () => ({ contents: 'exports.google = { firestore: { v1: {} } };' }));
    onLoad({ filter: administration }, () => ({ contents: '' }));
  },
};

function toSizes({ outputs }: Metafile): { startBytes: number; totalBytes: number } {
  const code = Object.entries(outputs).filter(([path]) => !path.endsWith('.map'));
  const atStart = new Set<string>();
  const visit = (path: string) => {
    if (atStart.has(path)) return;
    atStart.add(path);
    for (const { path: imported, kind, external } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && !external) visit(imported);
    }
  };
  for (const [path, { entryPoint }] of code) if (entryPoint?.endsWith('index.ts')) visit(path);
  const sum = (entries: typeof code) => entries.reduce((bytes, [, output]) => bytes + output.bytes, 0);
  return { startBytes: sum(code.filter(([path]) => atStart.has(path))), totalBytes: sum(code) };
}
