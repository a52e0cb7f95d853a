import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readModels } from '../analytics/read-models.ts';
import { createTools } from './all-tools.ts';

const models = await readModels(new URL('../../../bigquery/models/', import.meta.url));
const page = await readFile(new URL('../../../docs/tools.md', import.meta.url), 'utf8');
const tools = createTools({ models });

/** The text under each heading of the page. */
const sections = new Map(
  page.split('\n## ').map((section) => [section.slice(0, section.indexOf('\n')), section]),
);

test.each(tools.map((tool) => [tool.name, tool] as const))(
  'docs/tools.md tells the arguments of %s',
  (name, tool) => {
    const { properties = {} } = z.toJSONSchema(tool.parameters, { io: 'input' });
    const told = /Arguments: ([^.]*)\./.exec(sections.get(name) ?? '')?.[1] ?? '';
    expect([...told.matchAll(/`(\w+)`/g)].map((match) => match[1])).toEqual(Object.keys(properties));
  },
);

test('docs/tools.md has a section of each tool, and of no other', () => {
  const headings = [...sections.keys()].filter((heading) => /^[a-z_]+$/.test(heading));
  expect(headings.sort()).toEqual(tools.map(({ name }) => name).sort());
});
