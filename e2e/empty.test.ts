/// <reference lib="dom" />
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { LocalStack } from '../local/main.ts';
import { findProblemsInEveryLook } from './find-problems.ts';
import { accessContact, ask } from './person.ts';
import { useOwnSystem } from './signed-in.ts';
import { startWithData } from './start-stack.ts';

describe('with tables that hold nothing yet', () => {
  let page: Page;
  useOwnSystem(startEmpty, (opened) => {
    page = opened;
  });

  it('the start screen says so, and whom to ask, and offers no question', async () => {
    const log = page.getByRole('log', { name: 'Messages' });
    await page.getByRole('heading', { name: 'No data yet', exact: true }).waitFor();
    await log.getByRole('heading', { name: 'There is no data yet.' }).waitFor();
    expect(await log.getByRole('heading').textContent()).toContain(accessContact);
    expect(await log.getByRole('button').count()).toBe(0);
    expect(await findProblemsInEveryLook(page)).toEqual([]);
  });

  it('a question that is asked all the same is told that nothing is recorded', async () => {
    await ask(page, 'Revenue last month');
    await page
      .getByRole('log', { name: 'Messages' })
      .getByRole('paragraph')
      .filter({ hasText: 'Nothing is recorded about sales.' })
      .waitFor();
  });
});

async function startEmpty(): Promise<LocalStack> {
  const folder = await mkdtemp(join(tmpdir(), 'tallyboard-empty-'));
  await writeFile(join(folder, 'warehouses.csv'), 'warehouse_id,name,region\n');
  const stack = await startWithData({ folder });
  await rm(folder, { recursive: true });
  return stack;
}
