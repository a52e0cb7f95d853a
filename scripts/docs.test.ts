import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { settingsSchema } from '../functions/src/settings.ts';
import { localSettingsSchema } from '../local/settings.ts';
import { root } from './root.ts';

const pages = ['*.md', '{docs,contract,functions,bigquery,web,local,reliability,e2e,eval,scripts}/**/*.md']
  .flatMap((pattern) => globSync(pattern, { cwd: root, exclude: (path) => path.includes('node_modules') }))
  .sort();
const readPage = (page: string) => readFileSync(join(root, page), 'utf8');
const scripts: Record<string, string> = JSON.parse(readPage('package.json')).scripts;

it.each(pages)('%s links to what is there', (page) => {
  const links = [...readPage(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
  const missing = links.filter(
    (link) => !/^[a-z]+:/.test(link) && !existsSync(join(root, dirname(page), link)),
  );
  expect(missing).toEqual([]);
});

it.each(pages)('%s names no command that is not there', (page) => {
  const named = [...readPage(page).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

it('README.md names every command', () => {
  const readme = readPage('README.md');
  const missing = Object.keys(scripts).filter(
    (name) => !readme.includes(`npm run ${name}`) && !readme.includes(`npm ${name}`),
  );
  expect(missing).toEqual([]);
});

it('README.md lists the settings of this machine, and no other', () => {
  const names = Object.keys(localSettingsSchema.shape);
  const table = readPage('README.md').split('### On this machine')[1] ?? '';
  expect(names.filter((name) => !readPage('README.md').includes(`\`${name}\``))).toEqual([]);
  const written = [...table.matchAll(/`([A-Z]+_[A-Z_]+)`/g)].map(([, name = '']) => name);
  expect(written.filter((name) => !names.includes(name) && name !== 'CHROME_PATH')).toEqual([]);
});

it('docs/operations.md has each setting without a default in its settings.yaml, or as a secret', () => {
  const required = Object.entries(settingsSchema.shape).flatMap(([name, schema]) =>
    schema.safeParse(undefined).success ? [] : [name],
  );
  const page = readPage('docs/operations.md');
  const given = [...page.matchAll(/^([A-Z_]+): "|--set-secrets=([A-Z_]+)=/gm)].map(
    ([, name, secret]) => name ?? secret,
  );
  expect([...new Set(given)].sort()).toEqual(required.sort());
});

it('two decisions never have one number', () => {
  const numbers = globSync('docs/decisions/*.md', { cwd: root }).map((path) => /\d{3}/.exec(path)?.[0]);
  expect(new Set(numbers).size).toBe(numbers.length);
});

it('docs/operations.md deploys the functions that index.ts registers, with the settings and where firebase.json says', () => {
  const page = readPage('docs/operations.md');
  const registered = [...readPage('functions/src/index.ts').matchAll(/^ +(?:http|cloudEvent)\('(\w+)'/gm)];
  const commands = [...page.matchAll(/gcloud functions deploy (\w+)((?:.*\\\n)*.*)/g)];
  expect(commands.map(([, name]) => name)).toEqual(registered.map(([, name]) => name));
  for (const [, name, flags = ''] of commands) {
    expect(flags).toContain(`--entry-point=${name} `);
    const secrets = [...flags.matchAll(/--set-secrets=(\w+)=/g)].map(([, secret = '']) => secret);
    expect(secrets.filter((secret) => !(secret in settingsSchema.shape))).toEqual([]);
    expect(flags).toMatch(/--service-account="\$SA"/);
  }
  const { hosting } = JSON.parse(readPage('firebase.json'));
  const [{ run }] = hosting.rewrites;
  expect(commands.find(([, name]) => name === run.serviceId)?.[2]).toContain(`--region=${run.region} `);
  expect(page).toContain(`\`${hosting.public}\``);
});
