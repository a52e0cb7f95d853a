/// <reference lib="dom" />
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalStack } from '../local/main.ts';
import { findProblemsInEveryLook } from './find-problems.ts';
import { accessContact, ask, launchBrowser, signIn } from './person.ts';
import { startWithData } from './start-stack.ts';

describe('with tables that hold nothing yet', () => {
  let stack: LocalStack;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tallyboard-empty-'));
    await writeFile(join(folder, 'warehouses.csv'), 'warehouse_id,name,region\n');
    stack = await startWithData({ folder });
    await rm(folder, { recursive: true });
    browser = await launchBrowser();
    ({ page } = await signIn(browser, stack.url, 'analyst'));
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
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
