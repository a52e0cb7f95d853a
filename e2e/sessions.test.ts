/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { ask } from './person.ts';
import { useSignedIn } from './signed-in.ts';

// Asked nowhere else: all browser tests share one list of sessions.
const stockQuestion = 'What is the stock value by subcategory?';
const ordersQuestion = 'How many orders were there in the last two months?';

describe('the list of saved sessions', () => {
  const url = inject('url');
  let page: Page;
  const sessions = () => page.getByRole('navigation', { name: 'Saved sessions' });
  const box = () => page.getByRole('textbox', { name: 'Message' });
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

  useSignedIn('manager', async (opened) => {
    page = opened;
    await ask(page, stockQuestion);
    await page.getByRole('button', { name: 'New conversation' }).click();
    await ask(page, ordersQuestion);
    await page.getByRole('button', { name: 'New conversation' }).click();
  });

  it('puts the focus on "Undo" where a key deletes a session, and in the list at Escape', async () => {
    const own = sessions().getByRole('link', { name: ordersQuestion });
    await own.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await own.waitFor({ state: 'hidden' });
    await expect.poll(focused).toBe('Undo');
    await page.getByRole('button', { name: 'Undo', description: `Deleted “${ordersQuestion}”.` }).waitFor();
    await page.keyboard.press('Escape');
    // At once: by itself it goes after a while, too.
    expect(await page.getByText(/^Deleted “/).count()).toBe(0);
    expect(await focused()).toBe(stockQuestion);
    await sessions().getByRole('button', { name: 'Recently deleted' }).press('Enter');
    await expect.poll(focused).toBe('All sessions');
    await sessions()
      .getByRole('button', { name: /^Restore/ })
      .first()
      .press('Enter');
    await expect.poll(focused).toBe('All sessions');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('Recently deleted');
    await own.waitFor();
  });

  it('leaves the focus of who has gone on, or uses a pointer, where a session is deleted', async () => {
    const own = sessions().getByRole('link', { name: ordersQuestion });
    const bringBack = async () => {
      await page.getByRole('button', { name: 'Undo' }).click();
      await own.waitFor();
    };
    await own.hover();
    await sessions()
      .getByRole('listitem')
      .filter({ hasText: ordersQuestion })
      .getByRole('button', { name: 'Delete' })
      .click();
    await page.getByText(/^Deleted “/).waitFor();
    expect(await focused()).toBe(stockQuestion);
    await bringBack();
    await page.route('**/api/conversations/*', async (route) => {
      await page.waitForTimeout(500);
      await route.continue();
    });
    await own.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.getByText(/^Deleted “/).waitFor();
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Rename');
    await page.unroute('**/api/conversations/*');
    await bringBack();
  });

  it.each(['Undo', 'Dismiss the message'])(
    'gives the focus back where "%s" takes the message away',
    async (name) => {
      const own = sessions().getByRole('link', { name: ordersQuestion });
      await own.focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name }).press('Enter');
      expect(await focused()).toBe(stockQuestion);
      expect(await page.getByText(/^Deleted “/).count()).toBe(0);
      if (name !== 'Undo') {
        await sessions().getByRole('button', { name: 'Recently deleted' }).click();
        await sessions()
          .getByRole('button', { name: `Restore “${ordersQuestion}”` })
          .click();
        await sessions().getByRole('button', { name: 'All sessions' }).click();
      }
      await own.waitFor();
    },
  );

  it('lists a session again that was deleted here and restored in another tab', async () => {
    const own = sessions().getByRole('link', { name: ordersQuestion });
    await own.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await own.waitFor({ state: 'hidden' });
    const other = await page.context().newPage();
    await other.goto(url);
    await other.getByRole('button', { name: 'Recently deleted' }).click();
    await other.getByRole('button', { name: `Restore “${ordersQuestion}”` }).click();
    await own.waitFor();
    await other.close();
  });

  it('renames a session at Enter and on leaving the box, and not at Escape', async () => {
    const rename = async (from: string, to: string, leave: () => Promise<unknown>) => {
      await sessions().getByRole('link', { name: from }).hover();
      const entry = sessions().getByRole('listitem').filter({ hasText: from });
      await entry.getByRole('button', { name: 'Rename' }).click();
      await sessions().getByRole('textbox', { name: 'Title' }).fill(to);
      await leave();
    };
    await rename(stockQuestion, 'Stock, renamed', () => page.keyboard.press('Enter'));
    await sessions().getByRole('link', { name: 'Stock, renamed' }).waitFor();
    await expect.poll(focused).toBe('Stock, renamed');
    await rename('Stock, renamed', 'Not this', () => page.keyboard.press('Escape'));
    await rename('Stock, renamed', stockQuestion, () => box().click());
    await sessions().getByRole('link', { name: stockQuestion }).waitFor();
    expect(await sessions().getByText('Not this').count()).toBe(0);
  });

  it('leaves the focus where it went while a title is saved', async () => {
    await page.route('**/api/conversations/*', async (route) => {
      await page.waitForTimeout(500);
      await route.continue();
    });
    const entry = sessions().getByRole('listitem').filter({ hasText: stockQuestion });
    await entry.hover();
    await entry.getByRole('button', { name: 'Rename' }).click();
    const title = sessions().getByRole('textbox', { name: 'Title' });
    await title.fill(`${stockQuestion} Slowly`);
    await page.keyboard.press('Enter');
    await box().click();
    await title.waitFor({ state: 'detached' });
    await sessions()
      .getByRole('link', { name: `${stockQuestion} Slowly` })
      .waitFor();
    expect(await box().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.unroute('**/api/conversations/*');
  });

  it('stays open as a drawer where Escape takes a new title back', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'Sessions', exact: true }).press('Enter');
    const entry = sessions().getByRole('listitem').filter({ hasText: ordersQuestion });
    await entry.hover();
    await entry.getByRole('button', { name: 'Rename' }).click();
    await sessions().getByRole('textbox', { name: 'Title' }).press('Escape');
    await entry.getByRole('link').waitFor();
    expect(await page.getByRole('main').getAttribute('inert')).toBe('');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('main').getAttribute('inert')).toBeNull();
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('writes titles on two lines beside buttons that stay, where there is no pointer, and has boxes that no phone zooms into', async () => {
    const tools = await page.context().newCDPSession(page);
    await tools.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole('button', { name: 'Sessions', exact: true }).press('Enter');
    const title = sessions().getByText(ordersQuestion);
    await title.waitFor();
    expect((await title.boundingBox())?.height).toBeGreaterThan(40);
    const entry = sessions().getByRole('listitem').filter({ hasText: ordersQuestion });
    await entry.getByRole('button', { name: 'Rename' }).click();
    const box = sessions().getByRole('textbox', { name: 'Title' });
    expect(await box.evaluate((element) => getComputedStyle(element).fontSize)).toBe('16px');
    await box.press('Escape');
    await tools.send('Emulation.setTouchEmulationEnabled', { enabled: false });
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('leaves all that can be asked in sight on the start screen of a phone', async () => {
    await page.goto(url);
    await page.setViewportSize({ width: 360, height: 740 });
    const log = page.getByRole('log', { name: 'Messages' });
    await log.getByRole('button').nth(5).waitFor();
    expect(await log.evaluate((element) => element.scrollHeight - element.clientHeight)).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});
