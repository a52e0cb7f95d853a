/// <reference lib="dom" />
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ScriptInput } from '../local/gemini/script/script-schema.ts';
import { findProblems } from './find-problems.ts';
import { ask } from './person.ts';
import { useOwnSystem } from './signed-in.ts';
import { startWithScript } from './start-stack.ts';

const sales = (args: object) => ({ name: 'query_sales', args: { measures: ['revenue'], ...args } });
const show = (result: number, type: string, title: string) => ({
  name: 'show_visualization',
  args: { resultId: `$resultId:${result}`, type, title },
});

/** A model that reads five results and draws them in every way that the tool has. */
const script: ScriptInput = {
  replies: [
    {
      when: { round: 0 },
      stream: [
        {
          calls: [
            sales({ dimensions: ['warehouse'] }),
            sales({ dimensions: ['warehouse'], grain: 'month' }),
            sales({ measures: ['units', 'revenue'], dimensions: ['subcategory'] }),
            sales({ grain: 'month' }),
            { name: 'forecast_demand', args: {} },
          ],
        },
      ],
    },
    {
      when: { round: 1 },
      stream: [
        {
          calls: [
            show(1, 'pie', 'A pie'),
            show(2, 'stacked_bar', 'Stacked bars'),
            show(2, 'area', 'Areas'),
            show(2, 'heat_map', 'A heat map'),
            show(3, 'scatter', 'A scatter'),
            show(4, 'metric', 'A metric'),
            show(5, 'line', 'A forecast'),
          ],
        },
      ],
    },
    { when: { round: 2 }, stream: [{ text: 'Here they are.' }] },
  ],
};

describe('every way to draw, of answers in a Firestore database with a name of its own', () => {
  let page: Page;
  const figure = (title: string) =>
    page.getByRole('region', { name: 'Visualizations' }).getByRole('figure', { name: title });

  useOwnSystem(
    () => startWithScript(script, { FIRESTORE_DATABASE: 'charts' }),
    async (opened) => {
      page = opened;
      await ask(page, 'Draw everything');
    },
  );

  it.each([
    ['A pie', /^Pie chart: A pie\. Revenue \$[\d,.]+\. .+ Distribution Center: \$[\d,.]+, [\d.]+%\./],
    ['Stacked bars', /^Stacked bar chart: Stacked bars\. 12 values of Month/],
    ['Areas', /^Area chart: Areas\. 12 values of Month/],
    ['A scatter', /^Scatter chart: A scatter\. \d+ points\./],
    ['A forecast', /^Line chart: A forecast\. 27 values of Month.+Forecast: lowest/],
  ])('%s is a picture with words, and a table of the same rows', async (title, words) => {
    const shown = figure(title);
    await shown.scrollIntoViewIfNeeded();
    expect(await shown.locator('canvas').getAttribute('aria-label')).toMatch(words);
    await shown.getByRole('button', { name: 'Show as table' }).click();
    expect(await shown.getByRole('row').count()).toBeGreaterThan(3);
    await shown.getByRole('button', { name: 'Show as chart' }).click();
    await shown.locator('canvas').waitFor();
  });

  it('a row of a table is as high as the window of rows counts on', async () => {
    const shown = figure('Areas');
    await shown.getByRole('button', { name: 'Show as table' }).click();
    const heights = await shown
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height).filter(Boolean));
    expect(Math.min(...heights)).toBe(30);
    await shown.getByRole('button', { name: 'Show as chart' }).click();
  });

  it('a heat map is a table that is read by row and column', async () => {
    const grid = figure('A heat map');
    await grid.scrollIntoViewIfNeeded();
    expect(await grid.getByRole('columnheader').count()).toBe(13);
    expect(await grid.getByRole('rowheader').count()).toBe(4);
    expect(await grid.getByRole('cell').first().getAttribute('title')).toMatch(
      / Distribution Center, Nov 2025: \$[\d,.]+$/,
    );
  });

  it('a heat map is printed in the colours of paper, also from a dark screen', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const key = figure('A heat map').locator('.heat-steps [data-heat="1"]');
    const look = await key.evaluate((element) => {
      const { backgroundColor, color, printColorAdjust } = getComputedStyle(element);
      return [backgroundColor, color, printColorAdjust];
    });
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    expect(look).toEqual(['rgb(234, 242, 250)', 'rgb(16, 35, 58)', 'exact']);
  });

  it('a chart takes the colours of a forced-colours mode, and gives them back', async () => {
    const canvas = figure('Stacked bars').locator('canvas');
    await canvas.scrollIntoViewIfNeeded();
    await page.mouse.move(0, 0);
    const picture = () =>
      canvas.evaluate((element) => element instanceof HTMLCanvasElement && element.toDataURL());
    await page.waitForTimeout(500);
    const plain = await picture();
    await page.emulateMedia({ forcedColors: 'active' });
    await expect.poll(picture).not.toBe(plain);
    await page.emulateMedia({ forcedColors: 'none' });
    await expect.poll(picture).toBe(plain);
  });

  it('a chart that is pointed at is saved as one that is not', async () => {
    const bars = figure('Stacked bars');
    const canvas = bars.locator('canvas');
    const save = async () => {
      const button = bars.getByRole('button', { name: 'PNG' });
      const [file] = await Promise.all([page.waitForEvent('download'), button.press('Enter')]);
      return readFile(await file.path());
    };
    await page.mouse.move(0, 0);
    const plain = await save();
    const look = () => canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());
    const before = await look();
    await canvas.hover();
    await expect.poll(look).not.toBe(before);
    await page.waitForTimeout(500);
    expect((await save()).equals(plain)).toBe(true);
    await page.mouse.move(0, 0);
  });

  it('a chart that is not drawn yet is not saved as a picture of something else', async () => {
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/ChartCanvas-*.js', async (route) => {
      await asked;
      await route.continue();
    });
    await page.reload();
    const bars = figure('Stacked bars');
    const saved: string[] = [];
    page.on('download', (file) => saved.push(file.suggestedFilename()));
    await bars.getByRole('button', { name: 'PNG' }).click();
    await page.waitForTimeout(500);
    expect(saved).toEqual([]);
    answer();
    await bars.locator('canvas').waitFor();
    await Promise.all([page.waitForEvent('download'), bars.getByRole('button', { name: 'PNG' }).click()]);
    await page.unroute('**/ChartCanvas-*.js');
  });

  it('a figure whose file is not loaded says so, and is there after the page is loaded again', async () => {
    const region = page.getByRole('region', { name: 'Visualizations' });
    await page.route('**/heat-map-*.js', (route) => route.abort());
    await page.reload();
    await figure('Stacked bars').waitFor();
    await figure('Areas').scrollIntoViewIfNeeded();
    const broken = region.getByRole('alert').filter({ hasText: 'This figure could not be drawn.' });
    await broken.waitFor();
    await page.unroute('**/heat-map-*.js');
    await broken.getByRole('button', { name: 'Reload' }).click();
    await figure('A heat map').getByRole('table').waitFor();
  });

  it('a metric over time is compared with the month before and has a small line', async () => {
    const metric = figure('A metric');
    await metric.scrollIntoViewIfNeeded();
    expect(await metric.innerText()).toMatch(/Revenue, Oct 2026.+against \$[\d,.]+ in Sep 2026/s);
    expect(await metric.getByRole('img').getAttribute('aria-label')).toMatch(/Nov 2025 to Oct 2026/);
  });

  it.each([
    [1440, 'light'],
    [1024, 'dark'],
    [390, 'dark'],
  ] as const)(
    '%i pixels wide and %s, axe finds nothing and nothing is wider than the page',
    async (width, scheme) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      expect(await findProblems(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    },
  );
});
