/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ask } from './person.ts';
import { useSignedIn } from './signed-in.ts';

describe('a table of many rows', () => {
  let page: Page;
  const table = () => page.getByRole('region', { name: 'Visualizations' }).locator('table[aria-rowcount]');

  useSignedIn('analyst', (opened) => {
    page = opened;
  });

  it('cuts no text where there is room for it', async () => {
    await ask(page, 'Units sold by month and supplier in the last two years');
    await table().waitFor();
    expect(await countCut(table(), 'td, tbody th')).toBe(0);
    // What a row is about is read before each of its figures.
    expect(await table().getByRole('rowheader').count()).toBe(await table().locator(rows).count());
  });

  it('is copied whole, in the order that it is sorted by', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const figure = page.getByRole('figure').filter({ has: page.locator('table[aria-rowcount]') });
    await table().locator('thead').getByRole('button').last().click();
    await figure.getByRole('button', { name: 'Copy the rows' }).click();
    await page.getByText('Copied', { exact: true }).waitFor();
    const copied = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
    expect(copied).toHaveLength(Number(await table().getAttribute('aria-rowcount')));
    expect(copied.length).toBeGreaterThan((await table().locator(rows).count()) + 1);
    const units = copied.slice(1).map((line) => Number(line.split('\t').at(-1)));
    expect(units).toEqual(units.toSorted((a, b) => b - a));
  });

  it.each([1440, 390])(
    'tells its names whole, on two lines, in a window of %i px, and ends with its last row',
    async (width) => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.getByRole('button', { name: 'New conversation' }).click();
      await ask(page, 'Reorder points of all products');
      await page.setViewportSize({ width, height: 900 });
      if (width < 640) await page.getByRole('button', { name: 'Charts' }).click();
      await expect.poll(() => countRows(table(), 46)).toBeGreaterThan(10);
      expect(await countCut(table(), 'th > span')).toBe(0);
      // What fades sideways leaves the scrollbar beside it as it is.
      const [mask, bar] = await table().evaluate(({ parentElement: scroller }) => [
        scroller ? getComputedStyle(scroller).maskImage : '',
        (scroller?.offsetWidth ?? 0) - (scroller?.clientWidth ?? 0),
      ]);
      expect(mask).toContain(`rgb(0, 0, 0) ${bar}px, rgba(0, 0, 0, 0) 0px`);
      await table().evaluate((element) => element.parentElement?.scrollTo({ top: 1e6 }));
      const count = Number(await table().getAttribute('aria-rowcount'));
      const last = table().locator(`tr[aria-rowindex="${count}"]`);
      await last.waitFor();
      const below = await last.evaluate((row) => {
        const scroller = row.closest('.table-scroller');
        return Math.round(
          (scroller?.getBoundingClientRect().bottom ?? 0) - row.getBoundingClientRect().bottom,
        );
      });
      expect(below).toBeGreaterThanOrEqual(0);
      expect(below).toBeLessThan(4);
    },
  );
});

const rows = 'tbody tr[aria-rowindex]';

/** Those of the rows' parts that end in an ellipsis. */
function countCut(table: Locator, parts: string): Promise<number> {
  return table
    .locator(`${rows} > ${parts}`)
    .evaluateAll(
      (all) =>
        all.filter(
          ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
            scrollWidth > clientWidth || scrollHeight > clientHeight,
        ).length,
    );
}

/** Rows of a height in px. */
function countRows(table: Locator, px: number): Promise<number> {
  return table
    .locator(rows)
    .evaluateAll(
      (all, height) => all.filter((row) => row.getBoundingClientRect().height === height).length,
      px,
    );
}
