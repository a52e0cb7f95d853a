/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { findProblems } from './find-problems.ts';
import { ask } from './person.ts';
import { useSignedIn } from './signed-in.ts';

describe('the focus', () => {
  const url = inject('url');
  let page: Page;
  const box = () => page.getByRole('textbox', { name: 'Message' });

  useSignedIn('manager', async (opened) => {
    page = opened;
    await ask(page, 'Stock value by warehouse and category');
  });

  it('has a way past the list of sessions for who uses the keyboard', async () => {
    await page.reload();
    await box().waitFor();
    await page.keyboard.press('Tab');
    const skip = page.getByRole('button', { name: 'Skip to the message box' });
    expect(await skip.evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    expect(await box().evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await skip.evaluate((element) => element.getBoundingClientRect().bottom)).toBeLessThanOrEqual(0);
  });

  it('stays in the box for who types on, and leaves it on a touch screen, whose keyboard would cover the answer', async () => {
    const isInBox = () => box().evaluate((element) => element === document.activeElement);
    await ask(page, 'Stock value by category');
    expect(await isInBox()).toBe(true);
    const tools = await page.context().newCDPSession(page);
    await tools.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await ask(page, 'Stock value by warehouse');
    expect(await isInBox()).toBe(false);
    await tools.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  });

  it('takes a reason with a verdict and gives the focus back', async () => {
    await page.getByRole('button', { name: 'Not helpful' }).last().click();
    await page.getByRole('button', { name: 'Hard to read' }).click();
    await page.getByText('Thank you.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Not helpful');
    await page.reload();
    await page.getByText('You found this not helpful: Hard to read').waitFor();
  });

  it('keeps the focus in the drawer of sessions while it is open, and gives it back', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const opener = page.getByRole('button', { name: 'Sessions', exact: true });
    // What moves has come to its end.
    await expect.poll(() => page.locator('.sessions').isVisible()).toBe(false);
    await opener.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('nav')?.ariaLabel)).toBe(
      'Saved sessions',
    );
    expect(await page.getByRole('main').getAttribute('inert')).toBe('');
    expect(await findProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('main').getAttribute('inert')).toBeNull();
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    await opener.press('Enter');
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect.poll(() => page.getByRole('main').getAttribute('inert')).toBeNull();
  });

  it('is back on the account button after the shortcuts that its menu shows', async () => {
    const account = page.getByRole('button', { name: /account/i });
    await account.press('Enter');
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).press('Enter');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => account.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('stays on an export that is being made', async () => {
    const button = page.getByRole('button', { name: 'Export JSON' });
    await Promise.all([page.waitForEvent('download'), button.press('Enter')]);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('stays in the panel whose data is tried again', async () => {
    await page.route('**/api/overview', (route) =>
      route.fulfill({ status: 503, json: { code: 'unavailable', message: 'Not just now.' } }),
    );
    await page.goto(url);
    const again = page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await page.unroute('**/api/overview');
    await again.press('Enter');
    await page.getByRole('heading', { name: 'Low on stock' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Visualizations');
  });
});
