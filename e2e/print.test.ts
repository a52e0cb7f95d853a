/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ask } from './person.ts';
import { useSignedIn } from './signed-in.ts';

describe('a conversation on paper', () => {
  let page: Page;
  const figures = () => page.getByRole('region', { name: 'Visualizations' }).getByRole('figure');

  useSignedIn('manager', async (opened) => {
    page = opened;
    await ask(page, 'Revenue by month for the last nine months');
  });

  it('is printed whole: every figure drawn, and nothing to press', async () => {
    await figures().first().waitFor();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.locator('canvas').first().waitFor();
    // Headings of tables are buttons that sort.
    expect(await page.locator('button:visible:not(th button)').count()).toBe(0);
    const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(background).toBe('rgb(246, 246, 244)');
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  });

  it('is printed with every row and column of its tables', async () => {
    await ask(page, 'What should I reorder this week?');
    await ask(page, 'Revenue by day and category for the last three months');
    const long = figures().locator('table[aria-rowcount]');
    await long.waitFor();
    const count = Number(await long.getAttribute('aria-rowcount'));
    const drawn = () => long.locator('tr[aria-rowindex]').count();
    expect(await drawn()).toBeLessThan(count);
    // In one task, as a browser prints: a frame later the chart fits the screen again.
    const width = await figures()
      .locator('canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => {
        window.dispatchEvent(new Event('beforeprint'));
        return canvas.style.width;
      });
    expect(width).toBe('660px');
    expect(await drawn()).toBe(count);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 794, height: 1123 });
    const cut = await figures()
      .locator('.table-scroller')
      .evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth + 1).length);
    expect(cut).toBe(0);
    expect(
      await figures()
        .locator('th')
        .first()
        .evaluate((cell) => getComputedStyle(cell).position),
    ).toBe('static');
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect.poll(drawn).toBeLessThan(count);
  });
});
