import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './root.ts';

const workspaces = ['contract', 'functions', 'local', 'web'];
/** The folders of the whole checkout: they put the workspaces together, and use what these have. */
const others = ['e2e', 'eval', 'reliability', 'scripts'];

const tools = listDeclared('.');

it.each(workspaces)('%s declares each package that it imports, but for the tools of all', (folder) => {
  const declared = [...listDeclared(folder), ...tools].map(toImported);
  expect([...listImported(folder)].filter((name) => !declared.includes(name))).toEqual([]);
});

it.each(workspaces)('%s declares no package that it does not import', (folder) => {
  const imported = listImported(folder);
  expect(listDeclared(folder).filter((name) => !imported.has(toImported(name)))).toEqual([]);
});

it.each(others)('%s imports what the checkout or a workspace declares', (folder) => {
  const declared = [...workspaces, '.'].flatMap(listDeclared);
  expect([...listImported(folder)].filter((name) => !declared.includes(name))).toEqual([]);
});

it('a package has one version in all workspaces', () => {
  const versions = Object.groupBy(
    ['.', ...workspaces].flatMap((folder) => Object.entries(readPackages(folder))),
    ([name]) => name,
  );
  const several = Object.entries(versions).filter(
    ([, given = []]) => new Set(given.map(([, version]) => version)).size > 1,
  );
  expect(several).toEqual([]);
});

it('package-lock.json has the packages that the workspaces declare', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  for (const folder of ['.', ...workspaces]) {
    const { dependencies, devDependencies } = packages[folder === '.' ? '' : folder];
    expect({ ...dependencies, ...devDependencies }).toEqual(readPackages(folder));
  }
});

function listDeclared(folder: string): string[] {
  return Object.keys(readPackages(folder));
}

function readPackages(folder: string): Record<string, string> {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(root, folder, 'package.json'), 'utf8'),
  );
  return { ...dependencies, ...devDependencies };
}

/** Types of a package stand for it where it has none of its own. */
function toImported(name: string): string {
  return name.replace(/^@types\//, '');
}

/** The packages that the files of a folder import, those of Node left out. */
function listImported(folder: string): Set<string> {
  const files = globSync(`${folder}/**/*.{ts,tsx}`, {
    cwd: root,
    exclude: (path) => /(^|\/)(node_modules|dist)$/.test(path),
  });
  return new Set(
    files.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(imports)].flatMap(([, ...found]) => {
        const [name = ''] = found.filter((each) => each !== undefined);
        return /^(node:|\.)/.test(name) ? [] : [/^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name];
      }),
    ),
  );
}

const imports =
  /^(?:import|export|\})[^;\n]* from '([^'\s]+)';$|^import '([^'\s]+)';$|\bimport\('([^'\s]+)'\)|\bimport\.meta\.resolve\('([^'\s]+)'\)/gm;
