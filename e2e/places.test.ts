/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { findProblemsInEveryLook } from './find-problems.ts';
import { ask, launchBrowser, signIn } from './person.ts';
import { useSignedIn } from './signed-in.ts';

// Asked nowhere else: all browser tests share one list of sessions.
const first = 'Revenue by week and by category for the last half year';
const second = 'Margin by channel for the last half year';

describe('what is read and written keeps its place', () => {
  const url = inject('url');
  let page: Page;
  const panel = () => page.getByRole('region', { name: 'Visualizations' });
  const sessions = () => page.getByRole('navigation', { name: 'Saved sessions' });
  const topOf = (place: Locator) => place.evaluate((element) => element.scrollTop);
  const scroll = async (place: Locator, top: number) => {
    await place.evaluate((element, to) => element.scrollTo({ top: to }), top);
    await expect.poll(() => topOf(place)).toBe(top);
  };

  useSignedIn('analyst', async (opened) => {
    page = opened;
    await ask(page, second);
    await ask(page, 'Revenue by supplier last month');
    await ask(page, 'Stock value by warehouse');
    await page.getByRole('button', { name: 'New conversation' }).click();
    await ask(page, first);
    await ask(page, 'Stock value by category');
    await ask(page, 'Top 20 products by revenue last year');
  });

  it('the charts of a new answer, and those of another session, are in sight at once', async () => {
    await scroll(panel(), 300);
    await ask(page, 'Stock value by supplier');
    await expect.poll(() => topOf(panel())).toBe(0);
    await scroll(panel(), 300);
    await sessions().getByRole('link', { name: second }).click();
    await panel().getByRole('heading', { name: second }).waitFor();
    expect(await topOf(panel())).toBe(0);
  });

  it('what is pressed at the end of an answer stays under the pointer', async () => {
    const placeOf = async (place: Locator) => Math.round((await place.boundingBox())?.y ?? 0);
    for (const pressed of [
      page.locator('summary').last(),
      page.getByRole('button', { name: 'Not helpful' }).last(),
    ]) {
      const before = await placeOf(pressed);
      await pressed.click();
      await page.waitForTimeout(300);
      expect(await placeOf(pressed)).toBe(before);
    }
  });

  it('a table that was scrolled shows what comes first in its new order', async () => {
    const table = panel().locator('.table-scroller').first();
    await scroll(table, 60);
    await table.getByRole('button', { name: /Revenue/ }).press('Enter');
    await expect.poll(() => topOf(table)).toBe(0);
  });

  it('a link to a figure leads to it, once all that is above it is there, and so does a reload', async () => {
    await sessions().getByRole('link', { name: first }).click();
    const figures = panel().getByRole('figure');
    await expect.poll(() => figures.count()).toBeGreaterThan(3);
    const id = await figures.nth(2).getAttribute('id');
    await page.goto(`${page.url().split('#')[0]}#${id}`);
    await page.reload();
    await panel().locator('canvas').first().waitFor();
    await page.waitForTimeout(500);
    const linked = await page.locator(`[id="${id}"]`).boundingBox();
    expect(Math.abs((linked?.y ?? 0) - ((await panel().boundingBox())?.y ?? 0))).toBeLessThan(40);
  });

  it('a session that is deleted while it is open says so in every tab, and goes on when it is brought back', async () => {
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole('textbox', { name: 'Message' }).waitFor();
    const address = page.url();
    await sessions().getByRole('link', { name: first }).hover();
    const entry = sessions().getByRole('listitem').filter({ hasText: first });
    await entry.getByRole('button', { name: 'Delete' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForURL(address.split('#')[0] ?? '');
    await entry.getByRole('button', { name: 'Delete' }).click();
    await other.getByText('This conversation was deleted.').waitFor();
    expect(await other.getByRole('textbox', { name: 'Message' }).isVisible()).toBe(false);
    expect(await findProblemsInEveryLook(other)).toEqual([]);
    await other.getByRole('button', { name: 'Restore' }).press('Enter');
    await other.getByRole('textbox', { name: 'Message' }).waitFor();
    await expect.poll(() => other.evaluate(() => document.activeElement?.ariaLabel)).toBe('Message');
    await entry.waitFor();
    await other.close();
  });

  it('a starter does not become another one while it is looked at, and names what sells the next time', async () => {
    const starters = () => page.getByRole('log').getByRole('button').allTextContents();
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/overview', async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto(url);
    await page.getByRole('button', { name: /developed over the last year/ }).waitFor();
    const drawn = await starters();
    answer();
    await page.getByRole('heading', { name: 'Low on stock' }).waitFor();
    expect(await starters()).toEqual(drawn);
    await sessions().getByRole('link', { name: second }).click();
    await page.getByRole('log').getByText(second, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'New conversation' }).click();
    await page.getByRole('button', { name: /monthly sales of .+ developed/ }).waitFor();
  });

  it('pages that were left, which the browser keeps to come back to, hold no connection that the next one needs', async () => {
    const keeping = await launchBrowser(['--disable-back-forward-cache']);
    const { page: left } = await signIn(keeping, url, 'analyst');
    const lines = left.getByRole('log').getByText(/^Answered by/);
    for (let visit = 0; visit < 7; visit += 1) {
      await left.goto(`${url}/c/left-before-0000000${visit}`);
      await left.getByText('This conversation does not exist').waitFor();
    }
    await left.goto(url);
    await ask(left, 'Stock value by warehouse');
    await lines.waitFor();
    // One that is come back to is brought up to date.
    await left.goBack({ waitUntil: 'commit' });
    await left.getByRole('link', { name: 'Stock value by warehouse' }).first().click();
    await lines.waitFor();
    await keeping.close();
  });
});
